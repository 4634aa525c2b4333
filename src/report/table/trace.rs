//! What `beredd trace` prints: day by day, what happened to an article at each place, and why.

mod orders;

use super::columns::{Cell, Table, wrap};
use crate::plan::demand::Unmet;
use crate::report::name::visible;
use crate::report::number::{ABSENT, Numbers};
use crate::report::wording::Language;
use crate::report::wording::trace::{TraceWord as Word, reaction, weekday};
use crate::scenario::model::Title;
use crate::sim::batches::Expiry;
use crate::sim::trace::entry::{Balance, Disturbance, Entry, Help, Hindrance, Lot, ReserveChange, What};
use crate::study::trace::Traced;
use crate::time::Day;
use crate::units::Quanta;

/// Decimals of quantities where a unit is parted.
const DECIMALS: usize = 3;

/// The trace as text of about `width` columns.
pub fn trace(traced: &Traced, language: Language, width: usize) -> String {
    let page = Page { traced, language, numbers: Numbers(language) };
    let mut table = Table::new([Word::SiteHead, Word::WhatHead, Word::WhyHead].map(|head| page.word(head)).into());
    let mut today = None;
    for entry in &traced.entries {
        if today != Some(entry.day) {
            today = Some(entry.day);
            table.group(page.day(entry.day));
        }
        let (what, how) = page.told(entry);
        table.row(vec![Cell::text(page.site(entry.cell)), Cell::text(what), Cell::text(how)]);
    }
    let body = if traced.entries.is_empty() { page.word(Word::Nothing) + "\n" } else { table.render_in(width) };
    page.head(width) + "\n" + &body
}

struct Page<'a> {
    traced: &'a Traced<'a>,
    language: Language,
    numbers: Numbers,
}

