//! What a Swedish pharmacy earns on an article: the selling price by bands of the purchase price (T31, T32).
//!
//! Rules of the authority TLV. The bands of 2011 follow from those of 2016 and the general cut of 0.75 SEK made that year; the
//! others are the authority's own. Money in SEK without tax.

use super::unanswered::{Unanswered, need};
use serde::Serialize;

/// Whose year's rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Rules {
    /// Before April 2016.
    #[serde(rename = "2011")]
    Y2011,
    /// From April 2016.
    #[serde(rename = "2016")]
    Y2016,
    /// From February 2022.
    #[serde(rename = "2022")]
    Y2022,
}

/// What is sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A prescribed drug.
    Drug,
    /// A prescribed drug that has generic competition.
    Generic,
    /// A stoma article.
    Stoma,
    /// Another consumable that drugs are taken with.
    Consumable,
}

/// A band: up to this purchase price the selling price is factor × purchase + addition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Highest purchase price, SEK.
    pub up_to: f64,
    /// Factor on the purchase price.
    pub factor: f64,
    /// SEK on top.
    pub addition: f64,
}

const fn band(up_to: f64, factor: f64, addition: f64) -> Band {
    Band { up_to, factor, addition }
}

const DRUG_2011: [Band; 4] =
    [band(75.0, 1.20, 31.25), band(300.0, 1.03, 44.0), band(6000.0, 1.02, 47.0), band(f64::INFINITY, 1.0, 167.0)];
const DRUG_2016: [Band; 4] =
    [band(75.0, 1.20, 30.5), band(300.0, 1.03, 43.25), band(50_000.0, 1.02, 46.25), band(f64::INFINITY, 1.0, 1046.25)];
const STOMA: [Band; 2] = [band(47.35, 1.362, 4.0), band(4500.0, 1.108, 16.0)];
const CONSUMABLE: [Band; 2] = [band(47.35, 1.402, 3.36), band(4500.0, 1.106, 17.36)];
/// What generic competition adds to the selling price.
const GENERIC_2016: f64 = 11.5;
const GENERIC_2022: f64 = 12.75;

/// What a pharmacy buys for and earns.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Margin {
    /// SEK.
    pub selling: f64,
    /// SEK.
    pub purchase: f64,
    /// SEK.
    pub profit: f64,
    /// The band, from 1.
    pub band: usize,
}

/// The bands of a year and kind, generic competition's addition in them.
///
/// # Errors
/// If the rules of that year for that kind are not known.
pub fn bands(rules: Rules, kind: Kind) -> Result<Vec<Band>, Unanswered> {
    let more = |added: f64| DRUG_2016.map(|one| Band { addition: one.addition + added, ..one }).to_vec();
    match (rules, kind) {
        (Rules::Y2011, Kind::Drug) => Ok(DRUG_2011.to_vec()),
        (Rules::Y2011, _) => {
            Err(Unanswered::because("kind", "a drug under the rules of 2011: others are not known for that year"))
        }
        (_, Kind::Drug) => Ok(DRUG_2016.to_vec()),
        (Rules::Y2016, Kind::Generic) => Ok(more(GENERIC_2016)),
        (Rules::Y2022, Kind::Generic) => Ok(more(GENERIC_2022)),
        (_, Kind::Stoma) => Ok(STOMA.to_vec()),
        (_, Kind::Consumable) => Ok(CONSUMABLE.to_vec()),
    }
}

/// From a purchase price.
///
/// # Errors
/// If the price is not above 0 or above the highest band, or the rules are not known.
pub fn from_purchase(rules: Rules, kind: Kind, purchase: f64) -> Result<Margin, Unanswered> {
    need(purchase.is_finite() && purchase > 0.0, "price", purchase, "a price above 0")?;
    let bands = bands(rules, kind)?;
    let place = bands.iter().position(|band| purchase <= band.up_to);
    let place = place.ok_or(Unanswered { parameter: "price", value: Some(purchase), needs: ABOVE })?;
    let selling = bands[place].factor * purchase + bands[place].addition;
    Ok(Margin { selling, purchase, profit: selling - purchase, band: place + 1 })
}

const ABOVE: &str = "within the bands: above the highest one no margin is set";

