//! Reserves kept for critical use, in the second engine: what each buyer sees of a stock, and a stock shared out twice.

use crate::naive::{State, place};
use crate::ways::way;
use crate::world::World;
use beredd::plan::Plan;
use beredd::units::Quanta;

/// What of a cell's stock a way has to leave alone.
fn hands_off(plan: &Plan, seller: u32, number: u32) -> Quanta {
    let buyer = plan.cells[place(way(plan, number).cell)].site;
    let here = plan.kept_back.iter().find(|reserve| reserve.cell == seller && !reserve.named.contains(&buyer));
    here.map_or(0, |reserve| reserve.quantity)
}

/// Shares so much of a stock among askers, who come with what they have got already.
pub type Share<'s> = dyn Fn(Quanta, &[(u32, Quanta)]) -> Vec<(u32, Quanta)> + 's;

impl State {
    /// The stock of the source of a way, as the way sees it.
    pub fn sees(&self, plan: &Plan, seller: u32, number: u32) -> Quanta {
        (self.on_hand[place(seller)] - hands_off(plan, seller, number)).max(0)
    }

    /// Shares the stock of a cell: what stands above the reserve among all, what is left among those named.
    pub fn in_two_rounds(&self, world: &World, seller: u32, askers: &[u32], share: &Share) -> Vec<(u32, Quanta)> {
        let stock = self.on_hand[place(seller)];
        let reserve = world.plan.kept_back.iter().find(|reserve| reserve.cell == seller);
        let untouched: Vec<(u32, Quanta)> = askers.iter().map(|&asker| (asker, 0)).collect();
        let Some(reserve) = reserve else { return share(stock, &untouched) };
        let mut got = share((stock - reserve.quantity).max(0), &untouched);
        let spent: Quanta = got.iter().map(|(_, quantity)| quantity).sum();
        let named = askers.iter().filter(|&&asker| hands_off(world.plan, seller, asker) == 0);
        let had = |asker: u32| got.iter().filter(|(of, _)| *of == asker).map(|(_, quantity)| quantity).sum();
        let again: Vec<(u32, Quanta)> = named
            .map(|&asker| (asker, had(asker)))
            .filter(|&(asker, had)| self.may_leave(world, asker) > had)
            .collect();
        for (asker, more) in share(stock - spent, &again) {
            match got.iter_mut().find(|(of, _)| *of == asker) {
                Some((_, quantity)) => *quantity += more,
                None => got.push((asker, more)),
            }
        }
        got
    }
}
