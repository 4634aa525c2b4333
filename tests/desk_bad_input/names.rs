//! Names that would be formulas, markup or commands of a terminal stay names; and a list comes home as it went out.

use crate::stand::Stand;
use calamine::{Data, Reader, Xlsx, open_workbook};

const NAMES: [&str; 6] = [
    "=HYPERLINK(\"http://x\";\"klicka\")",
    "+46 90",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "Röd \u{1b}[31mrör\u{7}",
    "Sträng \"med\" citat; och semikolon",
];

fn list() -> String {
    let quoted = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
    let rows = NAMES.iter().enumerate().map(|(at, name)| format!("00010{at};{};5\n", quoted(name)));
    "Artikelnr;Benämning;Saldo\n".to_owned() + &rows.collect::<String>()
}

#[test]
fn names_inject_nothing_into_a_workbook_a_csv_or_a_terminal() {
    let stand = Stand::new("namn");
    stand.put("lista.csv", list().as_bytes());
    let output = stand.run(&["stock", "import", "lista.csv", "--as", "stock", "-o", "ut", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    for stream in [&output.stdout, &output.stderr] {
        assert!(!stream.contains(&0x1b) && !stream.contains(&0x07), "a command reached the terminal");
    }
    let mut book: Xlsx<_> = open_workbook(stand.folder.join("ut/stock.xlsx")).expect("a workbook");
    let sheet = book.worksheet_range("Stock list").expect("the list");
    for (at, name) in NAMES.iter().enumerate() {
        let row = at as u32 + 1;
        assert_eq!(sheet.get_value((row, 0)), Some(&Data::String(format!("00010{at}"))));
        assert_eq!(sheet.get_value((row, 1)), Some(&Data::String((*name).to_owned())), "as it was written");
    }
    let formulas = book.worksheet_formula("Stock list").expect("the formulas");
    assert!(formulas.used_cells().next().is_none(), "a name became a formula");
    let text = std::fs::read_to_string(stand.folder.join("ut/stock.csv")).expect("the CSV");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let written: Vec<String> = reader.records().map(|row| row.expect("a row")[1].to_owned()).collect();
    assert!(written.iter().all(|name| !name.starts_with(['=', '+', '-', '@'])), "{written:?}");
    let shown: Vec<String> = NAMES[3..].iter().map(|name| beredd::report::name::visible(name)).collect();
    assert_eq!(written[3..], shown, "other names are as they were, and steer nothing");
}

#[test]
fn a_bad_name_in_the_table_of_problems_stays_a_name() {
    let stand = Stand::new("namn-i-fel");
    stand.put("lista.csv", "Artikelnr;Saldo\n1;=cmd|' /C calc'!A0\n2;\u{1b}[2J\n".as_bytes());
    let output = stand.run(&["stock", "import", "lista.csv", "--as", "stock", "--problems", "fel.csv"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!output.stderr.contains(&0x1b));
    let text = std::fs::read_to_string(stand.folder.join("fel.csv")).expect("the table");
    assert!(!text.contains('\u{1b}') && text.contains("'=cmd"), "{text}");
}

#[test]
fn a_list_comes_home_from_excel_as_it_went_out() {
    let stand = Stand::new("rundtur");
    let list = "article,name,price,on-hand,critical,expires\n\
                000101,\"Infusionslösning Ringer, 1000 ml\",12.5,1200,ja,2027-03-31\n\
                000102,Åäö – ÉÜ œ €,0.125,0,nej,\n\
                7350011234567,Våg,1234567.89,3,nej,2026-12-01\n\
                A-01 b,Näringsdryck,,7,ja,\n";
    stand.put("lista.csv", list.as_bytes());
    let out = |file: &str, folder: &str| {
        let base = ["stock", "import", file, "--as", "stock", "-q", "--format", "csv", "-o", folder];
        for language in ["sv", "en"] {
            let mut output = stand.run(&[&base[..], &["--lang", language]].concat());
            if language == "sv" {
                // Semicolons and decimal commas, which come home too.
                let csv = std::mem::take(&mut output.stdout);
                assert!(csv.starts_with("\u{feff}article;name;price;".as_bytes()));
                stand.put("svensk.csv", &csv);
                let again = ["stock", "import", "svensk.csv", "--as", "stock", "-q", "--format", "csv", "--lang", "en"];
                output = stand.run(&again);
            }
            assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
            let csv = String::from_utf8(output.stdout).expect("UTF-8");
            let plain = "article,name,price,on-hand,critical,expires\n";
            assert_eq!(csv.lines().next(), plain.lines().next());
            let rows = |text: &str| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(rows(&csv), rows(list), "{file} in {language}");
        }
    };
    out("lista.csv", "ett");
    out("ett/stock.xlsx", "tva");
    out("tva/stock.xlsx", "tre");
}
