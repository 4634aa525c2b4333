//! What `beredd exposure` prints.

use super::columns::{Cell, Table, wrap};
use super::head;
use crate::report::headline;
use crate::report::name::visible;
use crate::report::number::{ABSENT, Numbers};
use crate::report::wording::Language;
use crate::report::wording::exposure::ExposureWord as Say;
use crate::study::exposure::findings::{ExposureFindings, NodeFindings};
use crate::study::exposure::nodes::{Kind, Node};
use crate::study::findings::Estimate;

/// Rows of the table.
const SHOWN: usize = 20;
/// Below so much a figure is written with a decimal.
const FEW: f64 = 10.0;

/// The findings as text of about `width` columns; ends in a newline.
pub fn human(found: &ExposureFindings, language: Language, width: usize) -> String {
    let page = Page { found, language, numbers: Numbers(language) };
    [page.head(width), page.table().render(), page.foot(width)].join("\n")
}

/// What a node is called.
pub fn name(node: &Node, language: Language) -> String {
    let title = |title: &crate::scenario::model::Title| visible(language.title(title));
    match (node.kind, &node.ends) {
        (Kind::Supplier, _) => Say::Supplier.fill(language, &[("name", &title(&node.title))]),
        (Kind::Lane, Some([from, to])) => {
            let from = match language.title(from) {
                "" => Say::Suppliers.text(language).to_owned(),
                name => visible(name),
            };
            Say::Lane.fill(language, &[("from", &from), ("to", &title(to))])
        }
        _ => Say::Site.fill(language, &[("name", &title(&node.title))]),
    }
}

/// Days or group-days: with a decimal where they are few.
pub fn amount(numbers: Numbers, value: Option<f64>) -> String {
    match value {
        None => ABSENT.to_owned(),
        Some(value) if value.abs() < FEW => numbers.short(value, 1),
        Some(value) => numbers.decimal(value, 0),
    }
}

struct Page<'a> {
    found: &'a ExposureFindings,
    language: Language,
    numbers: Numbers,
}

impl Page<'_> {
    fn fill(&self, word: Say, places: &[(&str, &str)]) -> String {
        word.fill(self.language, places)
    }

    fn head(&self, width: usize) -> String {
        let (inputs, question) = (&self.found.inputs, &self.found.question);
        let scenario = headline::scenario_title(inputs, &question.scenario, self.language);
        let reserve = inputs.reserves.first();
        let reserve = reserve.map_or_else(String::new, |one| headline::reserve_title(inputs, &one.id, self.language));
        let threshold = self.numbers.asked(question.threshold);
        let title = self.fill(Say::Title, &[("scenario", &scenario), ("reserve", &reserve)]);
        let how = self.fill(Say::How, &[("threshold", &threshold)]);
        let [run, given] = head::run(inputs, self.language);
        [title, run, given, how].map(|text| wrap(&text, width, "")).concat()
    }

    fn table(&self) -> Table {
        let heads =
            [Say::Rank, Say::Node, Say::Recovery, Say::Lost, Say::Breached, Say::BreachDay, Say::Back, Say::Exposed];
        let mut table = Table::new(heads.map(|word| word.text(self.language).to_owned()).into());
        for (rank, found) in (1_u32..).zip(self.found.nodes.iter().filter(|found| found.costs()).take(SHOWN)) {
            table.row(self.row(rank, found));
        }
        table
    }

    fn row(&self, rank: u32, found: &NodeFindings) -> Vec<Cell> {
        let figure = |figure: &Estimate, write: &dyn Fn(Option<f64>) -> String| {
            Cell::number_with(write(figure.mean), &[&self.numbers.interval(write(figure.low), write(figure.high))])
        };
        let days = |value: Option<f64>| amount(self.numbers, value);
        let share = |value: Option<f64>| self.numbers.probability(value);
        vec![
            Cell::number(self.numbers.count(rank)),
            Cell::text(self.short(&found.node)),
            Cell::number(self.numbers.count(found.node.recovery)),
            figure(&found.lost, &days),
            figure(&found.breached, &share),
            Cell::number(days(found.breach_day.mean)),
            Cell::number(days(found.back_after.mean)),
            figure(&found.exposure, &days),
        ]
    }

    /// A lane by its id: the names of both its ends would fill the line.
    fn short(&self, node: &Node) -> String {
        match node.kind {
            Kind::Lane => self.fill(Say::LaneId, &[("id", &visible(&node.id))]),
            Kind::Supplier | Kind::Site => name(node, self.language),
        }
    }

    fn foot(&self, width: usize) -> String {
        let costs = self.found.nodes.iter().filter(|found| found.costs()).count();
        let single = self.found.nodes.iter().filter(|found| found.is_single_point());
        let names: Vec<String> = single.map(|found| name(&found.node, self.language)).collect();
        let judged = self.found.nodes.iter().any(NodeFindings::is_judged);
        let points = match names.is_empty() {
            true if !judged => Say::NotJudged.text(self.language).to_owned(),
            true => Say::NoSingle.text(self.language).to_owned(),
            false => self.fill(Say::Single, &[("names", &names.join("; "))]),
        };
        // The longest recovery sees most breaches; what no probe has says nothing.
        let already = self.found.nodes.iter().filter_map(|found| found.already.mean).reduce(f64::max);
        let already = already.filter(|share| judged && *share > 0.0);
        let already = already.map_or_else(String::new, |share| {
            let share = self.numbers.percent(&self.numbers.probability(Some(share)));
            wrap(&self.fill(Say::Already, &[("share", &share)]), width, "")
        });
        already + &wrap(&self.left_out(costs), width, "") + &wrap(&points, width, "")
    }

    /// What of all nodes the table does not show.
    fn left_out(&self, costs: usize) -> String {
        let (more, nothing) = (costs.saturating_sub(SHOWN), self.found.nodes.len() - costs);
        let told = |count: usize, word: Say, place: &str| {
            (count > 0).then(|| self.fill(word, &[(place, &self.numbers.count(count as u64))]))
        };
        let parts = [told(more, Say::More, "more"), told(nothing, Say::Nothing, "nothing")];
        let mut parts: Vec<String> = parts.into_iter().flatten().collect();
        if !parts.is_empty() {
            parts.push(Say::AllStand.text(self.language).to_owned());
        }
        parts.join(" ")
    }
}
