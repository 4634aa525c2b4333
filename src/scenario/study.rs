//! Loading a study, or a scenario by itself: from paths and settings to checked values.

use super::assemble;
use super::check;
use super::consequences::{follows_from_no_syntax_error, or_unexplained};
use super::context::{Context, Taken};
use super::diagnosis::{Diagnosis, Severity, codes, in_order};
use super::dialect::AllAssumed;
use super::files::{Files, seen_from, shown_path};
use super::item_file;
use super::model::{Id, Origins, Scenario, Study};
use super::overlay::{self, Layering, Newcomers};
use super::read_flows;
use super::read_study::{self, StudyKeys};
use super::sensitivity::{self, Assumption, Trials, Variation, Varied};
use super::settings::{self, OF_STUDY, Setting};
use super::settings_met::Met;
use super::source::{Place, Sources};
use super::tree::{Entry, Node, Table, Value, shell};
use crate::order::Gather;
use std::collections::BTreeMap;
use std::path::Path;

/// A study that can run.
#[derive(Debug)]
pub struct Loaded {
    /// The study with its scenarios.
    pub study: Study,
    /// The assumptions that the study says may be moved.
    pub assumptions: Vec<Assumption>,
    /// Scenario → where its values came from.
    pub origins: BTreeMap<Id, Origins>,
    /// Scenario → its merged tree.
    pub resolved: BTreeMap<Id, Table>,
    /// What is legal but suspicious.
    pub findings: Vec<Diagnosis>,
    /// The texts, for rendering.
    pub sources: Sources,
    /// Every key that the readers asked for.
    pub taken: Taken,
    /// What was assumed of lists of articles.
    pub assumed: AllAssumed,
    /// Files read: path as seen from the study's folder, SHA-256 in hexadecimal.
    pub input_files: Vec<(String, String)>,
}

/// A study that cannot run.
#[derive(Debug)]
pub struct Problems {
    /// Everything found, in order; at least one is an error.
    pub diagnoses: Vec<Diagnosis>,
    /// The texts, for rendering.
    pub sources: Sources,
}

/// Loads a study file, or a scenario file by itself.
///
/// # Errors
/// Everything that is wrong in any file, at once.
pub fn load(path: &Path, settings: &[String]) -> Result<Loaded, Box<Problems>> {
    load_varied(path, settings, None)
}

/// Loads some scenarios of a study with one assumption at an end of its range; the assumption lies over all else.
///
/// # Errors
/// Everything that is wrong in any file, at once.
pub fn load_varied(path: &Path, settings: &[String], variation: Option<Variation>) -> Result<Loaded, Box<Problems>> {
    load_with(&[], path, settings, variation)
}

/// Loads a file that the program carries; `carried` holds the paths and texts of all that it may extend.
///
/// # Errors
/// Everything that is wrong in any file, at once.
pub fn load_carried(carried: &[(&str, &str)], path: &Path, settings: &[String]) -> Result<Loaded, Box<Problems>> {
    load_with(carried, path, settings, None)
}

fn load_with(
    carried: &[(&str, &str)],
    path: &Path,
    settings: &[String],
    variation: Option<Variation>,
) -> Result<Loaded, Box<Problems>> {
    let mut problems = Vec::new();
    let (mut files, defaults) = Files::with_defaults(&mut problems);
    carried.iter().for_each(|(path, text)| files.carry(Path::new(path), text));
    let settings = settings::read(settings, &mut files.sources, &mut problems);
    let mut loading = Loading {
        files,
        defaults,
        settings,
        variation,
        assumptions: Vec::new(),
        varied: Varied::default(),
        trials: Trials::default(),
        problems,
        origins: BTreeMap::new(),
        resolved: BTreeMap::new(),
        taken: Taken::new(),
        before: 0,
        met: Met::default(),
    };
    let study = loading.study(path);
    loading.problems.extend(std::mem::take(&mut loading.met).told());
    loading.finish(path, study)
}

pub(super) struct Loading {
    pub(super) files: Files,
    defaults: Table,
    pub(super) settings: Vec<Setting>,
    variation: Option<Variation>,
    assumptions: Vec<Assumption>,
    varied: Varied,
    trials: Trials,
    pub(super) problems: Vec<Diagnosis>,
    origins: BTreeMap<Id, Origins>,
    resolved: BTreeMap<Id, Table>,
    taken: Taken,
    /// Problems before the scenario now being read.
    pub(super) before: usize,
    pub(super) met: Met,
}

