//! The answer of `stock underlag`.

use super::told::{Told, from, leaf};
use crate::desk::annex::{Fit, Found, Goods, Keeping, Lack, Part, Question, Room};
use crate::report::book::{Cell, Form, Leaf};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::Language;
use crate::report::wording::desk::DeskWord as Say;
use crate::report::wording::desk::annex::AnnexWord as Word;
use crate::sheet::Listing;
use jiff::civil::Date;

/// Which table holds all figures.
pub const FIGURES: usize = 0;
/// Articles named in a sentence.
const NAMED: usize = 8;

/// What the answer is of.
#[derive(Clone, Copy, Debug)]
pub struct Of<'a> {
    /// The list.
    pub listing: &'a Listing,
    /// Day of the answer.
    pub today: Date,
    /// What was asked.
    pub question: &'a Question,
    /// Foot, levels and gross factor that the floor of a pallet follows from; `None` if it was given.
    pub built: Option<[f64; 3]>,
}

/// The answer in words and tables.
pub fn told(found: &Found, of: Of<'_>, language: Language) -> Told {
    Told {
        title: Word::Title.text(language).to_owned(),
        from: from(of.listing, of.today, language),
        says: says(found, of.question, language),
        leaves: vec![
            (figures(found, language), 0),
            (places(found, language), usize::MAX),
            (areas(found, language), usize::MAX),
            (flows(found, of.question, language), usize::MAX),
            (offered(found, language), usize::MAX),
        ],
        notes: notes(found, of, language),
    }
}

fn which(question: &Question, language: Language) -> &'static str {
    if question.knows_critical { Word::Which } else { Word::WhichAll }.text(language)
}

fn says(found: &Found, question: &Question, language: Language) -> Vec<String> {
    let numbers = Numbers(language);
    let mut says = Vec::new();
    if let Some(site) = &question.site {
        says.push(Word::ForSite.fill(language, &[("site", &visible(site))]));
    }
    if !found.parts.is_empty() && found.parts.iter().map(|part| part.rows).sum::<usize>() == found.without_size.len() {
        says.push(Word::NothingSized.text(language).to_owned());
        says.extend(found.fits.iter().map(|fit| fit_says(fit, language)));
        return says;
    }
    let now = found.room(&Goods::All, 0);
    let lines: f64 = found.parts.iter().map(|part| part.lines_per_day).sum();
    let pallets: f64 = found.parts.iter().map(|part| part.pallets_per_day).sum();
    let places = [
        ("places", numbers.count(now.places)),
        ("area", numbers.decimal(now.area_m2, 1)),
        ("pallets", numbers.decimal(pallets, 1)),
        ("lines", numbers.decimal(lines, 0)),
        ("peak", numbers.decimal(lines * question.peak_factor, 0)),
    ];
    says.push(Word::Now.fill(language, &places.each_ref().map(|(name, text)| (*name, text.as_str()))));
    for (level, days) in found.levels.iter().enumerate().skip(1) {
        let room = found.room(&Goods::All, level);
        let places = [
            ("days", numbers.short(*days, 1)),
            ("which", which(question, language).to_owned()),
            ("places", numbers.count(room.places)),
            ("area", numbers.decimal(room.area_m2, 1)),
            ("more", numbers.count(room.places - now.places)),
        ];
        says.push(Word::With.fill(language, &places.each_ref().map(|(name, text)| (*name, text.as_str()))));
    }
    says.extend(found.fits.iter().map(|fit| fit_says(fit, language)));
    says
}

fn fit_says(fit: &Fit, language: Language) -> String {
    let numbers = Numbers(language);
    let (offered, what) = (numbers.short(fit.offered_m2, 1), goods(&fit.goods, language));
    let lack = numbers.decimal(fit.needed_m2.first().copied().unwrap_or(0.0) - fit.offered_m2, 1);
    if let Some(lacks) = fit.lacks {
        let word = match lacks {
            Lack::Size => Word::NoSize,
            Lack::Temperature => Word::NoTemperature,
        };
        return word.fill(language, &[("offered", &offered), ("what", &what)]);
    }
    if fit.rows == 0 {
        return Word::FitsNothing.fill(language, &[("offered", &offered), ("what", &what)]);
    }
    let (word, days) = match fit.most_days {
        None => (Word::FitsNot, String::new()),
        Some(days) if days >= 3650 => (Word::FitsLong, String::new()),
        Some(days) => (Word::Fits, numbers.count(days)),
    };
    let told = word.fill(language, &[("offered", &offered), ("what", &what), ("days", &days), ("lack", &lack)]);
    match fit.without_size {
        0 => told,
        n => format!("{told} {}", Word::FitsWithout.fill(language, &[("n", &numbers.count(n as u64))])),
    }
}

