//! Every number of the format against values that are not its numbers: an error with a line each time, never a panic.

use beredd::scenario::diagnosis::Severity;
use beredd::scenario::render::{Colour, render};
use beredd::scenario::study::load;
use std::path::{Path, PathBuf};

/// Values that no number with a unit may have.
const HOSTILE: [&str; 22] = [
    "\"nan\"",
    "nan",
    "-inf",
    "inf",
    "-1",
    "1e999",
    "\"\"",
    "\" \"",
    "\"30\"",
    "30",
    "\"1,5 days\"",
    "\"30 dayz\"",
    "\"30 days/days\"",
    "[]",
    "{}",
    "true",
    "2026-01-01",
    "99999999999999999999",
    "\"1e999 days\"",
    "\"-3 days\"",
    "\"\\u0000\\u001b[31m\"",
    "{ value = nan, origin = \"assumption\" }",
];

/// Keys whose numbers carry a unit; `@` is where the value stands.
const WITH_UNIT: [&str; 66] = [
    "[scenario]\nmeasured = @",
    "[scenario]\nwarm-up = @",
    "[scenario]\nresolution = @",
    "[article.DRUG-9]\nprice = @",
    "[article.DRUG-9]\npack = @",
    "[article.DRUG-9]\npallet = @",
    "[article.DRUG-9]\nshelf-life = @",
    "[article.DRUG-9]\ndemand = @",
    "[article.MASK]\ndemand-sd = @",
    "[item-default]\npack = @",
    "[item-class.gloves]\nshelf-life = @",
    "[origin.asia]\nlead-time = @",
    "[origin.asia]\nlead-time = { dist = \"fixed\", days = @ }",
    "[origin.asia]\nlead-time = { dist = \"lognormal\", median = @, cv = 0.4 }",
    "[origin.asia]\nlead-time = { dist = \"lognormal\", mean = @, cv = 0.4 }",
    "[origin.asia]\nlead-time = { dist = \"lognormal\", median = \"14 days\", p90 = @ }",
    "[origin.asia]\nlead-time = { dist = \"discrete\", days = [@, \"40 days\"], probabilities = [0.5, 0.5] }",
    "[owner.region]\ncapital-rate = @",
    "[site.central]\ndemand-share = @",
    "[site.central]\npallet-position = @",
    "[site.central]\nhandling = @",
    "[site.central]\npick = @",
    "[site.central]\nwrite-off = @",
    "[lane.delivery]\nlead-time = @",
    "[lane.delivery]\nper-departure = @",
    "[lane.delivery]\nper-pallet = @",
    "[lane.delivery]\nper-order = @",
    "[policy.central]\nreview = @",
    "[policy.central]\nreview-offset = @",
    "[policy.central]\nsafety-stock = @",
    "[policy.central]\nlevel = @",
    "[policy.hospital]\npoint = @",
    "[policy.hospital]\nlot = @",
    "[stock.hospital]\non-hand = @",
    "[disruption.fire]\nrate = @",
    "[disruption.fire]\nduration = @",
    "[disruption.fire]\nduration = { dist = \"fixed\", days = @ }",
    "[disruption.fire]\nduration = { dist = \"lognormal\", median = @, sigma = 1.0 }",
    "[disruption.fire]\nduration = { dist = \"lognormal\", mean = @, p90 = \"40 days\" }",
    "[cost]\nstaff-hour = @",
    "[cost]\nchasing = @",
    "[cost]\nholding = @",
    "[cost]\nbackorder = @",
    "[cost]\nlost = @",
    "[lump-sum.service]\namount = @",
    "[reserve.7-days]\ndays = @",
    "[endurance]\ncap = @",
    "[endurance]\nlevels = @",
    "[endurance]\nlevels = [@]",
    "[endurance]\nclaims = @",
    "[endurance]\nclaims = [@]",
    "[endurance]\nclaims = [\"0 %\", @]",
    "[origin.asia]\nlead-time = { dist = \"gamma\", mean = @, cv = 0.4 }",
    "[origin.asia]\nlead-time = { dist = \"exponential\", mean = @ }",
    "[origin.asia]\nlead-time = { dist = \"uniform\", least = @, most = \"900 days\" }",
    "[origin.asia]\nlead-time = { dist = \"triangular\", least = \"1 day\", mode = @, most = \"900 days\" }",
    "[origin.asia]\nlead-time = { dist = \"empirical\", days = [@] }",
    "[origin.asia]\nlead-time = { dist = \"servers\", servers = 1, service = @ }",
    "[origin.asia]\nlead-time = { dist = \"servers\", servers = 1, service = \"1 day\", then = @ }",
    "[item-default]\nweight = @",
    "[lane.delivery]\ncapacity = @",
    "[lane.delivery]\npayload = @",
    "[lane.delivery]\nevery = @",
    "[lane.delivery]\nreceipt-rate = @",
    "[express.rush]\nwhen-below = @\nnew = true\nat = [\"central\"]\nlead-time = \"1 day\"",
    "[express.rush]\nlead-time = @\nnew = true\nat = [\"central\"]\nwhen-below = \"1 day\"",
];

