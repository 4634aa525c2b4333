//! Disruptions of the scenario as processes of the plan.

use super::Fault;
use super::network::Network;
use crate::order::{Gather, InOrder};
use crate::plan::demand::Demand;
use crate::plan::disruption::{Effects, Process, Ramp, Source, Step, Target};
use crate::random::key::StreamName;
use crate::random::laws::DurationLaw;
use crate::scenario::model::{Article, Begins, Disruption, DisruptionTarget, Id, Scenario, Selection, When};
use crate::time::{DAYS_PER_YEAR, MINUTES_PER_DAY};
use crate::units::PerMillion;
use std::collections::BTreeMap;

/// Most processes that one chain may give: each process of the one it follows starts one for each thing that it hits.
const MOST_OF_A_CHAIN: usize = 100_000;

/// A process whose source may name another by its name.
struct Draft {
    process: Process,
    /// Name of the process that it follows.
    follows: Option<String>,
}

/// The id of the disruption that a process is of.
pub fn disruption_of(process: &Process) -> &str {
    process.name.split(" / ").next().unwrap_or_default()
}

/// Every process, sorted by name.
pub fn build(scenario: &Scenario, network: &Network, demands: &[Demand], faults: &mut Vec<Fault>) -> Vec<Process> {
    let mut drafts: BTreeMap<&Id, Vec<Draft>> = BTreeMap::new();
    let mut waiting: Vec<(&Id, &Disruption)> = scenario.disruptions.iter().collect();
    while !waiting.is_empty() {
        let before = waiting.len();
        waiting.retain(|&(id, disruption)| {
            let others: Vec<Option<String>> = match &disruption.begins {
                Begins::After { id: other, .. } => match drafts.get(other) {
                    Some(others) => others.iter().map(|draft| Some(draft.process.name.clone())).collect(),
                    None => return true,
                },
                _ => vec![None],
            };
            let made = drafts_of(&Making { scenario, network, demands, id, disruption }, &others, faults);
            drafts.insert(id, made);
            false
        });
        if waiting.len() == before {
            faults.extend(waiting.iter().map(|(id, _)| {
                Fault::new(
                    format!("disruption.{id}"),
                    format!("disruption.{id} follows itself"),
                    "break the chain of `after`",
                )
            }));
            break;
        }
    }
    let mut drafts: Vec<Draft> = drafts.into_values().flatten().collect();
    drafts.order_by(|a, b| a.process.name.cmp(&b.process.name));
    let places: BTreeMap<String, u32> =
        (0..).zip(&drafts).map(|(place, draft)| (draft.process.name.clone(), place)).into_map();
    let processes: Vec<Process> = drafts.into_iter().map(|draft| placed(draft, &places)).collect();
    processes
}

fn placed(draft: Draft, places: &BTreeMap<String, u32>) -> Process {
    let mut made = draft.process;
    if let (Source::After { process, .. }, Some(name)) = (&mut made.source, &draft.follows) {
        *process = places[name];
    }
    made
}

/// What a disruption is made from.
struct Making<'m> {
    scenario: &'m Scenario,
    network: &'m Network,
    demands: &'m [Demand],
    id: &'m str,
    disruption: &'m Disruption,
}

