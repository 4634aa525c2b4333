//! The chart: nothing outside the canvas, nothing without a glyph, nothing injected. With `CHART_FOLDER=some/folder`
//! the images are also written there, to be looked at.

use crate::builder::{self, Invented, region};
use ab_glyph::{Font, FontRef, PxScale, ScaleFont};
use beredd::report::chart::{Chart, NamedChart, charts, survival_chart};
use beredd::report::wording::charts::ChartWord;
use beredd::report::wording::{Language, Word};
use beredd::sim::cost::Component;
use beredd::study::findings::Findings;

const NONE: [(&str, &str, &str, f64); 1] = [("none", "ingen", "none", 0.0)];

fn font(weight: Option<&str>) -> FontRef<'static> {
    let bytes: &'static [u8] = match weight {
        Some("bold") => include_bytes!("../../data/fonts/DejaVuSans-Bold.ttf"),
        _ => include_bytes!("../../data/fonts/DejaVuSans.ttf"),
    };
    FontRef::try_from_slice(bytes).expect("a font")
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

fn number(tag: &str, name: &str) -> f64 {
    attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("{name} in {tag}"))
}

/// All texts: (tag, text).
fn texts(svg: &str) -> Vec<(&str, &str)> {
    let parts = svg.split("<text").skip(1).map(|part| part.split_once("</text>").expect("a closed text").0);
    parts
        .map(|part| part.split_once('>').expect("a closed tag"))
        .map(|(tag, text)| (tag, text.trim_matches('\n')))
        .collect()
}

/// The title within the image.
fn title(svg: &str) -> &str {
    let (_, rest) = svg.split_once("<title id=").expect("a title");
    rest.split_once('>').and_then(|(_, rest)| rest.split_once("</title>")).expect("a title that ends").0
}

fn unescape(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_string(), |text, (from, to)| text.replace(from, to))
}

fn advance(text: &str, size: f64, weight: Option<&str>) -> f64 {
    let font = font(weight);
    let em = font.units_per_em().expect("an em") / font.height_unscaled();
    let scaled = font.as_scaled(PxScale::from(size as f32 / em));
    text.chars().map(|character| f64::from(scaled.h_advance(scaled.glyph_id(character)))).sum()
}

pub fn assert_inside(name: &str, chart: &Chart) {
    let first = chart.svg.lines().next().expect("a first line");
    let view: Vec<f64> =
        attribute(first, "viewBox").expect("a view").split(' ').map(|part| part.parse().expect("a number")).collect();
    let (width, height) = (view[2], view[3]);
    let mut boxes: Vec<(f64, f64, f64, f64, String)> = Vec::new();
    for (tag, text) in texts(&chart.svg) {
        let text = unescape(text);
        let size = number(tag, "font-size");
        let long = advance(&text, size, attribute(tag, "font-weight"));
        let x = number(tag, "x");
        let left = match attribute(tag, "text-anchor") {
            Some("end") => x - long,
            Some("middle") => x - long / 2.0,
            _ => x,
        };
        let top = number(tag, "y");
        assert!(left >= 0.0 && left + long <= width, "{name}: {text} from {left} over {long} in {width}");
        assert!(top >= 0.0 && top + size <= height, "{name}: {text} at {top} in {height}");
        for (other_left, other_top, other_right, other_bottom, other) in &boxes {
            let apart = left >= *other_right || left + long <= *other_left;
            let below = top + 0.1 * size >= *other_bottom || top + 0.8 * size <= *other_top;
            assert!(apart || below, "{name}: {text} overlaps {other}");
        }
        boxes.push((left, top + 0.1 * size, left + long, top + 0.8 * size, text));
    }
}

fn alternatives(count: usize, names: &str, step: f64) -> Findings {
    let ids = ["today", "delmal-1", "delmal-1-raised", "delmal-2", "e", "f", "g", "h"];
    let scenario = |number: usize| {
        Invented::new(ids[number], &format!("{}{names}", ["A", "B", "C"][number % 3]), 5.0 + step * number as f64)
    };
    builder::findings(&(0..count).map(scenario).collect::<Vec<_>>(), &NONE)
}