impl Loading {
    fn study(&mut self, path: &Path) -> Option<Study> {
        let (file, own) = self.files.tree(path, None, &mut self.problems)?;
        let names_scenarios =
            own.get("study").and_then(|entry| entry.node.table()).is_some_and(|t| t.contains_key("scenarios"));
        if names_scenarios { self.whole_study(file, own) } else { self.lone_scenario(path) }
    }

    fn whole_study(&mut self, file: usize, mut own: Table) -> Option<Study> {
        let about_study = self.of_study(&mut own);
        let mut keys = self.read_study(&about_study);
        self.assumptions(&mut own, &mut keys);
        if keys.scenarios.is_empty() {
            let place = read_study::named_scenarios(&about_study)
                .map_or(Place { file, start: 0, end: 0 }, |entry| entry.node.place);
            self.problems.push(Diagnosis::error(codes::MISSING, "this study names no scenario", place));
        }
        let mut scenarios = Vec::new();
        for (name, place) in &keys.scenarios {
            let path = self.files.beside(file, &format!("{name}.toml"));
            let Some(mut tree) = self.chain(&path, Some(*place)) else { continue };
            for name in OF_STUDY {
                tree.remove(name);
            }
            scenarios.extend(self.scenario((name, &path), tree, Some(own.clone()), &keys));
        }
        let complete = scenarios.len() == keys.scenarios.len();
        self.problems.extend(std::mem::take(&mut self.varied).idle());
        self.problems.extend(std::mem::take(&mut self.trials).idle());
        read_study::assemble(keys, scenarios, complete, &mut self.problems)
    }

    /// Reads the study's assumptions and takes the one that is to be moved.
    fn assumptions(&mut self, own: &mut Table, keys: &mut StudyKeys) {
        let Some(entry) = own.remove("sensitivity") else { return };
        let table = Table::from_iter([("sensitivity".to_owned(), entry)]);
        self.assumptions = sensitivity::read(&mut self.files, &table, &mut self.problems, &mut self.taken);
        if let Some(Variation { scenarios, assumption, end }) = &self.variation {
            keys.keep(scenarios);
            let found = self.assumptions.iter().find(|one| one.id == *assumption);
            self.varied = found.map(|found| Varied::of(found, *end)).unwrap_or_default();
        } else {
            self.trials = Trials::of(&self.assumptions);
        }
    }

    /// Takes the tables that are about the study out of a file's tree, with settings on top.
    fn of_study(&mut self, tree: &mut Table) -> Table {
        let mut own = Table::new();
        for name in OF_STUDY {
            own.extend(tree.remove(name).map(|entry| (name.to_owned(), entry)));
        }
        self.apply("", &mut own, Setting::is_about_study);
        own
    }

    fn read_study(&mut self, own: &Table) -> StudyKeys {
        read_study::keys(&mut self.files, own, &mut self.problems, &mut self.taken)
    }

    fn lone_scenario(&mut self, path: &Path) -> Option<Study> {
        let mut tree = self.chain(path, None)?;
        let about_study = self.of_study(&mut tree);
        let mut keys = self.read_study(&about_study);
        if let Some(entry) = read_study::named_scenarios(&about_study) {
            let problem = Diagnosis::error(codes::EXCLUSIVE, "this file is a scenario and names no others", entry.key);
            self.problems.push(problem.help("name a study file, which has [study] scenarios, or leave the key out"));
        }
        let id = path.file_stem().map_or_else(|| "scenario".into(), |stem| stem.to_string_lossy().into_owned());
        let place = tree.values().next().map_or(Place::default(), |entry| entry.key);
        keys.scenarios = vec![(id.clone(), place)];
        if !assemble::is_id(&id) {
            let message = format!("`{}` is no id of a scenario", super::render::printable(&id, 40));
            let place = self.files.number_of(path).map(|file| Place { file, start: 0, end: 0 }).unwrap_or_default();
            let problem =
                Diagnosis::error(codes::ID, &message, place).help("rename the file: a–z, A–Z, digits, points, - and _");
            self.problems.push(problem);
        }
        let scenario = self.scenario((&id, path), tree, None, &keys)?;
        read_study::assemble(keys, vec![scenario], true, &mut self.problems)
    }

