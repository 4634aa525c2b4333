//! The lists of a Monday morning, as the reckoning needs them.

use crate::desk::days;
use crate::desk::stock_rows::is_expired;
use crate::order::Gather;
use crate::sheet::{Listing, Problem};
use crate::time::DAYS_PER_YEAR;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// An article at a site.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StockRow {
    /// Row of the file.
    pub line: u32,
    /// Article number.
    pub article: String,
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub site: String,
    /// Who delivers it.
    pub supplier: String,
    /// The own site that refills it; empty: the supplier.
    pub from: String,
    /// Units in stock and promised to nobody.
    pub free: f64,
    /// Units on hand whose last day has passed.
    pub expired: f64,
    /// Units per calendar day.
    pub daily_use: Option<f64>,
    /// Calendar days from order to receipt.
    pub lead_time: Option<f64>,
    /// Whether care cannot do without.
    pub critical: bool,
    /// Whether it may not be ordered any more.
    pub withdrawn: bool,
    /// Articles of a group can replace each other; empty: none.
    pub need_group: String,
    /// Units of need per unit.
    pub need_factor: f64,
}

/// An order line that is not fully delivered.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenOrder {
    /// Article number.
    pub article: String,
    /// Where it goes; empty: the list does not say.
    pub site: String,
    /// Number of the order.
    pub order: String,
    /// Units.
    pub quantity: f64,
    /// When it is to come.
    pub promised: Option<Date>,
}

/// What a supplier says that it cannot deliver.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Article number.
    pub article: String,
    /// Since when.
    pub since: Option<Date>,
    /// When it is expected back; none: not known.
    pub back: Option<Date>,
    /// What the supplier says.
    pub reason: String,
    /// Article that it offers instead; empty: none.
    pub substitute: String,
}

/// Whom to call.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contact {
    /// Who answers.
    pub name: String,
    /// Telephone number.
    pub phone: String,
    /// Address of mail.
    pub mail: String,
}

/// An article and what replaces it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Article number.
    pub article: String,
    /// What replaces it.
    pub substitute: String,
    /// Units of the substitute per unit of the article.
    pub factor: f64,
}

/// The stock list on a day: what has passed its last day does not count.
///
/// # Errors
/// Articles that stand twice at a site.
pub fn stock(listing: &Listing, today: Date) -> Result<Vec<StockRow>, Vec<Problem>> {
    let problems = listing.duplicates(&["article", "site"]);
    if !problems.is_empty() {
        return Err(problems);
    }
    let rows = listing.rows().map(|row| {
        let text = |key| row.text(key).unwrap_or_default().to_owned();
        let vital = row.text("ved").is_some_and(|class| class.eq_ignore_ascii_case("v"));
        let yearly = || row.number("yearly-use").map(|units| units.max(0.0) / DAYS_PER_YEAR);
        let on_hand = row.number("on-hand").unwrap_or_default();
        let expired = if is_expired(row.date("expires"), on_hand, today) { on_hand } else { 0.0 };
        StockRow {
            expired,
            line: row.line(),
            article: text("article"),
            name: text("name"),
            site: text("site"),
            supplier: text("supplier"),
            from: text("from"),
            free: (on_hand - expired - row.number("reserved").unwrap_or_default()).max(0.0),
            daily_use: row.number("daily-use").or_else(yearly),
            lead_time: row.number("lead-time"),
            critical: row.flag("critical") || (!listing.has("critical") && vital),
            withdrawn: row.flag("withdrawn"),
            need_group: text("need-group"),
            need_factor: row.number("need-factor").unwrap_or(1.0),
        }
    });
    Ok(rows.collect())
}

/// Open orders.
pub fn orders(listing: &Listing) -> Vec<OpenOrder> {
    let text = |row: crate::sheet::Row<'_>, key| row.text(key).unwrap_or_default().to_owned();
    let rows = listing.rows().map(|row| OpenOrder {
        article: text(row, "article"),
        site: text(row, "site"),
        order: text(row, "order"),
        quantity: row.number("quantity").unwrap_or_default(),
        promised: row.date("promised"),
    });
    rows.collect()
}

/// Back-order notices.
pub fn notices(listing: &Listing) -> Vec<Notice> {
    let rows = listing.rows().map(|row| Notice {
        article: row.text("article").unwrap_or_default().to_owned(),
        since: row.date("since"),
        back: row.date("back"),
        reason: row.text("reason").unwrap_or_default().to_owned(),
        substitute: row.text("substitute").unwrap_or_default().to_owned(),
    });
    rows.collect()
}

/// Contacts by supplier.
///
/// # Errors
/// Suppliers that stand twice.
pub fn contacts(listing: &Listing) -> Result<BTreeMap<String, Contact>, Vec<Problem>> {
    let problems = listing.duplicates(&["supplier"]);
    if !problems.is_empty() {
        return Err(problems);
    }
    let rows = listing.rows().map(|row| {
        let text = |key| row.text(key).unwrap_or_default().to_owned();
        (text("supplier"), Contact { name: text("contact"), phone: text("phone"), mail: text("mail") })
    });
    Ok(rows.into_map())
}

/// Substitutes.
pub fn substitutes(listing: &Listing) -> Vec<Pair> {
    let rows = listing.rows().map(|row| Pair {
        article: row.text("article").unwrap_or_default().to_owned(),
        substitute: row.text("substitute").unwrap_or_default().to_owned(),
        factor: row.number("factor").unwrap_or(1.0),
    });
    rows.collect()
}

/// Fills in the use that the stock list lacks: issues of an article (and site, where the list has it) per day, from the first day
/// of the list to its last. Returns how many rows got one.
pub fn use_of_issues(rows: &mut [StockRow], issues: &Listing) -> usize {
    let dates = || issues.rows().filter_map(|row| row.date("date"));
    let (Some(first), Some(last)) = (dates().min(), dates().max()) else { return 0 };
    let span = (days::between(first, last) + 1) as f64;
    let by_site = issues.has("site");
    let mut sums: BTreeMap<(String, String), f64> = BTreeMap::new();
    for row in issues.rows() {
        let text = |key| row.text(key).unwrap_or_default().to_owned();
        *sums.entry((text("article"), text("site"))).or_default() += row.number("quantity").unwrap_or_default();
    }
    let mut filled = 0;
    for row in rows.iter_mut().filter(|row| row.daily_use.is_none()) {
        let site = if by_site { row.site.clone() } else { String::new() };
        if let Some(sum) = sums.get(&(row.article.clone(), site)) {
            row.daily_use = Some(sum.max(0.0) / span);
            filled += 1;
        }
    }
    filled
}
