//! Rows as bytes. Every type names its fields once, for the way out and for the way back, so the two cannot disagree; a field that
//! is forgotten does not compile. Numbers are little-endian and keep all their bits; what may be absent, and lists, tell so first.

use crate::sim::cost::{Component, CostLine};
use crate::sim::help::HelpMeasures;
use crate::sim::measures::{Ratio, Service, SiteShortage};
use crate::study::row::{PhaseRow, ReadingRow, RunRow, SliceRows, StopRow};
use crate::units::Ore;

/// Takes numbers along, one after another: out of a value, or into it.
pub(super) trait Carrier {
    /// Takes these bytes, or puts others in their place.
    fn carry<const N: usize>(&mut self, bytes: &mut [u8; N]);
}

/// Bytes at whose end values are written.
impl Carrier for Vec<u8> {
    #[inline(always)]
    fn carry<const N: usize>(&mut self, bytes: &mut [u8; N]) {
        self.extend_from_slice(bytes);
    }
}

/// Bytes from whose start values are read.
impl Carrier for &[u8] {
    #[inline(always)]
    fn carry<const N: usize>(&mut self, bytes: &mut [u8; N]) {
        let (first, rest) = self.split_first_chunk().expect("a value is read back as it was written");
        *bytes = *first;
        *self = rest;
    }
}

/// What can be written as bytes and read back.
pub(super) trait Packed {
    /// A value to read into.
    fn blank() -> Self;
    /// Hands every number to the carrier. Memory that the value has is used again.
    fn carry(&mut self, carrier: &mut impl Carrier);
}

macro_rules! numbers {
    ($($number:ty)+) => {$(
        impl Packed for $number {
            fn blank() -> Self {
                <$number>::default()
            }
            // A figure reads tens of millions of them, and a call costs more than the rest.
            #[inline(always)]
            fn carry(&mut self, carrier: &mut impl Carrier) {
                let mut bytes = self.to_le_bytes();
                carrier.carry(&mut bytes);
                *self = <$number>::from_le_bytes(bytes);
            }
        }
    )+};
}

numbers! { u8 u32 i64 f32 f64 }

impl Packed for bool {
    fn blank() -> Self {
        false
    }
    fn carry(&mut self, carrier: &mut impl Carrier) {
        let mut byte = u8::from(*self);
        byte.carry(carrier);
        *self = byte != 0;
    }
}

impl<T: Packed> Packed for Option<T> {
    fn blank() -> Self {
        None
    }
    fn carry(&mut self, carrier: &mut impl Carrier) {
        let mut is_there = self.is_some();
        is_there.carry(carrier);
        if is_there {
            self.get_or_insert_with(T::blank).carry(carrier);
        } else {
            *self = None;
        }
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn blank() -> Self {
        Vec::new()
    }
    fn carry(&mut self, carrier: &mut impl Carrier) {
        let mut length = u32::try_from(self.len()).expect("the lists of a row are counted by a u32");
        length.carry(carrier);
        self.resize_with(length as usize, T::blank);
        self.iter_mut().for_each(|item| item.carry(carrier));
    }
}

impl<T: Packed, const N: usize> Packed for [T; N] {
    fn blank() -> Self {
        std::array::from_fn(|_| T::blank())
    }
    fn carry(&mut self, carrier: &mut impl Carrier) {
        self.iter_mut().for_each(|item| item.carry(carrier));
    }
}

impl Packed for Ore {
    fn blank() -> Self {
        Ore(0)
    }
    fn carry(&mut self, carrier: &mut impl Carrier) {
        self.0.carry(carrier);
    }
}

impl Packed for Component {
    fn blank() -> Self {
        Component::ALL[0]
    }
    fn carry(&mut self, carrier: &mut impl Carrier) {
        let place = Component::ALL.iter().position(|one| one == self).expect("it is one of all");
        let mut place = u8::try_from(place).expect("there are few components");
        place.carry(carrier);
        *self = Component::ALL[usize::from(place)];
    }
}

macro_rules! fields {
    ($($of:ident { $($field:ident),+ $(,)? })+) => {$(
        impl Packed for $of {
            fn blank() -> Self {
                $of { $($field: Packed::blank()),+ }
            }
            fn carry(&mut self, carrier: &mut impl Carrier) {
                let $of { $($field),+ } = self;
                $($field.carry(carrier);)+
            }
        }
    )+};
}

fields! {
    Ratio { part, whole }
    CostLine { component, payer, per_year }
    SiteShortage { site, needed, causes }
    HelpMeasures { moved_between_sites, moved_units, orders_served_whole, blocked_units }
    Service {
        fill_rate, fill_rate_by_value, availability, ready_rate, order_line_service, cycle_service, mean_stock, mean_backlog,
        mean_in_transit, mean_on_order, orders_per_year, lost_share, chasing_hours, substituted, reacted, short_by_cause,
        expired, overflow_pallets, days_overfull, openings, help, staff_used, dock_lines, days_with_work_left,
    }
    PhaseRow { days, fill_rate, availability, cost, priced }
    RunRow {
        service, costs, stock_value, issue_value, short_units, stock_in_region, stock_with_distant, shortage, phases,
    }
    ReadingRow {
        major_event, groups_out_before, days, lasted, share_served, groups_full, groups_at_zero,
    }
    SliceRows { served, days }
    StopRow { breach, recovered, sank, refilled }
}
