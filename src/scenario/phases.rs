//! Loading the files of `[phase.*]`: each becomes a scenario of its own, on the days and the questions of the one that has it.

use super::diagnosis::{Diagnosis, codes};
use super::model::{PhaseRule, Scenario};
use super::overlay::{self, Layering, Newcomers};
use super::read_phase;
use super::reader::Section;
use super::settings::{self, OF_STUDY, Setting};
use super::source::Place;
use super::study::Loading;
use super::tree::{Entry, Node, Table, Value, shell};
use super::{context::Context, read_study::StudyKeys};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Tables that a phase has from the scenario that it is a phase of: its days, and how endurance is read.
const OF_THE_RUN: [&str; 2] = ["scenario", "endurance"];

/// A phase whose file is read.
pub(super) struct PhaseTree {
    /// Its id.
    pub id: String,
    /// Its file, for problems without a place.
    pub path: PathBuf,
    /// What it says, before articles are added.
    pub tree: Table,
}

impl Loading {
    /// Applies settings to a scenario and to its phases: each must be about something in one of them.
    pub(super) fn apply_to_all(
        &mut self,
        scenario: &str,
        tree: &mut Table,
        base: &Table,
        study: Option<&Table>,
    ) -> Vec<PhaseTree> {
        let mine = |setting: &Setting| !setting.is_about_articles() && !setting.is_about_study();
        let chosen: Vec<Setting> = self.settings.iter().filter(|setting| mine(setting)).cloned().collect();
        let mut refused: Vec<(Setting, Vec<Diagnosis>)> = Vec::new();
        for setting in &chosen {
            let mut problems = Vec::new();
            settings::apply(tree, setting, &mut problems);
            refused.push((setting.clone(), problems));
        }
        let mut phases = self.phase_trees(tree, base, study);
        for phase in &mut phases {
            for (setting, problems) in &mut refused {
                let mut here = Vec::new();
                settings::apply(&mut phase.tree, setting, &mut here);
                if here.is_empty() {
                    problems.clear();
                }
            }
            phase.tree.remove("phase");
            take_from_run(&mut phase.tree, tree);
        }
        for (setting, here) in refused {
            self.met.note(scenario, &setting, here, &mut self.problems);
        }
        phases
    }

    /// The trees of the files that the phases name.
    fn phase_trees(&mut self, tree: &Table, base: &Table, study: Option<&Table>) -> Vec<PhaseTree> {
        let off = BTreeMap::new();
        let mut ctx = Context::new(&mut self.files, tree, &off);
        // The tables are read again with the scenario, which tells what is wrong with them.
        let rules: Vec<(String, PhaseRule)> = rules(&mut ctx);
        let before = self.before;
        let mut phases = Vec::new();
        for (id, rule) in rules {
            let path = self.files.beside(rule.file.place.file, &rule.file.path);
            let found = if rule.file.whole {
                self.chain(&path, Some(rule.file.place))
            } else {
                self.laid_over(base, &path, rule.file.place)
            };
            let Some(mut tree) = found else { continue };
            OF_STUDY.iter().for_each(|name| drop(tree.remove(*name)));
            if let Some(own) = tree.remove("phase") {
                let problem = Diagnosis::error(codes::IMPOSSIBLE, "the file of a phase has phases of its own", own.key);
                self.problems.push(problem.help("name another file in `scenario`, or write all phases here"));
            }
            self.lay_study(&mut tree, study);
            phases.push(PhaseTree { id, path, tree });
        }
        self.before = before;
        phases
    }

    /// The scenario that has the phase with an overlay on it.
    fn laid_over(&mut self, base: &Table, path: &std::path::Path, place: Place) -> Option<Table> {
        let (_, own) = self.files.tree(path, Some(place), &mut self.problems)?;
        if let Some(extends) = own.get("extends") {
            let problem = Diagnosis::error(codes::EXCLUSIVE, "an overlay of a phase extends nothing", extends.key);
            let help = "it is laid over the scenario that has the phase; a scenario of its own is named by `scenario`";
            self.problems.push(problem.label("leave it out").help(help));
            return None;
        }
        let mut tree = base.clone();
        tree.remove("phase");
        let mut layering = Layering::default();
        overlay::lay_over(&mut tree, own, Newcomers::Declared, &mut layering);
        self.problems.append(&mut layering.problems);
        for (article, place) in layering.awaited {
            self.await_article(&mut tree, article, place);
        }
        Some(tree)
    }

    /// Reads the scenarios of phases into the scenario that has them.
    pub(super) fn read_phases(&mut self, scenario: &mut Scenario, phases: Vec<PhaseTree>, keys: &StudyKeys) {
        for PhaseTree { id, path, tree } in phases {
            let name = format!("{}.{id}", scenario.id);
            let read = self.read_layer((&name, &path), tree, keys, false);
            if let Some(rule) = scenario.phases.get_mut(&id) {
                rule.scenario = read.map(Box::new);
                if let (false, Some(read)) = (rule.titled, &rule.scenario) {
                    rule.title = read.frame.title.clone();
                }
            }
        }
    }
}

fn rules(ctx: &mut Context<'_>) -> Vec<(String, PhaseRule)> {
    let mut rules = Vec::new();
    for (id, entry) in ctx.table("phase").into_iter().flatten() {
        let Some(table) = entry.node.table() else { continue };
        let is_off = |entry: &Entry| matches!(entry.node.value, Value::Bool(false));
        if table.get("enabled").is_some_and(is_off) {
            continue;
        }
        let mut section = Section::open(ctx, table, entry.key, format!("phase.{id}"), "a phase");
        rules.extend(read_phase::phase(&mut section, id).map(|rule| (id.clone(), rule)));
    }
    rules
}

/// A phase has the days and the probes of the run; its title stays its own.
fn take_from_run(phase: &mut Table, run: &Table) {
    let title = phase.get("scenario").and_then(|entry| entry.node.table()).and_then(|own| own.get("title")).cloned();
    for name in OF_THE_RUN {
        match run.get(name) {
            Some(entry) => drop(phase.insert(name.to_owned(), entry.clone())),
            None => drop(phase.remove(name)),
        }
    }
    let Some(title) = title else { return };
    let place = title.key;
    let own = phase.entry("scenario".to_owned()).or_insert_with(|| shell(place));
    if let Node { value: Value::Table(own), .. } = &mut own.node {
        own.insert("title".to_owned(), title);
    }
}