fn cases() -> Vec<(&'static str, Findings)> {
    let long = " med ett mycket långt namn som inte ryms på en rad i något diagram alls, hur man än gör";
    let mut flat = alternatives(3, "", 0.0);
    for (cell, steps) in flat.cells.iter_mut().zip([0.0, 0.002, 0.03]) {
        for point in cell.endurance.iter_mut().flat_map(|cut| &mut cut.claims).flat_map(|(_, found)| &mut found.curve) {
            (point.mean, point.p10, point.p90) = (1.0 - steps, 1.0 - steps, 1.0);
        }
    }
    let five = [("a", 0.0), ("b", 3.0), ("c", 7.0), ("d", 30.0), ("e", 90.0)];
    let mut crowded = builder::findings(
        &["today", "delmal-1", "delmal-1-raised", "delmal-2", "e", "f", "g", "h"].map(|id| Invented {
            lump_sum: 15.4e6,
            not_included: vec![Component::Storage, Component::Capital],
            ..Invented::new(id, &format!("{id}: Alternativet"), 6.0)
        }),
        &five.map(|(id, days)| (id, long, long, days)),
    );
    // The parts are the total, however many components there are.
    let part = 27.5e6 / Component::ALL.len() as f64;
    for cell in &mut crowded.cells {
        cell.cost.components =
            Component::ALL.map(|component| (component, builder::figure(part, 0.4 * part, "SEK/year"))).into();
        cell.cost.total = builder::figure(27.5e6, 3e6, "SEK/year");
        for readings in cell.endurance.iter_mut().flat_map(|cut| &mut cut.claims).map(|(_, readings)| readings) {
            let family = |number: u32| (format!("familj-{number}{long}"), f64::from(number) / 20.0);
            readings.families_at_zero = vec![(0..21).rev().map(family).collect(); 4];
        }
    }
    let mut unknown = region();
    for cell in &mut unknown.cells {
        cell.cost.total = builder::absent("SEK/year");
        cell.cost.components.clear();
        for stop in cell.endurance.iter_mut().filter_map(|cut| cut.stop.as_mut()) {
            (stop.breach.day, stop.breach.recovery_days) = (builder::absent("days"), builder::absent("days"));
            stop.breach.not_recovered = builder::absent("share");
        }
    }
    let mut early = region();
    early.inputs.levels = vec![1, 2, 3, 7];
    vec![
        ("region", region()),
        ("one", alternatives(1, "", 1.0)),
        ("eight", alternatives(8, long, 6.0)),
        ("coinciding", alternatives(4, " är som de andra", 0.0)),
        ("flat", flat),
        ("unbroken", alternatives(3, &"x".repeat(300), 9.0)),
        ("near-levels", early),
        ("crowded", crowded),
        ("unknown", unknown),
    ]
}

#[test]
fn texts_stand_on_the_canvas_and_apart() {
    for (name, findings) in cases() {
        for language in Language::ALL {
            for NamedChart { name: kind, chart, .. } in charts(&findings, language) {
                if let Some(folder) = std::env::var_os("CHART_FOLDER") {
                    let stem = format!("{kind}.{name}.{}", language.code());
                    let path = |ending: &str| std::path::Path::new(&folder).join(format!("{stem}.{ending}"));
                    std::fs::write(path("png"), &chart.png).expect("a folder");
                    std::fs::write(path("svg"), &chart.svg).expect("a folder");
                }
                assert_inside(&format!("{kind} of {name}"), &chart);
            }
        }
    }
}

#[test]
fn every_letter_has_a_glyph() {
    let drawn = |chart: &Chart| texts(&chart.svg).iter().map(|(_, text)| unescape(text)).collect::<String>();
    let words: String = Word::ALL.iter().flat_map(|word| Language::ALL.map(|language| word.text(language))).collect();
    let of_charts: String =
        ChartWord::ALL.iter().flat_map(|word| Language::ALL.map(|language| word.text(language))).collect();
    let chart = survival_chart(&region(), Language::Sv, None);
    let text = words + &of_charts + &drawn(&chart) + "\u{a0}\u{2212}≥–…åäöÅÄÖéü";
    for weight in [None, Some("bold")] {
        let font = font(weight);
        for character in text.chars().filter(|character| *character != '\n') {
            assert_ne!(font.glyph_id(character).0, 0, "{character:?} {weight:?}");
        }
    }
}

