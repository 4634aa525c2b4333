//! The target of turns beside the service level, in sentences.

use super::Page;
use crate::report::wording::desk::service::ServiceWord as Say;
use crate::time::DAYS_PER_YEAR;

impl Page<'_> {
    /// The section, where a target was given.
    pub(super) fn target(&self) -> Option<String> {
        let target = self.found.target.as_ref()?;
        let amount = |value: f64| self.figures.amount(value);
        let (turns, stock) = (amount(target.turns), amount(target.stock));
        let mut texts = vec![Say::TargetTitle.text(self.language).to_owned()];
        if let Some(most) = target.most_turns {
            let most = amount(most);
            texts.push(self.fill(Say::Conflict, &[("turns", &turns), ("stock", &stock), ("most", &most)]));
        }
        if let (Some(lot), Some(orders), Some(reading)) = (target.lot, target.orders_per_year, &target.reading) {
            let (safety, point) = (amount(reading.safety_stock), amount(reading.reorder_point));
            let (lot, shown) = (amount(lot), amount(orders));
            let places = [
                ("turns", turns.as_str()),
                ("stock", &stock),
                ("lot", &lot),
                ("orders", &shown),
                ("safety", &safety),
                ("point", &point),
            ];
            texts.push(self.fill(Say::Kept, &places));
            texts.extend((orders > DAYS_PER_YEAR).then(|| Say::Daily.text(self.language).to_owned()));
        }
        if let Some(given) = target.turns_of_given_lot {
            let verdict = if given >= target.turns { Say::TargetMet } else { Say::TargetMissed };
            let (lot, shown) = (self.figures.amount_or_none(self.found.lot), amount(given));
            let places = [("lot", lot.as_str()), ("turns", &shown), ("verdict", verdict.text(self.language))];
            texts.push(self.fill(Say::GivenTurns, &places));
        }
        Some(self.wrapped(&texts))
    }
}
