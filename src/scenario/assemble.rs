//! A scenario from its merged tree: every table read in turn.

use super::context::{Context, with_article};
use super::diagnosis::{Diagnosis, codes, nearest};
use super::model::{Article, Id, Scenario, Site};
use super::overlay::WITH_IDS;
use super::reader::Section;
use super::tree::{Entry, Table};
use super::{
    read_articles, read_cost, read_demand, read_disruption, read_events, read_flows, read_frame, read_helping,
    read_network, read_phase, read_policy, read_rules, read_shortage, read_sourcing, read_staff, read_transport,
};
use crate::order::Gather;
use std::collections::{BTreeMap, BTreeSet};

/// Tables without ids.
const SINGLE: [&str; 8] = ["scenario", "items", "item-default", "demand", "cost", "endurance", "study", "report"];

/// Reads a scenario. What comes back is complete only if no error was collected.
pub fn scenario(ctx: &mut Context<'_>, id: &str) -> Option<Scenario> {
    unknown_tables(ctx);
    let frame = read_frame::frame(ctx, id);
    let before = ctx.diagnoses.len();
    let articles = read_articles::read(ctx);
    let suppliers = each(ctx, "supplier", read_network::supplier);
    if ctx.diagnoses.len() == before {
        collect_article_words(ctx, &articles);
    }
    let origins = each(ctx, "origin", read_network::origin);
    let owners = each(ctx, "owner", read_network::owner);
    let before = ctx.diagnoses.len();
    let sites = each(ctx, "site", read_network::site);
    if ctx.diagnoses.len() == before {
        collect_roles(ctx, &sites);
    }
    let flows = read_flows::flows(ctx, &articles);
    let families = read_flows::families(ctx, &articles);
    let scenario = Scenario {
        id: id.to_owned(),
        articles,
        flows,
        families,
        suppliers,
        origins,
        owners,
        sites,
        pools: each(ctx, "pool", read_rules::pool),
        lanes: each(ctx, "lane", read_network::lane),
        sourcing: each(ctx, "sourcing", read_sourcing::sourcing),
        policies: each(ctx, "policy", read_policy::policy),
        stocks: each(ctx, "stock", read_rules::stock),
        reserve_placements: each(ctx, "reserve-placement", read_rules::reserve_placement),
        demand: read_demand::demand(ctx)?,
        demand_rules: each(ctx, "demand-rule", read_demand::rule),
        disruptions: each(ctx, "disruption", read_disruption::disruption),
        cost: read_cost::cost(ctx),
        lump_sums: each(ctx, "lump-sum", read_cost::lump_sum),
        cuts: each(ctx, "cut", read_events::cut),
        reserves: each(ctx, "reserve", read_events::reserve),
        endurance: read_events::endurance(ctx)?,
        express: each(ctx, "express", read_transport::express),
        reactions: each(ctx, "reaction", read_shortage::reaction),
        rationing: each(ctx, "rationing", read_shortage::rationing),
        neighbours: each(ctx, "neighbour", read_helping::neighbour),
        whole_orders: each(ctx, "whole-order", read_helping::whole_order),
        phases: each(ctx, "phase", read_phase::phase),
        staff: each(ctx, "staff", read_staff::staff),
        frame: frame?,
    };
    Some(scenario)
}

/// Reads every table of a kind that has ids.
pub fn each<'a, T>(
    ctx: &mut Context<'a>,
    name: &'static str,
    read: fn(&mut Section<'a, '_>, &str) -> Option<T>,
) -> BTreeMap<Id, T> {
    let mut out = BTreeMap::new();
    for (id, entry) in ctx.table(name).into_iter().flatten() {
        let Some(table) = table_of(ctx, entry, name, id) else { continue };
        let path = format!("{name}.{id}");
        let mut section = match name {
            "supplier" => Section::plain(ctx, table, entry.key, path, "a supplier"),
            _ => Section::open(ctx, table, entry.key, path, what(name)),
        };
        let read = read(&mut section, id);
        section.finish();
        if let Some(thing) = read {
            out.insert(id.clone(), thing);
        }
    }
    out
}

/// Reads a table without ids; an empty one if it is not there.
pub fn single<'a, T>(ctx: &mut Context<'a>, name: &'static str, read: fn(&mut Section<'a, '_>) -> T) -> Option<T> {
    let entry = ctx.root.get(name)?;
    let Some(table) = entry.node.table() else {
        let message = format!("`{name}` is {} and should be a table", entry.node.kind_name());
        ctx.report(Diagnosis::error(codes::KIND, &message, entry.node.place).label(&format!("write [{name}]")));
        return None;
    };
    let mut section = Section::open(ctx, table, entry.key, name.to_owned(), what(name));
    let read = read(&mut section);
    section.finish();
    Some(read)
}