fn drafts_of(making: &Making, others: &[Option<String>], faults: &mut Vec<Fault>) -> Vec<Draft> {
    let mut hits = hits(making, faults);
    check_staff(making, &hits, faults);
    if making.disruption.together && !hits.is_empty() {
        hits = vec![(Vec::new(), hits.into_iter().flat_map(|(_, targets)| targets).collect())];
    }
    let path = format!("disruption.{}", making.id);
    if hits.len() * others.len() > MOST_OF_A_CHAIN {
        let message = format!("{} processes would follow {} others", hits.len() * others.len(), others.len());
        faults.push(Fault::new(path, message, "write `together = true` on one of the two"));
        return Vec::new();
    }
    let mut drafts = Vec::new();
    for (parts, targets) in &hits {
        for (source, more, follows) in sources(making, others, faults) {
            let mut name = vec!["disruption", making.id];
            name.extend(parts.iter().map(String::as_str));
            name.extend(more.as_deref());
            let process = Process {
                name: name[1..].join(" / "),
                major: making.disruption.major,
                source,
                down: making.disruption.duration.clone(),
                stream: StreamName::new(&name),
                targets: if making.disruption.effects.stops { targets.clone() } else { Vec::new() },
                effects: effects(making, targets),
                information_delay: making.disruption.information_delay,
            };
            drafts.push(Draft { process, follows });
        }
    }
    drafts
}

/// When it begins, what its name needs so that no two are alike, and the process that it follows.
type Begun = (Source, Option<String>, Option<String>);

/// All begins of a disruption. What begins by itself begins once more with each cut that names it, as a process of its own.
fn sources(making: &Making, others: &[Option<String>], faults: &mut Vec<Fault>) -> Vec<Begun> {
    let named = making.scenario.cuts.values().any(|cut| cut.with.iter().any(|id| id == making.id));
    let mut sources: Vec<Begun> = Vec::new();
    for other in others {
        let own = by_itself(making, other.as_deref(), faults).into_iter();
        sources.extend(own.map(|(source, more)| (source, more, other.clone())));
    }
    if making.disruption.begins == Begins::InCuts {
        sources.push((Source::WithCut, None, None));
        if !named {
            faults.push(Fault::new(
                format!("disruption.{}.only-in-cuts", making.id),
                format!("disruption.{} never begins: no cut names it", making.id),
                "name it in `with` of a [cut.ID], or say when it begins",
            ));
        }
    } else if named {
        sources.push((Source::WithCut, Some("with a cut".to_owned()), None));
    }
    sources
}

fn by_itself(making: &Making, other: Option<&str>, faults: &mut Vec<Fault>) -> Vec<(Source, Option<String>)> {
    match &making.disruption.begins {
        Begins::InCuts => Vec::new(),
        Begins::Rate(per_year) => {
            let mean = DAYS_PER_YEAR / per_year - making.disruption.duration.mean();
            vec![(Source::Renewal { up: DurationLaw::Exponential { mean } }, None)]
        }
        Begins::Up(up) => vec![(Source::Renewal { up: up.clone() }, None)],
        Begins::On(days, probability) => {
            let numbers: Vec<i64> = days.iter().filter_map(|when| number_of(making, when, faults)).collect();
            let once = |day: i64| (Source::Once { day, probability: *probability }, Some(format!("day {day}")));
            numbers.into_iter().map(once).collect()
        }
        Begins::After { delay, probability, .. } => {
            let source = Source::After { process: 0, delay: delay.clone(), probability: *probability };
            vec![(source, other.map(|other| format!("after {other}")))]
        }
    }
}

/// The number of a day, which must be a measured one.
fn number_of(making: &Making, when: &When, faults: &mut Vec<Fault>) -> Option<i64> {
    let frame = &making.scenario.frame;
    let (number, told, key) = match when {
        When::Day(day) => (i64::from(*day), format!("day {day}"), "day"),
        When::Date(date) => (days_after(&frame.start, date)?, date.clone(), "at"),
    };
    if (0..i64::from(frame.measured_days)).contains(&number) {
        return Some(number);
    }
    let message = format!("{told} is not one of the {} measured days from {}", frame.measured_days, frame.start);
    let help = "move it, or change `start` or `measured` in [scenario]";
    faults.push(Fault::new(format!("disruption.{}.{key}", making.id), message, help));
    None
}

/// Days from one date to another.
pub fn days_after(start: &str, date: &str) -> Option<i64> {
    let of = |text: &str| text.parse::<jiff::civil::Date>().ok();
    Some(i64::from(of(start)?.until(of(date)?).ok()?.get_days()))
}

