//! Options of the stock desk: numbers, shares, lists and days as people write them, and advice that is taken when it is followed.

use crate::stage::Stage;

const STOCK: &str = "Artikelnr;Benämning;Lagerställe;Pris;Saldo;Förbrukning per dag;Ledtid;Beställningspunkt;Kritisk\n\
                     0012;Sårtvätt;CL;10,5;12;4;5;20;ja\n";

fn stage(name: &str) -> Stage {
    let stage = Stage::new(name);
    stage.write("lager.csv", STOCK);
    stage
}

#[test]
fn a_share_is_the_same_however_it_is_written_and_no_bare_20() {
    let stage = stage("grammar-share");
    let run = |rate: &str| {
        let base = ["stock", "reorder", "lager.csv", "--order-cost", "200", "--today", "2026-11-23", "-q"];
        stage.run(&[&base[..], &["--holding-rate", rate, "--format", "json"]].concat())
    };
    let said = run("20%").ends_with(0).out;
    assert!(said.contains("\"holding_rate\": 0.2"), "{said}");
    for rate in ["20 %", "0.2", "0,2", "20,0%"] {
        assert_eq!(run(rate).ends_with(0).out, said, "{rate}");
    }
    let refused = run("20").ends_with(2).err;
    assert!(refused.contains("write 20%"), "{refused}");
}

#[test]
fn decimal_commas_and_thousands_are_read_everywhere() {
    let stage = stage("grammar-numbers");
    let eoq = |demand: &str, price: &str| {
        let args =
            ["stock", "eoq", "--demand", demand, "--order-cost", "200", "--price", price, "--holding-rate", "18,3%"];
        stage.run(&[&args[..], &["--format", "csv"]].concat())
    };
    let said = eoq("1300", "0.75").ends_with(0).out;
    assert_eq!(eoq("1 300", "0,75").ends_with(0).out, said);
    let refused = eoq("1,300", "0,75").ends_with(2).err;
    assert!(refused.contains("write 1300, or a point for decimals"), "{refused}");
    let classes = |limits: &str| stage.run(&["stock", "abc", "lager.csv", "--limits", limits, "--format", "csv", "-q"]);
    assert_eq!(classes("79,5;90").ends_with(0).out, classes("79.5,90,100").ends_with(0).out);
    let refused = classes("0.8,0.9").ends_with(2).err;
    assert!(refused.contains("write 80,90"), "{refused}");
    classes("80,90").ends_with(0);
}

#[test]
fn what_is_out_of_range_is_told_in_words() {
    let stage = stage("grammar-range");
    for (args, words) in [
        (["turnover", "lager.csv", "--reserve", "0"], "write days above 0 and at most 36500, e.g. 3,7,30,90"),
        (["turnover", "lager.csv", "--today", "23/11/2026"], "write the day as year-month-day, e.g. 2026-11-23"),
        (["brist", "lager.csv", "--chasing", "-10"], "it must be at least 0"),
        (["underlag", "lager.csv", "--peak", "0.5"], "write 1 or more"),
        (["turnover", "lager.csv", "--slow", "400"], "--slow is more days than --dead"),
    ] {
        let said = stage.run(&[&["stock"], &args[..]].concat()).ends_with(2).err;
        assert!(said.contains(words), "{words}\n{said}");
    }
}

#[test]
fn what_cannot_be_judged_is_not_said_to_last_ten_years() {
    let stage = stage("grammar-judged");
    let args = ["stock", "underlag", "lager.csv", "--offered", "cold=400", "-q", "--lang", "en"];
    let said = stage.run(&args).ends_with(0).out;
    assert!(
        said.contains("(cold) cannot be judged: the temperature is missing") && !said.contains("ten years"),
        "{said}"
    );
    assert!(said.contains("Pallet places, area and pallets cannot be judged"), "{said}");
}
