//! What `beredd stock slotting` hands over: what is walked each way, look-alikes side by side, and what to move.

use super::figures::Figures;
use crate::desk::slotting::assignment::{Method, Unplaced};
use crate::desk::slotting::route::MOST_EXACT;
use crate::desk::slotting::saved::Walk;
use crate::desk::slotting::{SlottingFindings, Standing, Way};
use crate::order::{Gather, InOrder};
use crate::report::name::visible;
use crate::report::number::{ABSENT, Numbers};
use crate::report::table::columns::{Cell, Table, wrap};
use crate::report::wording::Language;
use crate::report::wording::desk::slotting::SlottingWord as Say;

/// Articles to move that are printed.
const MOST_MOVES: usize = 20;
/// Pairs of look-alikes that are printed.
const MOST_PAIRS: usize = 20;

/// The findings as JSON.
pub fn json(found: &SlottingFindings) -> String {
    super::json("slotting", found)
}

/// The findings as text of about `width` columns; ends in a newline.
pub fn human(found: &SlottingFindings, language: Language, width: usize) -> String {
    let page = Page { found, language, figures: Figures(language), numbers: Numbers(language), width };
    let parts = [page.head(), page.ways(), page.neighbours(), page.moves()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

struct Page<'a> {
    found: &'a SlottingFindings,
    language: Language,
    figures: Figures,
    numbers: Numbers,
    width: usize,
}

impl Page<'_> {
    fn text(&self, word: Say) -> String {
        word.text(self.language).to_owned()
    }

    fn wrapped(&self, texts: &[String]) -> String {
        texts.iter().map(|text| wrap(text, self.width, "")).collect()
    }

    fn count(&self, count: usize) -> String {
        self.numbers.count(count as u64)
    }

    fn head(&self) -> String {
        let found = self.found;
        let counts = [self.count(found.articles), self.count(found.places)];
        let title = Say::Title.fill(self.language, &[("articles", &counts[0]), ("places", &counts[1])]);
        let most = self.count(MOST_EXACT);
        let walked = found.orders.map_or_else(
            || self.text(Say::Lines),
            |orders| Say::Rounds.fill(self.language, &[("orders", &self.count(orders)), ("most", &most)]),
        );
        let [speed, days, apart] =
            [found.speed_m_s, found.working_days, found.apart_m].map(|value| self.figures.amount(value));
        let assumed = Say::Assumed.fill(self.language, &[("speed", &speed), ("days", &days), ("apart", &apart)]);
        self.wrapped(&[title, walked, assumed])
    }

    fn name(&self, method: Method) -> String {
        self.text(match method {
            Method::Dedicated => Say::Dedicated,
            Method::Shared => Say::Shared,
            Method::Zoned => Say::Zoned,
        })
    }

    fn ways(&self) -> String {
        let heads =
            [Say::Way, Say::Used, Say::PerDay, Say::Below, Say::PerYear, Say::Hours, Say::SavedDay, Say::SavedHours];
        let mut table = Table::new(heads.iter().map(|&word| self.text(word)).collect());
        let today = self.found.today.as_ref().map(|today| &today.walk);
        if let Some(walk) = today {
            let used: std::collections::BTreeSet<_> = self.found.standing.iter().map(|one| &one.today).into_set();
            table.row(self.row(self.text(Say::Today), used.len(), walk, None));
        }
        for way in &self.found.ways {
            if let Some(walk) = &way.walk {
                table.row(self.row(self.name(way.method), way.places_used, walk, today));
            }
        }
        let mut remarks: Vec<String> = self.found.ways.iter().filter_map(|way| self.remark(way)).collect();
        let walks = self.found.ways.iter().filter_map(|way| Some((self.name(way.method), way.walk.as_ref()?)));
        let walks = today.map(|walk| (self.text(Say::Today), walk)).into_iter().chain(walks);
        remarks.extend(walks.filter_map(|(name, walk)| self.not_shortest(&name, walk)));
        if today.is_none() {
            remarks.push(self.text(Say::NoToday));
        }
        let walked = self.wrapped(&[self.text(Say::WaysTitle), self.text(Say::WaysHow)]) + "\n" + &table.render();
        if remarks.is_empty() { walked } else { walked + "\n" + &self.wrapped(&remarks) }
    }

    fn row(&self, name: String, used: usize, walk: &Walk, today: Option<&Walk>) -> Vec<Cell> {
        let metres = |value: f64| Cell::number(self.numbers.decimal(value, 0));
        let saved = |of: fn(&Walk) -> f64, decimals: usize| {
            let less = today.map(|today| self.numbers.decimal(of(today) - of(walk), decimals));
            Cell::number(less.map_or_else(|| ABSENT.to_owned(), |less| self.numbers.signed(less)))
        };
        let share = if walk.metres_per_year > 0.0 { walk.at_least_per_year / walk.metres_per_year } else { 1.0 };
        vec![
            Cell::text(name),
            Cell::number(self.count(used)),
            metres(walk.metres_per_day),
            metres(walk.metres_per_day * share),
            Cell::number(self.figures.amount(walk.metres_per_year / 1000.0)),
            Cell::number(self.numbers.decimal(walk.hours_per_year, 1)),
            saved(|walk| walk.metres_per_day, 0),
            saved(|walk| walk.hours_per_year, 1),
        ]
    }

    /// How far rounds that are not proved shortest may be from it.
    fn not_shortest(&self, name: &str, walk: &Walk) -> Option<String> {
        let over = walk.metres_per_year / walk.at_least_per_year - 1.0;
        (walk.other_rounds > 0).then(|| {
            let [n, of] = [walk.other_rounds, walk.other_rounds + walk.shortest_rounds].map(|count| self.count(count));
            let places = [("way", name), ("n", &n), ("of", &of), ("share", &self.figures.percent(over))];
            Say::NotShortest.fill(self.language, &places)
        })
    }

    fn remark(&self, way: &Way) -> Option<String> {
        let name = self.name(way.method);
        let fill = |word: Say, places: &[(&str, &str)]| {
            word.fill(self.language, &[&[("way", name.as_str())], places].concat())
        };
        Some(match way.unplaced.as_ref()? {
            Unplaced::NoRoom { article } => fill(Say::NoRoom, &[("article", &visible(article))]),
            Unplaced::LookAlike { article, group, is_proved } => {
                let word = if *is_proved { Say::Impossible } else { Say::NotFound };
                fill(word, &[("article", &visible(article)), ("group", &visible(group))])
            }
            Unplaced::NoZone { family, articles, most } => {
                let family = if family.is_empty() { self.text(Say::NoFamily) } else { visible(family) };
                fill(
                    Say::NoZone,
                    &[("family", &family), ("articles", &self.count(*articles)), ("most", &self.count(*most))],
                )
            }
            Unplaced::NoZones => fill(Say::NoZones, &[]),
            Unplaced::NoLitres => fill(Say::NoLitres, &[]),
        })
    }

    fn neighbours(&self) -> String {
        let pairs = self.found.today.as_ref().map(|today| today.neighbours.as_slice()).unwrap_or_default();
        if pairs.is_empty() {
            return String::new();
        }
        let mut lines = vec![Say::NeighboursTitle.fill(self.language, &[("number", "2")])];
        lines.extend(pairs.iter().take(MOST_PAIRS).map(|pair| {
            let texts = [&pair.one, &pair.one_at, &pair.other, &pair.other_at].map(|text| visible(text));
            let names = ["one", "one_at", "other", "other_at"];
            let places: Vec<(&str, &str)> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
            Say::Neighbours.fill(self.language, &places)
        }));
        let more = pairs.len().saturating_sub(MOST_PAIRS);
        lines.extend((more > 0).then(|| Say::MoreNeighbours.fill(self.language, &[("n", &self.count(more))])));
        self.wrapped(&lines)
    }

    fn moves(&self) -> String {
        let Some(best) = self.found.best else { return String::new() };
        let mut moved: Vec<(&Standing, &str)> = self
            .found
            .standing
            .iter()
            .filter_map(|one| Some((one, one.places[best].as_deref()?)))
            .filter(|(one, to)| one.today.as_deref() != Some(to))
            .collect();
        moved.order_by(|one, other| other.0.lines_per_year.total_cmp(&one.0.lines_per_year));
        if moved.is_empty() {
            return String::new();
        }
        let heads = [Say::Article, Say::Name, Say::Class, Say::LinesYear, Say::From, Say::To];
        let mut table = Table::new(heads.iter().map(|&word| self.text(word)).collect());
        for (one, to) in moved.iter().take(MOST_MOVES) {
            table.row(vec![
                Cell::text(visible(&one.article)),
                Cell::text(visible(&one.name)),
                Cell::text(one.class),
                Cell::number(self.numbers.decimal(one.lines_per_year, 0)),
                Cell::text(one.today.as_deref().map_or_else(|| ABSENT.to_owned(), visible)),
                Cell::text(visible(to)),
            ]);
        }
        let number = if self.neighbours().is_empty() { "2" } else { "3" };
        let way = self.name(self.found.ways[best].method);
        let title = Say::MovesTitle.fill(self.language, &[("number", number), ("way", &way)]);
        let counts = [moved.len().min(MOST_MOVES), moved.len(), self.found.articles].map(|count| self.count(count));
        let how = Say::MovesHow.fill(self.language, &[("most", &counts[0]), ("n", &counts[1]), ("of", &counts[2])]);
        self.wrapped(&[title, how]) + "\n" + &table.render()
    }
}
