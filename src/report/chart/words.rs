//! The chart's texts, with their numbers.

use super::curves::{Curve, Panel, some_coincide};
use super::page::{TITLE, fitting};
use super::panel::has_band;
use crate::report::headline;
use crate::report::largest_site;
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::{Language, Word};
use crate::study::findings::{Findings, Inputs};

/// Room for a scenario's name in the title.
const NAME_ROOM: f64 = 480.0;

/// All texts that do not stand at a curve or an axis.
pub(super) struct Words {
    /// The language.
    pub language: Language,
    /// The message, with numbers.
    pub title: String,
    /// What is shown.
    pub subtitle: String,
    /// How to read the lines.
    pub reading: String,
    /// Where it comes from.
    pub footer: String,
    /// Alternative text.
    pub alt: String,
}

impl Words {
    /// The texts for panels of one reserve.
    pub fn new(findings: &Findings, language: Language, reserve: &str, panels: &[Panel]) -> Words {
        let inputs = &findings.inputs;
        let title = title(inputs, language, panels);
        let reserve_title = headline::reserve_title(inputs, reserve, language);
        let claim = Numbers(language).percent("100");
        let subtitle = Word::ChartSubtitle.fill(language, &[("reserve", &reserve_title), ("claim", &claim)]);
        let alt = alt(inputs, language, panels, &title, &subtitle);
        Words {
            language,
            title,
            subtitle,
            reading: reading(inputs, language, panels),
            footer: footer(inputs, language),
            alt,
        }
    }
}

/// What a curve says at the headline's level: "94 %".
pub(super) fn served(inputs: &Inputs, curve: &Curve, language: Language) -> String {
    let numbers = Numbers(language);
    let required = headline::threshold(inputs).map_or(1.0, |place| inputs.thresholds[place]);
    numbers.percent(&numbers.share_against(curve.served, required))
}

/// The headline's level in days.
pub(super) fn level(inputs: &Inputs) -> u32 {
    headline::level(inputs).map_or(0, |place| inputs.levels[place])
}

fn title(inputs: &Inputs, language: Language, panels: &[Panel]) -> String {
    let Some(panel) = panels.iter().find(|panel| !panel.curves.is_empty()) else {
        return Word::ChartEmpty.text(language).to_string();
    };
    let curve = |id: Option<&str>| panel.curves.iter().find(|curve| Some(curve.scenario.as_str()) == id);
    let first = curve(Some(&inputs.compare_to)).unwrap_or(&panel.curves[0]);
    let second = curve(headline::alternative(inputs)).filter(|second| second.scenario != first.scenario);
    let first_name = fitting(&first.name, TITLE, NAME_ROOM);
    let cut = upper_first(&panel.title);
    let level = Numbers(language).count(level(inputs));
    let first_served = served(inputs, first, language);
    let (word, second_name, second_served) = match second {
        Some(second) => {
            (Word::ChartTitleTwo, fitting(&second.name, TITLE, NAME_ROOM), served(inputs, second, language))
        }
        None => (Word::ChartTitleOne, String::new(), String::new()),
    };
    let places = [
        ("cut", cut.as_str()),
        ("level", &level),
        ("first", &first_name),
        ("s_first", &first_served),
        ("second", &second_name),
        ("s_second", &second_served),
    ];
    word.fill(language, &places)
}

fn reading(inputs: &Inputs, language: Language, panels: &[Panel]) -> String {
    let curves = || panels.iter().flat_map(|panel| &panel.curves);
    let mut names: Vec<&str> = Vec::new();
    for curve in curves().filter(|curve| has_band(inputs, curve)) {
        if !names.contains(&curve.name.as_str()) {
            names.push(&curve.name);
        }
    }
    let names = names.join(&format!(" {} ", Word::And.text(language)));
    let band = Word::ChartBand.fill(language, &[("names", &names)]);
    let shared =
        if panels.iter().any(|panel| some_coincide(&panel.curves)) { Word::ChartShared.text(language) } else { "" };
    let numbers = Numbers(language);
    let percent = |threshold: &f64| numbers.decimal(threshold * 100.0, 0);
    let thresholds: Vec<String> = inputs.thresholds.iter().map(percent).collect();
    let lines = match thresholds.split_last() {
        None => String::new(),
        Some((last, rest)) => {
            let listed = if rest.is_empty() {
                last.clone()
            } else {
                format!("{} {} {last}", rest.join(", "), Word::And.text(language))
            };
            format!(" {}", Word::ChartThresholds.fill(language, &[("thresholds", &numbers.percent(&listed))]))
        }
    };
    band + shared + &lines
}

pub(super) fn footer(inputs: &Inputs, language: Language) -> String {
    let places = [
        ("version", visible(&inputs.version)),
        ("title", visible(language.title(&inputs.title))),
        ("replications", Numbers(language).replications(inputs.replications)),
        ("seed", inputs.seed.to_string()),
    ];
    Word::ChartFooter.fill(language, &places.each_ref().map(|(name, value)| (*name, value.as_str())))
}

fn alt(inputs: &Inputs, language: Language, panels: &[Panel], title: &str, subtitle: &str) -> String {
    let numbers = Numbers(language);
    let kind = Word::ChartAltType.fill(language, &[("cap", &numbers.count(inputs.curve_days()))]);
    let level = numbers.count(level(inputs));
    let mut sentences = vec![format!("{title}."), kind, subtitle.to_string()];
    for panel in panels.iter().filter(|panel| !panel.curves.is_empty()) {
        let values = panel.curves.iter().map(|curve| format!("{} {}", served(inputs, curve, language), curve.label));
        let values = values.collect::<Vec<_>>().join(", ");
        let cut = upper_first(&panel.title);
        sentences.push(Word::ChartAltCut.fill(language, &[("cut", &cut), ("level", &level), ("values", &values)]));
        sentences.extend(Some(taken(inputs, panel, language)).filter(|text| !text.is_empty()));
    }
    sentences.push(Word::ChartAltTable.text(language).to_string());
    sentences.join(" ")
}

/// Which store a panel's cut takes, and the warning where that is not the same one; empty for other cuts.
pub(super) fn taken(inputs: &Inputs, panel: &Panel, language: Language) -> String {
    let cut = inputs.cuts.iter().find(|cut| cut.id == panel.id);
    let reserve = panel.curves.first().map(|curve| curve.reserve.as_str());
    cut.map_or(String::new(), |cut| largest_site::sentence(inputs, cut, reserve, language))
}

/// The text with a capital first letter.
pub(super) fn upper_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}
