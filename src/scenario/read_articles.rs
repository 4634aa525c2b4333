//! Articles: rows of the item file and `[article.ID]`, with the values of their class and the defaults below.

use super::amount::{DEMAND, DEMAND_SD, DURATION, PACK, PER_UNIT, SHARE, UNIT_MASS, VOLUME};
use super::context::Context;
use super::diagnosis::codes;
use super::model::{Article, Id, Temperature, Title};
use super::reader::Section;
use super::tree::{Entry, Node, Table, Value};
use super::typed::Range;
use crate::order::InOrder;
use crate::plan::shortage::WHOLE;
use std::collections::BTreeMap;

/// Litres that a pallet holds (domain 4.6, assumption: 1.2–1.6 m³).
pub const PALLET_LITRES: f64 = 1400.0;

/// What an article's tables say; `None` where they say nothing or something wrong.
struct Said {
    name: Title,
    flow: String,
    family: String,
    class: String,
    channel: String,
    suppliers: Option<Vec<Id>>,
    critical: bool,
    critical_decided_by: String,
    price: crate::units::MilliOre,
    pack: i64,
    pallet: i64,
    case: Option<i64>,
    temperature: Temperature,
    shelf_life_days: Option<f64>,
    demand_mean: Option<f64>,
    demand_sd: Option<f64>,
    weight_kg: Option<f64>,
    need_group: String,
    need_factor: i64,
    shelf_life_left: Option<f64>,
}

/// Reads all articles, and checks classes and defaults that no article uses.
pub fn read(ctx: &mut Context<'_>) -> BTreeMap<Id, Article> {
    let default = ctx.root.get("item-default").and_then(|entry| Some((entry, entry.node.table()?)));
    let classes = ctx.table("item-class");
    if let Some((entry, table)) = default {
        read_said(Section::open(ctx, table, entry.key, "item-default".into(), "an article"), "");
    }
    for (class, entry) in classes.into_iter().flatten() {
        if let Some(table) = super::assemble::table_of(ctx, entry, "item-class", class) {
            read_said(Section::open(ctx, table, entry.key, format!("item-class.{class}"), "an article"), "");
        }
    }
    ctx.supplier_titles = supplier_titles(ctx.table("supplier"));
    let mut articles = BTreeMap::new();
    for (id, entry) in ctx.table("article").into_iter().flatten() {
        if let Some(table) = super::assemble::table_of(ctx, entry, "article", id) {
            let named = class_of(table, default.map(|(_, table)| table));
            let class = named.and_then(|class| classes?.get(class));
            let lacking = named.filter(|_| class.is_none()).map(|class| no_such_class(class, classes));
            let mut section = Section::open(ctx, table, entry.key, format!("article.{id}"), "an article");
            let below = [class.and_then(|entry| entry.node.table()), default.map(|(_, table)| table)];
            for table in below.into_iter().flatten() {
                section.fall_back(table);
            }
            if let Some(article) = read_article(section, id, lacking.as_deref()) {
                articles.insert(id.clone(), article);
            }
        }
    }
    articles
}

fn class_of<'t>(own: &'t Table, default: Option<&'t Table>) -> Option<&'t str> {
    let text = |entry: &'t Entry| match &entry.node.value {
        super::tree::Value::Text(text) | super::tree::Value::Cell(text) => Some(text.trim()),
        _ => None,
    };
    let own = own.get("class").and_then(text).filter(|class| !class.is_empty());
    own.or_else(|| default?.get("class").and_then(text))
}

/// What to tell of a class that no table describes, where an article lacks a value that its class could give.
fn no_such_class(class: &str, classes: Option<&Table>) -> String {
    let known: Vec<&str> = classes.into_iter().flatten().take(MOST_CLASSES).map(|(id, _)| id.as_str()).collect();
    let known =
        if known.is_empty() { "there is no [item-class.*]".into() } else { format!("known are {}", known.join(", ")) };
    format!("; the class `{}` cannot give it: {known}", super::render::printable(class, 40))
}

/// Classes named in help.
const MOST_CLASSES: usize = 12;

/// Suppliers by their titles.
fn supplier_titles(suppliers: Option<&Table>) -> BTreeMap<String, Option<Id>> {
    let mut titles: BTreeMap<String, Option<Id>> = BTreeMap::new();
    for (id, entry) in suppliers.into_iter().flatten() {
        let Some(title) = entry.node.table().and_then(|supplier| supplier.get("title")) else { continue };
        let mut own: Vec<String> = texts(&title.node).map(small).collect();
        own.order_by(Ord::cmp);
        own.dedup();
        for title in own {
            titles.entry(title).and_modify(|other| *other = None).or_insert_with(|| Some(id.clone()));
        }
    }
    titles
}

