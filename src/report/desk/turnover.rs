//! The answer of `stock turnover`.

use super::told::{PRINTED, Told, count, expired, from, leaf, percent, sek};
use crate::desk::turnover::{Cause, CauseFound, Found, Part, Question, Reason, Turn};
use crate::report::book::{Cell, Form, Leaf};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::Language;
use crate::report::wording::desk::DeskWord as Say;
use crate::report::wording::desk::turnover::TurnoverWord as Word;
use crate::sheet::Listing;

/// Which table holds the proposals row by row.
pub const PROPOSALS: usize = 2;

/// The answer in words and tables.
pub fn told(found: &Found, question: &Question, listing: &Listing, language: Language) -> Told {
    Told {
        title: Word::Title.text(language).to_owned(),
        from: from(listing, question.today, language),
        says: says(found, language),
        leaves: vec![
            (turns(found, language), usize::MAX),
            (reasons(found, question, language), usize::MAX),
            (slow(found, question, language), PRINTED),
            (reserves(found, language), usize::MAX),
            (tight(found, language), PRINTED),
            (causes(found, language), usize::MAX),
            (articles(found, language), PRINTED),
        ],
        notes: notes(found, question, language),
    }
}

fn says(found: &Found, language: Language) -> Vec<String> {
    let numbers = Numbers(language);
    let Some(whole) = found.turns.first() else { return Vec::new() };
    let (stock, issued) = (sek(whole.stock_sek, language), sek(whole.issued_sek, language));
    let mut says = vec![match (whole.rotation_index, whole.days) {
        (Some(index), Some(days)) => {
            let (index, days) = (numbers.decimal(index, 2), numbers.decimal(days, 1));
            Word::Whole.fill(language, &[("index", &index), ("days", &days), ("stock", &stock), ("issued", &issued)])
        }
        (Some(_), None) => Word::WholeNoUse.fill(language, &[("stock", &stock)]),
        (None, _) => Word::WholeNoStock.text(language).to_owned(),
    }];
    let sum = |write_off: bool| {
        let of = found.slow.iter().filter(|one| one.write_off == write_off);
        of.fold((0_u64, 0.0), |(n, value), one| (n + 1, value + one.value_sek))
    };
    let ((off, off_value), (watch, watch_value)) = (sum(true), sum(false));
    says.push(match off {
        0 => Word::NoWriteOff.text(language).to_owned(),
        _ => {
            let share = percent(if whole.stock_sek > 0.0 { off_value / whole.stock_sek } else { 0.0 }, language);
            let places = [("n", numbers.count(off)), ("value", sek(off_value, language)), ("share", share)];
            Word::WriteOff.fill(language, &places.each_ref().map(|(name, text)| (*name, text.as_str())))
        }
    });
    if watch > 0 {
        says.push(Word::Watch.fill(language, &[("n", &numbers.count(watch)), ("value", &sek(watch_value, language))]));
    }
    let critical = found.slow.iter().filter(|one| one.critical).count();
    if critical > 0 {
        says.push(Word::CriticalSlow.fill(language, &[("n", &numbers.count(critical as u64))]));
    }
    let longest = found.reserves.iter().max_by(|one, other| one.days.total_cmp(&other.days));
    if let Some((reserve, tightest)) = longest.filter(|one| one.cannot_rotate > 0).zip(found.tight.first()) {
        let n = numbers.count(reserve.cannot_rotate as u64);
        let most = numbers.decimal(libm::floor(tightest.most_reserve_days), 0);
        let (days, name) = (numbers.short(reserve.days, 1), visible(&tightest.name));
        says.push(Word::CannotRotate.fill(language, &[("days", &days), ("n", &n), ("name", &name), ("most", &most)]));
    }
    says
}

fn heads<const N: usize>(heads: [(Word, Form); N], language: Language) -> Vec<(String, Form)> {
    heads.into_iter().map(|(word, form)| (word.text(language).to_owned(), form)).collect()
}

fn named<const N: usize>(first: &[Say], rest: [(Word, Form); N], language: Language) -> Vec<(String, Form)> {
    let first = first.iter().map(|word| (word.text(language).to_owned(), Form::Text));
    first.chain(heads(rest, language)).collect()
}

fn part(part: &Part, language: Language) -> String {
    match part {
        Part::Whole => Say::WholeList.text(language).to_owned(),
        Part::Site(name) if name.is_empty() => Word::PartSite.fill(language, &[("name", Say::Unknown.text(language))]),
        Part::Site(name) => Word::PartSite.fill(language, &[("name", &visible(name))]),
        Part::Class(class) => Word::PartClass.fill(language, &[("name", class.letter())]),
        Part::Flow(name) => Word::PartFlow.fill(language, &[("name", &visible(name))]),
    }
}

