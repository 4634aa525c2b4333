//! Classes of articles by the value consumed (I5–I8), for a whole list and for each cost centre or site; how steady their use is;
//! how vital they are; and which A articles lie too long.

use super::consumption::UseRow;
use crate::inventory::abc::{Class, Limits, rank};
use crate::inventory::slow_stock::{above_days, days_of_use};
use crate::inventory::steadiness::{Steadiness, Variation, Vital, variation};
use crate::order::{Gather, InOrder};
use crate::time::DAYS_PER_YEAR;
use std::collections::{BTreeMap, BTreeSet};

/// What else than the whole list is classified by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Nothing.
    #[default]
    Whole,
    /// Each cost centre.
    CostCentre,
    /// Each site.
    Site,
}

/// What is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Question {
    /// Total of a whole of which the list is a part, SEK.
    pub total: Option<f64>,
    /// Where classes end.
    pub limits: Limits,
    /// Groups.
    pub by: By,
    /// Limits of XYZ, if it is asked for.
    pub variation: Option<Variation>,
    /// Days above which the stock of an A article is long.
    pub long_days: f64,
}

/// An article of a group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Net {
    /// Article number.
    pub article: String,
    /// Name.
    pub name: String,
    /// Units, returns taken off; `None` if the list has values only.
    pub quantity: Option<f64>,
    /// SEK, returns taken off.
    pub value: f64,
    /// SEK in stock.
    pub stock_value: Option<f64>,
    /// The most vital of its rows.
    pub vital: Option<Vital>,
    /// Use of each period: units, or SEK without them.
    periods: BTreeMap<String, f64>,
}

/// An article with its class.
#[derive(Clone, Debug, PartialEq)]
pub struct Classified {
    /// The article.
    pub net: Net,
    /// Share of the value; `None` if nothing was consumed.
    pub share: Option<f64>,
    /// Cumulative share of the value.
    pub cumulative: Option<f64>,
    /// Cumulative share of the number of articles.
    pub cumulative_count: f64,
    /// Class by value.
    pub class: Class,
    /// Coefficient of variation over the periods; `None` without use or if not asked for.
    pub variation: Option<f64>,
    /// Class of steadiness; Z without use.
    pub steadiness: Option<Steadiness>,
}

/// Sums of a class.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ClassSum {
    /// Articles.
    pub articles: usize,
    /// SEK; nets below 0 count as 0.
    pub value: f64,
}

/// A group with its articles, the largest value first.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its name; `None` for the whole list, empty where the list names none.
    pub name: Option<String>,
    /// What shares are shares of, SEK.
    pub total: f64,
    /// Sum of the list's values, SEK.
    pub listed: f64,
    /// Its articles.
    pub articles: Vec<Classified>,
}

impl Group {
    /// Articles and value of a class.
    pub fn sum(&self, class: Class) -> ClassSum {
        let of_class = self.articles.iter().filter(|one| one.class == class);
        of_class.fold(ClassSum::default(), |sum, one| ClassSum {
            articles: sum.articles + 1,
            value: sum.value + one.net.value.max(0.0),
        })
    }

    /// Articles without use.
    pub fn without_use(&self) -> usize {
        self.articles.iter().filter(|one| one.net.value == 0.0).count()
    }

    /// Articles of which more was returned than used.
    pub fn returned(&self) -> impl Iterator<Item = &Classified> {
        self.articles.iter().filter(|one| one.net.value < 0.0)
    }

    /// How many articles have a class and what the function says.
    pub fn count<T: PartialEq>(&self, class: Class, what: impl Fn(&Classified) -> T, is: T) -> usize {
        self.articles.iter().filter(|one| one.class == class && what(one) == is).count()
    }
}

/// An A article whose stock lasts long.
#[derive(Clone, Debug, PartialEq)]
pub struct Long {
    /// Article number.
    pub article: String,
    /// Name.
    pub name: String,
    /// Site.
    pub site: String,
    /// Days of use in stock; `None` if the list does not tell.
    pub days: Option<f64>,
    /// Days that an order is to last.
    pub coverage: Option<f64>,
    /// SEK of stock above the long days.
    pub excess: Option<f64>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The whole list first, then the groups by name.
    pub groups: Vec<Group>,
    /// Periods of the list.
    pub periods: Vec<String>,
    /// A articles of the whole list that lie too long, the most money first.
    pub long: Vec<Long>,
    /// Rows whose use is counted at the site that refills them.
    pub internal_rows: usize,
}

