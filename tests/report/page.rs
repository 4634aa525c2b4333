//! The report's page: its numbers are those of results.json, its markup is sound, and names can do nothing to it.

use crate::builder::{self, Invented, region};
use crate::markup::{Tag, tags, text};
use beredd::report::json::results_text;
use beredd::report::number::Numbers;
use beredd::report::page::figures::Written;
use beredd::report::page::{RunInfo, page};
use beredd::report::wording::Language;
use beredd::study::findings::Findings;
use serde_json::Value;

fn of(findings: &Findings, language: Language) -> String {
    page(findings, &RunInfo::default(), language)
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
}

#[test]
fn every_marked_number_is_the_one_of_results_json() {
    let findings = region();
    let json: Value = serde_json::from_str(&results_text(&findings)).expect("JSON");
    for language in Language::ALL {
        let html = of(&findings, language);
        let marked: Vec<Tag> = tags(&html).into_iter().filter(|tag| tag.name == "data").collect();
        assert!(marked.len() > 500, "only {} numbers are marked", marked.len());
        for tag in marked {
            let place = attribute(&tag, "data-at").expect("a place");
            let value = json.pointer(place).and_then(Value::as_f64).unwrap_or_else(|| panic!("{place} is no number"));
            let own: f64 = attribute(&tag, "value").expect("a value").parse().expect("a number");
            assert_eq!(own.to_bits(), value.to_bits(), "{place}");
            let written = attribute(&tag, "data-as").and_then(Written::of_code).expect("a way of writing");
            assert_eq!(tag.text, written.text(Numbers(language), Some(value)), "{place}");
        }
    }
}

#[test]
fn the_decision_says_every_level_reserve_cut_and_scenario() {
    let findings = region();
    let html = of(&findings, Language::Sv);
    let json: Value = serde_json::from_str(&results_text(&findings)).expect("JSON");
    let places: Vec<String> =
        tags(&html).iter().filter_map(|tag| attribute(tag, "data-at").map(str::to_owned)).collect();
    for (number, cell) in json["cells"].as_array().expect("cells").iter().enumerate() {
        for level in ["3", "7", "30", "90"] {
            for cut in ["outside-region", "largest-site"] {
                let full = format!("/cells/{number}/endurance/{cut}/1");
                for place in
                    [format!("{full}/share_served/{level}/mean"), format!("{full}/p_at_least/0.95/{level}/mean")]
                {
                    assert!(places.contains(&place), "{place} of {}", cell["scenario"]);
                }
            }
            let rule = format!("/cells/{number}/stock_requirement/{level}/share/mean");
            assert!(places.contains(&rule), "{rule}");
        }
        let cost = format!("/cells/{number}/metrics/cost_per_year/mean");
        assert!(places.contains(&cost), "{cost}");
    }
    let words = text(&html);
    for word in ["3 dagar", "1 vecka", "1 månad", "3 månader", "brons", "silver", "guld", "Alternativ 0, inget beslut"]
    {
        assert!(words.contains(word), "{word}");
    }
}

#[test]
fn the_headline_in_both_languages() {
    // 200 replications; delmål 2 lasts 24 + 30 days without any noise: P(≥ 30) rounds to 1, today's 9 + 30 to 0.99.
    let sv = text(&of(&region(), Language::Sv));
    let first =
        "Delmål 2 klarar 1 månad (silver) i >99\u{a0}% av simuleringarna (98–>99), Nuläge i 99\u{a0}% (96–>99).";
    assert!(sv.contains(first), "{}", &sv[..900]);
    assert!(sv.contains("Givet antagandena är det alltså praktiskt taget säkert (>99\u{a0}%)"), "{}", &sv[..1500]);
    let en = text(&of(&region(), Language::En));
    assert!(en.contains("Delmål 2 lasts 1 month (silver) in >99% of replications (98–>99)"), "{}", &en[..900]);
}

#[test]
fn the_first_page_tells_doubt_risk_confidence_and_what_is_not_assessed() {
    let words = text(&of(&region(), Language::Sv));
    for told in [
        "Vad detta inte är",
        "Ingen prognos.",
        "MSB 1693 handlar om sjukhusbyggnader",
        "Största risken utanför modellen: personal som inte kommer till arbetet",
        "Ej bedömt: Hjälpmedel (inga uppgifter).",
        // One of three values has a source.
        "Tilltro till indata: låg. 1 av 3 värden har stöd i en källa eller i data",
    ] {
        assert!(words.contains(told), "{told}");
    }
    let mut silent = region();
    silent.inputs.largest_unmodelled_risk = None;
    assert!(text(&of(&silent, Language::En)).contains("not stated (key largest-unmodelled-risk"));
}

