//! Where the rows of a run may be put away, and what is told when it comes to nothing.

use super::console::talk;
use super::{CANNOT_WRITE, OUR_FAULT, place};
use crate::report::wording::{Language, commands as say};
use crate::study::batch::Halt;
use crate::study::rows::Spare;
use std::path::Path;

/// Rows go where the results will be, since there must be room there; without such a folder, to that of the system for what is
/// passing.
pub fn spare(output: Option<&Path>) -> Spare {
    output.map_or_else(Spare::default, Spare::within)
}

/// Tells why a run came to nothing, and gives the exit code.
pub fn tell(halt: &Halt, language: Language) -> u8 {
    match halt {
        Halt::Failure(failure) => {
            talk(&say::HAS_FAULT.fill(language, &[("failure", &failure.to_string())]));
            OUR_FAULT
        }
        Halt::Spare(failed) => {
            talk(&place::cannot_write(&failed.folder, &failed.error, language));
            CANNOT_WRITE
        }
    }
}
