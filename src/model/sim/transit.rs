//! Goods under way: the lines of a shipment as a chain in one flat store, so that copying the state is one block copy.

use crate::units::Quanta;

/// The end of a chain.
pub const NO_LINE: u32 = u32::MAX;

/// The way of a line that an excerpt leaves out.
pub const NO_WAY: u32 = u32::MAX;

/// One line of a shipment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The way that it came by; a first way has the number of the buying cell.
    pub way: u32,
    /// The next line of the shipment, or [`NO_LINE`].
    pub next: u32,
    /// What is under way.
    pub quantity: Quanta,
}

/// The lines of all shipments under way. Freed lines are used again.
#[derive(Clone, Debug, Default)]
pub struct Transit {
    lines: Vec<Line>,
    free: Vec<u32>,
}

impl Transit {
    /// Puts a line in front of a chain and returns the new first line.
    ///
    /// # Panics
    /// If more than 2³² lines are under way at once.
    #[inline]
    pub fn prepend(&mut self, way: u32, quantity: Quanta, next: u32) -> u32 {
        let line = Line { way, next, quantity };
        if let Some(place) = self.free.pop() {
            self.lines[place as usize] = line;
            return place;
        }
        self.lines.push(line);
        u32::try_from(self.lines.len() - 1).expect("fewer lines under way than a u32 counts")
    }

    /// A line.
    pub fn line(&self, place: u32) -> Line {
        self.lines[place as usize]
    }

    /// Takes a line out and returns it. Its way may be `u32::MAX`: then it belongs to nobody ([`Transit::copy_with`]).
    #[inline]
    pub fn take(&mut self, place: u32) -> Line {
        self.free.push(place);
        self.lines[place as usize]
    }

    /// Forgets all lines.
    pub fn clear(&mut self) {
        self.lines.clear();
        self.free.clear();
    }

    /// Takes the lines for which `lose` says so out of a chain: their way becomes [`NO_WAY`]. Tells each and its place to
    /// `lost`.
    pub fn lose(&mut self, first: u32, lose: impl Fn(u32) -> bool, mut lost: impl FnMut(u32, Line)) {
        let mut place = first;
        while place != NO_LINE {
            let line = &mut self.lines[place as usize];
            if line.way != NO_WAY && lose(line.way) {
                lost(place, *line);
                line.way = NO_WAY;
            }
            place = line.next;
        }
    }

    /// Becomes a copy of another store, reusing its own memory.
    pub fn copy_from(&mut self, other: &Transit) {
        self.lines.clone_from(&other.lines);
        self.free.clone_from(&other.free);
    }

    /// Becomes a copy of another store in which every way has another number; `u32::MAX` makes a line that unloading skips.
    pub fn copy_with(&mut self, other: &Transit, place: impl Fn(u32) -> u32) {
        self.copy_from(other);
        self.lines.iter_mut().for_each(|line| line.way = place(line.way));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_comes_back_last_line_first_and_its_places_are_used_again() {
        let mut transit = Transit::default();
        let first = transit.prepend(7, 70, NO_LINE);
        let second = transit.prepend(8, 80, first);
        let line = transit.take(second);
        assert_eq!((line.way, line.quantity, line.next), (8, 80, first));
        assert_eq!(transit.take(line.next).next, NO_LINE);
        transit.prepend(9, 90, NO_LINE);
        transit.prepend(9, 90, NO_LINE);
        assert_eq!(transit.lines.len(), 2);
    }
}