    pub(super) fn chain(&mut self, path: &Path, asked_by: Option<Place>) -> Option<Table> {
        self.before = self.problems.len();
        let mut layering = Layering::default();
        let tree = overlay::read_chain(&mut self.files, &self.defaults, path, asked_by, &mut Vec::new(), &mut layering);
        self.problems.append(&mut layering.problems);
        let mut tree = tree?;
        for (id, place) in layering.awaited {
            self.await_article(&mut tree, id, place);
        }
        Some(tree)
    }

    /// Marks an article that only the item file can know.
    pub(super) fn await_article(&mut self, tree: &mut Table, id: Id, place: Place) {
        let awaited = tree.entry(AWAITED.into()).or_insert_with(|| shell(place));
        if let Value::Table(awaited) = &mut awaited.node.value {
            awaited.insert(id, shell(place));
        }
    }

    fn apply(&mut self, scenario: &str, tree: &mut Table, wanted: impl Fn(&Setting) -> bool) {
        for setting in self.settings.iter().filter(|setting| wanted(setting)) {
            self.met.apply(scenario, tree, setting, &mut self.problems);
        }
    }

    fn scenario(
        &mut self,
        (id, path): (&str, &Path),
        mut tree: Table,
        study: Option<Table>,
        keys: &StudyKeys,
    ) -> Option<Scenario> {
        let base = tree.contains_key("phase").then(|| tree.clone());
        self.lay_study(&mut tree, study.as_ref());
        let Some(base) = base else {
            self.apply(id, &mut tree, |setting| !setting.is_about_articles() && !setting.is_about_study());
            return self.read_layer((id, path), tree, keys, true);
        };
        let phases = self.apply_to_all(id, &mut tree, &base, study.as_ref());
        let mut scenario = self.read_layer((id, path), tree, keys, true)?;
        self.read_phases(&mut scenario, phases, keys);
        Some(scenario)
    }

    /// Lays what a study says about its scenarios over one of them.
    pub(super) fn lay_study(&mut self, tree: &mut Table, study: Option<&Table>) {
        let Some(own) = study else { return };
        let mut layering = Layering::default();
        overlay::lay_over(tree, own.clone(), Newcomers::OfStudy, &mut layering);
        self.problems.append(&mut layering.problems);
        for (article, place) in layering.awaited {
            self.await_article(tree, article, place);
        }
    }

    /// Reads a merged tree. A later phase is tried with the assumption that is moved, as far as it has it, and tells nothing of it.
    pub(super) fn read_layer(
        &mut self,
        (id, path): (&str, &Path),
        mut tree: Table,
        keys: &StudyKeys,
        first: bool,
    ) -> Option<Scenario> {
        let told = self.problems.len();
        self.varied.apply(&mut tree, false, &mut self.problems);
        let untold = if first { self.problems.len() } else { told };
        self.problems.truncate(untold);
        let origins_of_items = self.add_articles(&mut tree);
        let told = self.problems.len();
        self.apply(id, &mut tree, Setting::is_about_articles);
        self.varied.apply(&mut tree, true, &mut self.problems);
        let untold = if first { self.problems.len() } else { told };
        self.problems.truncate(untold);
        if first && !self.problems.iter().skip(self.before).any(|one| one.severity == Severity::Error) {
            self.trials.read(&mut self.files, &tree, id, &mut self.problems);
        }
        let off = overlay::switch_off(&mut tree, &mut self.problems);
        let mut ctx = Context::new(&mut self.files, &tree, &off);
        let mut scenario = assemble::scenario(&mut ctx, id);
        if let Some(scenario) = &mut scenario {
            let so_far = self.problems.iter().skip(self.before).chain(&ctx.diagnoses);
            let whole = ctx.files.broken.is_empty() && !so_far.into_iter().any(|one| one.severity == Severity::Error);
            if whole {
                check::check(&mut ctx, scenario);
                read_flows::leave_out(&mut ctx, scenario);
            }
            read_study::add_reserves(keys, scenario);
        }
        for one in ctx.diagnoses.iter_mut().filter(|one| one.place.is_none()) {
            one.place = ctx.files.number_of(path).map(|file| Place { file, start: 0, end: 0 });
        }
        self.problems.append(&mut ctx.diagnoses);
        self.taken.append(&mut ctx.taken);
        ctx.origins.entries.extend(origins_of_items.entries);
        self.origins.insert(id.to_owned(), ctx.origins);
        self.resolved.insert(id.to_owned(), tree);
        scenario
    }