/// What each process of a disruption hits, with the parts of its name.
fn hits(making: &Making, faults: &mut Vec<Fault>) -> Vec<(Vec<String>, Vec<Target>)> {
    let network = making.network;
    let sites = || (0..).zip(&network.sites);
    match &making.disruption.target {
        DisruptionTarget::Offers(selection) => (0..)
            .zip(&network.offers)
            .filter_map(|(index, offer)| {
                let article = &network.articles[offer.article as usize].id;
                let supplier = &network.sites[offer.supplier as usize].id;
                let hit = || (vec![article.clone(), supplier.clone()], vec![Target::Offer(index)]);
                // What another supplier sells of an article is chosen by that supplier.
                let sold = Article { supplier: supplier.clone(), ..making.scenario.articles[article].clone() };
                selection.matches(article, &sold, &making.scenario.suppliers).then(hit)
            })
            .collect(),
        DisruptionTarget::Suppliers(named) => sites()
            .filter(|(_, site)| site.is_supplier && named.contains(&site.id))
            .map(|(index, site)| (vec![site.id.clone()], vec![Target::Site(index)]))
            .collect(),
        DisruptionTarget::Sites(named) => sites()
            .filter(|(_, site)| !site.is_supplier && named.contains(&site.id))
            .map(|(index, site)| (vec![site.id.clone()], vec![Target::Site(index)]))
            .collect(),
        DisruptionTarget::Roles(roles) => roles.iter().filter_map(|role| by_role(making, role, faults)).collect(),
        DisruptionTarget::Lanes(lanes) => (0..)
            .zip(&network.lane_ids)
            .filter_map(|(index, lane)| Some((index, lane.as_ref()?)))
            .filter(|(_, lane)| lanes.contains(lane))
            .map(|(index, lane): (u32, &Id)| {
                let from = &network.sites[network.lanes[index as usize].from as usize].id;
                (vec![lane.clone(), from.clone()], vec![Target::Lane(index)])
            })
            .collect(),
        DisruptionTarget::Origins(origins) => origins.iter().map(|origin| of_origin(making, origin)).collect(),
        DisruptionTarget::OutsideRegion => {
            let outside = sites().filter(|(_, site)| !site.in_region).map(|(index, _)| Target::Site(index));
            vec![(vec!["outside-region".to_owned()], outside.collect())]
        }
        DisruptionTarget::Demand(..) => vec![(vec!["demand".to_owned()], Vec::new())],
    }
}

fn selected(making: &Making, selection: &Selection, article: &str) -> bool {
    selection.matches(article, &making.scenario.articles[article], &making.scenario.suppliers)
}

/// The suppliers of an origin.
fn of_origin(making: &Making, origin: &str) -> (Vec<String>, Vec<Target>) {
    let comes_from = |id: &str| making.scenario.suppliers.get(id).is_some_and(|supplier| supplier.origin == origin);
    let sites = (0..).zip(&making.network.sites).filter(|(_, site)| site.is_supplier && comes_from(&site.id));
    (vec![origin.to_owned()], sites.map(|(index, _)| Target::Site(index)).collect())
}

/// The one site with a role; its luck is drawn by the role's name.
fn by_role(making: &Making, role: &str, faults: &mut Vec<Fault>) -> Option<(Vec<String>, Vec<Target>)> {
    let has_role = |id: &str| making.scenario.sites.get(id).is_some_and(|site| site.role == role);
    let with_role: Vec<u32> =
        (0..).zip(&making.network.sites).filter(|(_, site)| has_role(&site.id)).map(|(index, _)| index).collect();
    if with_role.len() > 1 {
        faults.push(Fault::new(
            format!("disruption.{}", making.id),
            format!("{} sites share the role `{role}`, so they would fail together", with_role.len()),
            "give each site its own `role`, and name them all in `roles`",
        ));
    }
    with_role.first().map(|&site| (vec![role.to_owned()], vec![Target::Site(site)]))
}

