//! The nodes of a scenario: everything that can fail by itself.

use crate::scenario::model::{Id, Scenario, Stopped, Title};

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A supplier.
    Supplier,
    /// A site with stock.
    Site,
    /// A lane, or all lanes that one table is about.
    Lane,
}

impl Kind {
    /// The kind's name in data files.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Supplier => "supplier",
            Kind::Site => "site",
            Kind::Lane => "lane",
        }
    }
}

/// One node.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// Its name; that of a lane is empty.
    pub title: Title,
    /// Where a lane begins and ends; an empty beginning is all suppliers.
    pub ends: Option<[Title; 2]>,
    /// Days from its failure until it works again.
    pub recovery: u32,
}

impl Node {
    /// The id of the cut in which it fails, which no scenario file can have.
    pub fn cut(&self) -> Id {
        format!("{}:{}", self.kind.id(), self.id)
    }

    /// What that cut stops.
    pub(super) fn stopped(&self) -> Stopped {
        let id = self.id.clone();
        match self.kind {
            Kind::Supplier => Stopped::Supplier(id),
            Kind::Site => Stopped::Site(id),
            Kind::Lane => Stopped::Lane(id),
        }
    }
}

/// All nodes: suppliers, sites, lanes, each by id. A node that says nothing of its recovery takes `recovery` days.
pub fn nodes(scenario: &Scenario, recovery: u32) -> Vec<Node> {
    let node = |kind: Kind, id: &Id, title: &Title, own: Option<u32>| Node {
        kind,
        id: id.clone(),
        title: title.clone(),
        ends: None,
        recovery: own.unwrap_or(recovery),
    };
    let suppliers = scenario.suppliers.iter().map(|(id, one)| node(Kind::Supplier, id, &one.title, one.recovery));
    let sites = scenario.sites.iter().map(|(id, one)| node(Kind::Site, id, &one.title, one.recovery));
    let name = |id: &Id| scenario.sites.get(id).map(|site| site.title.clone()).unwrap_or_default();
    let lanes = scenario.lanes.iter().map(|(id, one)| {
        let ends = Some([&one.from, &one.to].map(name));
        Node { ends, ..node(Kind::Lane, id, &Title::default(), one.recovery) }
    });
    suppliers.chain(sites).chain(lanes).collect()
}