/// Keys whose numbers are bare.
const BARE: [&str; 32] = [
    "[article.DRUG-9]\nweekly-cv = @",
    "[origin.asia]\nlead-time = { dist = \"lognormal\", median = \"14 days\", cv = @ }",
    "[origin.asia]\nlead-time = { dist = \"lognormal\", median = \"14 days\", sigma = @ }",
    "[origin.asia]\nlead-time = { dist = \"discrete\", days = [\"4 days\", \"9 days\"], probabilities = [0.5, @] }",
    "[pool.wholesaler-stock]\npriority = @",
    "[sourcing.central]\npriority = @",
    "[policy.central]\npriority = @",
    "[policy.central]\nlead-time-quantile = @",
    "[stock.hospital]\npriority = @",
    "[demand]\nweekday = { mon = @ }",
    "[demand]\nweekday = { tue = @ }",
    "[demand]\nweekday = { wed = @ }",
    "[demand]\nweekday = { thu = @ }",
    "[demand]\nweekday = { fri = @ }",
    "[demand]\nweekday = { sat = @ }",
    "[demand]\nweekday = { sun = @ }",
    "[disruption.fire]\nduration = { dist = \"lognormal\", median = \"14 days\", cv = @ }",
    "[disruption.fire]\nduration = { dist = \"lognormal\", median = \"14 days\", sigma = @ }",
    "[cost]\nprice-year = @",
    "[endurance]\nprobes = @",
    "[endurance]\nday = @",
    "[endurance]\nthresholds = @",
    "[endurance]\nthresholds = [@]",
    "[endurance]\nthresholds = [0.5, @]",
    "[endurance]\ndays-running = @",
    "[endurance]\nrequired-probability = @",
    "[endurance]\nrequired-article-share = @",
    "[study]\nreplications = @",
    "[study]\nseed = @",
    "[scenario]\nstart = @",
    "[policy.hospital]\npacks = @",
    "[site.central]\nregional-stock = @",
];

/// What is right for some of the keys after all.
fn is_sound(key: &str, value: &str) -> bool {
    let whole = ["priority", "probes", "day =", "days-running", "replications", "seed", "weekday", "weekly-cv"];
    match value {
        "30" => whole.iter().any(|word| key.contains(word)),
        "-1" => key.contains("priority"),
        "true" => key.contains("packs") || key.contains("regional-stock"),
        "2026-01-01" => key.contains("start ="),
        _ => false,
    }
}

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/example/today.toml")
}

/// The line of the first error of an overlay that sets one key, if there is an error.
fn line_of_error(folder: &Path, text: &str) -> Option<String> {
    let file = folder.join("hostile.toml");
    std::fs::write(&file, text).expect("a file for the test");
    let problems = load(&file, &[]).err()?;
    let error = problems.diagnoses.iter().find(|one| one.severity == Severity::Error)?;
    let place = error.place.unwrap_or_else(|| panic!("no place: {} for\n{text}", error.message));
    Some(problems.sources.file_and_line(place))
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

#[test]
fn every_number_refuses_what_it_cannot_be() {
    let folder = folder("hostile-toml");
    let mut accepted = Vec::new();
    for key in WITH_UNIT.into_iter().chain(BARE) {
        for value in HOSTILE {
            let base = example();
            let text = format!("extends = \"{}\"\n{}\n", base.display(), key.replace('@', value));
            match line_of_error(&folder, &text) {
                Some(line) => assert!(line.ends_with("hostile.toml:3"), "{line} for\n{text}"),
                None if is_sound(key, value) => {}
                None => accepted.push(format!("{key} with {value}")),
            }
        }
    }
    assert_eq!(accepted, Vec::<String>::new());
}

#[test]
fn every_cell_of_an_item_file_refuses_what_it_cannot_be() {
    let folder = folder("hostile-cells");
    let header = "Artikelnr,supplier,critical,Pris,pack,pallet,shelf-life,demand,demand-sd";
    let sound = ["A1", "acme", "yes", "1.5", "10", "100", "365", "3650", "5"];
    let hostile =
        ["nan", "NaN", "-inf", "inf", "-1", "1e999", "1 000", "0x10", "12,50", "12;5", "30 dayz", "=1+1", "--", "."];
    let text = format!("extends = \"{}\"\n[items]\nfile = \"items.csv\"\n", example().display());
    for column in 2..sound.len() {
        for value in hostile {
            let mut row = sound.map(str::to_owned);
            row[column] = format!("\"{value}\"");
            let csv = format!("{header}\n{}\n", row.join(","));
            std::fs::write(folder.join("items.csv"), &csv).expect("a file for the test");
            let line = line_of_error(&folder, &text).unwrap_or_else(|| panic!("accepted:\n{csv}"));
            assert!(line.ends_with("items.csv:2"), "{line} for\n{csv}");
        }
    }
}

/// A file that may stand in for the example is read or refused; nothing else happens.
fn survives(folder: &Path, text: &[u8]) {
    std::fs::write(folder.join("today.toml"), text).expect("a file for the test");
    if let Err(problems) = load(&folder.join("today.toml"), &[]) {
        let text = render(&problems.diagnoses, &problems.sources, Colour::Plain);
        assert!(text.contains("error["), "{text}");
    }
}

#[test]
fn cut_and_scrambled_files_never_panic() {
    let folder = folder("scrambled");
    let example = std::fs::read(example()).expect("the example");
    let items = std::fs::read(self::example().with_file_name("articles.csv")).expect("its item file");
    std::fs::write(folder.join("articles.csv"), &items).expect("a file for the test");
    for end in (0..example.len()).step_by(37) {
        survives(&folder, &example[..end]);
    }
    let mut state: u64 = 1;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % below
    };
    let bytes = b"\"[]{}=.,\n#-9e\xff\0 a";
    for _ in 0..300 {
        let mut text = example.clone();
        for _ in 0..=draw(3) {
            let at = draw(text.len());
            text[at] = bytes[draw(bytes.len())];
        }
        survives(&folder, &text);
        let mut cells = items.clone();
        let at = draw(cells.len());
        cells[at] = bytes[draw(bytes.len())];
        std::fs::write(folder.join("articles.csv"), &cells).expect("a file for the test");
        survives(&folder, &example);
        std::fs::write(folder.join("articles.csv"), &items).expect("a file for the test");
    }
}