fn goods(goods: &Goods, language: Language) -> String {
    match goods {
        Goods::All => Word::All.text(language).to_owned(),
        Goods::Kept(keeping) => kept(*keeping, language).to_owned(),
        Goods::Flow(name) => flow(name, language),
    }
}

fn kept(keeping: Keeping, language: Language) -> &'static str {
    match keeping {
        Keeping::Room => Word::Room,
        Keeping::Cold => Word::Cold,
        Keeping::Frozen => Word::Frozen,
    }
    .text(language)
}

fn flow(name: &str, language: Language) -> String {
    if name.is_empty() { Say::Unknown.text(language).to_owned() } else { visible(name) }
}

/// A head for each level: today, then the reserves.
fn level_heads(found: &Found, form: Form, language: Language) -> Vec<(String, Form)> {
    let numbers = Numbers(language);
    let name = |days: &f64| match *days {
        0.0 => Word::Today.text(language).to_owned(),
        days => Word::Level.fill(language, &[("days", &numbers.short(days, 1))]),
    };
    found.levels.iter().map(|days| (name(days), form)).collect()
}

fn places(found: &Found, language: Language) -> Leaf {
    let text = |word: Word| (word.text(language).to_owned(), Form::Text);
    let levels = level_heads(found, Form::Number(0), language);
    let heads = [text(Word::Temperature), text(Word::Flow)].into_iter().chain(levels).collect();
    let places = |room: &Room| Cell::Number(room.places as f64);
    let row = |part: &Part| {
        let names = [kept(part.keeping, language).to_owned(), flow(&part.flow, language)].map(Cell::from);
        names.into_iter().chain(part.rooms.iter().map(places)).collect()
    };
    let sums = (0..found.levels.len()).map(|level| places(&found.room(&Goods::All, level)));
    let sum = [Cell::from(Word::Sum.text(language)), Cell::Empty].into_iter().chain(sums).collect();
    leaf(Word::PlacesLeaf.text(language), heads, found.parts.iter().map(row).chain([sum]).collect())
}

fn areas(found: &Found, language: Language) -> Leaf {
    let levels = level_heads(found, Form::Number(1), language);
    let heads = [(Word::Temperature.text(language).to_owned(), Form::Text)].into_iter().chain(levels).collect();
    let has = |keeping: &Keeping| found.parts.iter().any(|part| part.keeping == *keeping);
    let ways = Keeping::ALL.into_iter().filter(has).map(Goods::Kept).chain([Goods::All]);
    let row = |meant: Goods| {
        let areas = (0..found.levels.len()).map(|level| Cell::from(found.room(&meant, level).area_m2));
        let name = if meant == Goods::All { Word::Sum.text(language).to_owned() } else { goods(&meant, language) };
        [Cell::from(name)].into_iter().chain(areas).collect()
    };
    leaf(Word::AreaLeaf.text(language), heads, ways.map(row).collect())
}

fn flows(found: &Found, question: &Question, language: Language) -> Leaf {
    let all = [
        (Word::Temperature, Form::Text),
        (Word::Flow, Form::Text),
        (Word::Lines, Form::Number(1)),
        (Word::PeakLines, Form::Number(1)),
        (Word::Cubic, Form::Number(2)),
        (Word::PeakCubic, Form::Number(2)),
        (Word::PalletsIn, Form::Number(2)),
        (Word::PeakPallets, Form::Number(2)),
    ];
    let row = |names: [Cell; 2], parts: &[&Part]| {
        let sums = [
            parts.iter().map(|part| part.lines_per_day).sum::<f64>(),
            parts.iter().map(|part| part.m3_per_day).sum(),
            parts.iter().map(|part| part.pallets_per_day).sum(),
        ];
        let figures = sums.into_iter().flat_map(|mean| [mean.into(), (mean * question.peak_factor).into()]);
        names.into_iter().chain(figures).collect()
    };
    let of_part = |part: &Part| {
        let names = [kept(part.keeping, language).to_owned(), flow(&part.flow, language)].map(Cell::from);
        row(names, &[part])
    };
    let sum = row([Word::Sum.text(language).into(), Cell::Empty], &found.parts.iter().collect::<Vec<_>>());
    let heads = all.into_iter().map(|(word, form)| (word.text(language).to_owned(), form)).collect();
    leaf(Word::FlowLeaf.text(language), heads, found.parts.iter().map(of_part).chain([sum]).collect())
}

