//! Reserves of the plan: which placement holds where, and those that stand apart.

use super::Fault;
use super::network::Network;
use super::rules::Levels;
use crate::plan::disruption::Process;
use crate::plan::reserve::{Alarm, Apart};
use crate::plan::shelf::ShelfPlan;
use crate::random::key::StreamName;
use crate::scenario::model::{AlarmRule, Article, Id, ReserveKind, ReservePlacement, Scenario};

/// The placement that holds for a critical article at a site. Two that hold a reserve in different ways are a fault.
pub fn placement<'s>(
    scenario: &'s Scenario,
    (site, article_id, article): (&str, &str, &Article),
    faults: &mut Vec<Fault>,
) -> Option<(&'s Id, &'s ReservePlacement)> {
    let holds = |(_, placement): &(&Id, &ReservePlacement)| {
        let selects = || placement.select.matches(article_id, article, &scenario.suppliers);
        article.critical && placement.at == site && selects()
    };
    let mut found = scenario.reserve_placements.iter().filter(holds);
    let (id, first) = found.next()?;
    if let Some((other, _)) = found.find(|(_, other)| other.kind != first.kind) {
        faults.push(Fault::new(
            format!("reserve-placement.{other}"),
            format!("{id} and {other} hold the reserve of article {article_id} at {site} in different ways"),
            "let each article at a site have one kind of reserve",
        ));
    }
    Some((id, first))
}

/// Builds the reserves that stand apart, in the order of their cells.
pub fn build(
    scenario: &Scenario,
    network: &Network,
    levels: &Levels,
    (shelf, processes): (&ShelfPlan, &[Process]),
    faults: &mut Vec<Fault>,
) -> Vec<Apart> {
    let mut apart = Vec::new();
    for (index, cell) in (0_u32..).zip(&network.cells) {
        let quantity = levels.apart[index as usize];
        if quantity == 0 {
            continue;
        }
        let (site, article) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
        // Two placements that differ have been told when the levels were worked out.
        let about = (site.as_str(), article.as_str(), &scenario.articles[article]);
        let Some((id, placement)) = placement(scenario, about, &mut Vec::new()) else { continue };
        let ReserveKind::Alarm(rule) = &placement.kind else { continue };
        if network.owners[network.pools[cell.pool as usize].owner as usize].is_supplier {
            faults.push(Fault::new(
                format!("reserve-placement.{id}"),
                format!("the reserve of article {article} at {site} stands apart in stock that a supplier owns"),
                "a supplier's stock is locked by a cut: let another own it ([pool.ID]), or write kind = \"free\"",
            ));
        }
        if rule.rotates && shelf.life(cell.article).is_none() {
            faults.push(Fault::new(
                format!("reserve-placement.{id}.rotates"),
                format!("`rotates` changes nothing for article {article}: no batches of it are followed"),
                "give it a `shelf-life` and write `batches = true` in [scenario], or leave `rotates` out",
            ));
        }
        let stream = StreamName::new(&["reserve age", site, article]);
        let alarm = alarm(rule, processes);
        apart.push(Apart {
            cell: index,
            quantity,
            alarm,
            refill_days: rule.refill_days,
            rotates: rule.rotates,
            age: stream,
        });
    }
    apart
}

fn alarm(rule: &AlarmRule, processes: &[Process]) -> Alarm {
    let is_of = |process: &Process, id: &Id| {
        process.name.strip_prefix(id.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(" / "))
    };
    let named = |process: &Process| rule.disruptions.iter().any(|id| is_of(process, id));
    let processes = (0..).zip(processes).filter(|(_, process)| named(process)).map(|(index, _)| index).collect();
    Alarm { cut: rule.cut, stock_out: rule.stock_out, processes }
}
