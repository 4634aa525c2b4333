//! What is pushed is read back, whether it stayed in memory or went through the file, and a disk that fails is an error.

use super::*;
use crate::sim::cost::{Component, CostLine};
use crate::sim::help::HelpMeasures;
use crate::sim::measures::{Ratio, Service, SiteShortage};
use crate::study::row::PhaseRow;
use crate::units::Ore;
use std::path::{Path, PathBuf};

/// Numbers that are all different, so that two fields that change places are seen.
struct Numbers(u32);

impl Numbers {
    fn count(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }

    /// Not a short binary fraction, so that a byte that is lost is seen.
    fn value(&mut self) -> f64 {
        f64::from(self.count()) / 3.0
    }

    fn ratio(&mut self) -> Ratio {
        Ratio { part: self.value(), whole: self.value() }
    }
}

/// A row in which everything that may be absent is there in every other replication.
fn row(number: u32) -> Row {
    let mut next = Numbers(number * 1000);
    let is_there = number.is_multiple_of(2);
    let cut = |next: &mut Numbers, claims: usize| CutRow {
        claims: (0..claims).map(|_| claim(next)).collect(),
        stops: vec![Some(stop(next, is_there)), None, Some(stop(next, !is_there))],
    };
    Row { run: run(&mut next, is_there), cuts: vec![cut(&mut next, 3), cut(&mut next, 1)] }
}

fn run(next: &mut Numbers, is_there: bool) -> RunRow {
    let line = |next: &mut Numbers, component| CostLine {
        component,
        payer: next.count(),
        per_year: Ore(-1_000_000_000_007 * i64::from(next.count())),
    };
    RunRow {
        service: service(next, is_there),
        costs: Component::ALL.into_iter().map(|component| line(next, component)).collect(),
        stock_value: next.value(),
        issue_value: -0.0,
        short_units: [next.value(), f64::MAX, f64::MIN_POSITIVE],
        stock_in_region: vec![is_there.then_some(0.25), None, Some(next.value())],
        stock_with_distant: vec![Some(next.value())],
        shortage: vec![
            SiteShortage { site: next.count(), needed: next.value(), causes: [next.value(), 0.0, next.value()] },
            SiteShortage { site: u32::MAX, needed: next.value(), causes: [0.0, next.value(), next.value()] },
        ],
        phases: vec![PhaseRow {
            days: next.value(),
            fill_rate: next.ratio(),
            availability: next.ratio(),
            cost: Ore(i64::MIN),
            priced: is_there,
        }],
    }
}

fn service(next: &mut Numbers, is_there: bool) -> Service {
    Service {
        fill_rate: next.ratio(),
        fill_rate_by_value: next.ratio(),
        availability: next.ratio(),
        ready_rate: next.ratio(),
        order_line_service: next.ratio(),
        cycle_service: next.ratio(),
        mean_stock: next.value(),
        mean_backlog: next.value(),
        mean_in_transit: next.value(),
        mean_on_order: next.value(),
        orders_per_year: next.value(),
        lost_share: is_there.then(|| next.ratio()),
        chasing_hours: (!is_there).then(|| next.value()),
        substituted: is_there.then(|| next.ratio()),
        reacted: is_there.then(|| std::array::from_fn(|_| next.value())),
        short_by_cause: std::array::from_fn(|_| next.ratio()),
        expired: is_there.then(|| next.value()),
        overflow_pallets: (!is_there).then(|| next.value()),
        days_overfull: is_there.then(|| next.ratio()),
        openings: is_there.then(|| next.value()),
        help: HelpMeasures {
            moved_between_sites: is_there.then(|| next.ratio()),
            moved_units: is_there.then(|| next.value()),
            orders_served_whole: (!is_there).then(|| next.ratio()),
            blocked_units: is_there.then(|| next.value()),
        },
        staff_used: is_there.then(|| next.ratio()),
        dock_lines: is_there.then(|| next.value()),
        days_with_work_left: (!is_there).then(|| next.ratio()),
    }
}

fn claim(next: &mut Numbers) -> ClaimRow {
    let reading = |next: &mut Numbers| ReadingRow {
        major_event: next.count().is_multiple_of(2),
        groups_out_before: next.count(),
        days: vec![next.count(), next.count()],
        lasted: vec![true, false, next.count().is_multiple_of(2)],
        share_served: vec![next.value(), 1.0],
        groups_full: vec![next.count(), next.count()],
        groups_at_zero: vec![next.count()],
    };
    let slices =
        |next: &mut Numbers| SliceRows { served: vec![next.value() as f32, 0.1], days: vec![next.count(), 0, 7] };
    ClaimRow {
        readings: (0..3).map(|_| reading(next)).collect(),
        slices: vec![slices(next), SliceRows::default(), slices(next)],
    }
}

fn stop(next: &mut Numbers, is_there: bool) -> StopRow {
    StopRow {
        breach: is_there.then(|| next.count()),
        recovered: (!is_there).then(|| next.count()),
        sank: is_there,
        refilled: Some(next.count()),
    }
}

/// A folder of the test's own.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("beredd-test-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

