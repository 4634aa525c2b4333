//! The network: suppliers, origins, owners, sites, lanes.

use super::amount::{
    AREA, AREA_PER_PALLET, AT_LEAST_A_DAY, PALLETS, PER_DEPARTURE, PER_LINE, PER_ORDER, PER_PALLET, PER_PALLET_DAY,
    PER_PALLET_YEAR, SHARE,
};
use super::diagnosis::codes;
use super::law;
use super::model::{Id, Lane, Origin, Owner, Site, Supplier};
use super::read_transport;
use super::reader::Section;
use super::tree::{Entry, Value};
use crate::units::PerMillion;

/// Reads `[supplier.ID]`, whose `origin` is the place that goods come from.
pub fn supplier(section: &mut Section<'_, '_>, id: &str) -> Option<Supplier> {
    let title = section.title_or(id);
    let in_region = section.truth("in-region").unwrap_or(false);
    let shelf_life_left = section.amount("shelf-life-left", SHARE);
    let recovery = section.days("recovery", AT_LEAST_A_DAY);
    Some(Supplier { title, origin: needed(section, "origin", "origin")?, in_region, shelf_life_left, recovery })
}

/// Reads `[origin.ID]`.
pub fn origin(section: &mut Section<'_, '_>, id: &str) -> Option<Origin> {
    let title = section.title_or(id);
    section.required("lead-time");
    let (lead_time, servers) = law::lead_time_and_servers(section, "lead-time")?;
    Some(Origin { title, lead_time, servers })
}

/// Reads `[owner.ID]`.
pub fn owner(section: &mut Section<'_, '_>, id: &str) -> Option<Owner> {
    let title = section.title_or(id);
    let is_supplier =
        section.choice("kind", &[("region", false), ("supplier", true), ("partner", false)]).unwrap_or(false);
    let shares = shares(section, id, is_supplier);
    Some(Owner { title, is_supplier, capital_rate: section.yearly_rate("capital-rate"), shares })
}

/// Who bears what a joint owner pays. Its stock is common, so a supplier cannot be one, and a joint owner is no party.
fn shares(section: &mut Section<'_, '_>, id: &str, is_supplier: bool) -> Vec<(Id, PerMillion)> {
    let Some(node) = section.value("shares") else { return Vec::new() };
    let Value::Table(table) = &node.value else {
        section.wrong(codes::KIND, "shares", "is no table of owners", node.place, "write { region = \"60 %\", … }");
        return Vec::new();
    };
    if is_supplier {
        section.wrong(codes::IMPOSSIBLE, "shares", "is given for a supplier", node.place, "leave it out");
    }
    let mut shares = Vec::new();
    for (party, entry) in table {
        if !section.ctx.knows("owner", party, entry.key) {
            continue;
        }
        let is_joint = |owner: &Entry| owner.node.table().is_some_and(|owner| owner.contains_key("shares"));
        if party == id || section.ctx.table("owner").and_then(|owners| owners.get(party)).is_some_and(is_joint) {
            let what = format!("names `{party}`, whose cost is itself shared");
            section.wrong(codes::IMPOSSIBLE, "shares", &what, entry.key, "name those who pay");
        }
        let share = section.amount_of("shares", &entry.node, SHARE).and_then(PerMillion::from_share);
        shares.extend(share.map(|share| (party.clone(), share)));
    }
    let sum: i64 = shares.iter().map(|(_, share)| share.0).sum();
    if sum != WHOLE && shares.len() == table.len() {
        let what = format!("sums to {} %, not 100 %", sum as f64 / 1e4);
        section.wrong(codes::SHARES, "shares", &what, node.place, "say who bears the rest");
    }
    shares
}

/// All of a cost, in millionths.
const WHOLE: i64 = 1_000_000;

