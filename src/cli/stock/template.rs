//! `beredd stock template`: the lists of the desk as an empty workbook that says what belongs where.

use crate::cli::console::talk;
use crate::cli::files::write_one;
use crate::cli::{BAD_INPUT, CANNOT_WRITE, DONE, Lang, OUR_FAULT, place};
use crate::report::desk::template as told;
use crate::report::wording::commands as say;
use std::path::PathBuf;

/// Arguments of `stock template`.
#[derive(Debug, clap::Args)]
pub struct TemplateArguments {
    /// Workbook to write
    #[arg(short, long, value_name = "FILE", default_value = "beredd-listor.xlsx")]
    output: PathBuf,
    /// Language of the headers (default: from the environment)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
    /// Replace a file that is there
    #[arg(long)]
    force: bool,
}

/// Writes the template.
pub fn template(arguments: &TemplateArguments) -> u8 {
    let language = Lang::or_of_environment(arguments.lang);
    let (path, shown) = (&arguments.output, place::shown(&arguments.output));
    if path.file_name().is_none() {
        talk(&say::NO_FILE_NAME.fill(language, &[("place", &shown)]));
        return BAD_INPUT;
    }
    if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        talk(&say::TEMPLATE_IS_WORKBOOK.fill(language, &[("place", &shown)]));
        return BAD_INPUT;
    }
    let bytes = match told::workbook(language) {
        Ok(bytes) => bytes,
        Err(error) => {
            talk(&say::HAS_FAULT.fill(language, &[("failure", &error)]));
            return OUR_FAULT;
        }
    };
    if let Err(refusal) = place::file(path, Some(&bytes), arguments.force, language) {
        talk(&refusal.message);
        return refusal.code;
    }
    match write_one(path, &bytes) {
        Ok(()) => {
            talk(&say::WROTE.fill(language, &[("place", &shown)]));
            DONE
        }
        Err(error) => {
            talk(&place::cannot_write(path, &error, language));
            CANNOT_WRITE
        }
    }
}