/// The text of a title, or its texts in two languages.
fn texts(node: &Node) -> Box<dyn Iterator<Item = &str> + '_> {
    match &node.value {
        Value::Text(text) => Box::new(std::iter::once(text.as_str())),
        Value::Table(table) => Box::new(
            ["sv", "en", "value"].into_iter().filter_map(|key| table.get(key)).flat_map(|entry| texts(&entry.node)),
        ),
        _ => Box::new(std::iter::empty()),
    }
}

/// A name in small letters with single spaces, as people mean it.
fn small(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The suppliers of an article, the preferred one first: one, or several with a bar between them.
fn suppliers(section: &mut Section<'_, '_>) -> Option<Vec<Id>> {
    let node = section.value("supplier")?;
    let text = section.text_of("supplier", node)?;
    if !text.contains('|') || section.ctx.supplier_titles.contains_key(&small(text)) {
        return supplier(section, node, text).map(|id| vec![id]);
    }
    let mut named: Vec<Id> = Vec::new();
    for part in text.split('|').map(str::trim) {
        if part.is_empty() {
            let fix = "write a name on each side of a bar: \"a|b\"";
            section.wrong(codes::KIND, "supplier", "has a bar and no name beside it", node.place, fix);
            return None;
        }
        let id = supplier(section, node, part)?;
        if named.contains(&id) {
            let what = format!("names {id} twice");
            section.wrong(codes::IMPOSSIBLE, "supplier", &what, node.place, "name each supplier once");
            return None;
        }
        named.push(id);
    }
    Some(named)
}

/// A supplier by its id, or by its title where only one has it.
fn supplier(section: &mut Section<'_, '_>, node: &Node, text: &str) -> Option<Id> {
    let is_id = section.ctx.table("supplier").is_some_and(|known| known.contains_key(text));
    if let Some(Some(id)) = section.ctx.supplier_titles.get(&small(text)).filter(|_| !is_id) {
        return Some(id.clone());
    }
    let ctx = &mut *section.ctx;
    if let Some((number, count)) = ctx.unknown_suppliers.get_mut(text) {
        *count += 1;
        if let Some(problem) = ctx.diagnoses.get_mut(*number) {
            problem.message = format!("there is no supplier `{text}`, which {count} articles name; one of them:");
        }
        return None;
    }
    if ctx.knows("supplier", text, node.place) {
        return Some(text.to_owned());
    }
    if ctx.diagnoses.last().is_some_and(|problem| problem.code == codes::UNKNOWN_REFERENCE) {
        ctx.unknown_suppliers.insert(text.to_owned(), (ctx.diagnoses.len() - 1, 1));
    }
    if let Some(problem) = section.ctx.diagnoses.last_mut().filter(|problem| problem.help.is_empty()) {
        problem.help = "write the id or the title of a [supplier.ID]; a new one needs a table with `new = true`, a title and an `origin`".into();
    }
    None
}

fn read_article(mut section: Section<'_, '_>, id: &str, lacking: Option<&str>) -> Option<Article> {
    let before = section.ctx.diagnoses.len();
    for key in ["supplier", "demand"] {
        if section.entry(key).is_none() {
            section.missing(key, "");
        }
    }
    if section.first_of(["demand-sd", "weekly-cv"]).is_none() && every_law_has_a_deviation(section.ctx) {
        section.missing("demand-sd", &format!("or `weekly-cv`{}", lacking.unwrap_or_default()));
    }
    if section.ctx.diagnoses.len() > before {
        read_said(section, id);
        return None;
    }
    let said = read_said(section, id);
    let mut suppliers = said.suppliers.unwrap_or_default().into_iter();
    Some(Article {
        name: said.name,
        flow: said.flow,
        family: said.family,
        class: said.class,
        channel: said.channel,
        supplier: suppliers.next()?,
        critical: said.critical,
        critical_decided_by: said.critical_decided_by,
        price: said.price,
        pack: said.pack,
        pallet: said.pallet,
        temperature: said.temperature,
        shelf_life_days: said.shelf_life_days,
        demand_mean: said.demand_mean?,
        demand_sd: said.demand_sd,
        weight_kg: said.weight_kg,
        need_group: said.need_group,
        need_factor: said.need_factor,
        case: said.case,
        shelf_life_left: said.shelf_life_left,
        further_suppliers: suppliers.collect(),
    })
}

/// Whether no article can do without a standard deviation; else [`super::check_demand`] asks article by article.
fn every_law_has_a_deviation(ctx: &Context<'_>) -> bool {
    let law = ctx.table("demand").and_then(|demand| demand.get("law")).map(|entry| &entry.node);
    // The law may carry its origin.
    let law = law.map(|node| node.table().and_then(|told| told.get("value")).map_or(node, |entry| &entry.node));
    let text = match law.map(|node| &node.value) {
        Some(super::tree::Value::Text(text)) => text.as_str(),
        _ => "normal",
    };
    ctx.table("demand-rule").is_none() && ["normal", "lognormal", "gamma", "negative-binomial"].contains(&text)
}

fn read_said(mut section: Section<'_, '_>, id: &str) -> Said {
    let text = |section: &mut Section<'_, '_>, key| section.text(key).unwrap_or_default().to_owned();
    let name = |section: &mut Section<'_, '_>, key| {
        let Some(node) = section.value(key) else { return String::new() };
        section.tell_unseen(key, node);
        section.text_of(key, node).unwrap_or_default().to_owned()
    };
    let (sv, en) = (name(&mut section, "name-sv"), name(&mut section, "name-en"));
    let or = |first: &str, second: &str| {
        [first, second, id].into_iter().find(|name| !name.is_empty()).unwrap_or(id).to_owned()
    };
    let demand_mean = section.amount("demand", DEMAND);
    let spread = section.first_of(["demand-sd", "weekly-cv"]);
    let demand_sd = match spread {
        Some("weekly-cv") => {
            // Seven independent days: the weekly mean is 7 m, the weekly deviation √7 times the daily one.
            let cv = section.number("weekly-cv", Range { least: 0.0, most: 1000.0 });
            cv.zip(demand_mean).map(|(cv, mean)| cv * 7.0 * mean / libm::sqrt(7.0))
        }
        _ => section.amount("demand-sd", DEMAND_SD),
    };
    let whole = |units: f64| units as i64;
    let need_group = text(&mut section, "need-group");
    let need_factor = need_factor(&mut section, &need_group, id);
    let said = Said {
        name: Title { sv: or(&sv, &en), en: or(&en, &sv) },
        flow: text(&mut section, "flow"),
        family: text(&mut section, "family"),
        class: text(&mut section, "class"),
        channel: super::channel::plain(&text(&mut section, "channel")),
        suppliers: suppliers(&mut section),
        critical: section.truth("critical").unwrap_or(false),
        critical_decided_by: text(&mut section, "critical-decided-by"),
        price: section.price("price", PER_UNIT).unwrap_or_default(),
        // The measure allows whole numbers up to 10^9.
        pack: section.amount("pack", PACK).map_or(1, whole),
        pallet: pallet(&mut section),
        case: section.amount("case", PACK).map(whole),
        temperature: section.choice("temperature", &Temperature::WORDS).unwrap_or_default(),
        shelf_life_days: section.amount("shelf-life", DURATION),
        demand_mean,
        demand_sd,
        weight_kg: section.amount("weight", UNIT_MASS),
        need_group,
        need_factor,
        shelf_life_left: shelf_life_left(&mut section, id),
    };
    section.finish();
    said
}

/// The share of its shelf life that is left at delivery. It is refused at an article (`id` is not empty) that keeps for ever.
fn shelf_life_left(section: &mut Section<'_, '_>, id: &str) -> Option<f64> {
    let own = section.stated_here("shelf-life-left");
    let keeps = section.entry("shelf-life").is_none() && !id.is_empty();
    if let Some(place) = own.filter(|_| keeps) {
        let fix = "give the shelf-life, or leave it out";
        section.wrong(codes::EXCLUSIVE, "shelf-life-left", "changes nothing without `shelf-life`", place, fix);
    }
    section.amount("shelf-life-left", SHARE)
}

/// Units per pallet: as given, or as many as the volume of a unit leaves room for, at least one.
fn pallet(section: &mut Section<'_, '_>) -> i64 {
    let units = match section.first_of(["pallet", "volume"]) {
        Some("volume") => {
            let volume = section.amount("volume", VOLUME);
            // A volume that divides the pallet evenly must not lose a unit to binary fractions.
            volume.map(|litres| libm::floor(PALLET_LITRES / litres + 1e-9).max(1.0))
        }
        _ => section.amount("pallet", PACK),
    };
    // The measures allow whole numbers up to 10^9.
    units.map_or(1000, |units| units as i64)
}

/// Millionths of the common unit of the need group in a unit of the article. It is refused at an article (`id` is not empty)
/// that is in no group.
fn need_factor(section: &mut Section<'_, '_>, group: &str, id: &str) -> i64 {
    let factor = section.number("need-factor", Range { least: 0.001, most: 1000.0 });
    if let Some(entry) = section.entry("need-factor").filter(|_| group.is_empty() && !id.is_empty()) {
        let fix = "name the need-group, or leave it out";
        section.wrong(codes::EXCLUSIVE, "need-factor", "changes nothing without `need-group`", entry.key, fix);
    }
    factor.map_or(WHOLE, |factor| libm::round(factor * WHOLE as f64) as i64)
}
