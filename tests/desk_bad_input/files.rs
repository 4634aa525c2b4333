//! Texts, folders, and what is neither.

use crate::stand::{Stand, refused, refused_as};

const HEAD: &str = "Artikelnr;Benämning;Saldo;Pris\n";

fn rows(rows: &str) -> Vec<u8> {
    format!("{HEAD}{rows}").into_bytes()
}

#[test]
fn a_file_with_nothing_in_it() {
    refused("tom.csv", b"", &[("", "", "", "the file is empty")]);
    refused("blank.csv", b" \n\n;;\n", &[("", "", "", "the file is empty")]);
    refused("bara-rubriker.csv", &rows(""), &[("", "", "", "headers but no rows")]);
    refused("rubriker-och-tomt.csv", &rows(";;;\n;;;\n"), &[("", "", "", "headers but no rows")]);
}

#[test]
fn a_header_that_lacks_or_doubles_a_column() {
    let other = "Varubeteckning;Saldo\nRinger;5\n".as_bytes();
    refused("fel-kolumn.csv", other, &[("1", "", "", "column is missing: Article (article)")]);
    let twice = "Artikelnr;Saldo;Saldo\n1;5;6\n".as_bytes();
    refused("dubbla-rubriker.csv", twice, &[("1", "C Saldo", "Saldo", "two columns for on-hand")]);
    let two_names = "Artikelnr;Saldo;I lager\n1;5;6\n".as_bytes();
    refused("tva-saldon.csv", two_names, &[("1", "C I lager", "I lager", "two columns for on-hand")]);
    let named = ["--column", "price=Netto"];
    let expected = [("1", "Netto", "Netto", "no such header")];
    refused_as("fel-rubrik.csv", &rows("1;Ringer;5;2\n"), "stock", &named, &expected);
}

#[test]
fn numbers_that_are_none() {
    let bad = rows(
        "1;Ringer;12 st;3\n2;Tejp;-5;3\n3;Kanyl;=B2*2;3\n4;Mask;#REF!;3\n5;Rör;NaN;3\n6;Våg;1e20;3\n7;Sax;ca 5;#SAKNAS!\n",
    );
    let expected = [
        ("2", "C Saldo", "12 st", "no number"),
        ("3", "C Saldo", "'-5", "negative"),
        ("4", "C Saldo", "'=B2*2", "a formula without a value"),
        ("5", "C Saldo", "#REF!", "an error of Excel"),
        ("6", "C Saldo", "NaN", "no number"),
        ("7", "C Saldo", "1e20", "too large a number"),
        ("8", "C Saldo", "ca 5", "no number"),
        ("8", "D Pris", "#SAKNAS!", "an error of Excel"),
    ];
    refused("inga-tal.csv", &bad, &expected);
}

#[test]
fn signs_that_disagree_or_can_be_read_two_ways() {
    let mixed = rows("1;Ringer;5;12,50\n2;Tejp;5;8,25\n3;Kanyl;5;7.75\n4;Mask;x;1\n");
    let expected =
        [("4", "D Pris", "7.75", "another decimal sign than the rest (,)"), ("5", "C Saldo", "x", "no number")];
    refused("blandade-tecken.csv", &mixed, &expected);
    let either = b"Artikelnr,Saldo,Pris\n1,5,\"1,500\"\n2,6,\"2,250\"\n";
    let expected =
        [("2", "C Pris", "1,500", "can be read in two ways"), ("3", "C Pris", "2,250", "can be read in two ways")];
    refused("tvetydigt.csv", either, &expected);
    // The same list is read once the sign is said.
    let stand = Stand::new("entydigt");
    stand.put("lista.csv", either);
    let arguments = ["stock", "import", "lista.csv", "--as", "stock", "--decimal", "comma", "--format", "csv", "-q"];
    let output = stand.run(&arguments);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "article,price,on-hand\n1,1.5,5\n2,2.25,6\n");
}

