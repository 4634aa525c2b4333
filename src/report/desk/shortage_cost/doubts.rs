//! What does not agree in the case, and what its file says beside.

use super::Page;
use crate::desk::shortage_cost::Doubt;
use crate::report::number::Numbers;
use crate::report::table::columns::wrap;
use crate::report::wording::desk::shortage_cost::ShortageCostWord as Say;

impl Page<'_> {
    pub(super) fn doubts(&self) -> String {
        let texts: Vec<String> = self.found.doubts.iter().map(|doubt| self.doubt(doubt)).collect();
        self.listed(Say::DoubtsTitle, &texts)
    }

    pub(super) fn notes(&self) -> String {
        let texts: Vec<String> = self.found.case.notes.values().map(|text| self.title(text)).collect();
        self.listed(Say::NotesTitle, &texts)
    }

    fn listed(&self, title: Say, texts: &[String]) -> String {
        if texts.is_empty() {
            return String::new();
        }
        let items = texts.iter().map(|text| wrap(&format!("- {text}"), self.width, "  "));
        self.wrapped(&[self.text(title)]) + &items.collect::<String>()
    }

    fn doubt(&self, doubt: &Doubt) -> String {
        let numbers = Numbers(self.language);
        let (count, three) = (|value: u64| numbers.count(value), |value: f64| numbers.short(value, 3));
        match doubt {
            Doubt::ShareAgainstCounts { key, stated, counted, hits, of } => {
                let (stated, counted) = (self.percent(*stated), self.percent(*counted));
                let (hits, of) = (count(*hits), count(*of));
                let places =
                    [("key", key.as_str()), ("stated", &stated), ("hits", &hits), ("of", &of), ("counted", &counted)];
                self.fill(Say::DoubtShare, &places)
            }
            Doubt::SampleAgainstRespondents { key, of, respondents } => {
                let (of, respondents) = (count(*of), count(*respondents));
                self.fill(Say::DoubtSample, &[("key", key), ("of", &of), ("respondents", &respondents)])
            }
            Doubt::PrintedMargin { price, printed, profit, band_below } => {
                let [price, printed, profit] = [*price, *printed, *profit].map(|value| self.amount(value));
                let places = [("price", price.as_str()), ("printed", &printed), ("profit", &profit)];
                let why = if *band_below { format!(" {}", self.text(Say::DoubtBand)) } else { String::new() };
                self.fill(Say::DoubtMargin, &places) + &why
            }
            Doubt::NotShown { title, p } => {
                self.fill(Say::DoubtNotShown, &[("title", &self.title(title)), ("p", &three(*p))])
            }
            Doubt::PrintedTest { title, figure, printed, computed } => {
                let (title, printed, computed) = (self.title(title), three(*printed), three(*computed));
                let places =
                    [("title", title.as_str()), ("figure", figure), ("printed", &printed), ("computed", &computed)];
                self.fill(Say::DoubtPrinted, &places)
            }
            Doubt::LinesOfLeavers { mean, counted, needed, stated } => {
                let [mean, counted, needed, stated] =
                    [*mean, *counted, *needed, *stated].map(|value| numbers.short(value, 2));
                let places = [("mean", mean.as_str()), ("counted", &counted), ("needed", &needed), ("stated", &stated)];
                self.fill(Say::DoubtLines, &places)
            }
            Doubt::CausesAgainstLeaving { causes, u } => {
                self.fill(Say::DoubtCauses, &[("causes", &count(*causes)), ("u", &self.amount(*u))])
            }
        }
    }
}