/// Reads `[site.ID]`.
pub fn site(section: &mut Section<'_, '_>, id: &str) -> Option<Site> {
    let title = section.title_or(id);
    let in_region = section.truth("in-region").unwrap_or(true);
    let regional_stock = section.truth("regional-stock").unwrap_or(false);
    let role = section.text("role").unwrap_or(id).to_owned();
    let demand_share = section.amount("demand-share", SHARE).unwrap_or(0.0);
    let added_demand = section.amount("added-demand", SHARE).unwrap_or(0.0);
    if demand_share > 0.0 && added_demand > 0.0 {
        let place = section.entry("added-demand").map_or(section.place, |entry| entry.key);
        let what = "stands beside `demand-share`";
        section.wrong(codes::EXCLUSIVE, "added-demand", what, place, "a demand point is the region's or another's");
    }
    let pallet_year = section.price("pallet-position", PER_PALLET_YEAR);
    let handling_pallet = section.price("handling", PER_PALLET);
    let pick_line = section.price("pick", PER_LINE);
    let write_off = section.yearly_rate("write-off");
    let recovery = section.days("recovery", AT_LEAST_A_DAY);
    let receives = read_transport::weekdays(section, "receives");
    let pallet_positions = section.amount("pallet-positions", PALLETS);
    let area_m2 = section.amount("area", AREA);
    let m2_per_pallet = section.amount("m2-per-pallet", AREA_PER_PALLET);
    let overflow_price = section.price("overflow-price", PER_PALLET_DAY);
    let payer = section.reference("payer", "owner");
    let owner = needed(section, "owner", "owner")?;
    let payer = payer.unwrap_or_else(|| owner.clone());
    Some(Site {
        title,
        in_region,
        regional_stock,
        owner,
        payer,
        role,
        demand_share,
        added_demand,
        pallet_year,
        handling_pallet,
        pick_line,
        write_off,
        recovery,
        receives,
        pallet_positions,
        area_m2,
        m2_per_pallet,
        overflow_price,
    })
}

/// Reads `[lane.ID]`.
pub fn lane(section: &mut Section<'_, '_>, _id: &str) -> Option<Lane> {
    let to = needed(section, "to", "site");
    let from = site_or(section, "from", "suppliers");
    let per_departure = section.price("per-departure", PER_DEPARTURE);
    let per_pallet = section.price("per-pallet", PER_PALLET);
    let per_order = section.price("per-order", PER_ORDER);
    let payer = section.reference("payer", "owner");
    let priced = per_departure.or(per_pallet).or(per_order).is_some();
    if priced && section.entry("payer").is_none() {
        section.missing("payer", "a lane with a price says which owner pays it");
    }
    let from_suppliers = from.as_deref() == Some("suppliers");
    let lead_time = match section.entry("lead-time") {
        Some(entry) if from_suppliers => {
            let place = entry.node.place;
            let fix = "leave it out: the origin of the supplier decides";
            section.wrong(codes::EXCLUSIVE, "lead-time", "is given for a lane from suppliers", place, fix);
            None
        }
        None if from.is_some() && !from_suppliers => {
            section.missing("lead-time", "");
            None
        }
        _ => law::lead_time_and_servers(section, "lead-time"),
    };
    let recovery = section.days("recovery", AT_LEAST_A_DAY);
    let mut transport = read_transport::lane(section);
    let (lead_time, servers) = lead_time.map_or((None, None), |(law, servers)| (Some(law), servers));
    transport.servers = servers;
    let (from, to) = (from?, to?);
    if !from_suppliers && lead_time.is_none() {
        return None;
    }
    if from == to {
        let place = section.place;
        section.wrong(codes::IMPOSSIBLE, "to", "is where the lane starts", place, "a lane joins two sites");
    }
    let payer = payer.or_else(|| buyer(section, &to)).unwrap_or_default();
    Some(Lane { from, to, lead_time, per_departure, per_pallet, per_order, payer, recovery, transport })
}

/// The owner of the site that a lane leads to.
fn buyer(section: &Section<'_, '_>, to: &str) -> Option<Id> {
    let owner = section.ctx.table("site")?.get(to)?.node.table()?.get("owner")?;
    match &owner.node.value {
        Value::Text(text) => Some(text.clone()),
        Value::Table(table) => match &table.get("value")?.node.value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        },
        _ => None,
    }
}

/// A reference that must be given.
pub fn needed(section: &mut Section<'_, '_>, key: &'static str, table: &'static str) -> Option<Id> {
    if section.entry(key).is_none() {
        section.missing(key, "");
    }
    section.reference(key, table)
}

/// A site, or a word that stands for suppliers.
pub fn site_or(section: &mut Section<'_, '_>, key: &'static str, word: &str) -> Option<Id> {
    let node = section.required(key)?;
    let text = section.text_of(key, node)?;
    (text == word || section.ctx.knows("site", text, node.place)).then(|| text.to_owned())
}
