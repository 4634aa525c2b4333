//! Reads the file of a case. Every key acts or is refused, with its place.

mod customers;
mod money;
mod parts;

use super::case::{Case, Causes};
use crate::inventory::retail_margin::Rules;
use crate::scenario::assemble::{each, single};
use crate::scenario::context::Context;
use crate::scenario::diagnosis::{Diagnosis, Severity, codes, in_order};
use crate::scenario::files::Files;
use crate::scenario::source::Place;
use crate::scenario::study::Problems;
use crate::scenario::tree::Table;
use std::collections::BTreeMap;
use std::path::Path;

/// Tables of a case.
const TABLES: [&str; 19] = [
    "case",
    "interviews",
    "reactions",
    "profit",
    "loyalty",
    "leaving",
    "holding",
    "order-cost",
    "back-order",
    "causes",
    "causes-other-reading",
    "mix",
    "test",
    "difference",
    "margin",
    "printed-margin",
    "article",
    "leavers-lines",
    "note",
];

/// Reads the case at `path`.
///
/// # Errors
/// Everything that is wrong with it, at once.
pub fn read(path: &Path) -> Result<Case, Box<Problems>> {
    let mut problems = Vec::new();
    let (mut files, _) = Files::with_defaults(&mut problems);
    let Some((file, root)) = files.tree(path, None, &mut problems) else {
        return Err(Box::new(Problems { diagnoses: in_order(problems), sources: files.sources }));
    };
    let off = BTreeMap::new();
    let mut ctx = Context::new(&mut files, &root, &off);
    unknown_tables(&mut ctx, &root);
    let case = case(&mut ctx, Place { file, start: 0, end: 0 });
    problems.append(&mut ctx.diagnoses);
    let diagnoses = in_order(problems);
    let sources = files.sources;
    match case {
        Some(case) if diagnoses.iter().all(|one| one.severity != Severity::Error) => Ok(case),
        _ => Err(Box::new(Problems { diagnoses, sources })),
    }
}

fn unknown_tables(ctx: &mut Context<'_>, root: &Table) {
    for (key, entry) in root.iter().filter(|(_, entry)| entry.node.table().is_none()) {
        let message = format!(
            "`{}` is {} and should be a table",
            crate::scenario::render::printable(key, 40),
            entry.node.kind_name()
        );
        ctx.report(Diagnosis::error(codes::KIND, &message, entry.node.place).label("a case is made of tables"));
    }
    for (key, entry) in root.iter().filter(|(key, _)| !TABLES.contains(&key.as_str())) {
        let message = format!("unknown table `{}`", crate::scenario::render::printable(key, 40));
        let problem = Diagnosis::error(codes::UNKNOWN_KEY, &message, entry.key);
        let near = crate::scenario::diagnosis::nearest(key, TABLES);
        let help =
            near.map_or_else(|| format!("a case has {}", TABLES.join(", ")), |near| format!("did you mean `{near}`?"));
        ctx.report(problem.label("not a table of a shortage-cost case").help(&help));
    }
}

fn case(ctx: &mut Context<'_>, start: Place) -> Option<Case> {
    let frame = single(ctx, "case", customers::frame).flatten();
    let profit = single(ctx, "profit", money::profit).flatten();
    let leaving = each(ctx, "leaving", customers::leaving);
    missing_tables(ctx, start);
    customers::check_weights(ctx, &leaving);
    let (prescription_respondents, meeting) = single(ctx, "interviews", customers::interviews).unwrap_or_default();
    let reactions = single(ctx, "reactions", customers::reactions).flatten();
    let loyalty = single(ctx, "loyalty", money::loyalty).flatten();
    let holding = single(ctx, "holding", money::holding).flatten();
    let order_cost = single(ctx, "order-cost", money::order_cost).flatten();
    let back_orders = single(ctx, "back-order", money::back_orders).flatten();
    let causes = single(ctx, "causes", parts::causes).flatten();
    let causes_otherwise = single(ctx, "causes-other-reading", parts::causes).flatten();
    check_readings(ctx, causes, causes_otherwise);
    let mix = each(ctx, "mix", customers::mix);
    customers::check_mix(ctx, &mix);
    let tests = each(ctx, "test", parts::test);
    let differences = each(ctx, "difference", parts::difference);
    let (rules, prices) = single(ctx, "margin", parts::margin).unwrap_or_default();
    let printed = each(ctx, "printed-margin", parts::printed).into_values().collect();
    let articles = each(ctx, "article", parts::article);
    check_rules(ctx, rules);
    let lines = single(ctx, "leavers-lines", customers::lines).flatten();
    let notes = each(ctx, "note", parts::note);
    let (title, customers, respondents) = frame?;
    let margins = super::case::Margins { rules, prices, printed };
    let margins_fit = parts::check_margins(ctx, &margins, &articles);
    customers::check_customers(ctx, customers, &leaving);
    margins_fit.then_some(())?;
    Some(Case {
        title,
        customers,
        respondents,
        prescription_respondents,
        meeting,
        reactions,
        profit: profit?,
        loyalty,
        leaving,
        holding,
        order_cost,
        back_orders,
        causes,
        causes_otherwise,
        mix,
        tests,
        differences,
        margins,
        articles,
        lines,
        notes,
        origins: std::mem::take(&mut ctx.origins.entries),
    })
}

/// The tables that every case has.
fn missing_tables(ctx: &mut Context<'_>, start: Place) {
    for (table, help) in [
        ("case", "it names the case"),
        ("profit", "it says what a customer buys"),
        ("leaving", "add [leaving.ID]: a source of how many leave"),
    ] {
        if ctx.root.get(table).is_none() {
            let message = format!("the table [{table}] is missing");
            ctx.report(Diagnosis::error(codes::MISSING, &message, start).help(help));
        }
    }
}

/// Where a table stands.
fn place_of(ctx: &Context<'_>, table: &str) -> Place {
    ctx.root.get(table).map_or(Place::default(), |entry| entry.key)
}

fn check_readings(ctx: &mut Context<'_>, causes: Option<Causes>, otherwise: Option<Causes>) {
    let Some(other) = otherwise else { return };
    let sums = (causes.map(|causes| causes.iter().sum::<u64>()), other.iter().sum::<u64>());
    if sums.0 != Some(sums.1) {
        let place = place_of(ctx, "causes-other-reading");
        let message = "another reading of the causes needs [causes] with the same sum";
        ctx.report(
            Diagnosis::error(codes::IMPOSSIBLE, message, place).label("the counts of both must sum to the same"),
        );
    }
}

fn check_rules(ctx: &mut Context<'_>, rules: Option<Rules>) {
    let needs = ["article", "printed-margin"].into_iter().find(|table| ctx.root.get(*table).is_some());
    if let (None, Some(table)) = (rules, needs) {
        let message = format!("[{table}.ID] needs the bands of [margin]");
        let place = place_of(ctx, table);
        ctx.report(
            Diagnosis::error(codes::MISSING, &message, place)
                .help("add [margin] with rules = \"2011\", \"2016\" or \"2022\""),
        );
    }
}
