//! `beredd stock slotting`: rounds against every order of the stops, places against every choice, and figures by hand.

use beredd::desk::slotting::assignment::{Method, Unplaced, place};
use beredd::desk::slotting::bound::at_least;
use beredd::desk::slotting::place::{Kind, Layout, Place};
use beredd::desk::slotting::route::{Ways, improved, length, round, shortest};
use beredd::desk::slotting::{Item, Question, look_alike, slotting};
use std::process::Command;

/// Numbers that look like chance, the same on every machine (Knuth's MMIX constants).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % most).expect("small")
    }
}

fn place_at(id: &str, x: i64, y: i64) -> Place {
    Place { id: id.to_owned(), x, y, z: 1200, zone: String::new(), kind: Kind::Free, litres: None }
}

fn layout(points: &[(i64, i64)]) -> Layout {
    let places = points.iter().enumerate().map(|(at, &(x, y))| place_at(&format!("p{at}"), x, y)).collect();
    Layout { places, door: (0, 0), cross_aisles: Vec::new(), apart: 1000 }
}

fn item(article: &str, lines: f64) -> Item {
    Item {
        article: article.to_owned(),
        name: String::new(),
        lines,
        litres: None,
        family: String::new(),
        look_alike: None,
        today: None,
    }
}

/// Random points in a store of 40 by 30 metres, half of the layouts with two aisles across.
fn random_layout(chance: &mut Chance, count: usize) -> Layout {
    let points: Vec<(i64, i64)> = (0..count).map(|_| (chance.below(9) * 5000, chance.below(301) * 100)).collect();
    let across = if chance.below(2) == 0 { Vec::new() } else { vec![0, 30_000] };
    Layout { cross_aisles: across, ..layout(&points) }
}

fn ways(layout: &Layout) -> Ways {
    let points: Vec<(i64, i64)> =
        std::iter::once(layout.door).chain(layout.places.iter().map(|place| (place.x, place.y))).collect();
    points.iter().map(|&from| points.iter().map(|&to| layout.way(from, to)).collect()).collect()
}

/// All orders of a list.
fn orders(list: &[usize]) -> Vec<Vec<usize>> {
    if list.is_empty() {
        return vec![Vec::new()];
    }
    let with_first = |at: usize| {
        let rest: Vec<usize> = list.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, &one)| one).collect();
        orders(&rest).into_iter().map(move |order| [vec![list[at]], order].concat())
    };
    (0..list.len()).flat_map(with_first).collect()
}

fn by_trying_all(ways: &Ways) -> i64 {
    let stops: Vec<usize> = (1..ways.len()).collect();
    orders(&stops).iter().map(|order| length(&[vec![0], order.clone()].concat(), ways)).min().expect("an order")
}

#[test]
fn the_shortest_round_is_that_of_all_orders() {
    let mut chance = Chance(1);
    for stops in 0..=7 {
        for _ in 0..25 {
            let ways = ways(&random_layout(&mut chance, stops));
            let expected = by_trying_all(&ways);
            assert_eq!(shortest(&ways), expected);
            let round = round(&ways);
            assert_eq!((round.length, round.at_least, round.is_shortest), (expected, expected, true));
        }
    }
}

#[test]
fn a_bound_is_below_the_shortest_and_a_heuristic_is_above() {
    let mut chance = Chance(2);
    let (mut tight, mut found, mut rounds) = (0.0, 0, 0);
    for stops in 2..=12 {
        for _ in 0..12 {
            let ways = ways(&random_layout(&mut chance, stops));
            let (best, tour) = (shortest(&ways), improved(&ways));
            let mut seen = tour.clone();
            seen.sort_unstable();
            assert!(tour[0] == 0 && seen.iter().copied().eq(0..=stops), "every stop once: {tour:?}");
            let above = length(&tour, &ways);
            // A longer round than the best known is told, so that the bound cannot hide behind it.
            let below = at_least(&ways, above + above / 10);
            assert!(below <= best && best <= above, "{below} ≤ {best} ≤ {above}");
            rounds += 1;
            found += usize::from(above == best);
            tight += below as f64 / best as f64;
        }
    }
    // A bound of nothing and a tour in any order would hold too.
    assert!(tight / f64::from(rounds) > 0.95, "the bound is {tight} of {rounds}");
    assert!(found * 10 > rounds as usize * 8, "{found} of {rounds} are the shortest");
}