/// From a selling price; where two bands overlap by rounding, the lower one.
///
/// # Errors
/// If the price does not cover what is added to every purchase price, is above the highest band, or the rules are not known.
pub fn from_selling(rules: Rules, kind: Kind, selling: f64) -> Result<Margin, Unanswered> {
    let bands = bands(rules, kind)?;
    let purchase = |band: &Band| (selling - band.addition) / band.factor;
    let least = bands[0].addition;
    need(selling.is_finite() && selling > least, "price", selling, "above the fixed part of the lowest band")?;
    // A price at a border belongs to the band below, whatever its last digit.
    let place = bands.iter().position(|band| purchase(band) <= band.up_to * (1.0 + 1e-12));
    let place = place.ok_or(Unanswered { parameter: "price", value: Some(selling), needs: ABOVE })?;
    let purchase = purchase(&bands[place]);
    Ok(Margin { selling, purchase, profit: selling - purchase, band: place + 1 })
}

/// The profit if the band below were used above its border: a slip that sources make.
///
/// # Errors
/// As [`from_selling`].
pub fn profit_by_band_below(rules: Rules, kind: Kind, selling: f64) -> Result<Option<f64>, Unanswered> {
    let (found, bands) = (from_selling(rules, kind, selling)?, bands(rules, kind)?);
    let below = found.band.checked_sub(2).map(|place| bands[place]);
    Ok(below.map(|band| selling - (selling - band.addition) / band.factor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prices_of_the_thesis() {
        // (selling, purchase, profit): (100 − 31.25) / 1.2 = 57.29 and so on.
        let table = [(50.0, 15.63, 34.38), (100.0, 57.29, 42.71), (150.0, 102.91, 47.09), (400.0, 346.08, 53.92)];
        for (selling, purchase, profit) in table {
            let found = from_selling(Rules::Y2011, Kind::Drug, selling).unwrap();
            assert!((found.purchase - purchase).abs() < 0.0051 && (found.profit - profit).abs() < 0.0051, "{found:?}");
        }
        // The printed 172 at about 6,400 is the third band above its border; the rule says 167.
        assert!((from_selling(Rules::Y2011, Kind::Drug, 6400.0).unwrap().profit - 167.0).abs() < 1e-9);
        let slip = profit_by_band_below(Rules::Y2011, Kind::Drug, 6400.0).unwrap().unwrap();
        assert!((slip - 171.57).abs() < 0.01, "{slip}");
    }

    #[test]
    fn selling_and_purchase_are_each_others_inverse() {
        for rules in [Rules::Y2011, Rules::Y2016, Rules::Y2022] {
            for kind in [Kind::Drug, Kind::Generic, Kind::Stoma, Kind::Consumable] {
                if bands(rules, kind).is_err() {
                    continue;
                }
                for purchase in [1.0, 40.0, 60.0, 75.0, 80.0, 250.0, 300.0, 301.0, 4400.0] {
                    let there = from_purchase(rules, kind, purchase).unwrap();
                    let back = from_selling(rules, kind, there.selling).unwrap();
                    assert!((back.purchase - purchase).abs() < 1e-9, "{rules:?} {kind:?} {purchase} {back:?}");
                }
            }
        }
    }

    #[test]
    fn later_rules_by_hand() {
        let profit = |rules, kind, purchase| from_purchase(rules, kind, purchase).unwrap().profit;
        assert!((profit(Rules::Y2016, Kind::Drug, 50.0) - 40.5).abs() < 1e-9); // 0.2 · 50 + 30.50
        assert!((profit(Rules::Y2022, Kind::Generic, 50.0) - 53.25).abs() < 1e-9); // + 12.75
        assert!((profit(Rules::Y2016, Kind::Drug, 60_000.0) - 1046.25).abs() < 1e-9);
        assert!((profit(Rules::Y2016, Kind::Stoma, 100.0) - 26.8).abs() < 1e-9); // 10.8 + 16
        assert!((profit(Rules::Y2016, Kind::Consumable, 100.0) - 27.96).abs() < 1e-9); // 10.6 + 17.36
    }

    #[test]
    fn what_no_rule_covers_is_refused() {
        assert_eq!(from_selling(Rules::Y2011, Kind::Drug, 31.25).unwrap_err().parameter, "price");
        assert_eq!(from_purchase(Rules::Y2016, Kind::Stoma, 5000.0).unwrap_err().parameter, "price");
        assert_eq!(from_purchase(Rules::Y2011, Kind::Generic, 50.0).unwrap_err().parameter, "kind");
        assert!(from_purchase(Rules::Y2011, Kind::Drug, f64::NAN).is_err());
    }
}