fn turns(found: &Found, language: Language) -> Leaf {
    let rest = [
        (Word::Rows, Form::Number(0)),
        (Word::Issued, Form::Number(0)),
        (Word::Stock, Form::Number(0)),
        (Word::Index, Form::Number(2)),
        (Word::Days, Form::Number(1)),
    ];
    let row = |turn: &Turn| {
        let name = Cell::from(part(&turn.part, language));
        vec![
            name,
            count(turn.rows),
            turn.issued_sek.into(),
            turn.stock_sek.into(),
            turn.rotation_index.into(),
            turn.days.into(),
        ]
    };
    let heads = named(&[Say::Part], rest, language);
    leaf(Word::TurnsLeaf.text(language), heads, found.turns.iter().map(row).collect())
}

fn reason(reason: Reason, question: &Question, language: Language) -> String {
    let numbers = Numbers(language);
    let word = match reason {
        Reason::Expired => Word::Expired,
        Reason::Dead => Word::Dead,
        Reason::Expires => Word::Expires,
        Reason::Unused => Word::Unused,
        Reason::Slow => Word::Slow,
        Reason::TooMuch => Word::TooMuch,
    };
    let days = [question.dead_days, question.slow_days, question.most_days].map(|days| numbers.short(days, 1));
    let [dead, slow, most] = days.each_ref().map(String::as_str);
    word.fill(language, &[("dead", dead), ("slow", slow), ("most", most)])
}

fn proposal(reason: Reason) -> Word {
    match reason {
        Reason::Expired | Reason::Dead => Word::DoWriteOff,
        Reason::Expires => Word::DoMoveFirst,
        Reason::Unused | Reason::Slow => Word::DoLook,
        Reason::TooMuch => Word::DoReturn,
    }
}

fn reasons(found: &Found, question: &Question, language: Language) -> Leaf {
    let all = [
        (Word::Reason, Form::Text),
        (Word::Proposal, Form::Text),
        (Word::Rows, Form::Number(0)),
        (Word::Units, Form::Number(0)),
        (Word::Value, Form::Number(0)),
    ];
    let row = |kind: Reason| {
        let of = || found.slow.iter().filter(move |one| one.reason == kind);
        let texts = [reason(kind, question, language), proposal(kind).text(language).to_owned()].map(Cell::from);
        let sums = [of().map(|one| one.units).sum::<f64>(), of().map(|one| one.value_sek).sum()].map(Cell::from);
        (of().count() > 0).then(|| texts.into_iter().chain([count(of().count())]).chain(sums).collect())
    };
    leaf(Word::ReasonsLeaf.text(language), heads(all, language), Reason::ALL.into_iter().filter_map(row).collect())
}

fn slow(found: &Found, question: &Question, language: Language) -> Leaf {
    let rest = [
        (Word::Reason, Form::Text),
        (Word::Units, Form::Number(0)),
        (Word::Value, Form::Number(0)),
        (Word::Critical, Form::Text),
        (Word::ToExpiry, Form::Number(0)),
        (Word::SinceIssue, Form::Number(0)),
        (Word::InStock, Form::Number(0)),
        (Word::Proposal, Form::Text),
    ];
    let rows = found.slow.iter().map(|one| {
        let names = [&one.article, &one.name, &one.site].map(|text| Cell::from(text.as_str()));
        let days = |days: Option<i64>| Cell::from(days.map(|days| days as f64));
        let critical = if one.critical { Word::Yes.text(language) } else { "" };
        let rest = [
            reason(one.reason, question, language).into(),
            one.units.into(),
            one.value_sek.into(),
            critical.into(),
            days(one.days_to_expiry),
            days(one.days_since_issue),
            one.days_in_stock.into(),
            proposal(one.reason).text(language).into(),
        ];
        names.into_iter().chain(rest).collect()
    });
    leaf(Word::SlowLeaf.text(language), named(&[Say::Article, Say::Name, Say::Site], rest, language), rows.collect())
}

fn reserves(found: &Found, language: Language) -> Leaf {
    let all = [
        (Word::Reserve, Form::Number(0)),
        (Word::MostTurns, Form::Number(2)),
        (Word::Holding, Form::Number(0)),
        (Word::Bound, Form::Number(0)),
        (Word::Cannot, Form::Number(0)),
        (Word::Now, Form::Text),
    ];
    let rows = found.reserves.iter().map(|one| {
        let now = match one.turns_faster {
            Some(true) => Word::FasterNow.text(language),
            Some(false) => Word::SlowerNow.text(language),
            None => "",
        };
        let numbers = [one.days.into(), one.most_turns.into(), count(one.holding), one.value_sek.into()];
        numbers.into_iter().chain([count(one.cannot_rotate), now.into()]).collect()
    });
    leaf(Word::ReservesLeaf.text(language), heads(all, language), rows.collect())
}

