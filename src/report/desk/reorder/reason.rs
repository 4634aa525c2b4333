//! Why a line is ordered, or is not, in words.

use super::{Multiple, Say, Word};
use crate::desk::reorder::{Figures, Line, Point, Warning};

/// The reason.
pub fn reason(line: &Line, say: Say) -> String {
    let weighed = &line.weighed;
    let stock = stock(line, say);
    let ordered = weighed.wanted > 0.0;
    let tolerance = say.units(line.tolerance);
    let threshold = |point: Point| {
        let point_words = point_words(point, say);
        let word = match (ordered, line.tolerance > 0.0) {
            (true, false) => Word::Below,
            (true, true) => Word::BelowWithin,
            (false, false) => Word::NotBelow,
            (false, true) => Word::NotBelowWithin,
        };
        say.fill(word, &[("stock", &stock), ("point", &point_words), ("tolerance", &tolerance)])
    };
    let (why, what) = match weighed.figures {
        Figures::Quantity { point, lot } => {
            let word = if lot.economic { Word::OneEoq } else { Word::OneLot };
            (threshold(point), say.fill(word, &[("lot", &say.numbers.short(lot.units, 1))]))
        }
        Figures::Level { point } => {
            (threshold(point), say.fill(Word::Restores, &[("wanted", &say.units(weighed.wanted))]))
        }
        Figures::Need { .. } => return need(line, &stock, say) + &afterwards(line, say),
    };
    if ordered { format!("{why}; {what}{}", afterwards(line, say)) } else { why }
}

fn need(line: &Line, stock: &str, say: Say) -> String {
    let Figures::Need { daily_use, coverage, reckoned, need, delta, minimum } = line.weighed.figures else {
        return String::new();
    };
    let days = say.units(coverage);
    let days = if reckoned { say.fill(Word::NeedReckoned, &[("days", &days)]) } else { days };
    let places = [("stock", stock.to_owned()), ("use", say.units(daily_use)), ("coverage", days)];
    let places = [&places[..], &[("need", say.units(need)), ("delta", say.units(delta))]].concat();
    let places: Vec<(&str, &str)> = places.iter().map(|(place, text)| (*place, text.as_str())).collect();
    let told = say.fill(Word::NeedIs, &places);
    let word = if line.weighed.wanted > 0.0 { Word::NeedLacks } else { Word::NeedEnough };
    let (minimum, wanted) = (say.units(minimum), say.units(line.weighed.wanted));
    say.fill(word, &[("need", &told), ("minimum", &minimum), ("wanted", &wanted)])
}

fn stock(line: &Line, say: Say) -> String {
    let weighed = &line.weighed;
    let places = [
        ("hand", say.units(line.on_hand)),
        ("order", say.units(line.on_order)),
        ("reserved", say.units(line.reserved)),
        ("stock", say.units(weighed.stock)),
    ];
    // On hand alone is also what is available where nothing is coming or promised.
    let word = match (line.on_order, line.reserved) {
        _ if weighed.stock == line.on_hand && line.on_order == 0.0 && line.reserved == 0.0 => Word::HandIs,
        (on_order, reserved) if weighed.stock != line.on_hand + on_order - reserved => Word::HandIs,
        (_, reserved) if reserved > 0.0 => Word::StockIsReserved,
        _ => Word::StockIs,
    };
    say.fill(word, &places.each_ref().map(|(place, text)| (*place, text.as_str())))
}

fn point_words(point: Point, say: Say) -> String {
    let units = say.units(point.units);
    if point.reckoned { say.fill(Word::PointReckoned, &[("point", &units)]) } else { units }
}

/// What became of the quantity after the rule.
fn afterwards(line: &Line, say: Say) -> String {
    let weighed = &line.weighed;
    if weighed.wanted <= 0.0 {
        return String::new();
    }
    let mut told = String::new();
    let raised_to = line.minimum_order;
    if weighed.raised {
        told += &say.fill(Word::Raised, &[("minimum", &say.units(raised_to))]);
    }
    let before = if weighed.raised { raised_to } else { weighed.wanted };
    if weighed.quantity != before || weighed.multiple != Multiple::Unit {
        let one = weighed.multiples == 1.0;
        let what = say.text(match (weighed.multiple, one) {
            (Multiple::Unit, _) => Word::WhatUnits,
            (Multiple::Pack, true) => Word::WhatPack,
            (Multiple::Pack, false) => Word::WhatPacks,
            (Multiple::Case, true) => Word::WhatCase,
            (Multiple::Case, false) => Word::WhatCases,
            (Multiple::Pallet, true) => Word::WhatPallet,
            (Multiple::Pallet, false) => Word::WhatPallets,
        });
        told += &say.fill(Word::Rounded, &[("n", &say.units(weighed.multiples)), ("what", &what)]);
    }
    told
}

/// What its reader should look at, joined; empty: nothing.
pub fn warnings(line: &Line, say: Say) -> String {
    let told = line.warnings.iter().map(|warning| match warning {
        Warning::StillBelow => say.text(Word::StillBelow),
        Warning::AboveMaximum(units) => say.fill(Word::AboveMaximum, &[("n", &say.units(*units))]),
        Warning::ShortCoverage(days) => say.fill(Word::ShortCoverage, &[("n", &say.units(*days))]),
        Warning::LongCoverage(days) => say.fill(Word::LongCoverage, &[("n", &say.numbers.short(*days, 0))]),
        Warning::LevelFromSupplier => say.text(Word::LevelFromSupplier),
        Warning::NoSupplier => say.text(Word::NoSupplier),
        Warning::Owed => say.text(Word::Owed),
        Warning::Expired(units) => say.fill(Word::Expired, &[("n", &say.units(*units))]),
    });
    told.collect::<Vec<_>>().join("; ")
}
