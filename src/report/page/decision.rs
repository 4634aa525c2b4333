//! The decision table: levels down, alternatives across; need served, two verdicts that are never merged, cost. Where
//! there are many alternatives they go down and the levels across, so that all stand in one table on one page.
//! Every reserve and cut has its table; a switch without script shows one of them.

use super::Page;
use super::figures::{Written, pointer};
use super::markup::{Table, esc};
use crate::order::Gather;
use crate::report::headline::{self, CostDifference};
use crate::report::json::{claim_key, threshold_key};
use crate::report::largest_site;
use crate::report::number::ABSENT;
use crate::report::table::verdict_word;
use crate::report::wording::page::PageWord;
use crate::study::findings::{CellFindings, CutFindings, Estimate, ReserveInput, ScenarioInput, Verdict};

/// Alternatives that stand side by side on an A4 page; more of them go down the page.
const MOST_ACROSS: usize = 5;

/// Whether the alternatives go down the page.
fn is_tall(page: &Page) -> bool {
    page.findings.inputs.scenarios.len() > MOST_ACROSS
}

/// The section.
pub(super) fn section(page: &Page) -> String {
    let inputs = &page.findings.inputs;
    let chosen = headline::reserve(inputs);
    let mut content = switch(page, chosen);
    for (place, reserve) in inputs.reserves.iter().enumerate() {
        for (cut, _) in inputs.cuts.iter().enumerate() {
            let table = if is_tall(page) { tall(page, reserve, cut) } else { wide(page, reserve, cut) };
            let warning = warning(page, reserve, cut);
            content.push_str(&format!("<div class=\"variant r{place} c{cut}\">\n{table}{warning}</div>\n"));
        }
    }
    let how = page.fill(
        PageWord::DecisionHow,
        &[
            ("article", &page.per_cent(inputs.required_article_share)),
            (
                "threshold",
                &headline::threshold(inputs).map_or(ABSENT.into(), |at| page.per_cent(inputs.thresholds[at])),
            ),
            ("required", &page.per_cent(inputs.required_probability)),
        ],
    );
    content.push_str(&format!("<p class=\"note\">{how}</p>\n"));
    format!(
        "<section id=\"decision\" class=\"choice\">\n<h2>{}</h2>\n{content}</section>\n",
        page.text(PageWord::DecisionHead)
    )
}

/// A note below the table of a cut that does not take the same store everywhere.
fn warning(page: &Page, reserve: &ReserveInput, cut: usize) -> String {
    let inputs = &page.findings.inputs;
    let text = largest_site::warning(inputs, &inputs.cuts[cut], Some(&reserve.id), page.language);
    if text.is_empty() { text } else { format!("<p class=\"note\"><strong>{}</strong></p>\n", esc(&text)) }
}

/// The rules that show the chosen table; browsers that do not know `:has` show all.
pub(super) fn choice_style(page: &Page) -> String {
    let inputs = &page.findings.inputs;
    let pairs = (0..inputs.reserves.len()).flat_map(|reserve| (0..inputs.cuts.len()).map(move |cut| (reserve, cut)));
    let rule = |(reserve, cut)| {
        format!(".choice:has(#r{reserve}:checked):has(#c{cut}:checked) .r{reserve}.c{cut}{{display:block}}\n")
    };
    let rules: String = pairs.map(rule).collect();
    format!("@supports selector(:has(a)){{\n.variant{{display:none}}\n{rules}}}\n")
}

/// Two rows of buttons; nothing where there is nothing to choose.
fn switch(page: &Page, chosen: Option<&str>) -> String {
    let inputs = &page.findings.inputs;
    let reserves = inputs.reserves.iter().map(|one| (page.reserve(&one.id), Some(one.id.as_str()) == chosen)).collect();
    let cuts = inputs.cuts.iter().enumerate().map(|(place, cut)| (page.title(&cut.title), place == 0)).collect();
    let is_single = inputs.reserves.len() * inputs.cuts.len() < 2;
    format!(
        "<div class=\"switch{}\">\n{}{}</div>\n",
        if is_single { " single" } else { "" },
        buttons(page.text(PageWord::ReserveLegend), "r", reserves),
        buttons(page.text(PageWord::CutLegend), "c", cuts)
    )
}

fn buttons(legend: &str, name: &str, choices: Vec<(String, bool)>) -> String {
    let button = |(place, (title, is_chosen)): (usize, (String, bool))| {
        let checked = if is_chosen { " checked" } else { "" };
        format!(
            "<input type=\"radio\" name=\"{name}\" id=\"{name}{place}\"{checked}><label for=\"{name}{place}\">{title}</label>\n"
        )
    };
    let buttons: String = choices.into_iter().enumerate().map(button).collect();
    format!("<fieldset><legend>{legend}</legend>\n{buttons}</fieldset>\n")
}

