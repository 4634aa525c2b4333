//! A fault of the program: it says what and where, and ends. Nothing is caught and carried on with.

use super::{OUR_FAULT, console, lock};
use std::panic::PanicHookInfo;
use std::sync::{Mutex, PoisonError};

/// Locked by the thread that tells of its fault, until the end of the process.
static TELLS: Mutex<()> = Mutex::new(());

/// Tells of a fault and ends the process (the panic hook): what, where, and what to do.
pub fn end(info: &PanicHookInfo) {
    let _told_once = TELLS.lock().unwrap_or_else(PoisonError::into_inner);
    lock::clear_at_hand();
    console::talk(&message(info.payload_as_str().unwrap_or("no message"), info.location().map(ToString::to_string)));
    std::process::exit(i32::from(OUR_FAULT));
}

fn message(said: &str, place: Option<String>) -> String {
    let place = place.map_or_else(String::new, |place| format!(" ({place})"));
    format!(
        "beredd {} has a fault: {said}{place}\nthis is not your input's fault; please report it with the command you ran and the files \
         you used",
        env!("CARGO_PKG_VERSION")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    /// The test runs itself in a process of its own, which this variable tells to fail.
    const FAILS: &str = "BEREDD_TEST_FAILS";

    #[test]
    fn a_fault_ends_the_process_with_its_place() {
        if std::env::var_os(FAILS).is_some() {
            std::panic::set_hook(Box::new(end));
            let there = std::thread::spawn(|| panic!("two and two are five"));
            drop(there.join());
            unreachable!("the process has ended");
        }
        let own = std::env::current_exe().expect("a test knows its program");
        let name = "cli::fault::tests::a_fault_ends_the_process_with_its_place";
        let failed = Command::new(own).args(["--exact", name, "--nocapture"]).env(FAILS, "yes").output();
        let failed = failed.expect("it starts");
        assert_eq!(failed.status.code(), Some(70));
        let told = String::from_utf8_lossy(&failed.stderr);
        let expected =
            concat!("beredd ", env!("CARGO_PKG_VERSION"), " has a fault: two and two are five (src/cli/fault.rs:");
        assert!(told.contains(expected) && told.contains("please report it"), "{told}");
    }
}
