//! Writes the tables of `docs/results-vasterbotten.md` from the files of runs, so that no figure is copied by hand.
//!
//! `cargo run --release --example region_tables -- docs/results-vasterbotten.md full=results.json sensitivity=sensitivity.json demo=results.json`
//!
//! A table stands between `<!-- table: NAME -->` and `<!-- end of table -->`. Names: `full-endurance CUT`, `full-distant`,
//! `full-cost`, `flips`, `demo`. A table whose file is not given is left as it is.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::process::ExitCode;

const BEGIN: &str = "<!-- table: ";
const END: &str = "<!-- end of table -->";
/// Assumptions shown per measure.
const SHOWN: usize = 8;
const RESERVE: &str = "30-days";

fn main() -> ExitCode {
    match written() {
        Ok(changed) => {
            println!("{changed} tables written");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn written() -> Result<usize, String> {
    let mut words = std::env::args().skip(1);
    let page = words.next().ok_or("name the page first, then full=, sensitivity= and demo= with files")?;
    let mut files = BTreeMap::new();
    for word in words {
        let (name, path) = word.split_once('=').ok_or_else(|| format!("{word} is not name=file"))?;
        let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
        let value: Value = serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))?;
        files.insert(name.to_owned(), value);
    }
    let text = std::fs::read_to_string(&page).map_err(|error| format!("{page}: {error}"))?;
    let (text, changed) = filled(&text, &files)?;
    std::fs::write(&page, text).map_err(|error| format!("{page}: {error}"))?;
    Ok(changed)
}

/// The page with its tables made anew.
fn filled(text: &str, files: &BTreeMap<String, Value>) -> Result<(String, usize), String> {
    let (mut out, mut rest, mut changed) = (String::new(), text, 0);
    while let Some((before, after)) = rest.split_once(BEGIN) {
        let (name, after) = after.split_once(" -->").ok_or("a table's mark is not closed")?;
        let (old, after) = after.split_once(END).ok_or_else(|| format!("the table {name} has no end"))?;
        out += before;
        let _ = write!(out, "{BEGIN}{name} -->");
        match table(name, files)? {
            Some(table) => {
                let _ = write!(out, "\n{table}");
                changed += 1;
            }
            None => out += old,
        }
        out += END;
        rest = after;
    }
    Ok((out + rest, changed))
}

fn table(name: &str, files: &BTreeMap<String, Value>) -> Result<Option<String>, String> {
    let file = |name: &str| files.get(name);
    Ok(match name.split_once(' ').unwrap_or((name, "")) {
        ("full-endurance", cut) => file("full").map(|full| endurance(full, cut)),
        ("full-distant", _) => file("full").map(distant),
        ("full-cost", _) => file("full").map(cost),
        ("flips", _) => file("sensitivity").map(flips),
        ("demo", _) => file("full").zip(file("demo")).map(|(full, demo)| demo_against(full, demo)),
        _ => return Err(format!("there is no table {name}")),
    })
}

/// A share in per cent with its interval.
fn percent(figure: &Value) -> String {
    with_interval(figure, 100.0, 0)
}

fn with_interval(figure: &Value, factor: f64, decimals: usize) -> String {
    let of = |key: &str| figure[key].as_f64().map(|value| format!("{:.decimals$}", value * factor));
    match (of("mean"), of("low"), of("high")) {
        (Some(mean), Some(low), Some(high)) => format!("{mean} ({low} to {high})"),
        (Some(mean), ..) => mean,
        _ => "–".to_owned(),
    }
}

fn cells(file: &Value) -> impl Iterator<Item = &Value> {
    file["cells"].as_array().into_iter().flatten()
}

fn of_reserve<'a>(file: &'a Value, reserve: &'a str) -> impl Iterator<Item = &'a Value> {
    cells(file).filter(move |cell| cell["reserve"] == reserve)
}

fn title(file: &Value, cell: &Value) -> String {
    let scenarios = file["inputs"]["scenarios"].as_array().into_iter().flatten();
    let found = scenarios.filter(|scenario| scenario["id"] == cell["scenario"]).find_map(|s| s["title"]["en"].as_str());
    found.unwrap_or("?").to_owned()
}

/// The readings with the largest claim.
fn full_claim<'a>(cell: &'a Value, cut: &str) -> &'a Value {
    let claims = cell["endurance"][cut].as_object().into_iter().flatten();
    let largest = claims.max_by(|(one, _), (other, _)| {
        let number = |text: &str| text.parse::<f64>().unwrap_or(0.0);
        number(one).total_cmp(&number(other))
    });
    largest.map_or(&Value::Null, |(_, readings)| readings)
}

fn endurance(full: &Value, cut: &str) -> String {
    let mut text = String::from(
        "\n| alternative | reserve | S(3), % | S(7), % | S(30), % | S(90), % | P(≥ 30 days) at 95 %, % |\n| --- | --- | --- | --- | --- | --- | --- |\n",
    );
    for cell in cells(full) {
        let readings = full_claim(cell, cut);
        let served = ["3", "7", "30", "90"].map(|level| percent(&readings["share_served"][level]));
        let p = percent(&readings["p_at_least"]["0.95"]["30"]);
        let reserve = cell["reserve"].as_str().unwrap_or("?");
        let _ = writeln!(text, "| {} | {reserve} | {} | {p} |", title(full, cell), served.join(" | "));
    }
    text + "\n"
}

