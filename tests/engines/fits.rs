//! What keeps a plan from being gone through article by article, one thing at a time: a plain plan fits, and with any one thing that
//! joins articles, or that going article by article has no rule for, it does not.

use crate::tiny::{Store, plan, process, store, up_to};
use beredd::engine::calendar::DayPhase;
use beredd::plan::Plan;
use beredd::plan::demand_law::{CustomerSize, EntryLaw, Law, SizeLaw};
use beredd::plan::disruption::Target;
use beredd::plan::neighbour::Taker;
use beredd::plan::phase::{Closed, PhaseName};
use beredd::plan::policy::{CONTINUOUS, Rule};
use beredd::plan::rationing::Rationing;
use beredd::plan::reserve::{Alarm, Apart, KeptBack};
use beredd::plan::shortage::{KINDS, Reaction};
use beredd::plan::sourcing::{Sourcing, Way};
use beredd::plan::space::SiteSpace;
use beredd::plan::staff::SiteStaff;
use beredd::plan::terms::{Forecast, Method, PlannedOrder, Terms};
use beredd::plan::transport::{Capacity, Delivery, Departures, Express, LaneRules, ServerPool};
use beredd::plan::whole_order::WholeOrder;
use beredd::random::key::StreamName;
use beredd::random::laws::LeadTimeLaw;
use beredd::sim::by_article::fits;

