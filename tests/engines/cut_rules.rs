//! What a cut says of rationing and express, in the second engine; the draws for generated plans; what the copies prove of it.

use crate::naive::{State, place};
use crate::splitmix::SplitMix;
use beredd::plan::Plan;
use beredd::plan::cut::{Cut, CutExpress};
use beredd::plan::endurance::StopPlan;
use beredd::plan::transport::CellExpress;
use beredd::units::Quanta;

/// How many features there are here.
pub const COUNT: usize = NOTES.len();

/// What copies prove.
const NOTES: [&str; 4] = [
    "cut: shares by a rule of its own",
    "cut: shares in proportion where a rule holds otherwise",
    "cut: express on call",
    "cut: nothing goes by express that would",
];

impl State {
    /// The cut that lasts in this copy.
    fn lasting_cut(&self) -> Option<&Cut> {
        self.cut.as_ref().filter(|_| !self.cut_lifted)
    }

    /// The rules by which stock is shared today. The cut of a copy is the one of the phase in which it came; rules are those of today's.
    pub fn sharing<'p>(&self, plan: &'p Plan) -> &'p [Option<u32>] {
        let own = self.lasting_cut().and_then(|cut| plan.cuts.iter().find(|other| other.id == cut.id));
        own.and_then(|cut| cut.rationing.as_deref()).unwrap_or(&plan.rationing.of_cell)
    }

    /// The express of a way today.
    pub fn express(&self, plan: &Plan, way: u32) -> Option<CellExpress> {
        let (says, transport) = (self.says_of_express(plan), &plan.transport);
        let of = |services: &[Option<CellExpress>]| services.get(place(way)).copied().flatten();
        match says {
            CutExpress::Nothing => None,
            CutExpress::OnCall if !transport.express_on_call.is_empty() => of(&transport.express_on_call),
            _ => of(&transport.express_of_cell),
        }
    }

    fn says_of_express(&self, plan: &Plan) -> CutExpress {
        let own = self.lasting_cut().and_then(|cut| plan.cuts.iter().find(|other| other.id == cut.id));
        own.map_or(CutExpress::AsEver, |cut| cut.express)
    }

    /// Notes that a stock is shared otherwise than it would be without the cut.
    pub fn note_sharing(&self, plan: &Plan, given: &[(u32, Quanta)], without: &[(u32, Quanta)]) {
        if self.lasting_cut().is_none() {
            return;
        }
        let sorted = |given: &[(u32, Quanta)]| {
            let mut given = given.to_vec();
            given.sort_unstable();
            given
        };
        if sorted(given) != sorted(without) {
            let none = self.sharing(plan).is_empty();
            self.notes.borrow_mut().insert(NOTES[usize::from(none)]);
        }
    }

    /// Notes what leaves by express, or does not, because the cut says so.
    pub fn note_express(&self, plan: &Plan, way: u32, leaves: bool) {
        let says = self.says_of_express(plan);
        let always = plan.transport.express_of_cell.get(place(way)).copied().flatten();
        match (says, leaves) {
            (CutExpress::OnCall, true) if always.is_none() => self.notes.borrow_mut().insert(NOTES[2]),
            (CutExpress::Nothing, false) => self.notes.borrow_mut().insert(NOTES[3]),
            _ => false,
        };
    }
}

/// Gives plans with probes what they have something of.
pub fn add(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x6375_7472_756c_6573);
    let shares = !plan.rationing.rules.is_empty() && plan.buyer_ranges.iter().any(|buyers| buyers.indices().len() > 1);
    let sends = !plan.transport.express.is_empty();
    if plan.endurance.probes == 0 || plan.cuts.is_empty() || !(shares || sends) {
        return;
    }
    plan.endurance.probes = if shares { 3 } else { 2 };
    // Two cuts that stop nothing: goods still come, so there is something to share and to send.
    for number in 0..2 {
        let (id, first) = (format!("crisis-{number}"), plan.cuts[0].clone());
        let (stops, freezes) = (Vec::new(), Vec::new());
        // One of them is enough as a stop that ends.
        let stop = if number == 0 { first.stop } else { Some(StopPlan { length_days: 0, follow_days: 1 }) };
        plan.cuts.push(Cut { id, stops, freezes, locks_supplier_stock: false, claims: vec![1000], stop, ..first });
    }
    if shares {
        share(plan, random);
    }
    if sends {
        send(plan, random);
    }
}

/// The last cut shares by no rule, the one before by other rules than the run, the others by either or as ever.
fn share(plan: &mut Plan, random: &mut SplitMix) {
    let other = |rule: &Option<u32>| Some(if *rule == Some(1) { 0 } else { 1 });
    let others: Vec<Option<u32>> = plan.rationing.of_cell.iter().map(other).collect();
    let last = plan.cuts.len() - 1;
    for (place, cut) in plan.cuts.iter_mut().enumerate() {
        cut.rationing = match (place.abs_diff(last), random.below(3)) {
            (0, _) => Some(Vec::new()),
            (1, _) | (2.., 2) => Some(others.clone()),
            // By turns everywhere.
            (2.., 1) => Some(vec![Some(1); plan.cells.len()]),
            _ => None,
        };
    }
}

/// The last cut sends nothing by express, the one before calls on more, the others do either or as ever.
fn send(plan: &mut Plan, random: &mut SplitMix) {
    let last = plan.cuts.len() - 1;
    for (place, cut) in plan.cuts.iter_mut().enumerate() {
        cut.express = match (place.abs_diff(last), random.below(3)) {
            (0, _) | (2.., 1) => CutExpress::Nothing,
            (1, _) | (2.., 2) => CutExpress::OnCall,
            _ => CutExpress::AsEver,
        };
    }
    let transport = &mut plan.transport;
    if random.chance(0.1) {
        return;
    }
    transport.express_on_call.clone_from(&transport.express_of_cell);
    for service in transport.express_of_cell.iter_mut().filter(|_| random.chance(0.5)) {
        *service = None;
    }
    for service in transport.express_on_call.iter_mut().flatten() {
        service.below *= *random.pick(&[1, 2, 5]);
    }
}