fn caption(page: &Page, reserve: &ReserveInput, cut: usize) -> String {
    let cut = page.title(&page.findings.inputs.cuts[cut].title);
    page.fill(PageWord::DecisionCaption, &[("reserve", &page.title(&reserve.title)), ("cut", &cut)])
}

/// Alternatives down, levels across.
fn tall(page: &Page, reserve: &ReserveInput, cut: usize) -> String {
    let inputs = &page.findings.inputs;
    let mut heads =
        [PageWord::AlternativesColumn, PageWord::TestColumn].map(|word| page.text(word).to_string()).to_vec();
    heads.extend(inputs.levels.iter().map(|&level| level_name(page, level)));
    let mut table = Table::new(caption(page, reserve, cut), heads);
    for scenario in &inputs.scenarios {
        let column = Column::new(page, scenario, &reserve.id, cut);
        let at_levels = |value: &dyn Fn(usize) -> String| -> String {
            (0..inputs.levels.len()).map(|place| format!("<td>{}</td>", value(place))).collect()
        };
        let mut rows = vec![
            (page.text(PageWord::ServedRow).to_string(), at_levels(&|place| column.served(page, place))),
            (page.text(PageWord::RuleRow).to_string(), at_levels(&|place| column.rule(page, inputs.levels[place]))),
            (page.text(PageWord::SimulatedRow).to_string(), at_levels(&|place| column.simulated(page, place, None))),
        ];
        if let Some(claim) = Column::other_claim(std::slice::from_ref(&column)) {
            rows.push((claim_row(page, claim), at_levels(&|place| column.simulated(page, place, Some(claim)))));
        }
        let sums = [
            column.cost(page),
            format!("{}: {}", difference_name(page), column.difference(page)),
            format!("{}: {}", page.text(PageWord::FillRow).to_lowercase(), column.fill_rate(page)),
        ];
        let paid = payers(page)
            .into_iter()
            .map(|payer| format!("{}: {}", payer_name(page, &payer), column.paid(page, &payer)));
        let sums = if scenario.id == inputs.compare_to { vec![&sums[0], &sums[2]] } else { sums.iter().collect() };
        let sums = sums.into_iter().cloned().chain(paid);
        let sums: Vec<String> = sums.map(|sum| format!("<span class=\"sum\">{sum}</span>")).collect();
        let across = format!("<td colspan=\"{}\">{}</td>", inputs.levels.len(), sums.join("; "));
        rows.push((page.fill(PageWord::CostRow, &[]), across));
        table.group();
        for (row, (test, values)) in rows.iter().enumerate() {
            let name = format!(
                "<th scope=\"rowgroup\" rowspan=\"{}\">{}</th>",
                rows.len(),
                head(page, scenario, reserve, cut)
            );
            let first = if row == 0 { name } else { String::new() };
            table.raw_row(&format!("{first}<th scope=\"row\">{test}</th>{values}"));
        }
    }
    table.html("decision tall")
}

/// A level's name with its metal below.
fn level_name(page: &Page, level: u32) -> String {
    let (name, metal) = page.level_parts(level);
    let metal = metal.map_or(String::new(), |metal| format!("<br><span class=\"metal\">{metal}</span>"));
    name + &metal
}

fn claim_row(page: &Page, claim: u16) -> String {
    page.fill(PageWord::SimulatedWithout, &[("claim", &page.per_cent(f64::from(claim) / 1000.0))])
}

