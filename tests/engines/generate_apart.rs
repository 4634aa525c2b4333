//! Reserves that not everybody may touch, and news that comes late, for generated plans; the draws are the generator's own.

use crate::generate::index;
use crate::generate_minutes;
use crate::splitmix::SplitMix;
use beredd::plan::Plan;
use beredd::plan::reserve::{Alarm, Apart, KeptBack};
use beredd::random::key::StreamName;
use beredd::units::Quanta;

/// Gives half of the plans reserves that stand apart, half of them reserves kept for some buyers, and half late news.
pub fn add(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x61_7061_7274);
    stand_apart(plan, number >= generate_minutes::FIRST, random);
    let random = &mut SplitMix::new(number ^ 0x6b_6570_7462_6b00);
    keep_back(plan, random);
    let random = &mut SplitMix::new(number ^ 0x6e_6577_7300_0001);
    if random.chance(0.5) {
        for process in &mut plan.disruptions {
            process.information_delay = index(*random.pick(&[0, 1, 2, 5]));
        }
    }
}

/// Other reserves of both kinds, for another phase of a run; closed cells hold none.
pub fn change(plan: &mut Plan, number: u64, closed: &[u32]) {
    let delays: Vec<u32> = plan.disruptions.iter().map(|process| process.information_delay).collect();
    add(plan, number);
    plan.disruptions.iter_mut().zip(delays).for_each(|(process, delay)| process.information_delay = delay);
    plan.apart.retain(|apart| !closed.contains(&apart.cell));
    plan.kept_back.retain(|reserve| !closed.contains(&reserve.cell));
}

/// Lets suppliers own the stock of cells with several sources in some plans, and cuts lock it while goods still come.
pub fn add_claims(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x63_6c61_696d_0001);
    let supplier = plan.owners.iter().position(|owner| owner.is_supplier);
    let Some(supplier) = supplier.filter(|_| !plan.further_ways.is_empty() && random.chance(0.6)) else { return };
    for way in &plan.further_ways {
        plan.pools[plan.cells[way.cell as usize].pool as usize].owner = index(supplier);
    }
    if let Some(cut) = plan.cuts.first_mut() {
        (cut.locks_supplier_stock, cut.claims) = (true, vec![0, 500, 1000]);
        (cut.stops, cut.freezes) = (Vec::new(), Vec::new());
    }
    if !plan.endurance.groups.is_empty() {
        plan.endurance.probes = plan.endurance.probes.max(1);
    }
}

/// Where things happen `at_minutes` reserves are small, open for want of stock, and are soon whole again.
fn stand_apart(plan: &mut Plan, at_minutes: bool, random: &mut SplitMix) {
    plan.apart.clear();
    if random.chance(if at_minutes { 0.35 } else { 0.4 }) {
        return;
    }
    for cell in 0..plan.cells.len() {
        if random.chance(if at_minutes { 0.1 } else { 0.5 }) {
            continue;
        }
        let quantity = (plan.cells[cell].mean_daily * random.between(0.5, 8.0)) as Quanta + 1;
        let processes = (0..index(plan.disruptions.len())).filter(|_| random.chance(0.3)).collect();
        let alarm = Alarm { cut: random.chance(0.6), stock_out: at_minutes || random.chance(0.6), processes };
        plan.apart.push(Apart {
            cell: index(cell),
            quantity,
            alarm,
            refill_days: index(random.one_of(0, if at_minutes { 2 } else { 20 })),
            rotates: random.chance(0.5),
            age: StreamName::new(&["age", &cell.to_string()]),
        });
    }
}

/// A cell has one reserve: what keeps some back takes the place of what stands apart.
fn keep_back(plan: &mut Plan, random: &mut SplitMix) {
    plan.kept_back.clear();
    if random.chance(0.5) {
        return;
    }
    for cell in 0..plan.cells.len() {
        let buyers = &plan.buyers[plan.buyer_ranges[cell].indices()];
        if buyers.is_empty() || random.chance(0.4) {
            continue;
        }
        let sites = buyers.iter().map(|&way| plan.cells[plan.buyer(way) as usize].site);
        let mut named: Vec<u32> = sites.filter(|_| random.chance(0.5)).collect();
        named.sort_unstable();
        named.dedup();
        let stock = plan.cells[cell].mean_daily.max(plan.cells[cell].initial as f64);
        let quantity = (stock * random.between(0.1, 1.5)) as Quanta + 1;
        plan.apart.retain(|apart| apart.cell as usize != cell);
        plan.kept_back.push(KeptBack { cell: index(cell), quantity, named });
    }
}