    /// Puts the rows of the item file under the tables of articles, and gives where `[items]` says they come from.
    fn add_articles(&mut self, tree: &mut Table) -> Origins {
        let awaited = tree.remove(AWAITED);
        let off = BTreeMap::new();
        let disputed = item_file::is_disputed(tree, self.problems.iter().skip(self.before));
        if disputed {
            // Which list is meant is not known, so neither is what else names its articles.
            self.files.lacks_list = true;
            return Origins { entries: BTreeMap::new() };
        }
        let mut ctx = Context::new(&mut self.files, tree, &off);
        let mut articles = item_file::read(&mut ctx);
        let (mut problems, origins) = (std::mem::take(&mut ctx.diagnoses), ctx.origins);
        self.taken.append(&mut ctx.taken);
        let read = !problems.iter().any(|one| one.severity == Severity::Error);
        let unknown = awaited.iter().filter_map(|entry| entry.node.table()).flatten();
        let unknown: Vec<_> = unknown.filter(|(id, _)| read && !articles.contains_key(*id)).collect();
        for (id, entry) in &unknown {
            let others = tree.get("article").and_then(|entry| entry.node.table()).into_iter().flatten();
            let others = others.filter(|(other, _)| !unknown.iter().any(|(id, _)| id == other));
            let known: Table = if problems.len() < MOST_SUGGESTIONS {
                others.chain(&articles).map(|(id, entry)| (id.clone(), shell(entry.key))).into_map()
            } else {
                Table::new()
            };
            problems.push(overlay::unknown_id("article", id, entry.key, &known));
        }
        if let Some(Value::Table(own)) = tree.get_mut("article").map(|entry| &mut entry.node.value) {
            own.retain(|id, _| !unknown.iter().any(|(other, _)| *other == id));
        }
        self.problems.append(&mut problems);
        let mut layering = Layering::default();
        if let Some(entry) = tree.remove("article") {
            match entry.node.value {
                Value::Table(over) => overlay::lay_over_articles(&mut articles, over, &mut layering),
                _ => drop(tree.insert("article".into(), entry)),
            }
        }
        self.problems.append(&mut layering.problems);
        if !articles.is_empty() {
            let place = Place::default();
            let node = Node { value: Value::Table(articles), place };
            tree.entry("article".into()).or_insert(Entry { key: place, node });
        }
        origins
    }

    fn finish(self, path: &Path, study: Option<Study>) -> Result<Loaded, Box<Problems>> {
        let (broken, lacks_list, assumed) = (self.files.broken, self.files.lacks_list, self.files.assumed);
        let sources = self.files.sources;
        let mut diagnoses = self.problems;
        if !broken.is_empty() || lacks_list {
            diagnoses.retain(|one| follows_from_no_syntax_error(one, &broken));
        }
        let diagnoses = in_order(diagnoses);
        let failed = diagnoses.iter().any(|one| one.severity == Severity::Error);
        let Some(study) = study.filter(|_| !failed) else {
            return Err(Box::new(Problems { diagnoses: or_unexplained(diagnoses), sources }));
        };
        let folder = path.parent().unwrap_or(Path::new(""));
        let input_files = self.files.checksums.into_iter();
        let input_files = input_files.map(|(file, sum)| (shown_path(&seen_from(folder, &file)), sum)).collect();
        let (origins, resolved, assumptions) = (self.origins, self.resolved, self.assumptions);
        Ok(Loaded {
            study,
            assumptions,
            origins,
            resolved,
            findings: diagnoses,
            sources,
            taken: self.taken,
            assumed,
            input_files,
        })
    }
}

/// Beyond so many problems, no nearest name is looked for: it would take long and help nobody.
pub const MOST_SUGGESTIONS: usize = 100;

/// The key under which articles wait for the item file; no file can write it.
const AWAITED: &str = "\u{0}awaited";
