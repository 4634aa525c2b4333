//! Lists as people have them: of a Swedish spreadsheet, with nothing critical in them, with columns of their own, and long ones.

use crate::stage::Stage;

const HEADER: &str =
    "id,name-sv,name-en,supplier,critical,critical-decided-by,price,pack,shelf-life,demand,demand-sd\n";

#[test]
fn a_list_with_nothing_critical_cannot_be_judged_and_says_so() {
    let stage = Stage::new("lists-uncritical");
    for rows in ["a,A,A,acme,no,,1,10,,3650,4\n", "a,A,A,acme,yes,me,1,10,,0,0\n"] {
        stage.write("items.csv", &format!("{HEADER}{rows}"));
        let said = stage.run(&["check", "study.toml"]).ends_with(1);
        assert!(
            said.err.contains("finding[S0604]: endurance cannot be judged: no critical article has use"),
            "{}",
            said.err
        );
        assert!(!said.err.contains("built-in defaults"), "{}", said.err);
        let said = stage.run(&["run", "study.toml", "-r", "3", "-o", "out"]).ends_with(0);
        assert!(said.out.contains("– cannot be judged") && !said.out.contains("? undecided"), "{}", said.out);
        assert!(stage.read("out/results.json").contains("\"not_judged\""));
        stage.run(&["report", "out"]).ends_with(0);
    }
}

#[test]
fn a_list_of_a_swedish_spreadsheet_gives_what_its_plain_twin_gives() {
    let stage = Stage::new("lists-swedish");
    let plain = stage.read("items.csv");
    let (said, results) = (stage.run(&["check", "study.toml"]).ends_with(0), run(&stage));
    assert_eq!(said.err, "");
    let swedish = plain.replace(',', ";").replace(";2;10;60;7300;5", ";2,0;10;60;7\u{a0}300;5,0");
    assert_ne!(swedish, plain.replace(',', ";"));
    stage.write("items.csv", &swedish);
    let said = stage.run(&["check", "study.toml"]).ends_with(0);
    assert_eq!(said.err.lines().count(), 1, "{}", said.err);
    assert!(
        said.err.starts_with("items.csv: read with semicolons between the cells and decimal commas"),
        "{}",
        said.err
    );
    let said = stage.run(&["items", "read", "items.csv", "--lang", "sv"]).ends_with(0);
    assert!(said.err.starts_with("items.csv: läst med semikolon mellan cellerna och decimalkomman"), "{}", said.err);
    assert_eq!(run(&stage), results, "the same cells");
}

fn run(stage: &Stage) -> serde_json::Value {
    let said = stage.run(&["run", "study.toml", "-r", "3", "-q", "-o", "out", "--format", "json"]).ends_with(0);
    serde_json::from_str::<serde_json::Value>(&said.out).expect("JSON")["cells"].clone()
}

#[test]
fn a_list_that_cannot_be_read_is_all_that_is_told() {
    let stage = Stage::new("lists-unreadable");
    stage.write(
        "rules.toml",
        "extends = \"today.toml\"\n[policy.depot]\narticles = { class = \"A\", channel = \"shop\" }\n",
    );
    for (list, code) in [("id\tsupplier\tdemand\n1\tacme\t5\n", "S0403"), ("id,suplier,demand\n1,acme,5\n", "S0401")] {
        stage.write("items.csv", list);
        let said = stage.run(&["check", "rules.toml"]).ends_with(2);
        assert!(said.err.contains(code) && !said.err.contains("S0501"), "{}", said.err);
        assert_eq!(said.err.matches("error[").count(), 1, "{}", said.err);
    }
    std::fs::remove_file(stage.path("items.csv")).expect("the list goes away");
    let said = stage.run(&["check", "rules.toml"]).ends_with(2);
    assert!(said.err.contains("S0101") && said.err.matches("error[").count() == 1, "{}", said.err);
}

#[test]
fn a_bare_list_is_told_how_to_name_its_columns() {
    let stage = Stage::new("lists-bare");
    stage.write("bare.csv", "Artikelnr,Lev,Antal\n1,acme,5\n");
    let said = stage.run(&["items", "read", "bare.csv"]).ends_with(2);
    assert!(
        said.err.contains("--set 'items.columns.id=\"Artikelnr\"'") && !said.err.contains("[items]"),
        "{}",
        said.err
    );
    let columns =
        ["id=\"Artikelnr\"", "supplier=\"Lev\"", "demand=\"Antal\""].map(|one| format!("items.columns.{one}"));
    let mut arguments = vec!["items", "read", "bare.csv"];
    columns.iter().for_each(|one| arguments.extend(["--set", one]));
    stage.run(&arguments).ends_with(0);
}

#[test]
fn ids_of_articles_are_spoken_of_in_english() {
    let stage = Stage::new("lists-id");
    stage.write("items.csv", "id,supplier,demand,demand-sd\na b,acme,5,1\n");
    let said = stage.run(&["check", "today.toml"]).ends_with(2);
    assert!(said.err.contains("`a b` is no id of an article"), "{}", said.err);
}