/// One thing more in a plan.
type Change = (&'static str, fn(&mut Plan));

/// A warehouse and two wards that buy from it, with a rule for every lane.
fn plain() -> Plan {
    let ward = || Store { source: Some(0), need: Some(2.0), ..store(10, up_to(10)) };
    let mut plan = plan(5, &[store(20, up_to(20)), ward(), ward()]);
    plan.transport.lanes = vec![LaneRules::default(); plan.lanes.len()];
    plan
}

/// So many wards of one article at one warehouse.
fn wards(count: usize) -> Plan {
    let ward = |_| Store { source: Some(0), need: Some(1.0), ..store(1, up_to(1)) };
    let mut stores = vec![store(20, up_to(20))];
    stores.extend((0..count).map(ward));
    plan(5, &stores)
}

fn name(number: u32) -> StreamName {
    StreamName::new(&["more", &number.to_string()])
}

const ORDERS: [Change; 9] = [
    ("another order of the day", |plan| plan.calendar.day_order.swap(2, 3)),
    ("a source after its buyer", |plan| plan.cells[1].source = Some(2)),
    ("upstream sites reviewed first", |plan| plan.phases[0].reviews.reverse()),
    ("the same in a later phase", |plan| {
        let mut later = plan.phases[0].clone();
        later.from_day = 3;
        later.reviews.reverse();
        plan.phases.push(later);
    }),
    ("continuous review", |plan| plan.phases[0].reviews[2].every_days = CONTINUOUS),
    ("terms", |plan| plan.phases[0].terms = vec![Terms::default(); 3]),
    ("a planned list", |plan| plan.phases[0].rules[0] = Rule::List { list: 0 }),
    ("orders of a list", |plan| plan.order_lists.push(vec![PlannedOrder { day: 1, quantity: 2 }])),
    ("a forecast", |plan| {
        plan.forecasts.push(Forecast { cell: 1, method: Method::Given, bias: 0.0, noise: 0.0, stream: name(0) });
    }),
];

const WAYS: [Change; 11] = [
    ("sourcing", |plan| {
        let rule = Sourcing { cell: 1, agreed: vec![(1, 1)], fail_over: Vec::new(), after_days: 0 };
        plan.phases[0].sourcing.push(rule);
    }),
    ("a second way", |plan| {
        plan.further_ways.push(Way { cell: 1, lane: 0, source: None, offer: Some(0), lead_stream: name(1) });
    }),
    ("room on a lane", |plan| {
        plan.transport.lanes[1].capacity = Capacity { quantity: Some(3), ..Capacity::default() };
    }),
    ("flows apart", |plan| plan.transport.lanes[1].apart = true),
    ("whole lines", |plan| plan.transport.lanes[1].delivers = Delivery::CompleteLines),
    ("a rate of receipt", |plan| plan.transport.lanes[1].receipt_per_day = Some(3)),
    ("a cut-off", |plan| plan.transport.lanes[1].cut_off = Some(600)),
    ("a lane with a server", |plan| plan.transport.lanes[1].server = Some(0)),
    ("servers", |plan| {
        plan.transport.servers.push(ServerPool { first: 0, count: 1, service: LeadTimeLaw::Fixed { days: 1.0 } });
    }),
    ("express", |plan| {
        plan.transport.express.push(Express {
            id: "express".to_owned(),
            lane: 1,
            law: LeadTimeLaw::Fixed { days: 0.0 },
            per_order: None,
            per_line: None,
            payer: 0,
        });
    }),
    ("rationing", |plan| {
        plan.rationing.rules.push(Rationing::FirstCome);
        plan.rationing.of_cell = vec![Some(0), None, None];
    }),
];

const SHORTAGES: [Change; 5] = [
    ("substitutes", |plan| plan.shortage.groups.push(vec![0, 1])),
    ("reactions", |plan| {
        plan.shortage.reactions.push(Reaction {
            id: "reaction".to_owned(),
            shares: [0; KINDS],
            emergency_days: 1,
            come_back_days: 1,
            costs: [None; KINDS],
        });
    }),
    ("neighbours", |plan| plan.neighbours.takers.push(Taker { demand: 0, rule: 0, givers: Vec::new() })),
    ("whole orders", |plan| {
        plan.whole_orders.push(WholeOrder { id: "ward".to_owned(), demands: vec![0, 1] });
    }),
    ("customers at minutes", |plan| {
        let law = Law::Arrivals { rate: 2.0, size: CustomerSize::Plain(SizeLaw::Fixed { quanta: 1.0 }) };
        plan.demand_laws.laws.push(EntryLaw { demand: 0, law });
    }),
];

const STOCKS: [Change; 7] = [
    ("a shelf life", |plan| plan.shelf.lives = vec![Some(30)]),
    ("a reserve apart", |plan| {
        let alarm = Alarm { cut: true, stock_out: false, processes: Vec::new() };
        plan.apart.push(Apart { cell: 0, quantity: 5, alarm, refill_days: 0, rotates: false, age: name(2) });
    }),
    ("a reserve kept back", |plan| plan.kept_back.push(KeptBack { cell: 0, quantity: 5, named: vec![1] })),
    ("counted room", |plan| plan.space.push(SiteSpace { site: 1, room: 100, overflow_price: None })),
    ("counted work", |plan| {
        let (per_line_received, per_line_picked) = (None, None);
        plan.staff.push(SiteStaff { site: 1, scheduled: [480; 7], per_line_received, per_line_picked, price: None });
    }),
    ("a cell closed by a phase", |plan| plan.phasing.closed.push(Closed { cell: 1, heirs: Vec::new() })),
    ("a phase with a name", |plan| {
        let [id, sv, en] = ["later", "senare", "later"].map(str::to_owned);
        plan.phasing.name = Some(PhaseName { id, sv, en });
    }),
];

#[test]
fn any_one_thing_more_does_not_fit() {
    assert_eq!(plain().calendar.day_order, DayPhase::DEFAULT_ORDER);
    assert!(fits(&plain()), "the plan that things are added to");
    for (name, change) in [&ORDERS[..], &WAYS, &SHORTAGES, &STOCKS].concat() {
        let mut plan = plain();
        change(&mut plan);
        assert!(!fits(&plan), "{name}");
    }
}

/// A set of cells is a word of 64 bits; the warehouse is one of them.
#[test]
fn an_article_of_sixty_four_cells_fits_and_one_of_sixty_five_does_not() {
    assert!(fits(&wards(63)));
    assert!(!fits(&wards(64)));
}

/// These depend on the day alone, or are left to the days on which they happen.
#[test]
fn what_is_known_ahead_fits() {
    let changes: [Change; 5] = [
        ("days of departure", |plan| {
            plan.transport.lanes[1].departs = Departures::Every { days: 2, offset: 1 };
        }),
        ("days of receiving", |plan| {
            plan.transport.receives = vec![[true, false, true, true, true, true, true]; plan.sites.len()];
        }),
        ("days of ordering", |plan| {
            plan.phases[0].reviews[0].order_days = Some([true, false, false, false, false, false, false]);
        }),
        ("a disruption with effects", |plan| {
            let mut process = process(3.0, 2.0, Target::Site(1));
            process.effects.demands = vec![0];
            plan.disruptions.push(process);
        }),
        ("rules that change", |plan| {
            let later = plan.phases[0].clone();
            plan.phases.push(beredd::plan::phase::Phase { from_day: 3, ..later });
        }),
    ];
    for (name, change) in changes {
        let mut plan = plain();
        change(&mut plan);
        assert!(fits(&plan), "{name}");
    }
}
