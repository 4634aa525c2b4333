//! Risk exposure: its table and its chart, from invented findings.

use crate::builder::{absent, figure, region, title};
use crate::chart::assert_inside;
use crate::tables::assert_snapshot;
use beredd::report::{chart, table::exposure::human, wording::Language};
use beredd::study::exposure::Question;
use beredd::study::exposure::findings::{ExposureFindings, NodeFindings};
use beredd::study::exposure::nodes::{Kind, Node};

/// Nodes that lose 400, 380, … group-days; every third is a lane, and the first two lead to a breach more often than not.
fn found(nodes: u32) -> ExposureFindings {
    let node = |number: u32| {
        let kind = [Kind::Site, Kind::Supplier, Kind::Lane][number as usize % 3];
        let name = title(
            &format!("Nod {number} med ett ganska långt namn"),
            &format!("Node {number} with a rather long name"),
        );
        let ends = (kind == Kind::Lane).then(|| [if number > 6 { title("", "") } else { name.clone() }, name.clone()]);
        Node { kind, id: format!("n{number}"), title: name, ends, recovery: 30 + number }
    };
    let of_node = |number: u32| {
        let breaches = number < 2;
        let lost = (400.0 - 20.0 * f64::from(number)).max(0.0);
        NodeFindings {
            node: node(number),
            lost: figure(lost, 0.1 * lost, "group-days"),
            already: figure(0.3, 0.1, "share"),
            breached: figure(if breaches { 0.75 } else { 0.25 }, 0.1, "share"),
            breach_day: if breaches { figure(9.0, 1.0, "days") } else { absent("days") },
            back_after: if breaches { figure(22.5, 2.0, "days") } else { absent("days") },
            not_back: if breaches { figure(0.0, 0.0, "share") } else { absent("share") },
            exposure: figure(if breaches { 21.0 } else { 0.5 }, 0.25, "days"),
        }
    };
    let question = Question { scenario: "delmal-2".into(), threshold: 0.95, recovery: 30, follow: None };
    ExposureFindings { inputs: region().inputs, question, nodes: (0..nodes).map(of_node).collect() }
}

#[test]
fn the_table_in_both_languages() {
    assert_snapshot("exposure.sv.txt", &human(&found(23), Language::Sv, 132));
    assert_snapshot("exposure.en.txt", &human(&found(23), Language::En, 132));
}

#[test]
fn the_chart_names_the_worst_and_keeps_its_texts_apart() {
    for language in Language::ALL {
        let named = chart::exposure::chart(&found(23), language).expect("a chart");
        if let Some(folder) = std::env::var_os("CHART_FOLDER") {
            let path = std::path::Path::new(&folder).join(format!("exposure.{}.png", language.code()));
            std::fs::write(path, &named.chart.png).expect("a folder");
        }
        assert_inside("exposure", &named.chart);
    }
    let named = chart::exposure::chart(&found(1), Language::En).expect("a chart");
    let told = "Delmål 2: one single point of failure; most is lost if site Node 0 with a rather long name fails";
    assert_eq!(named.title, told);
    assert!(named.chart.alt.contains("400 group-days, breach 75%"), "{}", named.chart.alt);
}

#[test]
fn a_single_point_leads_to_a_breach_in_half_of_the_probes_or_more() {
    let mut one = found(1).nodes.remove(0);
    let of = |node: &mut NodeFindings, share: f64| {
        node.breached = figure(share, 0.1, "share");
        node.is_single_point()
    };
    assert_eq!([0.49, 0.5, 0.51].map(|share| of(&mut one, share)), [false, true, true]);
    one.breached = absent("share");
    assert!(!one.is_single_point());
}

#[test]
fn nothing_to_lose_is_no_chart() {
    let mut found = found(2);
    for one in &mut found.nodes {
        (one.lost, one.breached) = (figure(0.0, 0.0, "group-days"), figure(0.0, 0.0, "share"));
    }
    assert_eq!(chart::exposure::chart(&found, Language::Sv), None);
    assert!(human(&found, Language::En, 120).contains("No single point of failure"));
}