#[test]
fn markup_is_balanced_and_ids_are_single() {
    for language in Language::ALL {
        let html = of(&region(), language);
        let tags = tags(&html);
        let mut ids: Vec<&str> = tags.iter().filter_map(|tag| attribute(tag, "id")).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "two ids are alike");
        let html_tag = tags.iter().find(|tag| tag.name == "html").expect("html");
        assert_eq!(attribute(html_tag, "lang"), Some(language.code()));
        let headings: Vec<u8> = tags.iter().filter_map(|tag| tag.name.strip_prefix('h')?.parse().ok()).collect();
        assert_eq!(headings.iter().filter(|level| **level == 1).count(), 1);
        assert!(headings.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{headings:?}");
        for table in tags.iter().filter(|tag| tag.name == "table") {
            assert!(table.inside.contains("<caption>") && table.inside.contains("scope=\"col\""), "{}", table.inside);
        }
        for drawing in tags.iter().filter(|tag| tag.name == "svg") {
            assert!(drawing.inside.contains("<title") && drawing.inside.contains("<desc"));
        }
    }
}

#[test]
fn nothing_is_loaded_and_no_script_runs() {
    for language in Language::ALL {
        let html = of(&region(), language);
        assert!(html.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:"));
        for tag in tags(&html) {
            assert!(
                !["script", "link", "iframe", "object", "embed", "img", "base", "form"].contains(&tag.name.as_str())
            );
            for (name, value) in &tag.attributes {
                assert!(!name.starts_with("on"), "{name}");
                if ["src", "href", "xlink:href", "action", "srcset"].contains(&name.as_str()) {
                    assert!(value.starts_with('#') || value.starts_with("data:"), "{name}={value}");
                }
            }
        }
        assert!(!html.contains("@import") && !html.contains("http://") && !html.contains("https://"));
    }
}

#[test]
fn hostile_names_stay_names() {
    let names = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "]]><svg onload=alert(1)>",
        "</title></style><b>",
        "=1+1 '&amp;",
        "\u{202e}gnp.\u{2066}\u{200b}",
        "\u{1b}[31m\u{0}\u{7}\t\r\n",
    ];
    let plain = tags(&of(&one_of("x"), Language::Sv)).iter().map(|tag| tag.name.clone()).collect::<Vec<_>>();
    for name in names {
        let html = of(&one_of(name), Language::Sv);
        let found: Vec<String> = tags(&html).iter().map(|tag| tag.name.clone()).collect();
        let outside =
            |names: &[String]| names.iter().filter(|name| !["text", "tspan", "data"].contains(&name.as_str())).count();
        let is_drawing =
            |name: &String| ["path", "polyline", "circle", "rect", "line", "polygon", "g"].contains(&name.as_str());
        let count = |names: &[String]| outside(names) - names.iter().filter(|name| is_drawing(name)).count();
        assert_eq!(count(&found), count(&plain), "{name:?} adds or takes an element");
        let steers = |c: char| {
            (c.is_control() && c != '\n')
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        let found = html.char_indices().find(|(_, c)| steers(*c));
        let near = found.map(|(at, _)| {
            html[..at].chars().rev().take(120).collect::<Vec<_>>().into_iter().rev().collect::<String>()
        });
        assert!(found.is_none(), "{name:?} steers after {near:?}");
    }
}

/// Findings in which everything that has a name has this one.
fn one_of(name: &str) -> Findings {
    let hostile = |text: &str| builder::title(text, text);
    let mut findings =
        builder::findings(&[Invented::new("a", name, 9.0), Invented::new("b", "B", 20.0)], &[("r", name, name, 30.0)]);
    let inputs = &mut findings.inputs;
    inputs.title = hostile(name);
    inputs.largest_unmodelled_risk = Some(hostile(name));
    inputs.cuts[0].title = hostile(name);
    inputs.remarks = vec![name.into()];
    inputs.settings = vec![name.into()];
    inputs.files = vec![(name.into(), name.into())];
    inputs.version = name.into();
    for scenario in &mut inputs.scenarios {
        scenario.remark = Some(hostile(name));
        scenario.flows[0].title = hostile(name);
        scenario.flows[1].not_assessed = Some(hostile(name));
        scenario.families[0].1 = hostile(name);
        for origin in scenario.origins.entries.values_mut() {
            origin.source = name.into();
            origin.value = name.into();
            origin.kind = name.into();
            origin.range = name.into();
        }
        let origin = scenario.origins.entries.values().next().expect("an origin").clone();
        scenario.origins.entries.insert(name.into(), origin);
    }
    for cell in &mut findings.cells {
        cell.cost.payers[0].0 = name.into();
        let readings = &mut cell.endurance[0].claims[0].1;
        readings.most_often_at_zero[2][0].0 = name.into();
    }
    findings
}

#[test]
fn swedish_numbers_have_a_comma_and_a_hard_space() {
    let html = of(&region(), Language::Sv);
    // Values and sources of assumptions are quoted as they are written.
    let results = html.split_once("<section id=\"assumptions\"").expect("assumptions").0;
    let words = text(results);
    let numbers = words.split(|c: char| c.is_whitespace() && c != '\u{a0}').filter(|word| {
        !word.contains("cost.") && !word.contains("0.1.0") && !word.contains("today.toml") && !word.contains("demand.")
    });
    for word in numbers {
        let pairs: Vec<char> = word.chars().collect();
        let has_point =
            pairs.windows(3).any(|three| three[0].is_ascii_digit() && three[1] == '.' && three[2].is_ascii_digit());
        assert!(!has_point, "{word}");
    }
}

#[test]
fn date_and_command_come_from_the_run() {
    let info = RunInfo {
        finished: "2026-11-21T10:00:00Z".into(),
        command: vec!["beredd".into(), "run".into(), "a b.toml".into()],
    };
    let words = text(&page(&region(), &info, Language::Sv));
    assert!(words.contains("2026-11-21T10:00:00Z") && words.contains("beredd run 'a b.toml'"));
    assert!(text(&of(&region(), Language::Sv)).contains("står i run.json bredvid resultaten"));
}

#[test]
fn findings_without_probes_or_with_one_scenario_make_a_page_too() {
    let mut findings = region();
    for cell in &mut findings.cells {
        cell.endurance.clear();
    }
    assert!(text(&of(&findings, Language::Sv)).contains("Ingen uthållighet är simulerad i denna körning."));
    findings.cells.clear();
    findings.comparisons.clear();
    tags(&of(&findings, Language::En));
    let alone = builder::findings(&[Invented::new("today", "Nuläge", 9.0)], &[("none", "ingen", "none", 0.0)]);
    let words = text(&of(&alone, Language::Sv));
    assert!(words.contains("Nuläge klarar 1 månad (silver) i <1\u{a0}% av simuleringarna"), "{}", &words[..600]);
}

/// As many alternatives as this, with a choice of reserve.
fn many(count: usize) -> Findings {
    let ids = ["today", "a", "b", "c", "d", "e", "f", "g"];
    let scenarios: Vec<Invented> = ids[..count].iter().map(|id| Invented::new(id, id, 9.0)).collect();
    builder::findings(&scenarios, &[("none", "ingen", "none", 0.0), ("30-days", "30 dygn", "30 days", 30.0)])
}

#[test]
fn many_alternatives_stand_in_one_table_on_a_first_page_of_its_own() {
    let findings = many(7);
    let html = of(&findings, Language::Sv);
    let tables: Vec<Tag> =
        tags(&html).into_iter().filter(|tag| attribute(tag, "class") == Some("decision tall")).collect();
    assert_eq!(tables.len(), 2 * 2, "one per reserve and cut");
    assert!(!html.contains("class=\"decision\""));
    let said = |place: &str| tables.iter().any(|table| table.inside.contains(&format!("data-at=\"{place}\"")));
    for cell in 0..findings.cells.len() {
        for level in [3, 7, 30, 90] {
            for figure in ["share_served", "p_at_least/0.95"] {
                let place = format!("/cells/{cell}/endurance/largest-site/1/{figure}/{level}/mean");
                assert!(said(&place), "{place}");
            }
            assert!(said(&format!("/cells/{cell}/stock_requirement/{level}/share/mean")));
        }
        assert!(said(&format!("/cells/{cell}/metrics/cost_per_year/mean")));
        assert!(said(&format!("/cells/{cell}/metrics/fill_rate/mean")));
    }
}

#[test]
fn what_the_results_are_not_stands_before_every_chart() {
    for count in [2, 5, 7] {
        let html = of(&many(count), Language::Sv);
        let (first, rest) = html.split_once("<section id=\"charts\">").expect("charts");
        assert!(first.contains("id=\"decision\"") && first.contains("id=\"not\"") && !first.contains("<svg"));
        assert!(rest.contains("chart-cost-endurance"), "{count}");
    }
}

#[test]
fn the_box_says_what_the_costs_leave_out() {
    let said = |findings: &Findings, language| text(&of(findings, language));
    // Two pay, and one scenario has three components without a price.
    let sv = said(&region(), Language::Sv);
    for told in [
        "Byggnader, personal, system och övergången är inte prissatta; klumpsummor ingår aldrig.",
        "Utan pris i studien: lagerhållning, restnotering, förlorat behov.",
        "som en grossists avgift, ingår inte: jämför summor, inte enskilda betalare.",
    ] {
        assert!(sv.contains(told), "{told}");
    }
    let mut plain = builder::findings(&[Invented::new("a", "A", 9.0)], &[("none", "ingen", "none", 0.0)]);
    plain.cells.iter_mut().for_each(|cell| cell.cost.payers.truncate(1));
    let en = said(&plain, Language::En);
    assert!(
        en.contains("Buildings, staff, systems and the transition are not priced; lump sums are never part of it.")
    );
    assert!(!en.contains("Without a price in the study") && !en.contains("wholesaler's fee"), "{}", &en[..900]);
}

#[test]
fn assumptions_begin_with_an_overview_that_a_print_can_do_with() {
    let html = of(&region(), Language::Sv);
    for row in [
        "<th scope=\"row\"><code>cost</code></th><td>2</td><td>0</td><td>1 antaganden, 1 ur uppdragets dokument</td>",
        "<th scope=\"row\"><code>demand</code></th><td>1</td><td>0</td><td>1 antaganden</td>",
    ] {
        assert!(html.contains(row), "{row}");
    }
    let mut differing = region();
    differing.inputs.scenarios[1].origins.entries.get_mut("cost.storage").expect("a value").value = "1 SEK".into();
    let html = of(&differing, Language::En);
    let row = "<code>cost</code></th><td>2</td><td>1</td><td>2 assumptions, 1 from the assignment&#39;s documents</td>";
    assert!(html.contains(row), "{row}");
}

#[test]
fn values_of_charts_say_once_what_holds_for_every_row() {
    let html = of(&region(), Language::Sv);
    let stop =
        html.split_once("id=\"chart-stop\"").and_then(|(_, rest)| rest.split_once("</figure>")).expect("a chart").0;
    assert!(stop.contains("; snitt: allt utanför regionen; reserv: 30 dygn</caption>"));
    assert!(stop.contains("<th scope=\"rowgroup\" colspan=\"11\">Nuläge (alternativ 0)</th>"));
    assert!(stop.contains("<th scope=\"col\">räckvidd, dagar: P50</th>"));
    // 38 days of cover after the first; the quantiles are 0.7, 0.85, 1, 1.1 and 1.3 of it, the three courses 0.8, 1 and 1.2.
    assert!(stop.contains("<tr><td>1</td><td>26,6</td><td>32,3</td><td>38</td><td>41,8</td><td>49,4</td>"));
    assert!(stop.contains("<td>30,4</td><td>38</td><td>45,6</td></tr>"));
    assert_eq!(stop.matches("<tr>").count(), 1 + 3 * (1 + 90));
    let costs = html
        .split_once("id=\"chart-cost-breakdown\"")
        .and_then(|(_, rest)| rest.split_once("</figure>"))
        .expect("a chart")
        .0;
    assert!(costs.contains("<td>kapitalbindning</td>") && costs.contains("enhet: SEK/år"), "{costs}");
}

#[test]
fn what_runs_out_has_a_column_per_alternative() {
    let html = of(&region(), Language::Sv);
    let table = html.split("<table").find(|table| table.contains("Varufamiljer, dag 30")).expect("families");
    assert!(table.contains("<th scope=\"col\">Nuläge (alternativ 0)</th>"));
    assert_eq!(table.matches("<tr>").count(), 1 + 3, "a row per family");
    assert!(table.contains("data-at=\"/cells/5/endurance/outside-region/1/families_at_zero/30/2/share\""));
}
