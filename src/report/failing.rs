//! How the groups that fail first are told.

use super::number::Numbers;
use super::wording::Language;
use super::wording::failing::FailWord;
use crate::study::failing::{FailingFindings, FailingGroup, WhyKind};
use crate::study::findings::Inputs;

/// Groups named at most, as said in words.
pub const MOST: u32 = 10;

/// The name of a group for people: the place and the article.
pub fn name(inputs: &Inputs, found: &FailingGroup, language: Language) -> String {
    let mut groups = inputs.scenarios.iter().flat_map(|scenario| &scenario.groups);
    let title = groups.find(|(group, _)| *group == found.name).map(|(_, title)| language.title(title));
    super::name::visible(title.unwrap_or(&found.name)).to_string()
}

/// The commonest reason, without its share; empty where there is none.
pub fn reason(found: &FailingGroup, language: Language) -> String {
    let Some((kind, site, _)) = &found.reason else { return String::new() };
    let word = match kind {
        WhyKind::SiteStopped => FailWord::SiteStopped,
        WhyKind::OnItsWay => FailWord::OnItsWay,
        WhyKind::BehindStop => FailWord::BehindStop,
        WhyKind::Locked => FailWord::Locked,
        WhyKind::CutOff => FailWord::CutOff,
        WhyKind::Waits => FailWord::Waits,
        WhyKind::Ordered => FailWord::Ordered,
    };
    let site = site.as_ref().map(|title| super::name::visible(language.title(title)).to_string()).unwrap_or_default();
    word.fill(language, &[("site", &site)])
}

/// Static days beside simulated ones, with what makes the difference; empty where there is no ratio.
pub fn ratio(found: &FailingFindings, numbers: Numbers, language: Language) -> String {
    let Some(ratio) = found.supply.ratio() else { return String::new() };
    let word = if ratio <= 1.0 { FailWord::Shorter } else { FailWord::Longer };
    let days = |days: f64| numbers.decimal(days, 1);
    let (fixed, simulated) = (days(found.supply.static_days[0]), days(found.supply.simulated_days[0]));
    word.fill(language, &[("fixed", &fixed), ("simulated", &simulated), ("ratio", &numbers.decimal(ratio, 2))])
}
