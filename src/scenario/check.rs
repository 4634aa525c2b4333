//! What only the whole scenario shows: shares that make no whole, rules about nothing.

use super::context::Context;
use super::diagnosis::{Diagnosis, Severity, codes};
use super::model::{DisruptionTarget, Id, Scenario, Selection};
use super::source::Place;

/// Checks a scenario that was read without errors.
pub fn check(ctx: &mut Context<'_>, scenario: &Scenario) {
    something_is_there(ctx, scenario);
    demand_shares(ctx, scenario);
    rules_about_nothing(ctx, scenario);
    super::check_demand::check(ctx, scenario);
}

/// The place of a key, or of its table.
fn place_of(ctx: &Context<'_>, table: &str, id: &str, key: &str) -> Place {
    let Some(entry) = ctx.table(table).and_then(|table| table.get(id)) else { return Place::default() };
    entry.node.table().and_then(|own| own.get(key)).map_or(entry.key, |entry| entry.node.place)
}

fn something_is_there(ctx: &mut Context<'_>, scenario: &Scenario) {
    let place = ctx.root.values().map(|entry| entry.key).max().unwrap_or_default();
    for (missing, name, table) in [
        (scenario.articles.is_empty(), "article", "[items] file, or [article.ID]"),
        (scenario.sites.is_empty(), "site", "[site.ID]"),
    ] {
        if missing {
            let message = format!("the scenario `{}` has no {name}", scenario.id);
            let mut problem = Diagnosis::error(codes::MISSING, &message, place).help(&format!("write {table}"));
            problem.place = (place.file != super::files::DEFAULTS).then_some(place);
            ctx.report(problem);
        }
    }
}

fn demand_shares(ctx: &mut Context<'_>, scenario: &Scenario) {
    let sum: f64 = scenario.sites.values().map(|site| site.demand_share).sum();
    if scenario.sites.is_empty() || (sum - 1.0).abs() <= 1e-9 {
        return;
    }
    let given = scenario.sites.iter().filter(|(_, site)| site.demand_share > 0.0);
    let parts: Vec<_> =
        given.clone().map(|(id, site)| format!("{id} {} %", rounded(site.demand_share * 100.0))).collect();
    let says = |id: &&Id| {
        let site = ctx.table("site").and_then(|sites| sites.get(id.as_str())?.node.table());
        site.is_some_and(|site| site.contains_key("demand-share"))
    };
    let said = scenario.sites.keys().find(says).or(scenario.sites.keys().next());
    let place = match (given.clone().next_back(), said) {
        (Some((id, _)), _) | (None, Some(id)) => place_of(ctx, "site", id, "demand-share"),
        _ => Place::default(),
    };
    let message = format!("the demand shares of the sites sum to {} %, not 100 %", rounded(sum * 100.0));
    let parts = if parts.is_empty() { "no site has a demand-share".into() } else { parts.join(", ") };
    ctx.report(Diagnosis::error(codes::SHARES, &message, place).help(&parts));
}

fn rounded(percent: f64) -> f64 {
    libm::round(percent * 1e6) / 1e6
}

fn rules_about_nothing(ctx: &mut Context<'_>, scenario: &Scenario) {
    let mut rules: Vec<(&'static str, &Id, &'static str, &Selection)> = Vec::new();
    rules.extend(scenario.pools.iter().map(|(id, rule)| ("pool", id, "articles", &rule.select)));
    rules.extend(scenario.sourcing.iter().map(|(id, rule)| ("sourcing", id, "articles", &rule.select)));
    rules.extend(scenario.policies.iter().map(|(id, rule)| ("policy", id, "articles", &rule.select)));
    rules.extend(scenario.stocks.iter().map(|(id, rule)| ("stock", id, "articles", &rule.select)));
    rules.extend(scenario.express.iter().map(|(id, rule)| ("express", id, "articles", &rule.select)));
    rules.extend(scenario.reactions.iter().map(|(id, rule)| ("reaction", id, "articles", &rule.select)));
    rules.extend(scenario.rationing.iter().map(|(id, rule)| ("rationing", id, "articles", &rule.select)));
    rules.extend(scenario.neighbours.iter().map(|(id, rule)| ("neighbour", id, "articles", &rule.select)));
    rules.extend(scenario.whole_orders.iter().map(|(id, rule)| ("whole-order", id, "articles", &rule.select)));
    rules.extend(scenario.demand_rules.iter().map(|(id, rule)| ("demand-rule", id, "articles", &rule.select)));
    let placements = scenario.reserve_placements.iter();
    rules.extend(placements.map(|(id, rule)| ("reserve-placement", id, "articles", &rule.select)));
    rules.extend(scenario.disruptions.iter().filter_map(|(id, disruption)| match &disruption.target {
        DisruptionTarget::Offers(select) => Some(("disruption", id, "offers", select)),
        DisruptionTarget::Demand(select, _) => Some(("disruption", id, "demand", select)),
        _ => None,
    }));
    let stock_of = scenario.disruptions.iter().map(|(id, disruption)| (id, &disruption.effects.stock_of));
    rules.extend(stock_of.map(|(id, select)| ("disruption", id, "articles", select)));
    for (table, id, key, select) in rules {
        let hit = scenario.articles.iter().any(|(id, article)| select.matches(id, article, &scenario.suppliers));
        if !hit {
            let place = place_of(ctx, table, id, key);
            let message = format!("`{key}` in [{table}.{id}] selects no article");
            let mut finding = Diagnosis::finding(codes::MATCHES_NOTHING, &message, place);
            finding.severity = Severity::Finding;
            ctx.report(finding.label("no article meets all of these conditions"));
        }
    }
    for (id, disruption) in &scenario.disruptions {
        let empty = match &disruption.target {
            DisruptionTarget::Offers(_) | DisruptionTarget::Demand(..) | DisruptionTarget::OutsideRegion => false,
            DisruptionTarget::Suppliers(things)
            | DisruptionTarget::Roles(things)
            | DisruptionTarget::Lanes(things)
            | DisruptionTarget::Sites(things)
            | DisruptionTarget::Origins(things) => things.is_empty(),
        };
        if empty {
            let place = place_of(ctx, "disruption", id, "duration");
            ctx.report(Diagnosis::finding(codes::MATCHES_NOTHING, &format!("[disruption.{id}] hits nothing"), place));
        }
    }
}
