//! What `beredd size` prints.

use super::columns::{Cell, Table, wrap};
use super::dry_run::time;
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::Language;
use crate::report::wording::size::SizeWord as Word;
use crate::scenario::model::MoneyUnit;
use crate::study::findings::Estimate;
use crate::study::sizing::Question;
use crate::study::sizing::classes::{Class, Grouping};
use crate::study::sizing::findings::{Answer, Chosen, SizeFindings};
use crate::study::sizing::options::Holding;
use crate::study::sizing::trial::Limit;
use crate::study::sizing::weakest::Weak;

/// The answer as text of about `width` columns; ends in a newline.
pub fn human(found: &SizeFindings, money: MoneyUnit, language: Language, width: usize) -> String {
    let page = Page { found, money, language, numbers: Numbers(language) };
    let mut parts = vec![page.head(width)];
    match &found.answer {
        Answer::Reached(chosen) => parts.extend(page.chosen(chosen, Word::Reached, width)),
        Answer::Undecided(chosen) => {
            let below = chosen.probability.high.is_some_and(|high| high < found.question.probability);
            parts.extend(page.chosen(chosen, if below { Word::NotReached } else { Word::Undecided }, width));
        }
        Answer::OutOfReach { limits, at_most, weakest } => {
            let texts = [page.out_of_reach(limits, *at_most), page.weakest(weakest)];
            parts.push(texts.iter().filter(|text| !text.is_empty()).map(|text| wrap(text, width, "")).collect());
        }
    }
    parts.join("\n")
}

struct Page<'a> {
    found: &'a SizeFindings,
    money: MoneyUnit,
    language: Language,
    numbers: Numbers,
}

/// Work that a question would be.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Trials of the classes.
    pub trials: usize,
    /// Threads.
    pub jobs: usize,
    /// Seconds that one replication takes on one thread.
    pub seconds: f64,
}

/// What a question would take, as text of about `width` columns; ends in a newline.
pub fn planned(question: &Question, effort: Effort, language: Language, width: usize) -> String {
    let numbers = Numbers(language);
    let lasts = |replications: f64| time(effort.seconds * replications / effort.jobs.max(1) as f64, language);
    let places = [
        ("trials", numbers.count(effort.trials as u64)),
        ("pilot", numbers.count(question.pilot)),
        ("jobs", numbers.count(effort.jobs as u64)),
        ("time", lasts(effort.trials as f64 * f64::from(question.pilot))),
        ("fresh", numbers.count(question.fresh)),
        ("confirm", lasts(2.0 * f64::from(question.fresh))),
    ];
    wrap(&Word::DryRun.fill(language, &places.each_ref().map(|(name, text)| (*name, text.as_str()))), width, "")
}

