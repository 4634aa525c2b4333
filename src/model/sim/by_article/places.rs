//! The cells of each article, upstream first, and what a plan says of them for good.

use crate::plan::Plan;
use crate::plan::cell::Range;
use crate::plan::phase::Phase;
use crate::sim::prepared::Prepared;

/// No place.
pub(super) const NOWHERE: u32 = u32::MAX;

/// Cells by article. A place is that of a cell among the cells of its article, which are ascending: so a source stands before
/// its buyers.
#[derive(Clone, Debug)]
pub(super) struct Places {
    /// All cells, article by article.
    pub cells: Vec<u32>,
    /// For each article its part of `cells` and `source`.
    pub of_article: Vec<Range>,
    /// Parallel to `cells`: the place of the cell that it buys from, or [`NOWHERE`].
    pub source: Vec<u32>,
    /// Parallel to `cells`: the places of the cells that buy there, a bit each.
    pub buyers: Vec<u64>,
    /// Per phase of the plan and cell: its review group, or [`NOWHERE`].
    pub group: Vec<Vec<u32>>,
    /// Per cell: whether it counts for availability.
    pub counts: Vec<bool>,
}

impl Places {
    /// The tables of a plan.
    pub fn of(prepared: &Prepared) -> Places {
        let plan = &*prepared.plan;
        let count = u32::try_from(plan.cells.len()).expect("cells are counted by a u32");
        let mut cells: Vec<u32> = (0..count).collect();
        cells.sort_unstable_by_key(|&cell| (plan.cells[cell as usize].article, cell));
        let mut of_article = vec![Range::default(); plan.articles.len()];
        let mut place = vec![NOWHERE; plan.cells.len()];
        for (at, &cell) in (0..).zip(&cells) {
            let range = &mut of_article[plan.cells[cell as usize].article as usize];
            if range.start == range.end {
                *range = Range { start: at, end: at };
            }
            place[cell as usize] = at - range.start;
            range.end = at + 1;
        }
        let source_of = |&cell: &u32| plan.cells[cell as usize].source.map_or(NOWHERE, |source| place[source as usize]);
        let source: Vec<u32> = cells.iter().map(source_of).collect();
        let mut buyers = vec![0; cells.len()];
        for range in &of_article {
            for (place, at) in (0..).zip(range.indices()) {
                if source[at] != NOWHERE {
                    buyers[(range.start + source[at]) as usize] |= 1_u64 << place;
                }
            }
        }
        let mut counts = vec![false; plan.cells.len()];
        prepared.availability_cells.iter().for_each(|&cell| counts[cell as usize] = true);
        let group = plan.phases.iter().map(|phase| groups(plan, phase)).collect();
        Places { cells, of_article, source, buyers, group, counts }
    }
}

/// Per cell its review group.
fn groups(plan: &Plan, phase: &Phase) -> Vec<u32> {
    let mut group_of = vec![NOWHERE; plan.cells.len()];
    for (index, group) in (0..).zip(&phase.reviews) {
        group_of[group.cells.indices()].fill(index);
    }
    group_of
}