fn offered(found: &Found, language: Language) -> Leaf {
    let mut heads = vec![(Word::For.text(language).to_owned(), Form::Text)];
    heads.push((Word::Offered.text(language).to_owned(), Form::Number(1)));
    heads.extend(level_heads(found, Form::Number(1), language));
    heads.push((Word::MostDays.text(language).to_owned(), Form::Number(0)));
    let rows = found.fits.iter().map(|fit| {
        let needed = fit.needed_m2.iter().map(|area| Cell::from(*area));
        let first = [Cell::from(goods(&fit.goods, language)), fit.offered_m2.into()];
        first.into_iter().chain(needed).chain([fit.most_days.map(f64::from).into()]).collect()
    });
    leaf(Word::FitLeaf.text(language), heads, rows.collect())
}

/// One row for each part and level.
fn figures(found: &Found, language: Language) -> Leaf {
    let all = [
        (Word::Temperature, Form::Text),
        (Word::Flow, Form::Text),
        (Word::Reserve, Form::Number(0)),
        (Word::Pallets, Form::Number(2)),
        (Word::Places, Form::Number(0)),
        (Word::Area, Form::Number(1)),
    ];
    let row = |part: &Part, days: f64, room: &Room| {
        let names = [kept(part.keeping, language).to_owned(), flow(&part.flow, language)].map(Cell::from);
        let figures = [days, room.pallets, room.places as f64, room.area_m2].map(Cell::from);
        names.into_iter().chain(figures).collect::<Vec<Cell>>()
    };
    let of_part = |part: &Part| {
        let pairs = found.levels.iter().zip(&part.rooms);
        pairs.map(|(days, room)| row(part, *days, room)).collect::<Vec<_>>()
    };
    let heads = all.into_iter().map(|(word, form)| (word.text(language).to_owned(), form)).collect();
    leaf(Word::LongLeaf.text(language), heads, found.parts.iter().flat_map(of_part).collect())
}

fn notes(found: &Found, of: Of<'_>, language: Language) -> Vec<String> {
    let (numbers, question) = (Numbers(language), of.question);
    let given = of.listing.has("mean-stock");
    let source = if given { Word::SourceGiven } else { Word::SourceNow }.text(language);
    let m3 = numbers.short(question.m3_per_pallet, 3);
    let m2 = numbers.short(question.m2_per_pallet, 3);
    let basis = match of.built {
        None => Word::AreaGiven.text(language).to_owned(),
        Some(parts) => {
            let [foot, levels, gross] = parts.map(|part| numbers.short(part, 3));
            Word::AreaBuilt.fill(language, &[("foot", &foot), ("levels", &levels), ("gross", &gross)])
        }
    };
    let mut notes = vec![
        Word::HowPlaces.fill(language, &[("m3", &m3), ("source", source)]),
        Word::HowArea.fill(language, &[("m2", &m2), ("basis", &basis)]),
        Word::HowReserve.fill(language, &[("which", which(question, language))]),
        Word::HowFlow.fill(language, &[("peak", &numbers.short(question.peak_factor, 3))]),
    ];
    let counted = [
        (found.internal_rows, Say::InternalRows.text(language)),
        (found.without_keeping, Word::NoKeeping.text(language)),
        (found.without_lines, Word::NoLines.text(language)),
        (found.by_volume, Word::ByVolume.text(language)),
        (found.expired_rows, Say::ExpiredTakesRoom.text(language)),
    ];
    for (n, text) in counted.into_iter().filter(|(n, _)| *n > 0) {
        let n = numbers.count(n as u64);
        notes.push(crate::report::wording::filled(text, &[("n", &n)]));
    }
    if !found.without_size.is_empty() {
        let named: Vec<String> = found.without_size.iter().take(NAMED).map(|article| visible(article)).collect();
        let more = if found.without_size.len() > named.len() { " …" } else { "" };
        let n = numbers.count(found.without_size.len() as u64);
        notes.push(Word::LeftOut.fill(language, &[("n", &n), ("list", &(named.join(", ") + more))]));
    }
    notes.push(Word::HowNot.text(language).to_owned());
    notes
}

/// The answer as JSON.
pub fn json(found: &Found, of: Of<'_>) -> String {
    #[derive(serde::Serialize)]
    struct Document<'a> {
        file: &'a str,
        rows: usize,
        today: String,
        question: &'a Question,
        m2_per_pallet_from: Option<[f64; 3]>,
        #[serde(flatten)]
        found: &'a Found,
    }
    let listing = of.listing;
    let document = Document {
        file: &listing.file,
        rows: listing.len(),
        today: of.today.to_string(),
        question: of.question,
        m2_per_pallet_from: of.built,
        found,
    };
    super::json("underlag", &document)
}