fn tight(found: &Found, language: Language) -> Leaf {
    let rest = [
        (Word::ShelfLife, Form::Number(0)),
        (Word::Lot, Form::Number(0)),
        (Word::MostReserve, Form::Number(0)),
        (Word::InStock, Form::Number(0)),
        (Word::TooOldNow, Form::Text),
    ];
    let rows = found.tight.iter().map(|one| {
        let already = if one.too_much_now { Word::Yes.text(language) } else { "" };
        let names = [one.article.as_str(), one.name.as_str()].map(Cell::from);
        // Days that a reserve may have are rounded down.
        let days = [one.shelf_life_days, one.lot_days, libm::floor(one.most_reserve_days)].map(Cell::from);
        names.into_iter().chain(days).chain([one.days_in_stock.into(), already.into()]).collect()
    });
    leaf(Word::TightLeaf.text(language), named(&[Say::Article, Say::Name], rest, language), rows.collect())
}

fn causes(found: &Found, language: Language) -> Leaf {
    let all = [
        (Word::Cause, Form::Text),
        (Word::Rows, Form::Number(0)),
        (Word::Explains, Form::Number(0)),
        (Word::Shows, Form::Text),
    ];
    let rows = found.causes.iter().map(|one| cause(one, language));
    leaf(Word::CausesLeaf.text(language), heads(all, language), rows.collect())
}

fn cause(one: &CauseFound, language: Language) -> Vec<Cell> {
    let (name, shows) = match one.cause {
        Cause::Range => (Word::CauseRange, Word::ShowsRange),
        Cause::Forecast => (Word::CauseForecast, Word::ShowsForecast),
        Cause::Lots => (Word::CauseLots, Word::ShowsLots),
        Cause::Deliveries => (Word::CauseDeliveries, Word::ShowsDeliveries),
        Cause::Accounting => (Word::CauseAccounting, Word::ShowsNot),
    };
    let told = one.lacks.is_none();
    let shows = match one.lacks {
        Some("") => Word::ShowsNot.text(language).to_owned(),
        Some(key) => Word::ShowsLacking.fill(language, &[("key", key)]),
        None => shows.text(language).to_owned(),
    };
    let figures = [count(one.rows), one.value_sek.into()].map(|cell| if told { cell } else { Cell::Empty });
    [Cell::from(name.text(language))].into_iter().chain(figures).chain([shows.into()]).collect()
}

fn articles(found: &Found, language: Language) -> Leaf {
    let rest = [
        (Word::Stock, Form::Number(0)),
        (Word::Index, Form::Number(2)),
        (Word::Days, Form::Number(1)),
        (Word::Issued, Form::Number(0)),
    ];
    let heads = named(&[Say::Article, Say::Name, Say::Site, Say::Class], rest, language);
    let rows = found.articles.iter().map(|one| {
        let texts = [one.article.as_str(), one.name.as_str(), one.site.as_str(), one.class.letter()].map(Cell::from);
        let numbers = [one.stock_sek.into(), one.rotation_index.into(), one.days.into(), one.issued_sek.into()];
        texts.into_iter().chain(numbers).collect()
    });
    leaf(Word::ArticlesLeaf.text(language), heads, rows.collect())
}

fn notes(found: &Found, question: &Question, language: Language) -> Vec<String> {
    let source = if found.mean_is_given { Word::SourceGiven } else { Word::SourceNow };
    let which = if question.knows_critical { Word::WhichCritical } else { Word::WhichAll };
    let mut notes = vec![Word::HowIndex.fill(language, &[("source", source.text(language))])];
    if found.internal_rows > 0 {
        let n = Numbers(language).count(found.internal_rows as u64);
        notes.push(Say::InternalRows.fill(language, &[("n", &n)]));
    }
    notes.push(Word::HowReason.text(language).to_owned());
    notes.push(Word::HowReserve.fill(language, &[("which", which.text(language))]));
    if let Some(note) = expired(found.expired_rows, language) {
        notes.push(note);
    }
    notes.push(Word::HowCauses.text(language).to_owned());
    notes
}

/// The answer as JSON.
pub fn json(found: &Found, question: &Question, listing: &Listing) -> String {
    #[derive(serde::Serialize)]
    struct Document<'a> {
        file: &'a str,
        rows: usize,
        today: String,
        slow_days: f64,
        dead_days: f64,
        most_days: f64,
        #[serde(flatten)]
        found: &'a Found,
    }
    let document = Document {
        file: &listing.file,
        rows: listing.len(),
        today: question.today.to_string(),
        slow_days: question.slow_days,
        dead_days: question.dead_days,
        most_days: question.most_days,
        found,
    };
    super::json("turnover", &document)
}