/// With and without the stock in Kungsbacka: stock counted with and without it, and the claim at the two cuts.
fn distant(full: &Value) -> String {
    let mut text = String::from(
        "\n| alternative, reserve 30 days | articles with 30 days in the region, % | … with Kungsbacka, % | S(30), roads cut, % | S(30), suppliers cut, claim 0, % | … claim 100 %, % |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    for cell in of_reserve(full, RESERVE) {
        let near = percent(&cell["stock_requirement"]["30"]["share"]);
        let far = percent(&cell["stock_requirement_with_distant"]["30"]["share"]);
        let roads = percent(&full_claim(cell, "outside-region")["share_served"]["30"]);
        let suppliers = &cell["endurance"]["all-suppliers"];
        let locked = percent(&suppliers["0"]["share_served"]["30"]);
        let freed = percent(&full_claim(cell, "all-suppliers")["share_served"]["30"]);
        let _ = writeln!(text, "| {} | {near} | {far} | {roads} | {locked} | {freed} |", title(full, cell));
    }
    text + "\n"
}

fn cost(full: &Value) -> String {
    let mut text = String::from(
        "\n| alternative | reserve | fill rate, % | availability, % | cost, MSEK/year | of it paid by the region |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    for cell in cells(full) {
        let metrics = &cell["metrics"];
        let (fill, stock) =
            (with_interval(&metrics["fill_rate"], 100.0, 1), with_interval(&metrics["availability"], 100.0, 1));
        let cost = &metrics["cost_per_year"];
        let (all, region) = (with_interval(cost, 1e-6, 2), with_interval(&cost["payers"]["region"], 1e-6, 2));
        let reserve = cell["reserve"].as_str().unwrap_or("?");
        let _ = writeln!(text, "| {} | {reserve} | {fill} | {stock} | {all} | {region} |", title(full, cell));
    }
    text + "\n"
}

fn flips(file: &Value) -> String {
    let titles: BTreeMap<&str, &str> = file["assumptions"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| Some((one["id"].as_str()?, one["title"]["en"].as_str()?)))
        .collect();
    let mut text = String::new();
    for (measure, name, factor, decimals) in [
        ("share_served", "S(30), percentage points", 100.0, 1),
        ("p_at_least", "P(≥ 30 days) at 95 %, percentage points", 100.0, 1),
        ("cost_per_year", "Cost, MSEK/year", 1e-6, 2),
    ] {
        let found = &file["measures"][measure];
        let base = with_interval(&found["base"], factor, decimals);
        let _ = writeln!(
            text,
            "\n{name}; unmoved {base}:\n\n| assumption | low | high | swing | order |\n| --- | --- | --- | --- | --- |"
        );
        for swing in found["swings"].as_array().into_iter().flatten().take(SHOWN) {
            let end = |end: &str| with_interval(&swing[end]["difference"], factor, decimals);
            let id = swing["assumption"].as_str().unwrap_or("?");
            let size = swing["swing"].as_f64().map_or("–".to_owned(), |size| format!("{:.decimals$}", size * factor));
            let order = swing["order"].as_str().unwrap_or("?").replace('_', " ");
            let (low, high) = (end("low"), end("high"));
            let _ = writeln!(text, "| {} | {low} | {high} | {size} | {order} |", titles.get(id).unwrap_or(&id));
        }
    }
    text + "\n"
}

/// Every headline number of the demo beside that of the full study, for the scenarios that both have.
fn demo_against(full: &Value, demo: &Value) -> String {
    let mut text = String::from(
        "\n| alternative, reserve 30 days | figure | demo | full | difference |\n| --- | --- | --- | --- | --- |\n",
    );
    for small in of_reserve(demo, RESERVE) {
        let Some(large) = of_reserve(full, RESERVE).find(|cell| cell["scenario"] == small["scenario"]) else {
            continue;
        };
        let served = |cell| full_claim(cell, "outside-region")["share_served"]["30"].clone();
        let p = |cell| full_claim(cell, "outside-region")["p_at_least"]["0.95"]["30"].clone();
        let metric = |cell: &Value, name: &str| cell["metrics"][name].clone();
        for (name, [one, other], factor, decimals) in [
            ("S(30), %", [served(small), served(large)], 100.0, 1),
            ("P(≥ 30 days) at 95 %, %", [p(small), p(large)], 100.0, 1),
            ("fill rate, %", [metric(small, "fill_rate"), metric(large, "fill_rate")], 100.0, 1),
            ("availability, %", [metric(small, "availability"), metric(large, "availability")], 100.0, 1),
            ("cost, MSEK/year", [metric(small, "cost_per_year"), metric(large, "cost_per_year")], 1e-6, 2),
        ] {
            let means = one["mean"].as_f64().zip(other["mean"].as_f64());
            let difference =
                means.map_or("–".to_owned(), |(one, other)| format!("{:+.decimals$}", (one - other) * factor));
            let [demo, full_figure] = [one, other].map(|figure| with_interval(&figure, factor, decimals));
            let _ = writeln!(text, "| {} | {name} | {demo} | {full_figure} | {difference} |", title(full, large));
        }
    }
    text + "\n"
}