impl Page<'_> {
    fn word(&self, word: Word) -> String {
        word.text(self.language).to_owned()
    }

    fn fill(&self, word: Word, places: &[(&str, &str)]) -> String {
        word.fill(self.language, places)
    }

    fn title(&self, title: &Title) -> String {
        visible(self.language.title(title))
    }

    /// A quantity in units.
    fn units(&self, quantity: Quanta) -> String {
        self.numbers.short(quantity as f64 / self.traced.plan.resolution as f64, DECIMALS)
    }

    fn article(&self, index: u32) -> String {
        let article = &self.traced.plan.articles[index as usize];
        self.title(&Title { sv: article.name_sv.clone(), en: article.name_en.clone() })
    }

    fn article_of(&self, demand: u32) -> String {
        let plan = self.traced.plan;
        self.article(plan.cells[plan.demands[demand as usize].cell as usize].article)
    }

    fn site(&self, cell: Option<u32>) -> String {
        let Some(cell) = cell else { return ABSENT.to_owned() };
        let site = &self.traced.plan.sites[self.traced.plan.cells[cell as usize].site as usize];
        self.title(&Title { sv: site.name_sv.clone(), en: site.name_en.clone() })
    }

    fn phase(&self, day: Day) -> String {
        let name = self.traced.plan_on(day).phasing.name.as_ref();
        name.map_or_else(String::new, |name| self.title(&Title { sv: name.sv.clone(), en: name.en.clone() }))
    }

    fn process(&self, index: u32) -> String {
        self.title(&self.traced.process(index))
    }

    fn source(&self, way: u32, day: Day) -> String {
        self.title(&self.traced.source(way, day))
    }

    fn head(&self, width: usize) -> String {
        let traced = self.traced;
        let reserve = traced.scenario.reserves.get(traced.reserve);
        let title = self.fill(
            Word::Title,
            &[
                ("article", &self.article(traced.article)),
                ("id", &visible(&traced.plan.articles[traced.article as usize].id)),
                ("scenario", &self.title(&traced.scenario.frame.title)),
                ("reserve", &reserve.map_or_else(|| traced.reserve.clone(), |reserve| self.title(&reserve.title))),
                ("replication", &traced.replication.to_string()),
                ("seed", &traced.seed.to_string()),
            ],
        );
        let start = [("start", traced.scenario.frame.start.as_str())];
        let mut about = self.fill(Word::About, &start);
        if traced.number(traced.days.0) < 0 {
            about = about + " " + &self.fill(Word::Warmed, &start);
        }
        wrap(&title, width, "") + &wrap(&about, width, "")
    }

    fn day(&self, day: Day) -> String {
        let weekday = weekday(self.traced.plan.calendar.weekday(day));
        let number = self.numbers.decimal(self.traced.number(day) as f64, 0);
        let places = [("date", self.traced.date(day)), ("weekday", self.word(weekday)), ("day", number)];
        self.fill(Word::Day, &places.each_ref().map(|(name, text)| (*name, text.as_str())))
    }

    /// What happened, and how and why.
    fn told(&self, entry: &Entry) -> (String, String) {
        let units = |quantity: Quanta| self.units(quantity);
        let (word, how) = match &entry.what {
            What::Opening(balance) => (Word::Opening, self.balance(balance)),
            What::Closing(balance) => (Word::Closing, self.balance(balance)),
            What::Disruption { process, how } => self.disruption(*process, *how),
            What::Arrived { quantity, before, lots, .. } => (Word::Arrived, self.arrived(*quantity, *before, lots)),
            What::BacklogServed { quantity } => (Word::BacklogServed, units(*quantity)),
            What::Needed { quantity, .. } if *quantity < 0 => (Word::Returned, units(-quantity)),
            What::Needed { quantity, served, reacts } => (Word::Needed, self.needed(*quantity, *served, *reacts)),
            What::Substituted { by, covered, taken } => {
                let places =
                    [("covered", units(*covered)), ("taken", units(*taken)), ("article", self.article_of(*by))];
                (Word::Substituted, self.filled(Word::Covers, &places))
            }
            What::StoodIn { instead_of, covered, taken } => {
                let article = self.article_of(*instead_of);
                let places = [("covered", units(*covered)), ("taken", units(*taken)), ("article", article)];
                (Word::StoodIn, self.filled(Word::Goes, &places))
            }
            What::Reacted { kind, quantity } => return (reaction(*kind, self.language).to_owned(), units(*quantity)),
            What::Help(help) => self.help(help),
            What::CameBack { quantity } => (Word::CameBack, units(*quantity)),
            What::Reviewed(weighing) => (Word::Reviewed, self.filled(Word::NoOrder, &[("why", self.rule(weighing))])),
            What::Ordered { way, quantity, why } => (Word::Ordered, self.ordered(entry.day, *way, *quantity, why)),
            What::MovedOn { from, to, quantity } => {
                let places = [
                    ("quantity", units(*quantity)),
                    ("from", self.source(*from, entry.day)),
                    ("to", self.source(*to, entry.day)),
                ];
                (Word::MovedOn, self.filled(Word::TakesOver, &places))
            }
            What::PhaseBegins => (Word::PhaseBegins, self.phase(entry.day)),
            What::TakenBack { quantity } => (Word::TakenBack, units(*quantity)),
            What::HandedOn { to, quantity } => (Word::HandedOn, self.handed_on(*to, *quantity)),
            What::TookOver { from, quantity } => {
                let places = [("quantity", units(*quantity)), ("from", self.site(Some(*from)))];
                (Word::TookOver, self.filled(Word::From, &places))
            }
            What::Reserve { change, quantity } => (reserve(*change), units(*quantity)),
            What::Expired { quantity, how: Expiry::InStock } => (Word::Expired, units(*quantity)),
            What::Expired { quantity, how: Expiry::OnArrival } => (Word::TooOld, units(*quantity)),
            What::SentBack { goods, cancelled } => {
                let places = [("goods", units(*goods)), ("cancelled", units(*cancelled))];
                (Word::SentBack, self.filled(Word::GoodsBack, &places))
            }
            What::Sent { way, asked, quantity, arrival, express } => {
                let word = if *express { Word::Express } else { Word::Sent };
                (word, self.sent((*way, entry.day), *quantity, *asked, *arrival))
            }
            What::Left { way, asked, sent, why } => (Word::Left, self.left((*way, entry.day), *asked, *sent, why)),
        };
        (self.word(word), how)
    }

    fn help(&self, help: &Help) -> (Word, String) {
        let units = |quantity: Quanta| self.units(quantity);
        match help {
            Help::From { from, quantity, arrival } => {
                (Word::Helped, self.passed((Word::From, Word::FromLater), ("from", *from), *quantity, *arrival))
            }
            Help::To { to, quantity, arrival } => {
                (Word::Helps, self.passed((Word::To, Word::ToLater), ("to", *to), *quantity, *arrival))
            }
            Help::Came { quantity, before } => {
                let after = units(before + quantity);
                let places = [("quantity", units(*quantity)), ("before", units(*before)), ("after", after)];
                (Word::HelpCame, self.filled(Word::Joins, &places))
            }
            Help::HeldBack { quantity, missing } => {
                let places = [("quantity", units(*quantity)), ("article", self.article_of(*missing))];
                (Word::HeldBack, self.filled(Word::Missing, &places))
            }
        }
    }

    fn disruption(&self, process: u32, how: Disturbance) -> (Word, String) {
        let name = self.process(process);
        match how {
            Disturbance::GoesOn => (Word::UnderWay, name),
            Disturbance::Begins => (Word::Begins, name),
            Disturbance::Ends => (Word::Ends, name),
            Disturbance::Strikes { lost, locked } => {
                let places = [("lost", self.units(lost)), ("locked", self.units(locked)), ("process", name)];
                (Word::Struck, self.filled(Word::LostLocked, &places))
            }
            Disturbance::GivesBack { quantity } => {
                let places = [("quantity", self.units(quantity)), ("process", name)];
                (Word::GivenBack, self.filled(Word::Freed, &places))
            }
        }
    }

    fn handed_on(&self, to: Option<u32>, quantity: Quanta) -> String {
        let to = to.map_or_else(|| self.word(Word::TheSupplier), |to| self.site(Some(to)));
        self.filled(Word::To, &[("quantity", self.units(quantity)), ("to", to)])
    }

    /// What goes between neighbours: at once, or with the day on which it is there.
    fn passed(
        &self,
        (now, later): (Word, Word),
        (key, cell): (&str, u32),
        quantity: Quanta,
        arrival: Option<Day>,
    ) -> String {
        let places = [("quantity", self.units(quantity)), (key, self.site(Some(cell)))];
        match arrival {
            None => self.filled(now, &places),
            Some(day) => {
                let [quantity, site] = places;
                self.filled(later, &[quantity, site, ("arrival", self.traced.date(day))])
            }
        }
    }

    fn sent(&self, (way, day): (u32, Day), quantity: Quanta, asked: Quanta, arrival: Day) -> String {
        let places = [
            ("quantity", self.units(quantity)),
            ("asked", self.units(asked)),
            ("from", self.source(way, day)),
            ("arrival", self.traced.date(arrival)),
        ];
        self.filled(Word::Part, &places)
    }

    fn left(&self, (way, day): (u32, Day), asked: Quanta, sent: Quanta, why: &[Hindrance]) -> String {
        let why: Vec<String> = why.iter().map(|one| self.hindrance((way, day), one)).collect();
        let why = if why.is_empty() { self.word(Word::Unknown) } else { why.join("; ") };
        self.filled(Word::LeftOf, &[("left", self.units(asked - sent)), ("asked", self.units(asked)), ("why", why)])
    }

    fn filled(&self, word: Word, places: &[(&str, String)]) -> String {
        let places: Vec<(&str, &str)> = places.iter().map(|(name, text)| (*name, text.as_str())).collect();
        self.fill(word, &places)
    }

    fn balance(&self, balance: &Balance) -> String {
        let places = [
            ("on_hand", self.units(balance.on_hand)),
            ("requested", self.units(balance.requested)),
            ("in_transit", self.units(balance.in_transit)),
        ];
        let mut parts = vec![self.filled(Word::Balance, &places)];
        if balance.backlog != 0 {
            parts.push(self.filled(Word::Waiting, &[("backlog", self.units(balance.backlog))]));
        }
        if balance.owed != 0 {
            parts.push(self.filled(Word::Owed, &[("owed", self.units(balance.owed))]));
        }
        parts.join(", ")
    }

    fn arrived(&self, quantity: Quanta, before: Quanta, lots: &[Lot]) -> String {
        let after = self.units(before + quantity);
        let places = [("quantity", self.units(quantity)), ("before", self.units(before)), ("after", after)];
        let mut parts = vec![self.filled(Word::Joins, &places)];
        for lot in lots {
            let sent = ("sent", self.traced.date(lot.sent));
            if lot.ordered.is_empty() {
                parts.push(self.filled(Word::OfEmergency, &[("quantity", self.units(lot.quantity)), sent]));
                continue;
            }
            parts.extend(lot.ordered.iter().map(|(day, quantity)| {
                let places = [("quantity", self.units(*quantity)), ("ordered", self.traced.date(*day)), sent.clone()];
                self.filled(
                    if lots.len() == 1 && lot.ordered.len() == 1 { Word::OfOneOrder } else { Word::OfOrder },
                    &places,
                )
            }));
        }
        parts.join("; ")
    }

    fn needed(&self, quantity: Quanta, served: Quanta, reacts: bool) -> String {
        if served == quantity {
            return self.filled(Word::All, &[("quantity", self.units(quantity))]);
        }
        let places = [
            ("quantity", self.units(quantity)),
            ("served", self.units(served)),
            ("short", self.units(quantity - served)),
        ];
        let told = self.filled(Word::Some, &places);
        if reacts {
            return told;
        }
        let fate = match self.traced.plan.unmet {
            Unmet::Backorder => Word::ShortWaits,
            Unmet::Lost => Word::ShortIsLost,
        };
        let plan = self.traced.plan;
        let unless = match (plan.shortage.groups.is_empty(), plan.neighbours.is_used()) {
            (false, _) => " ".to_owned() + &self.word(Word::Unless),
            (true, true) => " ".to_owned() + &self.word(Word::UnlessHelped),
            (true, false) => String::new(),
        };
        told + " " + &self.word(fate) + &unless
    }

    fn hindrance(&self, (way, day): (u32, Day), hindrance: &Hindrance) -> String {
        let from = ("from", self.source(way, day));
        let (what, by) = match hindrance {
            Hindrance::NoDeparture => (self.word(Word::NoDeparture), None),
            Hindrance::LaneStopped(by) => (self.word(Word::LaneStopped), Some(by)),
            Hindrance::OriginStopped(by) => (self.filled(Word::OriginStopped, &[from]), Some(by)),
            Hindrance::OfferStopped(by) => (self.filled(Word::OfferStopped, &[from]), Some(by)),
            Hindrance::Limited { most, by } => (self.filled(Word::Limited, &[("most", self.units(*most))]), Some(by)),
            Hindrance::Shared { stock, asked } => {
                let places = [from, ("stock", self.units(*stock)), ("asked", self.units(*asked))];
                (self.filled(Word::Shared, &places), None)
            }
            Hindrance::KeptBack { reserve } => {
                (self.filled(Word::KeptBack, &[("reserve", self.units(*reserve)), from]), None)
            }
            Hindrance::WholeLines => (self.word(Word::WholeLines), None),
            Hindrance::WholeOrders => (self.word(Word::WholeOrders), None),
            Hindrance::Full => (self.word(Word::Full), None),
            Hindrance::NoTime => (self.filled(Word::NoTime, &[from]), None),
        };
        match by.filter(|by| !by.is_empty()) {
            Some(by) => {
                let by: Vec<String> = by.iter().map(|&process| self.process(process)).collect();
                self.filled(Word::By, &[("what", what), ("by", by.join(", "))])
            }
            None => what,
        }
    }
}

/// What becomes of a reserve that stands apart, in a word.
fn reserve(change: ReserveChange) -> Word {
    match change {
        ReserveChange::Opened => Word::ReserveOpened,
        ReserveChange::Filled => Word::ReserveFilled,
        ReserveChange::Expired => Word::ReserveExpired,
        ReserveChange::Lost => Word::ReserveLost,
        ReserveChange::Released => Word::ReserveReleased,
    }
}
