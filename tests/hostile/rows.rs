//! What each numeric key takes: one row or more for each key of the reference. A new numeric key without a row fails.
//! The ranges are those of the diagnoses and of the reference, written down here by hand.

/// Which numbers between the two ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Numbers {
    /// All of them, both ends included.
    Any,
    /// Whole numbers, both ends included.
    Whole,
    /// All but the least.
    MoreThan,
}

/// A numeric key and where it is written.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Heading of its group in the reference.
    pub group: &'static str,
    /// Its name there.
    pub key: &'static str,
    pub numbers: Numbers,
    pub least: f64,
    pub most: f64,
    /// An overlay on the base: the number stands for `@`, and the whole value between `<<` and `>>`.
    pub text: &'static str,
}

const fn row(
    (group, key): (&'static str, &'static str),
    numbers: Numbers,
    (least, most): (f64, f64),
    text: &'static str,
) -> Row {
    Row { group, key, numbers, least, most, text }
}

pub const fn any(key: (&'static str, &'static str), range: (f64, f64), text: &'static str) -> Row {
    row(key, Numbers::Any, range, text)
}

pub const fn whole(key: (&'static str, &'static str), range: (f64, f64), text: &'static str) -> Row {
    row(key, Numbers::Whole, range, text)
}

pub const fn more(key: (&'static str, &'static str), range: (f64, f64), text: &'static str) -> Row {
    row(key, Numbers::MoreThan, range, text)
}

/// Durations in days.
pub const DAYS: (f64, f64) = (0.0, 36_500.0);
pub const FROM_A_DAY: (f64, f64) = (1.0, 36_500.0);
/// Quantities in units.
pub const UNITS: (f64, f64) = (0.0, 1e12);
pub const PACKS: (f64, f64) = (1.0, 1e9);
pub const SHARE: (f64, f64) = (0.0, 1.0);
pub const PERCENT: (f64, f64) = (0.0, 100.0);
pub const RATE: (f64, f64) = (0.0, 1000.0);
/// Customers per day who take at least one unit each in the mean: the least used article of the base takes 10 a day.
pub const CUSTOMERS: (f64, f64) = (1e-9, 10.0);
/// Sums of money in SEK.
pub const MONEY: (f64, f64) = (0.0, 1e13);
pub const PRIORITY: (f64, f64) = (-1_000_000.0, 1_000_000.0);
pub const FACTOR: (f64, f64) = (0.0, 1000.0);
pub const SPREAD: (f64, f64) = (0.0, 10.0);

/// All rows.
pub fn all() -> impl Iterator<Item = &'static Row> {
    FRAME
        .iter()
        .chain(ARTICLES)
        .chain(crate::rows_rules::ROWS)
        .chain(crate::rows_events::ROWS)
        .chain(crate::rows_staff::ROWS)
}

const FRAME: &[Row] = &[
    whole(("[study]", "replications"), (1.0, 1e6), "[study]\nreplications = <<@>>"),
    whole(("[study]", "seed"), (0.0, 9.2e18), "[study]\nseed = <<@>>"),
    whole(("[study]", "reserves"), DAYS, "[study]\nreserves = [<<\"@ days\">>]"),
    whole(("[scenario]", "warm-up"), DAYS, "[scenario]\nwarm-up = <<\"@ days\">>"),
    whole(("[scenario]", "measured"), FROM_A_DAY, "[scenario]\nmeasured = <<\"@ days\">>"),
    whole(("[scenario]", "resolution"), (1.0, 1e6), "[scenario]\nresolution = <<\"1/@ unit\">>"),
    whole(("[endurance]", "probes"), (0.0, 1000.0), "[endurance]\nprobes = <<@>>"),
    // The last day that is measured here is day 24.
    whole(("[endurance]", "day"), (0.0, 24.0), "[endurance]\nday = <<@>>"),
    // Not below the longest level, 3 days.
    whole(("[endurance]", "cap"), (3.0, 36_500.0), "[endurance]\ncap = <<\"@ days\">>"),
    any(("[endurance]", "thresholds"), SHARE, "[endurance]\nthresholds = [<<@>>]"),
    // Not beyond the cap.
    whole(("[endurance]", "levels"), (1.0, 10.0), "[endurance]\nlevels = [<<\"@ days\">>]"),
    any(("[endurance]", "claims"), PERCENT, "[endurance]\nclaims = [<<\"@ %\">>]"),
    whole(("[endurance]", "days-running"), (1.0, 365.0), "[endurance]\ndays-running = <<@>>"),
    whole(("[cut.ID]", "length"), DAYS, "[cut.all-suppliers]\nlength = <<\"@ days\">>"),
    whole(("[cut.ID]", "follow"), (2.0, 36_500.0), "[cut.all-suppliers]\nfollow = <<\"@ days\">>\nlength = \"2 days\""),
    whole(("[supplier.ID]", "recovery"), FROM_A_DAY, "[supplier.pharma]\nrecovery = <<\"@ days\">>"),
    whole(("[site.ID]", "recovery"), FROM_A_DAY, "[site.central]\nrecovery = <<\"@ days\">>"),
    whole(("[lane.ID]", "recovery"), FROM_A_DAY, "[lane.delivery]\nrecovery = <<\"@ days\">>"),
    whole(("[endurance]", "stop-length"), DAYS, "[endurance]\nstop-length = <<\"@ days\">>"),
    whole(
        ("[endurance]", "stop-follow"),
        (2.0, 36_500.0),
        "[endurance]\nstop-follow = <<\"@ days\">>\nstop-length = \"2 days\"",
    ),
    any(("[endurance]", "required-probability"), SHARE, "[endurance]\nrequired-probability = <<@>>"),
    any(("[endurance]", "required-article-share"), SHARE, "[endurance]\nrequired-article-share = <<@>>"),
];

