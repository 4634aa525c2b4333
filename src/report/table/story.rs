//! What `beredd trace endurance` prints: day by day what ran out after a cut, and why.

use super::columns::{Cell, Table, wrap};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::Language;
use crate::report::wording::story::StoryWord as Word;
use crate::scenario::model::Title;
use crate::sim::story::{GroupShort, StoryDay};
use crate::sim::why_short::Why;
use crate::study::story::Told;
use crate::units::Quanta;

/// Groups told by name of one kind of news on one day, unless all are asked for.
const MOST_GROUPS: usize = 8;
/// Decimals of quantities where a unit is parted.
const DECIMALS: usize = 3;

/// The story as text of about `width` columns; `all` names every group.
pub fn story(told: &Told, language: Language, width: usize, all: bool) -> String {
    let page = Page { told, language, numbers: Numbers(language), most: if all { usize::MAX } else { MOST_GROUPS } };
    let mut table = Table::new([Word::WhatHead, Word::GroupHead, Word::WhyHead].map(|head| page.word(head)).into());
    for (number, day) in (1..).zip(&told.story.days) {
        let rows = page.rows(day);
        if !rows.is_empty() {
            table.group(page.day(number, day));
            rows.into_iter().for_each(|row| table.row(row.map(Cell::text).into()));
        }
    }
    page.head(width) + "\n" + &table.render_in(width) + "\n" + &wrap(&page.end(), width, "")
}

struct Page<'a> {
    told: &'a Told<'a>,
    language: Language,
    numbers: Numbers,
    most: usize,
}

