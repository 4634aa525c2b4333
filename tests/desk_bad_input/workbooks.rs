//! Workbooks, written part by part so that they can be broken.

use crate::stand::{Stand, refused, refused_as};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A workbook with one sheet, whose rows are given as XML.
fn workbook(rows: &str) -> Vec<u8> {
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
                 <Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}.sheet.main+xml\"/>\
                 <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{kind}.worksheet+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{relations}\"><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" \
                 Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" \
                 r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{relations}\"><Relationship Id=\"rId1\" Type=\"{office}/worksheet\" \
                 Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>")),
    ];
    packed(parts.iter().map(|(name, text)| (*name, text.as_bytes())))
}

fn packed<'p>(parts: impl Iterator<Item = (&'p str, &'p [u8])>) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(bytes).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

fn row(number: u32, cells: &[&str]) -> String {
    format!("<row r=\"{number}\">{}</row>", cells.concat())
}

fn text(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn head() -> String {
    row(1, &[&text("A1", "Artikelnr"), &text("B1", "Benämning"), &text("C1", "Saldo")])
}

fn list(cells: &[&str]) -> Vec<u8> {
    workbook(&(head() + &row(2, cells)))
}

#[test]
fn formulas_without_a_value_and_errors() {
    let (article, name) = (text("A2", "000101"), text("B2", "Ringer"));
    let formula = list(&[&article, &name, "<c r=\"C2\"><f>A1*2</f></c>"]);
    refused("formel.xlsx", &formula, &[("2", "C Saldo", "", "a formula without a value")]);
    let reference = list(&[&article, &name, "<c r=\"C2\" t=\"e\"><v>#REF!</v></c>"]);
    refused("fel.xlsx", &reference, &[("2", "C Saldo", "#REF!", "an error of Excel")]);
    let negative = list(&[&article, &name, "<c r=\"C2\"><v>-12</v></c>"]);
    refused("minus.xlsx", &negative, &[("2", "C Saldo", "'-12", "negative")]);
    let beyond = list(&[&article, &name, "<c r=\"C2\"><v>1</v></c>", &text("E2", "hit")]);
    refused("utanfor.xlsx", &beyond, &[("2", "E", "hit", "more cells than headers")]);
}

#[test]
fn a_formula_with_its_value_is_read_and_told() {
    let stand = Stand::new("formel-med-varde");
    let good = list(&[&text("A2", "000101"), &text("B2", "Ringer"), "<c r=\"C2\"><f>12*2</f><v>24</v></c>"]);
    stand.put("lista.xlsx", &good);
    let arguments = ["stock", "import", "lista.xlsx", "--as", "stock", "--format", "csv", "--lang", "en"];
    let output = stand.run(&arguments);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "article,name,on-hand\n000101,Ringer,24\n");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("1 cell with a formula: its last computed value"), "{told}");
}

#[test]
fn article_numbers_that_are_numbers_are_told_and_those_that_lost_digits_refused() {
    let stand = Stand::new("nummer");
    stand.put("lista.xlsx", &list(&["<c r=\"A2\"><v>101</v></c>", &text("B2", "Ringer")]));
    let output = stand.run(&["stock", "import", "lista.xlsx", "--as", "stock", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(0));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("1 value of Artikelnr is a number in the workbook (e.g. 101): leading zeros"), "{told}");
    let rounded = list(&["<c r=\"A2\"><v>7.3500112345678901E17</v></c>", &text("B2", "Ringer")]);
    refused("avrundat.xlsx", &rounded, &[("2", "A Artikelnr", "735001123456789000", "rounded")]);
    let part = list(&["<c r=\"A2\"><v>12.5</v></c>", &text("B2", "Ringer")]);
    refused("brutet.xlsx", &part, &[("2", "A Artikelnr", "12.5", "rounded")]);
}

#[test]
fn archives_that_are_no_workbook() {
    let zipped = packed([("readme.txt", &b"hello"[..])].into_iter());
    refused("annat.zip", &zipped, &[("", "", "", "no list that can be read")]);
    let whole = list(&[&text("A2", "1")]);
    let cut = &whole[..whole.len() / 2];
    refused("avbruten.xlsx", cut, &[("", "", "", "no list that can be read")]);
    let missing = ["--sheet", "Lager"];
    refused_as("fel-blad.xlsx", &whole, "stock", &missing, &[("", "", "", "no such sheet; there are: Blad1")]);
}

#[test]
fn a_workbook_that_unpacks_to_a_thousand_times_its_size() {
    // 32 MB of spaces, packed to some 32 kB.
    let spaces = " ".repeat(32 << 20);
    let bomb = workbook(&(head() + &spaces));
    assert!(bomb.len() < 1 << 18, "{}", bomb.len());
    refused("bomb.xlsx", &bomb, &[("", "", "", "unpacks to unreasonably much")]);
}