const ARTICLES: &[Row] = &[
    any(("[article.ID]", "price"), MONEY, "[article.DRUG-9]\nprice = <<\"@ SEK/unit\">>"),
    whole(("[article.ID]", "pack"), PACKS, "[article.DRUG-9]\npack = <<\"@ units\">>"),
    whole(("[article.ID]", "case"), PACKS, "[article.DRUG-9]\ncase = <<\"@ units\">>"),
    whole(("[article.ID]", "pallet"), PACKS, "[article.DRUG-9]\npallet = <<\"@ units\">>"),
    any(("[article.ID]", "weight"), (0.0, 1e6), "[article.DRUG-9]\nweight = <<\"@ kg/unit\">>"),
    any(("[article.ID]", "volume"), (0.000_01, 100_000.0), "[item-class.gloves]\nvolume = <<\"@ l/unit\">>"),
    any(
        ("[article.ID]", "need-factor"),
        (0.001, 1000.0),
        "[article.DRUG-9]\nneed-factor = <<@>>\nneed-group = \"pills\"",
    ),
    any(("[article.ID]", "shelf-life"), DAYS, "[article.DRUG-9]\nshelf-life = <<\"@ days\">>"),
    any(
        ("[article.ID]", "shelf-life-left"),
        PERCENT,
        "[article.DRUG-9]\nshelf-life-left = <<\"@ %\">>\nshelf-life = \"100 years\"\n[scenario]\nbatches = true",
    ),
    any(
        ("[supplier.ID]", "shelf-life-left"),
        PERCENT,
        "[supplier.pharma]\nshelf-life-left = <<\"@ %\">>\n[article.DRUG-9]\nshelf-life = \"100 years\"\n[scenario]\nbatches = true",
    ),
    any(("[article.ID]", "demand"), UNITS, "[article.DRUG-9]\ndemand = <<\"@ units/day\">>"),
    any(("[article.ID]", "demand-sd"), UNITS, "[item-default]\ndemand-sd = <<\"@ units/day\">>"),
    any(("[article.ID]", "weekly-cv"), (0.0, 1000.0), "[article.DRUG-9]\nweekly-cv = <<@>>"),
    any(
        ("[demand]", "rate"),
        CUSTOMERS,
        "[demand]\nrate = <<\"@ per day\">>\nlaw = \"arrivals\"\nsize = \"geometric\"",
    ),
    any(
        ("[demand]", "interval"),
        FROM_A_DAY,
        "[demand]\ninterval = <<\"@ days\">>\nlaw = \"intermittent\"\nsize = \"fixed\"",
    ),
    any(
        ("[demand]", "size-cv"),
        SPREAD,
        "[demand]\nsize-cv = <<@>>\nlaw = \"intermittent\"\nsize = \"lognormal\"\ninterval = \"2 days\"",
    ),
    any(
        ("[demand]", "values"),
        UNITS,
        "[demand]\nvalues = [<<\"@ units\">>]\nprobabilities = [1.0]\nlaw = \"empirical\"",
    ),
    any(
        ("[demand]", "probabilities"),
        (0.5, 0.5),
        "[demand]\nprobabilities = [<<@>>, 0.5]\nvalues = [\"1 unit\", \"2 units\"]\nlaw = \"empirical\"",
    ),
    any(("[demand]", "trend"), (-90.0, 1000.0), "[demand]\ntrend = <<\"@ %/year\">>"),
    any(("[demand]", "weekday"), FACTOR, "[demand]\nweekday = { mon = <<@>> }"),
    any(("[demand]", "month"), FACTOR, "[demand]\nmonth = { jul = <<@>> }"),
    whole(("[demand-rule.ID]", "priority"), PRIORITY, "[demand-rule.x]\npriority = <<@>>\nnew = true\nlaw = \"fixed\""),
    any(
        ("[demand-rule.ID]", "rate"),
        CUSTOMERS,
        "[demand-rule.x]\nrate = <<\"@ per day\">>\nnew = true\nlaw = \"arrivals\"\nsize = \"geometric\"",
    ),
    any(
        ("[demand-rule.ID]", "interval"),
        FROM_A_DAY,
        "[demand-rule.x]\ninterval = <<\"@ days\">>\nnew = true\nlaw = \"intermittent\"\nsize = \"geometric\"",
    ),
    any(
        ("[demand-rule.ID]", "size-cv"),
        SPREAD,
        "[demand-rule.x]\nsize-cv = <<@>>\nnew = true\nlaw = \"intermittent\"\nsize = \"lognormal\"\ninterval = \"2 days\"",
    ),
    any(
        ("[demand-rule.ID]", "values"),
        UNITS,
        "[demand-rule.x]\nvalues = [<<\"@ units\">>]\nprobabilities = [1.0]\nnew = true\nlaw = \"empirical\"",
    ),
    any(
        ("[demand-rule.ID]", "probabilities"),
        (0.5, 0.5),
        "[demand-rule.x]\nprobabilities = [0.5, <<@>>]\nvalues = [\"1 unit\", \"2 units\"]\nnew = true\nlaw = \"empirical\"",
    ),
    any(("[demand-rule.ID]", "trend"), (-90.0, 1000.0), "[demand-rule.x]\ntrend = <<\"@ %/year\">>\nnew = true"),
    any(("[demand-rule.ID]", "weekday"), FACTOR, "[demand-rule.x]\nweekday = { sun = <<@>> }\nnew = true"),
    any(("[demand-rule.ID]", "month"), FACTOR, "[demand-rule.x]\nmonth = { feb = <<@>> }\nnew = true"),
    any(("[demand] month", "jan"), FACTOR, "[demand]\nmonth = { jan = <<@>> }"),
    any(("[demand] month", "feb"), FACTOR, "[demand]\nmonth = { feb = <<@>> }"),
    any(("[demand] month", "mar"), FACTOR, "[demand]\nmonth = { mar = <<@>> }"),
    any(("[demand] month", "apr"), FACTOR, "[demand]\nmonth = { apr = <<@>> }"),
    any(("[demand] month", "may"), FACTOR, "[demand]\nmonth = { may = <<@>> }"),
    any(("[demand] month", "jun"), FACTOR, "[demand]\nmonth = { jun = <<@>> }"),
    any(("[demand] month", "jul"), FACTOR, "[demand]\nmonth = { jul = <<@>> }"),
    any(("[demand] month", "aug"), FACTOR, "[demand]\nmonth = { aug = <<@>> }"),
    any(("[demand] month", "sep"), FACTOR, "[demand]\nmonth = { sep = <<@>> }"),
    any(("[demand] month", "oct"), FACTOR, "[demand]\nmonth = { oct = <<@>> }"),
    any(("[demand] month", "nov"), FACTOR, "[demand]\nmonth = { nov = <<@>> }"),
    any(("[demand] month", "dec"), FACTOR, "[demand]\nmonth = { dec = <<@>> }"),
    any(("[demand] weekday", "mon"), FACTOR, "[demand]\nweekday = { mon = <<@>> }"),
    any(("[demand] weekday", "tue"), FACTOR, "[demand]\nweekday = { tue = <<@>> }"),
    any(("[demand] weekday", "wed"), FACTOR, "[demand]\nweekday = { wed = <<@>> }"),
    any(("[demand] weekday", "thu"), FACTOR, "[demand]\nweekday = { thu = <<@>> }"),
    any(("[demand] weekday", "fri"), FACTOR, "[demand]\nweekday = { fri = <<@>> }"),
    any(("[demand] weekday", "sat"), FACTOR, "[demand]\nweekday = { sat = <<@>> }"),
    any(("[demand] weekday", "sun"), FACTOR, "[demand]\nweekday = { sun = <<@>> }"),
];