#[test]
fn names_inject_nothing() {
    let name = "</text><script>alert(\"1\")</script>&' \u{1b}\u{202e}\n]]>";
    let findings = builder::findings(&[Invented::new("x", name, 9.0)], &[("none", name, name, 0.0)]);
    let chart = survival_chart(&findings, Language::Sv, None);
    assert!(!chart.svg.contains("<script") && !chart.svg.contains(['\u{1b}', '\u{202e}']), "{}", chart.svg);
    assert!(chart.svg.contains("&lt;/text&gt;&lt;script&gt;"));
    for NamedChart { name, chart, .. } in charts(&findings, Language::Sv) {
        assert!(!chart.svg.contains("<script") && !chart.svg.contains(['\u{1b}', '\u{202e}']), "{}", chart.svg);
        assert_eq!(chart.svg.matches("<text").count(), chart.svg.matches("</text>").count());
        assert_inside(name, &chart);
    }
}

#[test]
fn title_says_the_numbers_and_alt_says_the_rest() {
    let chart = survival_chart(&region(), Language::Sv, Some("none"));
    let title = title(&chart.svg);
    assert_eq!(title, "Allt utanför regionen: dag 30 betjänas 88\u{a0}% av behovet i Delmål 2 och 5\u{a0}% i Nuläge");
    assert!(
        chart.alt.starts_with(title) && chart.alt.contains("Största lagret, dag 30: 1\u{a0}% Nuläge (alternativ 0)")
    );
    assert!(chart.alt.contains("Linjediagram") && chart.alt.contains("tabellen"));
    let english = survival_chart(&region(), Language::En, Some("none"));
    assert!(english.alt.contains("on day 30, 88% of need is served in Delmål 2 and 5% in Today"), "{}", english.alt);
}

#[test]
fn default_reserve_is_the_one_nearest_thirty_days() {
    let findings = region();
    let by_default = survival_chart(&findings, Language::Sv, None);
    assert_eq!(by_default, survival_chart(&findings, Language::Sv, Some("30-days")));
    assert!(by_default.csv.starts_with("cut,scenario,reserve,claim,day,unit,mean,p10,p90\n"));
    assert_eq!(by_default.csv.lines().count(), 1 + 2 * 3 * 120);
    assert!(by_default.csv.contains("largest-site,delmal-2,30-days,1,120,share,"));
}

#[test]
fn png_is_twice_the_size() {
    let chart = survival_chart(&region(), Language::Sv, None);
    let first = chart.svg.lines().next().expect("a first line");
    assert_eq!(&chart.png[..8], b"\x89PNG\r\n\x1a\n");
    let size = |from: usize| f64::from(u32::from_be_bytes(chart.png[from..from + 4].try_into().expect("four bytes")));
    assert_eq!((size(16), size(20)), (2.0 * number(first, "width"), 2.0 * number(first, "height")));
}

#[test]
fn without_probes_the_chart_says_so() {
    let mut findings = region();
    for cell in &mut findings.cells {
        cell.endurance.clear();
    }
    let chart = survival_chart(&findings, Language::Sv, None);
    assert!(chart.alt.starts_with("Ingen uthållighet att visa"));
    assert_inside("empty", &chart);
}

#[test]
fn no_name_within_an_image_stands_in_another() {
    let findings = region();
    let mut seen = std::collections::BTreeSet::new();
    for drawn in Language::ALL.iter().flat_map(|&language| charts(&findings, language)) {
        let svg = &drawn.chart.svg;
        assert_eq!(unescape(title(svg)), drawn.title);
        let ids: Vec<&str> = svg.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(attribute(svg, "aria-labelledby"), Some(ids.join(" ").as_str()));
        assert!(ids.into_iter().all(|id| seen.insert(id.to_string())), "{}", drawn.name);
    }
    assert!(!seen.is_empty());
}