#[test]
fn identities_that_a_spreadsheet_has_spoilt() {
    let bad = rows("=HYPERLINK(\"x\");Ringer;5;1\n7,35001E+12;Tejp;5;1\n#SAKNAS!;Kanyl;5;1\n;Mask;5;1\nSumma:;;15;\n");
    let expected = [
        ("2", "A Artikelnr", "'=HYPERLINK(\"x\")", "a formula without a value"),
        ("3", "A Artikelnr", "7,35001E+12", "rounded"),
        ("4", "A Artikelnr", "#SAKNAS!", "an error of Excel"),
        ("5", "A Artikelnr", "", "empty cell"),
        ("6", "A Artikelnr", "Summa:", "a row of sums"),
    ];
    refused("fordarvade-nummer.csv", &bad, &expected);
}

#[test]
fn rows_that_stand_twice() {
    let twice = "Artikelnr;Lagerställe;Saldo\n000101;CL;5\n000101;IVA;6\n000101;CL;7\n".as_bytes();
    refused("dubbletter.csv", twice, &[("4", "A Artikelnr", "000101", "the same as row 2")]);
    let contacts = "Leverantör;Telefon\nNordmed;090-1\nNordmed;090-2\n".as_bytes();
    let expected = [("3", "A Leverantör", "Nordmed", "the same as row 2")];
    refused_as("kontakter.csv", contacts, "contacts", &[], &expected);
}

#[test]
fn rows_that_are_no_rows_of_their_header() {
    refused("for-manga.csv", &rows("1;Ringer;5;2;9\n"), &[("2", "E", "9", "more cells than headers")]);
    let open = rows("1;Ringer;5;2\n2;\"Tejp;6;2\n3;Kanyl;7;2\n");
    refused("oppet-citat.csv", &open, &[("3", "B", "\"", "a quote that is never closed")]);
}

#[test]
fn dates_and_answers_that_can_be_read_two_ways() {
    let bad = "Datum;Artikelnr;Antal\n2026-11-22;1;5\n03/04/2026;1;5\n2026-02-30;1;5\nigår;1;5\n;1;5\n".as_bytes();
    let expected = [
        ("3", "A Datum", "03/04/2026", "one of two readings"),
        ("4", "A Datum", "2026-02-30", "no date"),
        ("5", "A Datum", "igår", "no date"),
        ("6", "A Datum", "", "empty cell"),
    ];
    refused_as("datum.csv", bad, "issues", &[], &expected);
    let flags = "Artikelnr;Kritisk;Lagerränta\n1;kanske;0,2\n2;ja;1,5\n".as_bytes();
    let expected = [("2", "B Kritisk", "kanske", "neither yes nor no"), ("3", "C Lagerränta", "1,5", "no share")];
    refused("svar.csv", flags, &expected);
}

#[test]
fn bytes_that_are_no_letters() {
    let windows = |text: &str| text.chars().map(|letter| u32::from(letter) as u8).collect::<Vec<u8>>();
    // 0x81 is no letter of Windows-1252, and with it the bytes are no UTF-8 either.
    let mut bytes = windows("Artikelnr;Benämning\n1;Näring\n2;");
    bytes.extend([0x81, b'\n']);
    refused("inga-bokstaver.csv", &bytes, &[("3", "", "0x81", "letters that cannot be read")]);
    let latin = windows("Artikelnr;Benämning\n1;Näring\n");
    let asked = ["--encoding", "utf-8"];
    refused_as("fel-kodning.csv", &latin, "stock", &asked, &[("1", "", "0xE4", "letters that cannot be read")]);
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let half = [&[0xFF, 0xFE][..], &utf16("Artikelnr;Saldo\n1;5\n"), b"2"].concat();
    refused("halv-utf16.csv", &half, &[("3", "", "0x32", "letters that cannot be read")]);
    refused("omarkt-utf16.csv", &utf16("Artikelnr\n1\n"), &[("1", "", "0x00", "letters that cannot be read")]);
}

#[test]
fn what_is_no_list() {
    let stand = Stand::new("ingen-lista");
    std::fs::create_dir(stand.folder.join("mapp")).expect("a folder");
    stand.refuses_there("mapp", "stock", &[], &[("", "", "", "a folder and no file")]);
    stand.refuses_there("borta.csv", "stock", &[], &[("", "", "", "there is no such file")]);
    let old = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 504]].concat();
    refused("gammal.xls", &old, &[("", "", "", "an old .xls, or protected by a password")]);
    refused("sida.xls", b"<html><table><tr><td>Artikelnr", &[("1", "", "", "column is missing: Article (article)")]);
}
