//! Staff in the second engine: docks as lists of lines, and a diary of all work done, searched for the day's.

use crate::event::Event;
use crate::naive::{Line, State, place};
use crate::world::World;
use beredd::plan::Plan;
use beredd::plan::disruption::Target;
use beredd::plan::staff::SiteStaff;
use beredd::units::Quanta;

/// What staff remembers.
#[derive(Clone, Default)]
pub struct Memory {
    /// (site, line) of lines that have arrived and wait, in the order in which they came to their docks.
    pub docks: Vec<(u32, Line)>,
    /// (day, site, seconds) of all work done.
    diary: Vec<(u32, u32, i64)>,
}

impl Memory {
    /// Quanta that wait at docks for a cell.
    pub fn waits_for(&self, cell: u32) -> Quanta {
        self.docks.iter().filter(|(_, line)| line.cell == cell).map(|(_, line)| line.quantity).sum()
    }
}

fn rule(plan: &Plan, site: u32) -> Option<&SiteStaff> {
    plan.staff.iter().find(|staff| staff.site == site)
}

/// The time that a line takes that comes in at a site, if it takes any.
pub fn time_to_receive(plan: &Plan, site: u32) -> Option<i64> {
    rule(plan, site)?.per_line_received
}

fn time_to_pick(plan: &Plan, site: u32) -> Option<i64> {
    rule(plan, site)?.per_line_picked
}

impl State {
    /// Does the work of a line, if it can be done now.
    fn works(&mut self, world: &World, site: u32, seconds: i64, day: u32) -> bool {
        let plan = world.plan;
        let number = world.number(day) + i64::from(plan.calendar.start_weekday);
        let weekday = usize::try_from(number.rem_euclid(7)).expect("a remainder of 7");
        let scheduled = rule(plan, site).expect("a site with staff").scheduled[weekday];
        let there = if self.stopped(plan, Target::Site(site)) {
            0
        } else {
            (scheduled as f64 * self.staff_factor(plan, site)).floor() as i64
        };
        let today = |entry: &&(u32, u32, i64)| (entry.0, entry.1) == (day, site);
        let used: i64 = self.staff.diary.iter().filter(today).map(|entry| entry.2).sum();
        let left = (there - used).max(0);
        if seconds <= left || (used == 0 && there > 0) {
            self.staff.diary.push((day, site, seconds.min(left)));
            return true;
        }
        false
    }

    /// A line has arrived at a site with a dock.
    pub fn comes_to_dock(&mut self, site: u32, line: Line) {
        self.staff.docks.push((site, line));
    }

    /// Works on what waits at a dock, first come first served.
    pub fn work_on_dock(&mut self, world: &World, site: u32, day: u32, log: &mut Vec<Event>) {
        let Some(seconds) = time_to_receive(world.plan, site) else { return };
        while let Some(first) = self.staff.docks.iter().position(|(at, _)| *at == site) {
            if !self.works(world, site, seconds, day) {
                return;
            }
            let (_, line) = self.staff.docks.remove(first);
            self.receive(world, line, day, log);
        }
    }

    /// A line arrives in the phase in which it left: into the stock, or to the dock.
    pub fn arrives_at_once(&mut self, world: &World, line: Line, day: u32, log: &mut Vec<Event>) {
        let site = world.plan.cells[place(line.cell)].site;
        if let Some(seconds) = time_to_receive(world.plan, site) {
            let somebody = self.staff.docks.iter().any(|(at, _)| *at == site);
            if somebody || !self.works(world, site, seconds, day) {
                self.comes_to_dock(site, line);
                return;
            }
        }
        self.receive(world, line, day, log);
    }

    /// Whether a line that would leave a site is picked.
    pub fn picked(&mut self, world: &World, site: u32, day: u32) -> bool {
        match time_to_pick(world.plan, site) {
            None => true,
            Some(seconds) => self.works(world, site, seconds, day),
        }
    }
}