fn effects(making: &Making, targets: &[Target]) -> Effects {
    let (said, network) = (&making.disruption.effects, making.network);
    let mut effects = Effects {
        capacity: ramp(&said.capacity),
        lead_factor: ramp(&said.lead_factor),
        lead_added: said.lead_added,
        demand_factor: ramp(&said.demand_factor),
        price_factor: ramp(&said.price_factor),
        staff_factor: ramp(&said.staff_factor),
        lost: PerMillion::from_share(said.lost).unwrap_or_default(),
        locked: PerMillion::from_share(said.locked).unwrap_or_default(),
        ..Effects::default()
    };
    if !said.capacity.is_empty() {
        effects.limited = targets.to_vec();
        effects.limited.sort_unstable();
    }
    if !said.price_factor.is_empty() {
        effects.dearer = targets.iter().copied().filter(|&target| sells(network, target)).collect();
        effects.dearer.sort_unstable();
    }
    if !said.staff_factor.is_empty() {
        effects.staffed = targets.iter().filter_map(site_of).collect();
        effects.staffed.sort_unstable();
    }
    let indices = |count: usize| 0..u32::try_from(count).expect("a plan is indexed by u32");
    if !said.lead_factor.is_empty() || said.lead_added > 0.0 {
        let slower = |lane: &u32| {
            let from = Target::Site(network.lanes[*lane as usize].from);
            targets.contains(&Target::Lane(*lane)) || targets.contains(&from)
        };
        effects.lanes = indices(network.lanes.len()).filter(slower).collect();
    }
    if said.lost > 0.0 || said.locked > 0.0 {
        let struck = |cell: &u32| {
            let cell = &network.cells[*cell as usize];
            let article = &network.articles[cell.article as usize].id;
            targets.contains(&Target::Site(cell.site)) && selected(making, &said.stock_of, article)
        };
        effects.cells = indices(network.cells.len()).filter(struck).collect();
    }
    if let DisruptionTarget::Demand(selection, at) = &making.disruption.target {
        let changed = |demand: &u32| {
            let cell = &network.cells[making.demands[*demand as usize].cell as usize];
            let (site, article) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
            (at.is_empty() || at.contains(site)) && selected(making, selection, article)
        };
        effects.demands = indices(making.demands.len()).filter(changed).collect();
    }
    effects
}

/// Offers and suppliers.
fn sells(network: &Network, target: Target) -> bool {
    match target {
        Target::Offer(_) => true,
        Target::Site(site) => network.sites[site as usize].is_supplier,
        Target::Lane(_) => false,
    }
}

fn site_of(target: &Target) -> Option<u32> {
    match *target {
        Target::Site(site) => Some(site),
        _ => None,
    }
}

/// Whose work a disruption changes must have a staff rule.
fn check_staff(making: &Making, hits: &[(Vec<String>, Vec<Target>)], faults: &mut Vec<Fault>) {
    if making.disruption.effects.staff_factor.is_empty() {
        return;
    }
    let has_rule = |site: &str| making.scenario.staff.values().any(|rule| rule.at.iter().any(|at| at == site));
    for site in hits.iter().flat_map(|(_, targets)| targets).filter_map(site_of) {
        let id = &making.network.sites[site as usize].id;
        if !has_rule(id) {
            faults.push(Fault::new(
                format!("disruption.{}.staff-factor", making.id),
                format!("{id} has no staff rule, so the factor changes nothing there"),
                "give the site a `[staff.ID]`, or hit other sites",
            ));
        }
    }
}

fn ramp(steps: &[(f64, f64)]) -> Ramp {
    let step = |&(days, factor): &(f64, f64)| Step { after: libm::round(days * MINUTES_PER_DAY as f64) as i64, factor };
    Ramp(steps.iter().map(step).collect())
}
