//! Invented findings. Figures follow from simple formulas of the scenario's strength and the reserve's days, so that a
//! test can be read by hand; nothing here comes from a simulation.

mod endurance;
mod figures;

use beredd::scenario::model::{Origins, Title, ValueOrigin};
use beredd::sim::cost::Component;
use beredd::study::findings::*;
use endurance::{failing, readings, slices, stop};
use std::collections::BTreeMap;

pub use figures::{absent, figure, share};

const LEVELS: [u32; 4] = [3, 7, 30, 90];
const THRESHOLDS: [f64; 3] = [0.90, 0.95, 0.98];
const CAP: u32 = 120;
const REPLICATIONS: u32 = 200;
const REQUIRED: f64 = 0.95;

/// One invented scenario.
#[derive(Clone)]
pub struct Invented {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Title,
    /// Reservation.
    pub remark: Option<Title>,
    /// Days of endurance without a reserve.
    pub strength: f64,
    /// Claims in thousandths.
    pub claims: Vec<u16>,
    /// Lump sum per year, SEK.
    pub lump_sum: f64,
    /// Components without a price.
    pub not_included: Vec<Component>,
}

impl Invented {
    /// A scenario with the same title in both languages, all stock its own, and nothing special.
    pub fn new(id: &str, title: &str, strength: f64) -> Invented {
        Invented {
            id: id.into(),
            title: both(title),
            remark: None,
            strength,
            claims: vec![1000],
            lump_sum: 0.0,
            not_included: vec![],
        }
    }
}

/// A title in two languages.
pub fn title(sv: &str, en: &str) -> Title {
    Title { sv: sv.into(), en: en.into() }
}

fn both(text: &str) -> Title {
    title(text, text)
}

/// The region's question in small: three scenarios, two reserves, two cuts.
pub fn region() -> Findings {
    let today = Invented {
        title: title("Nuläge: grossist och direktleveranser", "Today: wholesaler and direct deliveries"),
        claims: vec![0, 500, 1000],
        ..Invented::new("today", "", 9.0)
    };
    let raised = Invented {
        title: title("Delmål 1 med höjt lager i Kungsbacka", "Delmål 1 with raised stock in Kungsbacka"),
        remark: Some(title(
            "rekommenderas inte förrän leverantören är stabil",
            "not recommended until the supplier is stable",
        )),
        claims: vec![0, 500, 1000],
        lump_sum: 15.4e6,
        not_included: vec![Component::Holding, Component::Backorder, Component::LostUnits],
        ..Invented::new("delmal-1-raised", "", 16.0)
    };
    let two = Invented {
        title: title("Delmål 2: regionalt centrallager", "Delmål 2: regional central warehouse"),
        lump_sum: 14.2e6,
        ..Invented::new("delmal-2", "", 24.0)
    };
    findings(&[today, raised, two], &[("none", "ingen", "none", 0.0), ("30-days", "30 dygn", "30 days", 30.0)])
}

/// Findings of scenarios × reserves `(id, sv, en, days)`; the first scenario is the reference.
pub fn findings(scenarios: &[Invented], reserves: &[(&str, &str, &str, f64)]) -> Findings {
    let cells =
        scenarios.iter().flat_map(|scenario| reserves.iter().map(|reserve| cell(scenario, reserve.0, reserve.3)));
    let reserve_inputs =
        reserves.iter().map(|&(id, sv, en, days)| ReserveInput { id: id.into(), title: title(sv, en), days });
    let inputs = Inputs {
        title: title("Försörjningsberedskap i regionen", "Supply preparedness in the region"),
        largest_unmodelled_risk: Some(title("personal som inte kommer till arbetet", "staff who cannot come to work")),
        scenarios: scenarios.iter().map(|scenario| scenario_input(scenario, reserves)).collect(),
        reserves: reserve_inputs.collect(),
        cuts: vec![
            CutInput {
                id: "outside-region".into(),
                title: title("allt utanför regionen", "everything outside the region"),
                takes_largest_site: false,
                own: CutOwn::default(),
            },
            CutInput {
                id: "largest-site".into(),
                title: title("största lagret", "the largest site"),
                takes_largest_site: true,
                own: CutOwn::default(),
            },
        ],
        thresholds: THRESHOLDS.into(),
        levels: LEVELS.into(),
        cap_days: CAP,
        required_probability: REQUIRED,
        required_article_share: REQUIRED,
        compare_to: scenarios[0].id.clone(),
        replications: REPLICATIONS,
        money: Default::default(),
        seed: 4711,
        measured_days: 365,
        version: "0.1.0".into(),
        files: vec![("today.toml".into(), "00ff".into())],
        settings: vec!["demand.law=\"normal\"".into()],
        remarks: vec!["reserven 90 dygn är längre än hållbarheten för 3 artiklar".into()],
    };
    let cells: Vec<CellFindings> = cells.collect();
    let comparisons = comparisons(&cells, scenarios, reserves.len());
    Findings { inputs, cells, comparisons }
}