#[test]
fn a_chart_without_data_is_left_out() {
    let mut findings = region();
    let names =
        |findings: &Findings| -> Vec<&str> { charts(findings, Language::Sv).iter().map(|drawn| drawn.name).collect() };
    let all = ["cost-endurance", "survival", "stop", "families-at-zero", "cost-breakdown"];
    assert_eq!(names(&findings), all);
    for cut in findings.cells.iter_mut().flat_map(|cell| &mut cell.endurance) {
        cut.stop = None;
    }
    assert_eq!(names(&findings), [all[0], all[1], all[3], all[4]]);
    findings.cells.iter_mut().for_each(|cell| cell.endurance.clear());
    assert_eq!(names(&findings), [all[4]]);
    findings.cells.iter_mut().for_each(|cell| cell.cost.total = builder::absent("SEK/year"));
    assert_eq!(names(&findings), Vec::<&str>::new());
}

#[test]
fn claims_of_the_charts_carry_their_numbers() {
    let titles: Vec<String> = charts(&region(), Language::Sv).into_iter().map(|drawn| drawn.title).collect();
    // Reserve 30 days: 39 and 54 days of strength and reserve, cost 4 MSEK + 0.3 MSEK a day, of which 0.2 is capital.
    assert_eq!(
        titles[0],
        "Delmål 2 kostar 20,2 MSEK/år och räcker 30 dagar i >99\u{a0}% av simuleringarna, Nuläge kostar 15,7 MSEK/år och räcker så länge i 99\u{a0}%"
    );
    // The key and the words beside the image say the same of every scenario.
    let first = &charts(&region(), Language::Sv)[0].chart;
    for point in ["20,2 MSEK/år, 54 dagar: Delmål 2", "15,7 MSEK/år, 39 dagar: Nuläge"] {
        assert!(first.alt.contains(point), "{point}: {}", first.alt);
        assert!(texts(&first.svg).iter().any(|(_, text)| text.starts_with(point)), "{point}");
    }
    // 10 % of probes where 30 days are outlasted.
    assert_eq!(
        titles[2],
        "Allt utanför regionen i 30 dagar: Delmål 2 får brist i 10\u{a0}% av simuleringarna, Nuläge i 10\u{a0}%"
    );
    // 10.8 of 20.2 and 7.8 of 15.7 MSEK are capital; of storage 9.4 and 7.9.
    assert_eq!(
        titles[4],
        "Delmål 2 kostar 20,2 MSEK/år, mest kapitalbindning (53\u{a0}%), mot 15,7 MSEK/år i Nuläge, mest lagerplats (50\u{a0}%)"
    );
}

#[test]
fn tables_of_the_charts_hold_every_mark() {
    let drawn = charts(&region(), Language::En);
    let csv = |name: &str| &drawn.iter().find(|drawn| drawn.name == name).expect("a chart").chart.csv;
    assert_eq!(csv("cost-endurance").lines().count(), 1 + 3 * 2 * 2);
    assert!(csv("cost-endurance").contains("outside-region,today,30-days,0.95,endurance_days,days,39,36,39,42\n"));
    assert_eq!(csv("stop").lines().count(), 1 + 3 * 90 * (5 + 2 + 3));
    assert!(csv("stop").contains("outside-region,today,30-days,1,cover,days,p50,38\n"));
    assert_eq!(csv("families-at-zero").lines().count(), 1 + 3 * 3);
    assert_eq!(csv("cost-breakdown").lines().count(), 1 + 3 * 3 + 2);
    assert!(csv("cost-breakdown").contains("delmal-2,30-days,lump_sum.lump,SEK/year,14200000,,\n"));
}

#[test]
fn swedish_texts_keep_numbers_together() {
    for (name, findings) in cases() {
        for drawn in charts(&findings, Language::Sv) {
            let in_image = texts(&drawn.chart.svg).into_iter().map(|(_, text)| unescape(text));
            for text in in_image.chain([drawn.title, drawn.chart.alt]) {
                assert!(!text.contains(" %"), "{} of {name}: {text}", drawn.name);
                let signs: Vec<char> = text.chars().collect();
                let is_split = |five: &[char]| {
                    five[0].is_ascii_digit() && five[1] == ' ' && five[2..].iter().all(char::is_ascii_digit)
                };
                assert!(!signs.windows(5).any(is_split), "{} of {name}: {text}", drawn.name);
            }
        }
    }
}