type Row = [String; 3];

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

    fn site(&self, site: u32) -> String {
        self.title(&self.told.site(site))
    }

    fn group(&self, group: u32) -> String {
        self.title(&self.told.group(group))
    }

    fn units(&self, quantity: Quanta) -> String {
        self.numbers.short(quantity as f64 / self.told.story.plan.resolution as f64, DECIMALS)
    }

    fn percent(&self, share: f64) -> String {
        self.numbers.share(Some(share))
    }

    /// Names one after the other; of many the first, and how many more there are.
    fn listed(&self, names: impl ExactSizeIterator<Item = String>) -> String {
        let count = names.len();
        let mut listed: Vec<String> = names.take(self.most).collect();
        if count > self.most {
            listed.push(self.fill(Word::More, &[("count", &self.numbers.count((count - self.most) as u64))]));
        }
        listed.join(", ")
    }

    fn head(&self, width: usize) -> String {
        let (told, story) = (self.told, &self.told.story);
        let reserve = told.scenario.reserves.get(told.reserve);
        let cut = Title { sv: told.cut.name_sv.clone(), en: told.cut.name_en.clone() };
        let title = self.fill(
            Word::Title,
            &[
                ("scenario", &self.title(&told.scenario.frame.title)),
                ("reserve", &reserve.map_or_else(|| told.reserve.clone(), |reserve| self.title(&reserve.title))),
                ("cut", &self.title(&cut)),
                ("replication", &told.replication.to_string()),
                ("probe", &told.probe.0.to_string()),
                ("probes", &told.probe.1.to_string()),
                ("seed", &told.seed.to_string()),
            ],
        );
        let claim = self.numbers.short(f64::from(told.claim) / 10.0, 1);
        let claim = self.fill(Word::ClaimSays, &[("claim", &claim)]);
        let when = self.fill(
            Word::When,
            &[
                ("date", &told.date(story.day)),
                ("day", &told.number(story.day).to_string()),
                ("claim", if told.cut.locks_supplier_stock { &claim } else { "" }),
                ("groups", &self.numbers.count(story.plan.endurance.groups.len() as u64)),
            ],
        );
        let texts = [title, when, self.before(), self.taken()];
        texts.iter().filter(|text| !text.is_empty()).map(|text| wrap(text, width, "")).collect()
    }

    /// What was wrong before the cut.
    fn before(&self) -> String {
        let story = &self.told.story;
        let under_way = self.listed(story.under_way.iter().map(|&process| self.title(&self.told.process(process))));
        let out = self.listed(story.out_before.iter().map(|&group| self.group(group)));
        let first = match under_way.is_empty() {
            true => self.word(Word::Calm),
            false => self.fill(Word::UnderWay, &[("names", &under_way)]),
        };
        let second = match out.is_empty() {
            true => self.word(Word::NoneOut),
            false => self.fill(Word::OutBefore, &[("names", &out)]),
        };
        first + " " + &second
    }

    /// What the cut took.
    fn taken(&self) -> String {
        let story = &self.told.story;
        let counted =
            |word, site: String, count: u32| self.fill(word, &[("count", &self.numbers.count(count)), ("site", &site)]);
        let held =
            self.listed(story.held.iter().map(|&(site, lines)| counted(Word::LinesFrom, self.site(site), lines)));
        let locked =
            self.listed(story.locked.iter().map(|&(site, count)| counted(Word::ArticlesAt, self.site(site), count)));
        let told = [(Word::Held, held), (Word::Locked, locked)];
        let told = told.iter().filter(|(_, names)| !names.is_empty());
        told.map(|(word, names)| self.fill(*word, &[("names", names)])).collect::<Vec<_>>().join(" ")
    }

    fn day(&self, number: u32, day: &StoryDay) -> String {
        let date = self.told.date(self.told.story.day.plus(number - 1));
        let served = self.percent(day.served);
        self.fill(Word::Day, &[("number", &number.to_string()), ("date", &date), ("served", &served)])
    }

    /// The news of a day.
    fn rows(&self, day: &StoryDay) -> Vec<Row> {
        let mut rows = Vec::new();
        for &(process, begins) in &day.toggled {
            let word = if begins { Word::Begins } else { Word::Ends };
            rows.push([self.word(word), self.title(&self.told.process(process)), String::new()]);
        }
        rows.extend(self.deliveries(day));
        let short: Vec<Row> = day.short.iter().map(|short| self.short(short)).collect();
        self.most_of(short, &mut rows);
        let out = day.zero.iter().filter(|group| !day.short.iter().any(|short| short.group == **group));
        self.most_of(out.map(|&group| [self.word(Word::IsOut), self.group(group), String::new()]).collect(), &mut rows);
        let back = day.back.iter().map(|&group| [self.word(Word::IsBack), self.group(group), String::new()]);
        self.most_of(back.collect(), &mut rows);
        rows
    }

    /// What came into the region from outside.
    fn deliveries(&self, day: &StoryDay) -> Vec<Row> {
        let plan = &self.told.story.plan;
        let outside = |lane: &u32| {
            let lane = &plan.lanes[*lane as usize];
            !plan.sites[lane.from as usize].in_region && plan.sites[lane.to as usize].in_region
        };
        let lanes = day.arrived.iter().filter(|(lane, _)| outside(lane));
        let told = lanes.map(|(&lane, &lines)| {
            let lane = &plan.lanes[lane as usize];
            let places = [("count", self.numbers.count(lines)), ("site", self.site(lane.from))];
            let places = places.each_ref().map(|(name, text)| (*name, text.as_str()));
            [self.word(Word::ComesIn), self.site(lane.to), self.fill(Word::LinesFrom, &places)]
        });
        told.collect()
    }

    /// Adds the first rows of one kind of news, and how many more there are.
    fn most_of(&self, news: Vec<Row>, rows: &mut Vec<Row>) {
        let left = news.len().saturating_sub(self.most);
        let what = news.first().map(|row| row[0].clone());
        rows.extend(news.into_iter().take(self.most));
        if let Some(what) = what.filter(|_| left > 0) {
            rows.push([what, self.fill(Word::More, &[("count", &self.numbers.count(left as u64))]), String::new()]);
        }
    }

    fn short(&self, short: &GroupShort) -> Row {
        let why = self.why(short.why);
        let how = match short.served > 0.0 {
            true => self.fill(Word::Served, &[("served", &self.percent(short.served)), ("why", &why)]),
            false => self.fill(Word::NothingServed, &[("why", &why)]),
        };
        [self.word(Word::RunsShort), self.group(short.group), how]
    }

    fn why(&self, why: Why) -> String {
        let at = |word, site: u32, quantity: Quanta| {
            self.fill(word, &[("site", &self.site(site)), ("quantity", &self.units(quantity))])
        };
        match why {
            Why::SiteStopped => self.word(Word::SiteStopped),
            Why::OnItsWay { quantity } => self.fill(Word::OnItsWay, &[("quantity", &self.units(quantity))]),
            Why::BehindStop { site, quantity } => at(Word::BehindStop, site, quantity),
            Why::Locked { site, quantity } => at(Word::KeptThere, site, quantity),
            Why::CutOff { site } => at(Word::CutOff, site, 0),
            Why::Waits { site, quantity } => at(Word::Waits, site, quantity),
            Why::Ordered { site } => at(Word::Ordered, site, 0),
        }
    }

    /// How long it lasted.
    fn end(&self) -> String {
        let (endurance, reading) = (&self.told.story.plan.endurance, &self.told.story.reading);
        let ends =
            endurance.thresholds.iter().zip(&reading.days).zip(&reading.lasted).map(|((threshold, &days), &lasted)| {
                let days = self
                    .numbers
                    .days(Some(f64::from(if lasted { endurance.cap_days } else { days })), endurance.cap_days);
                self.fill(Word::EndsAt, &[("days", &days), ("threshold", &self.percent(*threshold))])
            });
        let ends = ends.collect::<Vec<_>>().join(", ");
        self.fill(Word::Ended, &[("ends", &ends)]) + " " + &self.word(Word::Quiet)
    }
}
