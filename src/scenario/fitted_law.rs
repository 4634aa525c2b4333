//! A duration law fitted to a file of cases, of which some were still open when last seen.

use super::diagnosis::{Diagnosis, codes};
use super::model::ValueOrigin;
use super::reader::Section;
use super::shortage_cases::shortage_cases;
use super::source::Place;
use crate::random::laws::DurationLaw;
use crate::stats::censored_lognormal;

/// Reads `{ dist = "fitted-lognormal", file, from, censored-at }` and fits it.
pub fn read(section: &mut Section<'_, '_>) -> Option<DurationLaw> {
    for key in ["file", "from", "censored-at"] {
        section.required(key);
    }
    let (from, censored_at) = (section.date("from"), section.date("censored-at"));
    let node = section.value("file")?;
    let written = section.text_of("file", node)?;
    let path = section.ctx.files.beside(node.place.file, written);
    let file = section.ctx.files.text(&path, Some(node.place), &mut section.ctx.diagnoses)?;
    let (from, censored_at) = (from?, censored_at?);
    let text = section.ctx.files.sources.get(file).map(|source| source.text.clone()).unwrap_or_default();
    let spells = match shortage_cases(&text, from, censored_at) {
        Ok(spells) => spells,
        Err(error) => {
            let message = format!("column `{}`: {}", error.column, error.problem);
            let place = line_place(section, file, error.line);
            let problem = Diagnosis::error(codes::CELLS, &message, place).help("the file is named here:");
            section.ctx.report(problem.second(node.place));
            return None;
        }
    };
    let Some(fit) = censored_lognormal::fit(&spells) else {
        let what = format!("has {} cases, to which no law can be fitted", spells.len());
        section.wrong(codes::LAW, "file", &what, node.place, "at least two that ended, of different length");
        return None;
    };
    let value = format!("lognormal, mu {:.6}, sigma {:.6} (ln days)", fit.mu, fit.sigma);
    let source = format!("{written}: {} cases from {from}, {} ended by {censored_at}", fit.spells, fit.closed);
    let origin = ValueOrigin { kind: "fitted".into(), source, range: String::new(), value };
    section.ctx.origins.entries.insert(section.path.clone(), origin);
    Some(DurationLaw::Lognormal { mu: fit.mu, sigma: fit.sigma })
}

fn line_place(section: &Section<'_, '_>, file: usize, line: u64) -> Place {
    let line = usize::try_from(line).unwrap_or(1).max(1);
    let (start, end) = section.ctx.files.sources.get(file).map_or((0, 0), |source| source.line_span(line));
    Place { file, start, end }
}