fn scenario_input(scenario: &Invented, reserves: &[(&str, &str, &str, f64)]) -> ScenarioInput {
    let origin = |kind: &str| ValueOrigin {
        kind: kind.into(),
        source: "domain 4.7".into(),
        range: "600–1500".into(),
        value: "900 SEK/pallet/year".into(),
    };
    let kinds = [("cost.storage", "assumption"), ("cost.chasing", "seed"), ("demand.sd", "assumption")];
    let largest = title("Centrallagret, Umeå", "The central warehouse, Umeå");
    ScenarioInput {
        id: scenario.id.clone(),
        title: scenario.title.clone(),
        remark: scenario.remark.clone(),
        day_order: vec!["state", "receive", "demand", "review", "dispatch"],
        warm_up_days: 365,
        size: (200, 7, 1400),
        largest_site: reserves.iter().map(|reserve| (reserve.0.to_string(), largest.clone())).collect(),
        not_included: scenario.not_included.clone(),
        groups: Vec::new(),
        lump_sums: (scenario.lump_sum > 0.0)
            .then(|| ("lump".to_string(), title("enligt förstudien", "by the pre-study"), scenario.lump_sum))
            .into_iter()
            .collect(),
        flows: [("consumables", "Förbrukningsmateriel", "Consumables"), ("aids", "Hjälpmedel", "Assistive devices")]
            .map(|(id, sv, en)| FlowInput {
                id: id.into(),
                title: title(sv, en),
                need: title("behov", "need"),
                unit: title("styck", "pieces"),
                articles: if id == "aids" { 0 } else { 100 },
                not_assessed: (id == "aids").then(|| title("inga uppgifter", "no data")),
            })
            .into(),
        families: [
            ("gloves", "Handskar", "Gloves"),
            ("masks", "Munskydd", "Masks"),
            ("wound-care", "Sårvård", "Wound care"),
        ]
        .map(|(id, sv, en)| (id.to_string(), title(sv, en)))
        .into(),
        owners: [("region", "Regionen", "The region"), ("supplier", "Leverantören", "The supplier")]
            .map(|(id, sv, en)| (id.to_string(), title(sv, en)))
            .into(),
        price_year: Some(2024),
        critical_decided_by: vec![("the region".to_owned(), 30)],
        truncation: beredd::study::findings::Truncation { entries: 800, shrunk: 300, median_ratio: Some(0.93) },
        origins: Origins { entries: kinds.map(|(path, kind)| (path.to_string(), origin(kind))).into() },
    }
}

