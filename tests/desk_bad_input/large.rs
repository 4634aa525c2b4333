//! Files that are larger than is read, and wider.

use crate::stand::{Stand, refused};

#[test]
fn a_file_that_is_larger_than_is_read() {
    let stand = Stand::new("for-stor");
    // A file with a hole: one byte more than is read, and nothing on the disk.
    let file = std::fs::File::create(stand.folder.join("stor.csv")).expect("a file");
    file.set_len(beredd::sheet::MOST_BYTES + 1).expect("a long file");
    stand.refuses_there("stor.csv", "stock", &[], &[("", "", "", "larger than is read (at most 128 MB)")]);
}

#[test]
fn a_row_of_more_cells_than_any_list_has() {
    let wide = format!("Artikelnr;Saldo\n1;{}5\n", ";".repeat(5_000));
    let expected = [("2", "", "", "larger than is read (at most 1,024 columns)")];
    refused("bred.csv", wide.as_bytes(), &expected);
    let header = "x;".repeat(2_000) + "\n1;2\n";
    let expected = [("1", "", "", "larger than is read (at most 1,024 columns)")];
    refused("bred-rubrik.csv", header.as_bytes(), &expected);
}

#[test]
fn many_problems_are_counted_and_the_first_ones_shown() {
    let stand = Stand::new("manga-fel");
    stand.put("lista.csv", ("Artikelnr;Saldo\n".to_owned() + &"1;x\n".repeat(5_000)).as_bytes());
    let output = stand.run(&["stock", "import", "lista.csv", "--as", "stock", "--lang", "en"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(told.starts_with("lista.csv: 5,000 problems; nothing was read and nothing was written."), "{told}");
    assert!(told.contains("4,960 problems more (not-a-number: 4,960)."), "{told}");
}

/// The peak of memory of the program while it reads the largest lists that it takes, by the kernel's own count; run by hand:
/// `cargo test --release --test desk_bad_input -- --ignored --nocapture`.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "writes files of 128 MB"]
fn the_largest_list_is_read_in_less_than_500_mb() {
    let stand = Stand::new("minne");
    let most = beredd::sheet::MOST_BYTES as usize;
    let rows = beredd::sheet::MOST_ROWS as usize;
    let head = "Datum;Artikelnr;Lagerställe;Kostnadsställe;Antal;Saldo efter;Anteckning\n";
    let start = |at: usize| format!("2026-11-22;{at:08};Centrallagret;Kst {at:06};12,5;1 234,5;");
    let row = |at: usize, width: usize| format!("{:x<width$}\n", start(at), width = width - 1);
    let fits = |count: usize| (most - head.len()) / count;
    let full = |width: usize, count: usize| (0..count).fold(head.to_owned(), |text, at| text + &row(at, width));
    let many = full(fits(rows).max(64), rows.min((most - head.len()) / fits(rows).max(64)));
    let (good, bad) = (many.clone(), many.replace(";12,5;", ";tolv;"));
    let windows: Vec<u8> = good.chars().map(|letter| u32::from(letter) as u8).collect();
    let one = format!("Artikelnr;Saldo\n1;{}\n", "\u{202e}".repeat((most - 40) / 3));
    let cells = format!("Artikelnr;Saldo\n1;{}\n", ";".repeat(most - 40));
    let cases: [(&str, &[u8]); 5] = [
        ("god.csv", good.as_bytes()),
        ("windows.csv", &windows),
        ("fel.csv", bad.as_bytes()),
        ("en-cell.csv", one.as_bytes()),
        ("en-rad.csv", cells.as_bytes()),
    ];
    for (name, bytes) in cases {
        stand.put(name, bytes);
        let list = if name.starts_with("en-") { "stock" } else { "issues" };
        let peak = peak_of(&stand, &["stock", "import", name, "--as", list, "-q"]);
        println!("{name}: {} MB of file, peak {} MB", bytes.len() >> 20, peak >> 10);
        assert!(peak < 500 << 10, "{name}: {} MB", peak >> 10);
        std::fs::remove_file(stand.folder.join(name)).expect("the file goes away");
    }
}

/// The peak of a program's memory in kB, as the kernel counts it (VmHWM, read until the program ends).
#[cfg(target_os = "linux")]
fn peak_of(stand: &Stand, arguments: &[&str]) -> u64 {
    use std::process::{Command, Stdio};
    let mut command = Command::new(env!("CARGO_BIN_EXE_beredd"));
    command.args(arguments).current_dir(&stand.folder).stdin(Stdio::null());
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program starts");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().expect("the program can be asked").is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let found = line.and_then(|line| line.trim().strip_suffix(" kB")).and_then(|count| count.trim().parse().ok());
        // The kernel keeps the peak, so that looking often is enough.
        peak = peak.max(found.unwrap_or(0));
        std::thread::yield_now();
    }
    peak
}