/// Levels down, alternatives across.
fn wide(page: &Page, reserve: &ReserveInput, cut: usize) -> String {
    let inputs = &page.findings.inputs;
    let scenarios = &inputs.scenarios;
    let mut heads = vec![page.text(PageWord::LevelColumn).to_string(), page.text(PageWord::TestColumn).to_string()];
    heads.extend(scenarios.iter().map(|scenario| head(page, scenario, reserve, cut)));
    let mut table = Table::new(caption(page, reserve, cut), heads);
    let columns: Vec<Column> = scenarios.iter().map(|scenario| Column::new(page, scenario, &reserve.id, cut)).collect();
    let claims = Column::other_claim(&columns);
    for (place, &level) in inputs.levels.iter().enumerate() {
        let mut rows = vec![
            (page.text(PageWord::ServedRow).to_string(), cells(&columns, |column| column.served(page, place))),
            (page.text(PageWord::RuleRow).to_string(), cells(&columns, |column| column.rule(page, level))),
            (
                page.text(PageWord::SimulatedRow).to_string(),
                cells(&columns, |column| column.simulated(page, place, None)),
            ),
        ];
        if let Some(claim) = claims {
            rows.push((claim_row(page, claim), cells(&columns, |column| column.simulated(page, place, Some(claim)))));
        }
        let name = level_name(page, level);
        table.group();
        for (row, (test, values)) in rows.iter().enumerate() {
            let level = format!("<th scope=\"rowgroup\" rowspan=\"{}\">{name}</th>", rows.len());
            let first = if row == 0 { level } else { String::new() };
            table.raw_row(&format!("{first}<th scope=\"row\">{test}</th>{values}"));
        }
    }
    table.group();
    let mut below = vec![(page.fill(PageWord::CostRow, &[]), cells(&columns, |column| column.cost(page)))];
    below.extend(
        payers(page).iter().map(|payer| (payer_name(page, payer), cells(&columns, |column| column.paid(page, payer)))),
    );
    below.push((difference_name(page), cells(&columns, |column| column.difference(page))));
    below.push((page.text(PageWord::FillRow).to_string(), cells(&columns, |column| column.fill_rate(page))));
    for (name, values) in below {
        table.raw_row(&format!("<th scope=\"row\" colspan=\"2\">{name}</th>{values}"));
    }
    table.html("decision")
}

fn cells<'a>(columns: &[Column<'a>], value: impl Fn(&Column<'a>) -> String) -> String {
    columns.iter().map(|column| format!("<td>{}</td>", value(column))).collect()
}

/// "skillnad mot Nuläge, samma reserv".
fn difference_name(page: &Page) -> String {
    let inputs = &page.findings.inputs;
    let reference = esc(&headline::short_title(inputs, &inputs.compare_to, page.language));
    page.fill(PageWord::DifferenceRow, &[("reference", &reference)])
}

/// Everybody who pays in any cell, where more than one does.
pub(super) fn payers(page: &Page) -> Vec<String> {
    let ids = page.findings.cells.iter().flat_map(|cell| cell.cost.payers.iter().map(|(id, _)| id.clone()));
    let ids: std::collections::BTreeSet<String> = ids.into_set();
    if ids.len() < 2 { Vec::new() } else { ids.into_iter().collect() }
}

fn payer_name(page: &Page, payer: &str) -> String {
    let title = esc(&headline::payer_title(&page.findings.inputs, payer, page.language));
    page.fill(PageWord::PayerRow, &[("payer", &title)])
}

/// An alternative's name. No decision adds no reserve, so only the smallest is alternative 0 as it is.
fn head(page: &Page, scenario: &ScenarioInput, reserve: &ReserveInput, cut: usize) -> String {
    let mut head = page.scenario(&scenario.id);
    if scenario.id == page.findings.inputs.compare_to {
        let is_least = headline::least_reserve(&page.findings.inputs).is_some_and(|least| least.id == reserve.id);
        let word = if is_least { PageWord::NoDecision } else { PageWord::ZeroWithReserve };
        head.push_str(&format!("<span class=\"under\">{}</span>", page.text(word)));
    }
    if let Some(remark) = &scenario.remark {
        head.push_str(&format!("<span class=\"under\">{}</span>", page.title(remark)));
    }
    let cut = &page.findings.inputs.cuts[cut];
    if let Some(store) = largest_site::store(cut, scenario, &reserve.id, page.language) {
        let taken = page.fill(PageWord::CutTakes, &[("store", &esc(&store))]);
        head.push_str(&format!("<span class=\"under\">{taken}</span>"));
    }
    head
}

/// One alternative with one reserve and cut.
struct Column<'a> {
    scenario: &'a str,
    cell: Option<(&'a CellFindings, String)>,
    cut: Option<&'a CutFindings>,
    reserve: &'a str,
}

