//! An order, and how its rule came to it.

use super::{Page, Word};
use crate::plan::policy::Rule;
use crate::report::wording::trace::basis;
use crate::sim::observer::Weighing;
use crate::time::Day;
use crate::units::Quanta;

impl Page<'_> {
    pub(super) fn ordered(&self, day: Day, way: u32, quantity: Quanta, why: &Weighing) -> String {
        let mut reasons = vec![self.rule(why)];
        if why.wanted != quantity {
            reasons.push(self.filled(Word::Wants, &[("wanted", self.units(why.wanted))]));
        }
        if why.terms.minimum_order > why.wanted {
            reasons.push(self.filled(Word::AtLeast, &[("minimum", self.units(why.terms.minimum_order))]));
        }
        if why.wanted.max(why.terms.minimum_order) != quantity {
            reasons.push(self.filled(Word::Rounded, &[("pack", self.units(why.pack))]));
        }
        if why.terms.approval_days > 0 {
            let ready = self.traced.date(day.plus(why.terms.approval_days));
            reasons.push(self.filled(Word::Approved, &[("day", ready)]));
        }
        let places = [("quantity", self.units(quantity)), ("from", self.source(way, day)), ("why", reasons.join("; "))];
        self.filled(Word::Order, &places)
    }

    /// What a rule saw, and its levels.
    pub(super) fn rule(&self, why: &Weighing) -> String {
        let mut places = vec![("basis", self.word(basis(why.terms.basis))), ("stock", self.units(why.stock))];
        let word = match why.rule {
            Rule::Never => Word::Never,
            Rule::List { .. } => Word::Planned,
            Rule::OrderUpTo { level } => {
                places.push(("level", self.units(level)));
                Word::ToLevel
            }
            Rule::ReorderPoint { point, lot } | Rule::FixedQuantity { point, lot } => {
                places.extend([("point", self.units(point)), ("lot", self.units(lot))]);
                Word::ToLots
            }
            Rule::Need { need, minimum } => {
                places.extend([("need", self.units(need)), ("minimum", self.units(minimum))]);
                Word::ToNeed
            }
            Rule::MinMax { point, level } => {
                places.extend([("point", self.units(point)), ("level", self.units(level))]);
                Word::ToPointLevel
            }
            Rule::Restore { point } => {
                places.push(("point", self.units(point)));
                Word::ToPoint
            }
        };
        let told = self.filled(word, &places);
        if why.tolerance == 0 {
            return told;
        }
        told + ", " + &self.filled(Word::Tolerance, &[("tolerance", self.units(why.tolerance))])
    }
}