/// Classifies.
///
/// # Errors
/// The sum of the list, SEK, if it is above the total that is given.
pub fn classify(rows: &[UseRow], question: &Question) -> Result<Found, f64> {
    let periods: BTreeSet<&str> = rows.iter().map(|row| row.period.as_str()).filter(|name| !name.is_empty()).into_set();
    let whole = group(None, rows.iter().filter(|row| !row.is_internal), question, periods.len())?;
    let long = long(rows, &whole, question.long_days);
    let mut groups = vec![whole];
    let name = |row: &UseRow| match question.by {
        By::Whole => None,
        By::CostCentre => Some(row.cost_centre.clone()),
        By::Site => Some(row.site.clone()),
    };
    let mut parts: BTreeMap<String, Vec<&UseRow>> = BTreeMap::new();
    for row in rows {
        // What a cost centre uses is used once; a site is judged by all that leaves it.
        let counts = question.by == By::Site || !row.is_internal;
        if let Some(name) = name(row).filter(|_| counts) {
            parts.entry(name).or_default().push(row);
        }
    }
    for (name, rows) in parts {
        groups.push(group(Some(name), rows.into_iter(), question, periods.len())?);
    }
    let internal_rows = rows.iter().filter(|row| row.is_internal).count();
    Ok(Found { groups, periods: periods.into_iter().map(str::to_owned).collect(), long, internal_rows })
}

fn group<'r>(
    name: Option<String>,
    rows: impl Iterator<Item = &'r UseRow>,
    question: &Question,
    periods: usize,
) -> Result<Group, f64> {
    let nets = nets(rows);
    let values: Vec<f64> = nets.iter().map(|net| net.value).collect();
    let ranking = rank(&values, question.total, question.limits)?;
    let mut nets: Vec<Option<Net>> = nets.into_iter().map(Some).collect();
    let classified = |place: &crate::inventory::abc::Ranked| {
        let net = nets.get_mut(place.item).and_then(Option::take).unwrap_or_default();
        let varied = question.variation.map(|limits| {
            let mut uses: Vec<f64> = net.periods.values().copied().collect();
            uses.resize(periods.max(uses.len()), 0.0);
            let coefficient = variation(&uses);
            (coefficient, coefficient.map_or(Steadiness::Z, |one| limits.class(one)))
        });
        Classified {
            net,
            share: place.share,
            cumulative: place.cumulative,
            cumulative_count: place.cumulative_count,
            class: place.class,
            variation: varied.and_then(|(coefficient, _)| coefficient),
            steadiness: varied.map(|(_, class)| class),
        }
    };
    let articles = ranking.places.iter().map(classified).collect();
    Ok(Group { name, total: ranking.total, listed: ranking.listed, articles })
}

/// Rows of one article added up, in the order of article numbers.
pub fn nets<'r>(rows: impl Iterator<Item = &'r UseRow>) -> Vec<Net> {
    let mut nets: BTreeMap<&str, Net> = BTreeMap::new();
    for row in rows {
        let net = nets.entry(&row.article).or_insert_with(|| Net {
            article: row.article.clone(),
            name: row.name.clone(),
            quantity: Some(0.0),
            ..Net::default()
        });
        if net.name.is_empty() {
            net.name.clone_from(&row.name);
        }
        net.quantity = net.quantity.zip(row.quantity).map(|(sum, part)| sum + part);
        net.value += row.value;
        net.stock_value = [net.stock_value, row.stock_value].into_iter().flatten().reduce(|sum, part| sum + part);
        net.vital = [net.vital, row.vital].into_iter().flatten().min();
        if !row.period.is_empty() {
            *net.periods.entry(row.period.clone()).or_default() += row.quantity.unwrap_or(row.value);
        }
    }
    let mut nets: Vec<Net> = nets.into_values().collect();
    // Sums of rows that cancel leave crumbs of floating point, which are nothing.
    nets.iter_mut().filter(|net| net.value.abs() < 5e-5).for_each(|net| net.value = 0.0);
    nets
}

/// A articles with stock or coverage above so many days, at each site.
fn long(rows: &[UseRow], whole: &Group, most: f64) -> Vec<Long> {
    let of_a = whole.articles.iter().filter(|one| one.class == Class::A);
    let of_a: BTreeSet<&str> = of_a.map(|one| one.net.article.as_str()).into_set();
    let mut found: Vec<Long> = Vec::new();
    for row in rows.iter().filter(|row| of_a.contains(row.article.as_str())) {
        // Only a stock list has stock; its use is that of a year.
        let daily = row.on_hand.and(row.quantity).map(|units| units / DAYS_PER_YEAR);
        let days = row.on_hand.zip(daily).and_then(|(stock, daily)| days_of_use(stock, daily));
        let units = row.on_hand.zip(daily).map(|(stock, daily)| above_days(stock, daily, most));
        if [days, row.coverage].into_iter().flatten().any(|days| days > most) {
            found.push(Long {
                article: row.article.clone(),
                name: row.name.clone(),
                site: row.site.clone(),
                days,
                coverage: row.coverage,
                excess: units.zip(row.price).map(|(units, price)| units * price),
            });
        }
    }
    found.order_by(|one, other| other.excess.unwrap_or(0.0).total_cmp(&one.excess.unwrap_or(0.0)));
    found
}
