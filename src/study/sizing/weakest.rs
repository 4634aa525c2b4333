//! The weakest articles: those that are most often without anything one step below the cheapest choice, or where none is enough under
//! the largest reserve. More of them alone may be cheaper than more of all that stands in their class, and where nothing is enough they tell why.

use super::Question;
use super::classes::Class;
use super::options::Holding;
use super::trial::{Trouble, compiled};
use crate::order::InOrder;
use crate::scenario::model::{Id, Scenario, Title};
use crate::sim::observer::Nobody;
use crate::study::batch;
use std::collections::BTreeMap;

/// An article that holds a scenario back.
#[derive(Clone, Debug, PartialEq)]
pub struct Weak {
    /// The article.
    pub article: Id,
    /// Its name.
    pub title: Title,
    /// Share of the probes in which some place has nothing of it on the day of the level.
    pub at_zero: f64,
}

/// The articles that are without anything at some place on the day of the level in at least one probe of the trials' replications, under
/// these holdings; those most often so first, equals by id.
///
/// # Errors
/// Faults of the scenario, or of the program.
pub fn weakest(question: &Question, scenario: &Scenario, holdings: &[&Holding]) -> Result<Vec<Weak>, Trouble> {
    let plan = compiled(question, scenario, holdings)?.plan;
    let article_of = |group: u32| {
        let demand = plan.endurance.groups[group as usize].demands[0];
        plan.cells[plan.demands[demand as usize].cell as usize].article
    };
    let seen = batch::readings(
        &plan,
        0..u64::from(question.pilot),
        question.seed,
        question.jobs,
        &|_| Nobody,
        &|_, outcome, _| {
            let of_probe = |probe: &crate::sim::endurance::Probe| {
                let mut articles: Vec<u32> =
                    probe.readings[0][0].groups_at_zero[0].iter().map(|&group| article_of(group)).collect();
                articles.sort_unstable();
                articles.dedup();
                articles
            };
            outcome.probes.iter().map(of_probe).collect::<Vec<_>>()
        },
    );
    let probes: Vec<Vec<u32>> = seen.map_err(Trouble::Failure)?.into_iter().flatten().collect();
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    probes.iter().flatten().for_each(|&article| *counts.entry(article).or_default() += 1);
    let weak = |(article, count): (u32, u32)| {
        let article = &plan.articles[article as usize];
        let title = Title { sv: article.name_sv.clone(), en: article.name_en.clone() };
        Weak { article: article.id.clone(), title, at_zero: f64::from(count) / probes.len() as f64 }
    };
    let mut weak: Vec<Weak> = counts.into_iter().map(weak).collect();
    weak.order_by(|one, other| other.at_zero.total_cmp(&one.at_zero).then_with(|| one.article.cmp(&other.article)));
    Ok(weak)
}

/// The classes with these articles taken out of theirs, each a class of its own at the end; nothing if none of them shares a class.
pub fn apart(classes: &[Class], weak: &[Weak]) -> Option<Vec<Class>> {
    let is_weak = |article: &Id| weak.iter().any(|weak| weak.article == *article);
    let shares = |class: &&Class| class.articles.len() > 1 && class.articles.iter().any(is_weak);
    classes.iter().find(shares)?;
    let alone = |article: &Id| Class { name: article.clone(), articles: vec![article.clone()], weak: true };
    let left = |class: &Class| -> Vec<Id> { class.articles.iter().filter(|id| !is_weak(id)).cloned().collect() };
    let rest = classes.iter().map(|class| Class { articles: left(class), ..class.clone() });
    let rest = rest.filter(|class| !class.articles.is_empty());
    Some(rest.chain(weak.iter().map(|weak| alone(&weak.article))).collect())
}