#[test]
fn the_reference_is_called_alternative_0_beside_its_name() {
    for (language, word) in [(Language::Sv, "(alternativ 0)"), (Language::En, "(alternative 0)")] {
        for drawn in charts(&region(), language) {
            let said = texts(&drawn.chart.svg).iter().filter(|(_, text)| text.contains(word)).count();
            assert!(said > 0 && drawn.chart.alt.contains(word) && !drawn.title.contains(word), "{}", drawn.name);
        }
        let alone = charts(&alternatives(1, "", 1.0), language);
        assert!(alone.iter().all(|drawn| !drawn.chart.svg.contains(word)));
    }
}

#[test]
fn the_stop_tells_of_whom_the_days_are_and_that_single_articles_run_out() {
    let drawn = charts(&region(), Language::Sv);
    let stop = &drawn.iter().find(|drawn| drawn.name == "stop").expect("a chart").chart.svg;
    let words: String = texts(stop).iter().map(|(_, text)| unescape(text) + " ").collect();
    for told in ["av dem som kom åter: efter 12 dagar", "av dem med brist ej åter", "enstaka artiklar tar slut"] {
        assert!(words.contains(told), "{told}: {words}");
    }
}

#[test]
fn lines_that_coincide_are_both_seen() {
    let shared = |findings: &Findings| {
        let chart = survival_chart(findings, Language::Sv, None);
        let words: String = texts(&chart.svg).iter().map(|(_, text)| unescape(text) + " ").collect();
        // Every piece of a line of delmål 2, which is drawn last of the whole lines.
        let pieces = chart.svg.lines().filter(|line| line.contains("<path") && line.contains("stroke=\"#00304D\""));
        let pieces: usize = pieces.map(|line| line.matches('M').count()).sum();
        (words.contains("Omväxlande färger"), pieces)
    };
    let (said, dashes) = shared(&alternatives(4, "", 0.0));
    let (_, whole) = shared(&alternatives(4, "", 30.0));
    assert!(said && dashes > 20, "{dashes}");
    assert!(dashes > whole, "{dashes} {whole}");
}

#[test]
fn a_familys_name_is_whole_in_the_claim_and_the_axis_ends_where_the_words_say() {
    let mut findings = region();
    for scenario in &mut findings.inputs.scenarios {
        scenario.families[0].1 =
            builder::title("B05 Vätskor och parenteral näring", "B05 Fluids and parenteral nutrition");
    }
    for (_, readings) in findings.cells.iter_mut().flat_map(|cell| &mut cell.endurance).flat_map(|cut| &mut cut.claims)
    {
        readings.families_at_zero = vec![vec![("gloves".to_string(), 0.18)]; 4];
    }
    let drawn = charts(&findings, Language::En);
    let families = drawn.iter().find(|drawn| drawn.name == "families-at-zero").expect("a chart");
    assert!(families.title.contains("B05 Fluids and parenteral nutrition is short"), "{}", families.title);
    assert!(families.chart.alt.contains("service, 0–20%."), "{}", families.chart.alt);
    // Marks only: no line of a scenario's colour stands in the key.
    assert!(!families.chart.svg.lines().any(|line| line.contains("<path") && line.contains("stroke=\"#00304D\"")));
}

#[test]
fn one_replication_is_not_several() {
    let mut findings = region();
    findings.inputs.replications = 1;
    for (language, one, many) in
        [(Language::Sv, " 1 simulering,", "1 simuleringar"), (Language::En, " 1 replication,", "1 replications")]
    {
        let chart = survival_chart(&findings, language, None);
        let words: String = texts(&chart.svg).iter().map(|(_, text)| unescape(text) + " ").collect();
        assert!(words.contains(one) && !words.contains(many), "{words}");
    }
    let mut alone = region();
    alone.inputs.replications = 1;
    alone.cells.iter_mut().for_each(|cell| cell.metrics.values_mut().for_each(|figure| figure.n = 1));
    let told = beredd::report::table::human(&alone, Language::Sv, 132);
    assert!(told.contains("\n1 simulering per rad, 365 dagar"), "{told}");
}