impl<'a> Column<'a> {
    fn new(page: &'a Page, scenario: &'a ScenarioInput, reserve: &'a str, cut: usize) -> Column<'a> {
        let cell = page.cell_at(&scenario.id, reserve);
        let id = &page.findings.inputs.cuts[cut].id;
        let cut = cell.as_ref().and_then(|(cell, _)| headline::cut(cell, id));
        Column { scenario: &scenario.id, cell, cut, reserve }
    }

    /// The lowest claim of any column, where claims matter.
    fn other_claim(columns: &[Column]) -> Option<u16> {
        let with_claims = columns.iter().filter_map(|column| column.cut).filter(|cut| cut.claims.len() > 1);
        with_claims.flat_map(|cut| cut.claims.iter().map(|(claim, _)| *claim)).min()
    }

    /// S(level), full claim.
    fn served(&self, page: &Page, place: usize) -> String {
        let Some((cut, claim, readings, at)) = self.readings(None) else { return ABSENT.to_string() };
        let Some(figure) = readings.share_served.get(place) else { return ABSENT.to_string() };
        let inputs = &page.findings.inputs;
        let keys = ["endurance", &cut.cut, &claim, "share_served", &inputs.levels[place].to_string()];
        let required = headline::threshold(inputs).map_or(1.0, |at| inputs.thresholds[at]);
        page.figure(figure, &(at + &pointer(&keys)), Written::Against(required))
    }

    fn rule(&self, page: &Page, level: u32) -> String {
        let found = self
            .cell
            .as_ref()
            .and_then(|(cell, at)| Some((cell.stock_requirement.iter().find(|found| found.level == level)?, at)));
        let Some((found, at)) = found else { return ABSENT.to_string() };
        let at = at.clone() + &pointer(&["stock_requirement", &level.to_string(), "share"]);
        let required = Written::Against(page.findings.inputs.required_article_share);
        judged(page, &found.share, &at, required, found.verdict)
    }

    fn simulated(&self, page: &Page, level: usize, claim: Option<u16>) -> String {
        let inputs = &page.findings.inputs;
        let found = self.readings(claim).and_then(|(cut, claim, readings, at)| {
            let threshold = headline::threshold(inputs)?;
            let figure = readings.p_at_least.get(threshold)?.get(level)?;
            let verdict = readings.verdicts.get(threshold)?.get(level)?;
            let threshold = threshold_key(inputs.thresholds[threshold]);
            let level = inputs.levels[level].to_string();
            let keys = pointer(&["endurance", &cut.cut, &claim, "p_at_least", &threshold, &level]);
            Some((figure, at + &keys, *verdict))
        });
        let Some((figure, at, verdict)) = found else { return ABSENT.to_string() };
        judged(page, figure, &at, Written::Probability, verdict)
    }

    /// The readings at a claim, by default the full one; the claim's key and the cell's place.
    fn readings(
        &self,
        claim: Option<u16>,
    ) -> Option<(&'a CutFindings, String, &'a crate::study::findings::Readings, String)> {
        let cut = self.cut?;
        let full = cut.claims.iter().map(|(claim, _)| *claim).max()?;
        let wanted = claim.unwrap_or(full);
        let (claim, readings) = cut.claims.iter().find(|(other, _)| *other == wanted)?;
        Some((cut, claim_key(*claim), readings, self.cell.as_ref()?.1.clone()))
    }

    fn cost(&self, page: &Page) -> String {
        let Some((cell, at)) = &self.cell else { return ABSENT.to_string() };
        page.figure(&cell.cost.total, &format!("{at}/metrics/cost_per_year"), Written::Msek)
    }

    fn paid(&self, page: &Page, payer: &str) -> String {
        let found = self.cell.as_ref().and_then(|(cell, at)| {
            let (_, figure) = cell.cost.payers.iter().find(|(id, _)| id == payer)?;
            Some((figure, format!("{at}{}", pointer(&["metrics", "cost_per_year", "payers", payer]))))
        });
        found.map_or(ABSENT.to_string(), |(figure, at)| page.mean(figure, &at, Written::Msek))
    }

    fn difference(&self, page: &Page) -> String {
        if self.scenario == page.findings.inputs.compare_to {
            return page.text(PageWord::ItIsReference).to_string();
        }
        let Some((comparison, at)) = page.against_zero(self.scenario, self.reserve) else { return ABSENT.to_string() };
        match headline::cost_difference(comparison) {
            CostDifference::Unknown => ABSENT.to_string(),
            CostDifference::NotCompared(_) => page.text(PageWord::NotCompared).to_string(),
            CostDifference::More(figure) | CostDifference::Less(figure) | CostDifference::Equal(figure) => {
                page.figure(figure, &format!("{at}/metrics/cost_per_year"), Written::SignedMsek)
            }
        }
    }

    fn fill_rate(&self, page: &Page) -> String {
        let found = self.cell.as_ref().and_then(|(cell, at)| Some((cell.metrics.get("fill_rate")?, at)));
        let Some((figure, at)) = found else { return ABSENT.to_string() };
        page.figure(figure, &format!("{at}/metrics/fill_rate"), Written::Share)
    }
}

/// A figure with its interval and its verdict, in a sign and in words.
fn judged(page: &Page, figure: &Estimate, at: &str, written: Written, verdict: Verdict) -> String {
    let class = verdict.id().replace('_', "-");
    let word = esc(verdict_word(verdict).text(page.language));
    format!("{} <span class=\"verdict {class}\">{word}</span>", page.figure(figure, at, written))
}
