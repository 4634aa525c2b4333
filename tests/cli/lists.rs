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

#[test]
fn a_list_with_one_way_of_buying_runs_and_a_misspelled_rule_is_an_error() {
    let stage = Stage::new("lists-one-channel");
    stage.run(&["new", "region"]).ends_with(0);
    let overlay = "extends = \"region/today.toml\"\n[items]\nfile = \"list.csv\"\n";
    stage.write("own.toml", overlay);
    let list = |channel: &str| {
        format!(
            "id,supplier,channel,class,critical,price,demand\n1,asia-gloves,{channel},A,ja,0.5,100000\n2,eu-infusion,{channel},A,ja,9,60000\n"
        )
    };
    let results = |channel: &str| {
        stage.write("list.csv", &list(channel));
        let said = stage.run(&["check", "own.toml"]).ends_with(1);
        assert!(said.err.contains("finding[S0603]") && !said.err.contains("error["), "{channel}: {}", said.err);
        let run = ["run", "own.toml", "-r", "2", "-q", "-o", "out", "--format", "json"];
        let said = stage.run(&run).ends_with(0);
        serde_json::from_str::<serde_json::Value>(&said.out).expect("JSON")["cells"].clone()
    };
    assert_eq!(results("wholesaler"), results("Grossist"), "the Swedish word is the same way of buying");
    assert_eq!(results("other"), results("övrig"));
    assert_ne!(results("annan"), results("grossist"));
    stage.write("own.toml", &format!("{overlay}[policy.odd]\nnew = true\narticles = {{ channel = \"wholsaler\" }}\n"));
    let said = stage.run(&["check", "own.toml"]).ends_with(2);
    assert!(said.err.contains("nothing has the channel `wholsaler`"), "{}", said.err);
    assert!(said.err.contains("did you mean `wholesaler`?"), "{}", said.err);
}

#[test]
fn two_parts_that_name_different_lists_are_the_only_thing_told() {
    let stage = Stage::new("lists-two-parts");
    stage.write("mine.csv", "Artikelnr,supplier\n1,nobody\n");
    stage.write("part.toml", "[items]\nfile = \"mine.csv\"\ncolumns = { id = \"Artikelnr\" }\n");
    stage.write("both.toml", "extends = [\"today.toml\", \"part.toml\"]\n");
    let said = stage.run(&["check", "both.toml"]).ends_with(2);
    assert!(said.err.starts_with("error[S0105]: `items.file` is set in two parts"), "{}", said.err);
    assert_eq!(said.err.matches("error[").count(), 1, "{}", said.err);
}

#[test]
fn the_swedish_line_follows_the_fault() {
    let stage = Stage::new("lists-swedish-faults");
    stage.write(
        "items.csv",
        "id;supplier;price;demand;demand-sd\na;acme;1.200,50;5;1\nb;acme;x;5;1,5\n;;;;\nSumma;;;10;\n",
    );
    let said = stage.run(&["check", "today.toml", "--lang", "sv"]).ends_with(2);
    let lines: Vec<&str> = said.err.lines().filter_map(|line| line.strip_prefix("På svenska: ")).collect();
    let begins = [
        "Ett tal har en punkt i en lista med decimalkomman.",
        "En cell i en lista med decimalkomman är inget tal. Gör så här: skriv bara talet, med decimalkomma: 12,5.",
        "En rad är tom. Gör så här: ta bort raden.",
        "En rad ser ut att summera andra. Gör så här: ta bort raden om den är en summa.",
    ];
    assert_eq!(lines.len(), begins.len(), "{}", said.err);
    assert!(lines.iter().zip(begins).all(|(line, begin)| line.starts_with(begin)), "{}", said.err);
    assert!(said.err.contains("write it without the point: 1200,50"), "{}", said.err);
}

#[test]
fn a_supplier_that_many_articles_name_is_told_once_with_their_number() {
    let stage = Stage::new("lists-supplier");
    let row = |id: u32, supplier: &str| format!("a{id},{supplier},5,1\n");
    let rows: String = (1..=9).map(|id| row(id, if id % 3 == 0 { "Annat AB" } else { "Borta AB" })).collect();
    stage.write("items.csv", &format!("id,supplier,demand,demand-sd\n{rows}"));
    let said = stage.run(&["check", "today.toml"]).ends_with(2);
    assert!(said.err.contains("there is no supplier `Borta AB`, which 6 articles name"), "{}", said.err);
    assert!(said.err.contains("there is no supplier `Annat AB`, which 3 articles name"), "{}", said.err);
    assert_eq!(said.err.matches("error[").count(), 2, "{}", said.err);
}

#[test]
fn a_sum_that_could_be_an_article_and_letters_that_nobody_sees_are_findings() {
    let stage = Stage::new("lists-unseen");
    stage.write(
        "items.csv",
        &format!("{HEADER}a,Tejp\u{202e}x,A,acme,yes,me,1,10,,3650,4\nTotalt,B,B,acme,yes,me,1,10,,3650,4\n"),
    );
    let said = stage.run(&["check", "today.toml"]).ends_with(1);
    assert!(said.err.contains("finding[S0604]: items.csv, row 3: `Totalt` looks like the sum"), "{}", said.err);
    assert!(said.err.contains("`name-sv` in [article.a] has a letter that cannot be seen: U+202E"), "{}", said.err);
    assert!(said.err.ends_with("2 findings: 1 scenario, 1 reserve, 2 articles\n"), "{}", said.err);
}
