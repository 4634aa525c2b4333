//! `[report] money`: what millions of kronor are called, in everything that a reader sees.

use crate::builder::{self, Invented, figure, region};
use beredd::items::summary::{Part, Summary};
use beredd::report::chart::charts;
use beredd::report::page::{RunInfo, page};
use beredd::report::table::{self, Shown};
use beredd::report::wording::Language;
use beredd::scenario::model::MoneyUnit;
use beredd::study::findings::Findings;
use beredd::study::sensitivity::{At, Measure, MeasureFindings, Question, SensitivityFindings};
use std::collections::BTreeMap;

/// Every text of a report: (what it is, the text).
fn everything(findings: &Findings, language: Language) -> Vec<(String, String)> {
    let mut texts = vec![
        ("tables".to_owned(), table::human(findings, language, 160)),
        ("decision".to_owned(), table::decision(findings, language, 160)),
        ("page".to_owned(), page(findings, &RunInfo::default(), language)),
        ("sensitivity".to_owned(), table::sensitivity::human(&sensitivity(findings), language, 160)),
        ("items".to_owned(), table::items(&list(), &shown(findings), language, 100)),
    ];
    for drawn in charts(findings, language) {
        let forms = [drawn.title, drawn.chart.svg, drawn.chart.alt, drawn.chart.csv];
        texts.extend(forms.map(|text| (drawn.name.to_owned(), text)));
    }
    texts
}

fn shown(findings: &Findings) -> Shown {
    Shown { flows: BTreeMap::new(), money: findings.inputs.money }
}

/// A question of cost with no assumption moved.
fn sensitivity(findings: &Findings) -> SensitivityFindings {
    let question = Question {
        first: "today".into(),
        second: "delmal-2".into(),
        reserve: "none".into(),
        cut: "outside-region".into(),
    };
    let measure = MeasureFindings { measure: Measure::Cost, base: figure(-2e6, 1e5, "SEK/year"), swings: Vec::new() };
    SensitivityFindings {
        inputs: findings.inputs.clone(),
        question,
        at: At { level: 2, level_days: 30, threshold: 1 },
        assumptions: Vec::new(),
        measures: vec![measure],
    }
}

fn list() -> Summary {
    let all = Part { articles: 3, critical: 1, value: 9e6, critical_value: 1e6, pallets: 12.0 };
    Summary {
        all,
        families: 1,
        suppliers: 2,
        flows: BTreeMap::new(),
        classes: BTreeMap::from([("A".to_owned(), all)]),
        channels: BTreeMap::new(),
        top_articles: 1,
        concentration: 0.7,
        decided_by: BTreeMap::new(),
    }
}

/// The region, more alternatives than stand side by side, and one alone.
fn cases() -> Vec<Findings> {
    let many = ["today", "a", "b", "c", "d", "e", "f"].map(|id| Invented::new(id, id, 9.0));
    let reserves = [("none", "ingen", "none", 0.0)];
    vec![region(), builder::findings(&many, &reserves), builder::findings(&many[..1], &reserves)]
}

#[test]
fn the_unit_of_money_that_is_chosen_stands_everywhere_and_the_other_nowhere() {
    let units = [
        (MoneyUnit::Msek, Language::Sv, "MSEK", "mnkr"),
        (MoneyUnit::Msek, Language::En, "MSEK", "SEK m"),
        (MoneyUnit::Mnkr, Language::Sv, "mnkr", "MSEK"),
        (MoneyUnit::Mnkr, Language::En, "SEK m", "MSEK"),
    ];
    for mut findings in cases() {
        for (money, language, unit, other) in units {
            findings.inputs.money = money;
            let texts = everything(&findings, language);
            for (name, text) in &texts {
                assert!(!text.contains(other), "{other} in {name}: {text}");
                assert!(!text.contains("{money}"), "{name}: {text}");
            }
            let says = |wanted: &str| texts.iter().any(|(name, text)| name == wanted && text.contains(unit));
            for name in ["tables", "page", "sensitivity", "items", "cost-endurance", "cost-breakdown"] {
                assert!(says(name), "{unit} in {name}");
            }
        }
    }
}

#[test]
fn a_short_list_has_a_top_of_one_article_and_says_so() {
    let text = |language| table::items(&list(), &Shown::default(), language, 200);
    let sv = text(Language::Sv);
    let expected = "Den artikel som har störst värde (8\u{a0}% av artiklarna, avrundat till hela och minst en) står för \
        70,0\u{a0}% av värdet.";
    assert!(sv.contains(expected), "{sv}");
    assert!(text(Language::En).contains("The article with the largest value"));
    let mut longer = list();
    longer.top_articles = 2;
    let text = table::items(&longer, &Shown::default(), Language::En, 200);
    assert!(
        text.contains("The 2 articles with the largest value (8% of the articles, rounded to whole ones) carry 70.0%")
    );
}