#[test]
fn long_rounds_stand_beside_a_bound_near_them() {
    let mut chance = Chance(3);
    for stops in [13, 25, 60] {
        let round = round(&ways(&random_layout(&mut chance, stops)));
        assert!(round.at_least <= round.length && round.at_least * 10 > round.length * 8, "{stops}: {round:?}");
    }
    // Twenty places in a row: to the last and back, 2 · 20 m, which the bound must see.
    let row: Vec<(i64, i64)> = (1..=20).map(|metre| (0, metre * 1000)).collect();
    let round = round(&ways(&layout(&row)));
    assert_eq!((round.length, round.at_least, round.is_shortest), (40_000, 40_000, true));
}

#[test]
fn no_move_makes_a_long_round_shorter() {
    let mut chance = Chance(4);
    for stops in [41, 90, 200] {
        let ways = ways(&random_layout(&mut chance, stops));
        let round = improved(&ways);
        let mut sorted = round.clone();
        sorted.sort_unstable();
        assert!(sorted.into_iter().eq(0..=stops) && round[0] == 0, "each stop once, from the door: {round:?}");
        let now = length(&round, &ways);
        for first in 1..=stops {
            for last in first..=stops {
                let mut other = round.clone();
                other[first..=last].reverse();
                assert!(length(&other, &ways) >= now, "{stops}: {first} to {last} reversed");
            }
            for size in 1..=3.min(stops + 1 - first) {
                let mut rest = round.clone();
                let stretch: Vec<usize> = rest.drain(first..first + size).collect();
                for place in 1..=rest.len() {
                    for is_reversed in [false, true] {
                        let mut other = rest.clone();
                        let mut put = stretch.clone();
                        if is_reversed {
                            put.reverse();
                        }
                        other.splice(place..place, put);
                        assert!(length(&other, &ways) >= now, "{stops}: {size} from {first} to {place}");
                    }
                }
            }
        }
    }
}

#[test]
fn ways_go_along_the_axes_and_by_aisles_across() {
    let mut layout = layout(&[(3000, 4000), (3000, 9000), (8000, 9000)]);
    assert_eq!((layout.from_door(0), layout.between(1, 2)), (7000, 5000));
    layout.cross_aisles = vec![0, 12_000];
    // From (3, 9) to (8, 9): up to 12 and back is 6, across 5. By 0 it would be 18.
    assert_eq!(layout.between(1, 2), 11_000);
    assert_eq!(layout.between(0, 1), 5000, "within an aisle nobody goes round");
    assert_eq!(layout.from_door(0), 7000);
}

#[test]
fn the_most_fetched_stand_nearest_and_no_choice_walks_less() {
    let mut chance = Chance(4);
    for _ in 0..30 {
        let layout = random_layout(&mut chance, 6);
        let items: Vec<Item> = (0..5).map(|at| item(&format!("a{at}"), chance.below(50) as f64)).collect();
        let walked = |places: &[usize]| -> f64 {
            items.iter().zip(places).map(|(item, &place)| item.lines * layout.from_door(place) as f64).sum()
        };
        let given = place(&layout, &items, Method::Dedicated).expect("there are places enough");
        let all = orders(&[0, 1, 2, 3, 4, 5]);
        let least = all.iter().map(|order| walked(&order[..5])).fold(f64::INFINITY, f64::min);
        assert!((walked(&given) - least).abs() < 1e-6, "{} and {least}", walked(&given));
    }
}

fn alike(article: &str, lines: f64, group: &str) -> Item {
    Item { look_alike: Some(group.to_owned()), ..item(article, lines) }
}