/// Whether a text is an id: ASCII letters, digits, `-`, `_` and `.`, not beginning with a point.
pub fn is_id(text: &str) -> bool {
    let good = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    !text.is_empty() && text.len() <= 100 && !text.starts_with('.') && text.bytes().all(good)
}

/// The table of an id; a diagnosis if it is no table or the id is not one.
pub fn table_of<'a>(ctx: &mut Context<'a>, entry: &'a Entry, table: &str, id: &str) -> Option<&'a Table> {
    if !is_id(id) {
        let message = format!("`{}` is no id of {}", super::render::printable(id, 40), with_article(table));
        let problem = Diagnosis::error(codes::ID, &message, entry.key);
        ctx.report(problem.label("an id has the letters a–z and A–Z, digits, points, - and _, at most 100 in all"));
        return None;
    }
    let found = entry.node.table();
    if found.is_none() {
        let message = format!("`{table}.{id}` is {} and should be a table", entry.node.kind_name());
        let problem = Diagnosis::error(codes::KIND, &message, entry.node.place);
        ctx.report(problem.label(&format!("write [{table}.{id}]")));
    }
    found
}

/// What a table is, for messages.
fn what(name: &str) -> &'static str {
    match name {
        "article" => "an article",
        "item-class" => "an item class",
        "flow" => "a flow",
        "family" => "a product family",
        "origin" => "an origin",
        "owner" => "an owner",
        "site" => "a site",
        "pool" => "a pool",
        "lane" => "a lane",
        "sourcing" => "a sourcing rule",
        "policy" => "a policy",
        "stock" => "a stock rule",
        "express" => "an express rule",
        "reaction" => "a reaction rule",
        "rationing" => "a rationing rule",
        "neighbour" => "a neighbour rule",
        "whole-order" => "a whole-order rule",
        "phase" => "a phase",
        "staff" => "a staff rule",
        "reserve-placement" => "a reserve placement",
        "demand-rule" => "a demand rule",
        "disruption" => "a disruption",
        "lump-sum" => "a lump sum",
        "cut" => "a cut",
        "reserve" => "a reserve",
        "sensitivity" => "an assumption to move",
        "scenario" => "[scenario]",
        "demand" => "[demand]",
        "cost" => "[cost]",
        "endurance" => "[endurance]",
        "study" => "[study]",
        "report" => "[report]",
        _ => "this table",
    }
}

fn unknown_tables(ctx: &mut Context<'_>) {
    let names = || SINGLE.into_iter().chain(WITH_IDS);
    for (key, entry) in ctx.root {
        if names().any(|name| name == key) {
            if WITH_IDS.contains(&key.as_str()) && entry.node.table().is_none() {
                let message = format!("`{key}` is {} and should be a table of tables", entry.node.kind_name());
                let problem = Diagnosis::error(codes::KIND, &message, entry.node.place);
                ctx.report(problem.label(&format!("write [{key}.ID]")));
            }
            continue;
        }
        let problem = Diagnosis::error(codes::UNKNOWN_KEY, &format!("unknown table `{key}`"), entry.key);
        let problem = problem.label("not a table of a scenario");
        ctx.report(match nearest(key, names()) {
            Some(near) => problem.help(&format!("did you mean `{near}`?")),
            None => problem,
        });
    }
}

fn collect_article_words(ctx: &mut Context<'_>, articles: &BTreeMap<Id, Article>) {
    // What has a table exists, whether an article has it or not: a rule about it is then a finding, not an error.
    let mut collect = |kind, table: &str, word: fn(&Article) -> &String| {
        let of_articles = articles.values().map(word).filter(|word| !word.is_empty());
        let of_tables = ctx.table(table).into_iter().flat_map(|table| table.keys());
        let words: BTreeSet<String> = of_articles.chain(of_tables).cloned().into_set();
        ctx.words.insert(kind, words);
    };
    collect("flow", "flow", |article| &article.flow);
    collect("family", "family", |article| &article.family);
    collect("class", "item-class", |article| &article.class);
    collect("channel", "", |article| &article.channel);
    ctx.words.entry("channel").or_default().extend(super::channel::known().map(str::to_owned));
}

fn collect_roles(ctx: &mut Context<'_>, sites: &BTreeMap<Id, Site>) {
    ctx.words.insert("role", sites.values().map(|site| site.role.clone()).into_set());
}