fn rows_of(count: u32, folder: &Path, kept_bytes: usize) -> Rows {
    let mut rows = Rows::new([3, 1], &Spare { folder: folder.to_path_buf(), kept_bytes });
    (0..count).for_each(|number| rows.push(row(number)).expect("there is room"));
    rows
}

/// All rows, which can be read.
fn read_back(rows: &Rows) -> Vec<Row> {
    rows.whole().expect("they can be read")
}

#[test]
fn rows_are_read_back_as_they_were_pushed_wherever_they_were() {
    let folder = folder("read-back");
    let expected: Vec<Row> = (0..50).map(row).collect();
    // All in memory; every row in the file; some tens in the file at once and the last ones in memory.
    for (kept_bytes, is_in_file) in [(usize::MAX, false), (0, true), (50_000, true)] {
        let mut rows = rows_of(50, &folder, kept_bytes);
        assert_eq!((rows.len(), rows.file.is_some()), (50, is_in_file));
        for _ in 0..2 {
            // Numbers print with all their digits, and −0 with its sign: equal texts are equal bits.
            assert!(read_back(&rows) == expected, "{kept_bytes} bytes kept");
            assert!(format!("{:?}", read_back(&rows)) == format!("{expected:?}"), "{kept_bytes} bytes kept");
            rows.finish().expect("there is room");
        }
        assert_eq!(rows.tapes().all(|tape| tape.end.is_empty()), is_in_file);
    }
    std::fs::remove_dir_all(folder).expect("the test's folder is removed");
}

#[test]
fn no_more_is_kept_than_was_said() {
    let folder = folder("kept");
    let (few, many) = (rows_of(100, &folder, 20_000), rows_of(1000, &folder, 20_000));
    for mut rows in [few, many] {
        let kept: usize = rows.tapes().map(|tape| tape.end.len()).sum();
        assert!(kept <= 20_000, "{kept} bytes");
    }
    std::fs::remove_dir_all(folder).expect("the test's folder is removed");
}

#[test]
fn what_is_no_number_keeps_its_bits() {
    let bits = 0x7ff8_dead_beef_0001;
    let mut row = row(0);
    row.run.stock_value = f64::from_bits(bits);
    let mut rows = Rows::new([3, 1], &Spare::default());
    rows.push(row).expect("there is room");
    let read: Vec<u64> = rows.of_runs(|run| run.stock_value.to_bits()).map(|bits| bits.expect("memory")).collect();
    assert_eq!(read, [bits]);
}

#[test]
fn two_cells_are_read_in_step() {
    let folder = folder("in-step");
    let [first, second] = [1000, 3000].map(|kept_bytes| rows_of(20, &folder, kept_bytes));
    let [first, second] = [&first, &second].map(|rows| rows.of_runs(|run| run.stock_value));
    let same =
        first.zip(second).map(|(a, b)| a.expect("it can be read").to_bits() == b.expect("it can be read").to_bits());
    assert_eq!(same.filter(|same| *same).count(), 20);
    std::fs::remove_dir_all(folder).expect("the test's folder is removed");
}

#[test]
fn a_copy_and_its_model_grow_apart() {
    let folder = folder("copy");
    let mut rows = rows_of(5, &folder, 0);
    let mut copy = rows.clone();
    rows.push(row(5)).expect("there is room");
    copy.push(row(7)).expect("there is room");
    assert!(read_back(&rows) == [0, 1, 2, 3, 4, 5].map(row));
    assert!(read_back(&copy) == [0, 1, 2, 3, 4, 7].map(row));
    std::fs::remove_dir_all(folder).expect("the test's folder is removed");
}

#[cfg(unix)]
#[test]
fn the_file_has_no_name() {
    let folder = folder("nameless");
    let rows = rows_of(3, &folder, 0);
    assert!(rows.file.is_some());
    assert_eq!(std::fs::read_dir(&folder).expect("it is there").count(), 0);
    std::fs::remove_dir_all(folder).expect("the test's folder is removed");
}

#[test]
fn a_folder_that_is_missing_is_an_error_once_it_is_needed() {
    let missing = folder("missing").join("nowhere");
    let mut rows = Rows::new([3, 1], &Spare { folder: missing.clone(), kept_bytes: 20_000 });
    let failed = (0..100).find_map(|number| rows.push(row(number)).err()).expect("a hundred rows take more");
    assert_eq!((failed.folder, failed.error.kind()), (missing.clone(), std::io::ErrorKind::NotFound));
    assert!(rows.len() > 1, "the first rows need no file");
    std::fs::remove_dir_all(missing.parent().expect("a folder")).expect("the test's folder is removed");
}

#[test]
fn rows_that_cannot_be_read_back_are_an_error_and_then_nothing() {
    let folder = folder("lost");
    let rows = rows_of(30, &folder, 20_000);
    rows.file.as_ref().expect("they are in the file").cut_to(20_100);
    let read: Vec<bool> = rows.of_runs(|_| ()).map(|row| row.is_ok()).collect();
    let (last, first) = read.split_last().expect("an error at least");
    assert!(!last && first.iter().all(|is_ok| *is_ok) && read.len() < 30, "{read:?}");
    std::fs::remove_dir_all(folder).expect("the test's folder is removed");
}