#[test]
fn look_alikes_never_stand_side_by_side() {
    let mut chance = Chance(5);
    let mut placed = 0;
    for _ in 0..200 {
        // Places a metre apart in a row or a square, so that many are near each other.
        let points: Vec<(i64, i64)> = (0..9).map(|at| (at % 3 * 1000, at / 3 * 1000)).collect();
        let layout = layout(&points);
        let items: Vec<Item> =
            (0..8).map(|at| alike(&format!("a{at}"), 9.0, ["x", "y", "z"][chance.below(3) as usize])).collect();
        match place(&layout, &items, Method::Dedicated) {
            Ok(places) => {
                placed += 1;
                for (one, other) in (0..8).flat_map(|one| (0..one).map(move |other| (one, other))) {
                    let [a, b] = [one, other].map(|item| &layout.places[places[item]]);
                    let is_apart = (a.x - b.x).abs() + (a.y - b.y).abs() > 1000;
                    assert!(is_apart || items[one].look_alike != items[other].look_alike, "{} and {}", a.id, b.id);
                }
                let mut distinct = places.clone();
                distinct.sort_unstable();
                distinct.dedup();
                assert_eq!(distinct.len(), items.len(), "a place for each");
            }
            // Of a square of nine at most five stand apart (the corners and the middle).
            Err(Unplaced::LookAlike { group, is_proved, .. }) => {
                let members = items.iter().filter(|item| item.look_alike.as_ref() == Some(&group)).count();
                assert_eq!(is_proved, members > 5, "{members} of {group}");
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    assert!(placed > 20, "{placed}");
}

#[test]
fn an_article_makes_way_for_a_look_alike() {
    // Three in a row: the most fetched, no look-alike, takes the first place; the look-alikes need both ends.
    let layout = layout(&[(0, 1000), (0, 2000), (0, 3000)]);
    let items = [item("plain", 90.0), alike("one", 50.0, "x"), alike("other", 40.0, "x")];
    let places = place(&layout, &items, Method::Dedicated).expect("the plain one can stand between");
    assert_eq!(places[0], 1, "it gives the end away");
    assert_eq!(look_alike::side_by_side(&layout, &items, &places), []);
    let two = Layout { places: layout.places[..2].to_vec(), ..layout };
    let why = place(&two, &items[1..], Method::Dedicated).expect_err("they stand side by side");
    assert_eq!(why, Unplaced::LookAlike { article: "other".into(), group: "x".into(), is_proved: true });
}

#[test]
fn shared_places_hold_what_their_litres_hold() {
    let mut layout = layout(&[(0, 1000), (0, 2000), (0, 3000)]);
    layout.places.iter_mut().for_each(|place| place.litres = Some(10.0));
    let of = |article: &str, lines: f64, litres: f64| Item { litres: Some(litres), ..item(article, lines) };
    let items = [of("a", 9.0, 6.0), of("b", 8.0, 5.0), of("c", 7.0, 4.0), of("d", 6.0, 5.0)];
    assert_eq!(place(&layout, &items, Method::Shared), Ok(vec![0, 1, 0, 1]));
    assert_eq!(place(&layout, &items[..3], Method::Dedicated), Ok(vec![0, 1, 2]));
    layout.places[0].kind = Kind::Dedicated;
    assert_eq!(place(&layout, &items, Method::Shared), Ok(vec![0, 1, 1, 2]), "6 alone, 5 + 4, 5");
    let large = [of("large", 1.0, 11.0)];
    assert_eq!(place(&layout, &large, Method::Dedicated), Err(Unplaced::NoRoom { article: "large".into() }));
}

#[test]
fn families_stand_together_and_keep_reserved_zones() {
    let mut layout = layout(&[(0, 1000), (0, 2000), (0, 8000), (0, 9000), (0, 500)]);
    for (place, zone) in layout.places.iter_mut().zip(["near", "near", "far", "far", "cold"]) {
        place.zone = zone.to_owned();
    }
    layout.places[4].kind = Kind::Zone;
    let of = |article: &str, lines: f64, family: &str| Item { family: family.to_owned(), ..item(article, lines) };
    let items =
        [of("a", 1.0, "slow"), of("b", 9.0, "fast"), of("c", 2.0, "cold"), of("d", 8.0, "fast"), of("e", 3.0, "slow")];
    // The cold room is nearest, and only the cold article may stand there, whatever the way.
    assert_eq!(place(&layout, &items, Method::Zoned), Ok(vec![3, 0, 4, 1, 2]));
    assert_eq!(place(&layout, &items, Method::Dedicated), Ok(vec![3, 0, 4, 1, 2]));
    let three = [of("a", 9.0, "fast"), of("b", 9.0, "fast"), of("c", 9.0, "fast")];
    let why = Unplaced::NoZone { family: "fast".into(), articles: 3, most: 2 };
    assert_eq!(place(&layout, &three, Method::Zoned), Err(why));
    assert_eq!(
        place(&layout, &[of("a", 1.0, "cold"), of("b", 1.0, "cold")], Method::Dedicated),
        Err(Unplaced::NoRoom { article: "b".into() })
    );
}

#[test]
fn walking_and_what_is_saved_are_those_by_hand() {
    // Places 10, 20 and 30 m from the door. Today the article of 300 lines a year stands 30 m away, that of 100 lines 10 m.
    let layout = layout(&[(0, 10_000), (0, 20_000), (0, 30_000)]);
    let items = vec![Item { today: Some(2), ..item("much", 300.0) }, Item { today: Some(0), ..item("little", 100.0) }];
    let alone = Question { layout, items, orders: None, order_days: 200.0, working_days: 200.0, speed: 0.5 };
    let found = slotting(&alone);
    let today = found.today.as_ref().expect("both stand somewhere");
    // 300 · 60 + 100 · 20 = 20,000 m; after it 300 · 20 + 100 · 40 = 10,000 m.
    assert_eq!((today.walk.metres_per_year, today.walk.metres_per_day), (20_000.0, 100.0));
    let dedicated = found.ways[0].walk.as_ref().expect("there are places");
    assert_eq!(dedicated.metres_per_year, 10_000.0);
    assert!((today.walk.hours_per_year - 20_000.0 / 0.5 / 3600.0).abs() < 1e-9);
    assert_eq!(found.standing[0].places[0].as_deref(), Some("p0"));
    // With orders: twice both articles, once the first alone, in 2 days of 200. Today each round goes 30 m and back.
    let orders = Some(vec![vec![0, 1], vec![1, 0], vec![0]]);
    let found = slotting(&Question { orders, order_days: 2.0, ..alone });
    let walked = |metres: f64| metres / 2.0 * 200.0;
    assert_eq!(found.today.expect("today").walk.metres_per_year, walked(3.0 * 60.0));
    assert_eq!(found.ways[0].walk.as_ref().expect("placed").metres_per_year, walked(40.0 + 40.0 + 20.0));
}

fn run(folder: &std::path::Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beredd"));
    command.current_dir(folder).args(["stock", "slotting"]).args(arguments).env("LANG", "en_GB.UTF-8");
    let out = command.output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (out.status.code().expect("an exit code"), text(out.stdout), text(out.stderr))
}

const PLACES: &str = "Lagerplats;X;Y;Slag\nA-01;0;2,5;\nA-02;0;5;\nB-01;4;7,5;\n";
const ARTICLES: &str = "Artikelnr;Benämning;Lagerplats;Orderrader per år;Förväxlingsgrupp\n007;Åderlåtning;B-01;1 000;\n008;=1+1;A-01;10;\n";
const PICKS: &str = "Ordernr;Artikelnr\n1;007\n1;008\n2;007\n";

fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    for (file, text) in [("places.csv", PLACES), ("articles.csv", ARTICLES), ("picks.csv", PICKS)] {
        std::fs::write(folder.join(file), text).expect("a file");
    }
    folder
}

#[test]
fn the_command_reads_lists_and_tells_what_is_saved() {
    let folder = folder("slotting");
    let lists = ["articles.csv", "--places", "places.csv", "--quiet", "--lang", "en"];
    let (code, out, talk) = run(&folder, &lists);
    assert_eq!(code, 0, "{talk}");
    // 1,000 · 23 + 10 · 5 = 23,050 m a year; then 1,000 · 5 + 10 · 10 = 5,100: 92.2 and 20.4 m on 250 days.
    assert!(out.contains("92") && out.contains("20") && out.contains("+72"), "{out}");
    assert!(out.contains("007") && out.contains("Åderlåtning"), "{out}");
    let with_picks = [&lists[..], &["--picks", "picks.csv", "--days", "2", "--format", "json"]].concat();
    let (code, out, talk) = run(&folder, &with_picks);
    assert_eq!(code, 0, "{talk}");
    let found: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    // Today both rounds go to B-01 and back, 23 m each; then 10 and 5 m. Half of it a day.
    assert_eq!(found["today"]["walk"]["metres_per_day"], 23.0);
    assert_eq!(found["ways"][0]["walk"]["metres_per_day"], 7.5);
    let (_, out, _) = run(&folder, &[&lists[..], &["--format", "csv"]].concat());
    assert!(out.contains("article,dedicated,007,place,,A-01"), "{out}");
}

#[test]
fn an_order_that_is_no_round_is_refused() {
    let folder = folder("slotting-long");
    let rows = |head: &str, row: &dyn Fn(usize) -> String| (0..4_001).fold(head.to_owned(), |text, at| text + &row(at));
    std::fs::write(folder.join("places.csv"), rows("place,x,y\n", &|at| format!("P{at},{at},0\n"))).expect("written");
    std::fs::write(folder.join("articles.csv"), rows("article,name\n", &|at| format!("{at},x\n"))).expect("written");
    std::fs::write(folder.join("picks.csv"), rows("order,article\n", &|at| format!("O1,{at}\n"))).expect("written");
    let (code, _, told) =
        run(&folder, &["articles.csv", "--places", "places.csv", "--picks", "picks.csv", "--days", "1", "-q"]);
    assert!(code == 2 && told.contains("more than 4000 different articles in one order"), "{told}");
}

#[test]
fn wrong_lists_and_options_are_refused() {
    let folder = folder("slotting-refused");
    let refused = |arguments: &[&str], words: &[&str]| {
        let (code, out, talk) = run(&folder, arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}: {talk}");
        words.iter().for_each(|word| assert!(talk.contains(word), "{arguments:?}: {word} in {talk}"));
    };
    let write = |file: &str, text: &str| std::fs::write(folder.join(file), text).expect("a file");
    let lists = ["articles.csv", "--places", "places.csv", "--lang", "en"];
    let with = |more: &[&'static str]| [&lists[..], more].concat();
    refused(&with(&["--picks", "picks.csv"]), &["--days"]);
    refused(&with(&["--days", "3"]), &["--picks"]);
    refused(&with(&["--door", "3,5"]), &["colon"]);
    refused(&with(&["--apart", "-1"]), &["0 to 10000"]);
    refused(&with(&["--speed", "0"]), &["above 0"]);
    refused(&with(&["--working-days", "400"]), &["366"]);
    refused(&with(&["--cross-aisle", "nan"]), &["metres"]);
    refused(&with(&["--column", "colour=X"]), &["colour"]);
    write("picks.csv", "Ordernr;Artikelnr\n1;009\n");
    refused(&with(&["--picks", "picks.csv", "--days", "2"]), &["009", "2", "list of articles"]);
    write("places.csv", "Lagerplats;X;Y;Slag\nA-01;0;1;rund\nA-01;99999;1;\n");
    refused(&lists, &["rund", "no kind of place", "A-01", "10,000"]);
    write("places.csv", "Lagerplats;X;Y;Slag\nA-01;0;1;zon\n");
    refused(&lists, &["zone"]);
    write("places.csv", "Lagerplats;X;Y\nA-01;0;1\n");
    refused(&lists, &["B-01", "not in the list of places"]);
    write("articles.csv", "Artikelnr;Orderrader per år\n1;5\n2;6\n");
    refused(&lists, &["2 articles", "1 places"]);
    write("articles.csv", "Artikelnr\n1\n");
    refused(&lists, &["lines"]);
    write("articles.csv", "");
    refused(&lists, &["articles.csv"]);
}