impl Page<'_> {
    fn head(&self, width: usize) -> String {
        let replaced: Vec<String> = self.found.replaced.iter().map(|id| visible(id)).collect();
        let replaces = match replaced.is_empty() {
            true => String::new(),
            false => self.fill(Word::Replaces, &[("names", replaced.join(", "))]),
        };
        let texts = [self.title(), self.how(), replaces];
        texts.iter().filter(|text| !text.is_empty()).map(|text| wrap(text, width, "")).collect()
    }

    fn fill(&self, word: Word, places: &[(&str, String)]) -> String {
        let places: Vec<(&str, &str)> = places.iter().map(|(name, text)| (*name, text.as_str())).collect();
        word.fill(self.language, &places)
    }

    fn title(&self) -> String {
        let question = &self.found.question;
        self.fill(
            Word::Title,
            &[
                ("level", self.numbers.count(question.level)),
                ("scenario", visible(self.language.title(&self.found.title))),
                ("cut", visible(self.language.title(&self.found.cut))),
                ("claim", self.numbers.asked(f64::from(question.claim) / 1000.0)),
                ("threshold", self.numbers.asked(question.threshold)),
                ("probability", self.numbers.asked(question.probability)),
            ],
        )
    }

    fn how(&self) -> String {
        let question = &self.found.question;
        let by = match question.by {
            Grouping::Together => Word::ByTogether,
            Grouping::Class => Word::ByClass,
            Grouping::Flow => Word::ByFlow,
            Grouping::Family => Word::ByFamily,
            Grouping::Channel => Word::ByChannel,
            Grouping::Article => Word::ByArticle,
        };
        self.fill(
            Word::How,
            &[
                ("trials", self.numbers.count(self.found.trials as u64)),
                ("pilot", self.numbers.count(question.pilot)),
                ("step", self.numbers.count(question.step)),
                ("most", self.numbers.count(question.most)),
                ("seed", question.seed.to_string()),
                ("articles", self.numbers.count(self.found.articles as u64)),
                ("classes", self.numbers.count(self.found.classes.len() as u64)),
                ("by", by.text(self.language).to_owned()),
            ],
        )
    }

    fn chosen(&self, chosen: &Chosen, verdict: Word, width: usize) -> Vec<String> {
        let share = |value: Option<f64>| self.numbers.probability(value);
        let places = [
            ("level", self.numbers.count(self.found.question.level)),
            ("probability", self.numbers.percent(&share(chosen.probability.mean))),
            ("low", share(chosen.probability.low)),
            ("high", self.numbers.percent(&share(chosen.probability.high))),
            ("n", self.numbers.count(chosen.probability.n)),
        ];
        let mut lines = vec![self.fill(verdict, &places), self.cost(&chosen.cost, &chosen.more)];
        if let Some(next) = chosen.next_day {
            lines.push(self.fill(Word::NextDay, &[("next", self.numbers.figures(next, 2))]));
        }
        if chosen.rounds.len() > 1 {
            let margin = chosen.rounds[1].margin - chosen.rounds[0].margin;
            let places =
                [("rounds", self.numbers.count(chosen.rounds.len() as u64)), ("margin", self.numbers.asked(margin))];
            lines.push(self.fill(Word::Steps, &places));
        }
        if !chosen.cheapest {
            lines.push(Word::NotAll.text(self.language).to_owned());
        }
        vec![self.table(chosen).render(), lines.iter().map(|line| wrap(line, width, "")).collect()]
    }

    fn cost(&self, cost: &Estimate, more: &Estimate) -> String {
        self.fill(
            Word::Cost,
            &[
                ("cost", self.numbers.msek(cost.mean)),
                ("more", self.numbers.signed(self.numbers.msek(more.mean))),
                ("low", self.numbers.signed(self.numbers.msek(more.low))),
                ("high", self.numbers.signed(self.numbers.msek(more.high))),
                ("money", self.numbers.money_unit(self.money).to_owned()),
            ],
        )
    }

    fn table(&self, chosen: &Chosen) -> Table {
        let heads = [Word::Class, Word::Articles, Word::Place, Word::Days];
        let mut table = Table::new(heads.map(|word| word.text(self.language).to_owned()).into());
        for (number, class) in self.found.classes.iter().enumerate() {
            let holding = chosen.holdings.iter().find(|holding| holding.class == number);
            table.row(vec![
                Cell::text(self.class(class)),
                Cell::number(self.numbers.count(class.articles.len() as u64)),
                Cell::text(holding.map_or(Word::Nothing.text(self.language).to_owned(), |held| self.place(held))),
                Cell::number(self.numbers.count(holding.map_or(0, |holding| holding.days))),
            ]);
        }
        table
    }

    /// The name of a class: what its articles share.
    fn class(&self, class: &Class) -> String {
        let all = |name: &str| match name.is_empty() || name == "all" {
            true => Word::AllArticles.text(self.language).to_owned(),
            false => visible(name),
        };
        match class.name.strip_suffix("short-lived") {
            Some(name) if !class.weak => {
                self.fill(Word::ShortLived, &[("class", all(name.strip_suffix('-').unwrap_or(name)))])
            }
            _ => all(&class.name),
        }
    }

    /// Which articles hold the scenario back.
    fn weakest(&self, weakest: &[Weak]) -> String {
        if weakest.is_empty() {
            return String::new();
        }
        let one = |weak: &Weak| {
            let article = visible(self.language.title(&weak.title));
            self.fill(Word::WeakestOne, &[("article", article), ("share", self.numbers.asked(weak.at_zero))])
        };
        let names: Vec<String> = weakest.iter().map(one).collect();
        let level = self.numbers.count(self.found.question.level);
        self.fill(Word::Weakest, &[("level", level), ("names", names.join(", "))])
    }

    fn place(&self, holding: &Holding) -> String {
        match holding.place.name.as_str() {
            "as-placed" => Word::AsPlaced.text(self.language).to_owned(),
            "stores" => Word::Stores.text(self.language).to_owned(),
            site => visible(site),
        }
    }

    fn out_of_reach(&self, limits: &[Limit], at_most: f64) -> String {
        if limits.is_empty() {
            let most =
                self.numbers.percent(&self.numbers.share_against(Some(at_most), self.found.question.probability));
            return self.fill(Word::OutOfReach, &[("most", most)]);
        }
        let name = |limit: &Limit| match limit {
            Limit::ShelfLife => Word::ShelfLife,
            Limit::Turns => Word::Turns,
            Limit::Room => Word::Room,
        };
        let names: Vec<&str> = limits.iter().map(|limit| name(limit).text(self.language)).collect();
        self.fill(Word::Limited, &[("limits", names.join(", "))])
    }
}
