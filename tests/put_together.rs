//! What only shows when the parts of a scenario are put together: refused with a reason, or run without a fault.

use beredd::scenario::study::load;
use beredd::sim::replication::Ready;
use beredd::study::design::{StudyCell, cells};
use std::path::PathBuf;

/// A scenario file that extends a theory scenario, in a folder of its own.
struct Overlay {
    folder: PathBuf,
}

impl Overlay {
    fn new(name: &str) -> Overlay {
        let folder = std::env::temp_dir().join(format!("beredd-put-together-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a temporary folder");
        Overlay { folder }
    }

    fn write(&self, file: &str, text: &str) -> PathBuf {
        let path = self.folder.join(file);
        std::fs::write(&path, text).expect("a temporary file");
        path
    }

    /// The cells of `scenarios/theory/base_stock.toml` with `text` on top, or the messages of what is wrong.
    fn cells(&self, text: &str) -> Result<Vec<StudyCell>, Vec<String>> {
        let base = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios/theory/base_stock.toml");
        let path = self.write("overlay.toml", &format!("extends = {base:?}\n{text}"));
        compiled(&path)
    }
}

impl Drop for Overlay {
    fn drop(&mut self) {
        // A folder that stays behind is only untidy.
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

fn compiled(path: &std::path::Path) -> Result<Vec<StudyCell>, Vec<String>> {
    let loaded = load(path, &[])
        .map_err(|problems| problems.diagnoses.into_iter().map(|one| one.message).collect::<Vec<_>>())?;
    cells(&loaded.study)
        .map_err(|failed| failed.into_iter().flat_map(|scenario| scenario.faults).map(|fault| fault.message).collect())
}

fn refused(name: &str, text: &str, reason: &str) {
    let messages = Overlay::new(name).cells(text).expect_err("this cannot run");
    assert!(messages.iter().any(|message| message.contains(reason)), "{messages:?}");
}

fn runs(name: &str, text: &str) -> i64 {
    let cells = Overlay::new(name).cells(text).expect("this can run");
    let outcome = Ready::new(&cells[0].plan).simulate(1, 0).expect("units are conserved");
    outcome.drivers.served.iter().sum()
}

#[test]
fn two_lanes_between_the_same_sites_are_one_too_many() {
    let lane = "[lane.another]\nnew = true\nfrom = \"suppliers\"\nto = \"store\"\n";
    refused("lanes", lane, "both go from suppliers to store");
}

#[test]
fn a_probe_needs_a_day_that_is_measured() {
    refused("day", "[endurance]\nday = 1000\n", "not one of the 1000 measured days");
    refused("probes", "[endurance]\nday = 1\nprobes = 3\n", "one and the same day");
}

#[test]
fn a_site_has_an_id_of_its_own() {
    refused("id", "[site.maker]\nnew = true\nowner = \"region\"\n", "also stands for a supplier");
}

#[test]
fn what_cannot_be_counted_is_refused() {
    refused("stock", "[policy.store]\nlevel = \"9e11 units\"\n", "too large to be counted");
    refused("spread", "[article.item]\ndemand-sd = \"1e12 units/day\"\n", "too large to be counted");
}

#[test]
fn a_rate_of_nothing_and_a_law_without_end_run() {
    let never = "[disruption.never]\nnew = true\nsuppliers = \"all\"\nrate = \"0 per year\"\nduration = \"5 days\"\n";
    assert_eq!(runs("never", never), runs("plain", ""), "what never happens changes nothing");
    let wide = "[origin.source]\nlead-time = { dist = \"lognormal\", median = \"14 days\", sigma = 9 }\n";
    assert_eq!(runs("wide", wide), 0, "orders come far too late, and the run ends all the same");
}

#[test]
fn no_supplier_named_is_no_supplier_hit() {
    let none = "[disruption.none]\nnew = true\nsuppliers = []\nrate = \"5 per year\"\nduration = \"50 days\"\n";
    assert_eq!(runs("none", none), runs("plain-too", ""));
}

#[test]
fn a_reserve_that_nobody_holds_is_told() {
    let text = "[article.item]\ncritical = true\n[study]\nreserves = [\"none\", \"30 days\"]\n";
    let cells = Overlay::new("reserve").cells(text).expect("this can run");
    let told: Vec<_> = cells.iter().map(|cell| cell.findings.len()).collect();
    assert_eq!(told, [0, 1]);
    let finding = &cells[1].findings[0];
    assert!(finding.message.contains("nobody holds the reserve of 30 days"));
    assert_eq!(finding.code, "S0604", "legal, but probably not meant");
}

#[test]
fn scenarios_of_one_table_are_measured_alike() {
    let overlay = Overlay::new("alike");
    let base = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios/theory/base_stock.toml");
    overlay.write("a.toml", &format!("extends = {base:?}\n"));
    overlay
        .write("b.toml", "extends = \"a.toml\"\n[endurance]\ncap = \"200 days\"\n[scenario]\nmeasured = \"30 days\"\n");
    let study = overlay.write("study.toml", "[study]\nscenarios = [\"a\", \"b\"]\n");
    let messages = compiled(&study).expect_err("these cannot stand in one table");
    assert_eq!(messages.len(), 2, "{messages:?}");
    assert!(messages.iter().all(|message| message.contains("differs from that of the scenario `a`")), "{messages:?}");
}