fn cell(scenario: &Invented, reserve: &str, days: f64) -> CellFindings {
    let endurance = scenario.strength + days;
    let fill = 1.0 - 0.4 / (endurance + 8.0);
    let short = (1.0 - fill) / 3.0;
    let metrics = [
        ("fill_rate", fill),
        ("availability", fill - 0.01),
        ("short_supplier_out", short),
        ("short_not_stocked", short),
        ("short_avoidable", short),
    ];
    let rule = |held: f64| -> Vec<LevelFindings> {
        let held_share = |level: u32| (1.0 + (held - f64::from(level)) * 0.02).clamp(0.0, 1.0);
        LEVELS.map(|level| level_findings(level, share(held_share(level)))).into()
    };
    let cut = |id: &str, factor: f64| CutFindings {
        cut: id.into(),
        claims: scenario
            .claims
            .iter()
            .map(|&claim| (claim, readings(endurance * claim_factor(claim) * factor)))
            .collect(),
        stop: Some(stop(endurance * factor)),
        slices: slices(endurance * factor),
        failing: failing(endurance * factor),
    };
    CellFindings {
        scenario: scenario.id.clone(),
        reserve: reserve.into(),
        metrics: metrics.map(|(name, value)| (name, figure(value, 0.004, "share"))).into(),
        cost: cost(endurance, scenario.lump_sum),
        shortage: vec![shortage(1.0 - fill)],
        endurance: vec![cut("outside-region", 1.0), cut("largest-site", 0.5)],
        stock_requirement: rule(endurance),
        stock_requirement_with_distant: rule(endurance + if scenario.claims.len() > 1 { 10.0 } else { 0.0 }),
        phases: Vec::new(),
    }
}

/// One place, where all that is short was so for three causes in equal parts.
fn shortage(short: f64) -> ShortageFindings {
    ShortageFindings {
        site: "granvik".into(),
        title: Title { sv: "Granviks sjukhus".into(), en: "Granvik hospital".into() },
        short: figure(short, 0.004, "share"),
        causes: std::array::from_fn(|_| figure(short / 3.0, 0.004, "share")),
    }
}

fn claim_factor(claim: u16) -> f64 {
    0.7 + 0.3 * f64::from(claim) / 1000.0
}

fn level_findings(level: u32, share: Estimate) -> LevelFindings {
    let verdict = Verdict::of(&share, REQUIRED);
    LevelFindings { level, share, verdict }
}

fn cost(endurance: f64, lump_sums: f64) -> CostFindings {
    let money = |sek: f64| figure(sek, sek * 0.01, "SEK/year");
    let (capital, storage) = (endurance * 2e5, 4e6 + endurance * 1e5);
    CostFindings {
        total: money(capital + storage),
        components: vec![(Component::Capital, money(capital)), (Component::Storage, money(storage))],
        payers: vec![("region".into(), money(storage)), ("supplier".into(), money(capital))],
        cash: money(storage),
        imputed: money(capital),
        lump_sums,
    }
}

fn comparisons(cells: &[CellFindings], scenarios: &[Invented], reserves: usize) -> Vec<Comparison> {
    let pairs =
        (reserves..cells.len()).map(|place| (&cells[place % reserves], &cells[place], &scenarios[place / reserves]));
    let compare = |(first, second, scenario): (&CellFindings, &CellFindings, &Invented)| {
        let lacking = scenario.not_included.iter().copied().filter(|c| *c == Component::Storage).collect();
        let of =
            |name: &str| (second.metrics[name].mean.unwrap_or(0.0) - first.metrics[name].mean.unwrap_or(0.0), 0.002);
        let cost = second.cost.total.mean.unwrap_or(0.0) - first.cost.total.mean.unwrap_or(0.0);
        let days = 7.0 + 8.0 * f64::from(u8::from(second.scenario == "delmal-2"));
        let differences = BTreeMap::from([
            ("fill_rate", difference(of("fill_rate"), "share")),
            ("availability", difference(of("availability"), "share")),
            ("days", difference((days, 1.5), "days")),
            ("cost_per_year", difference((cost, 1e5), "SEK/year")),
        ]);
        Comparison {
            first: (first.scenario.clone(), first.reserve.clone()),
            second: (second.scenario.clone(), second.reserve.clone()),
            differences,
            lacking,
        }
    };
    pairs.map(compare).collect()
}

fn difference((mean, half): (f64, f64), unit: &'static str) -> Difference {
    Difference {
        paired: Estimate { quantiles: None, ..figure(mean, half, unit) },
        unpaired: (Some(mean - 3.0 * half), Some(mean + 3.0 * half)),
    }
}
