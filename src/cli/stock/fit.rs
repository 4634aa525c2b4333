//! `beredd stock fit`: use and lead times from the history, as the simulator takes them.

use super::input::ListForm;
use super::today::Today;
use crate::cli::console::talk;
use crate::cli::delivery::{Answer, Delivery};
use crate::cli::run::TABLE_WIDTH;
use crate::cli::{OUR_FAULT, place};
use crate::desk::fit::{ArticleFit, History, Hours, Issue, Lead, Receipts, fit as fitted, leads, read};
use crate::desk::lists::{DELIVERIES, ISSUES, STOCK};
use crate::desk::suppliers::{OrderLine, rows};
use crate::order::InOrder;
use crate::report::desk::fit::{About, Of, json, told, write};
use crate::report::wording::desk::fit::FitWord as Word;
use crate::report::wording::{Language, commands as say};
use crate::sheet::{Fault, Listing};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Arguments of `stock fit`.
#[derive(Debug, clap::Args)]
pub struct FitArguments {
    /// List of issues, best with the balance after each: .xlsx, or CSV with commas, semicolons or tabs
    file: PathBuf,
    /// Deliveries: lead times, and the days on which goods came to a site
    #[arg(long, value_name = "LIST")]
    deliveries: Option<PathBuf>,
    /// Stock list: names, suppliers, prices and packs of the articles
    #[arg(long, value_name = "LIST")]
    stock: Option<PathBuf>,
    /// First day of the history (default: the first one of the list)
    #[arg(long, value_name = "YYYY-MM-DD")]
    from: Option<Date>,
    /// Last day of the history (default: the last one of the list)
    #[arg(long, value_name = "YYYY-MM-DD")]
    to: Option<Date>,
    #[command(flatten)]
    form: ListForm,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    delivery: Delivery,
}

/// The lists, read.
struct Lists {
    listing: Listing,
    issues: Vec<Issue>,
    lines: Vec<OrderLine>,
    about: BTreeMap<String, About>,
    source: String,
}

/// What the lists tell.
struct Found {
    fits: Vec<ArticleFit>,
    leads: Vec<Lead>,
    hours: Hours,
    histories: BTreeMap<String, History>,
}

/// Fits a history.
pub fn fit(arguments: &FitArguments) -> u8 {
    let (delivery, today) = (&arguments.delivery, arguments.today.date());
    let language = delivery.language();
    let lists = match arguments.lists(today, language) {
        Ok(lists) => lists,
        Err(code) => return code,
    };
    let dates = lists.issues.iter().map(|issue| issue.date);
    let (first, last) = (dates.clone().min().unwrap_or(today), dates.max().unwrap_or(today));
    let span = (arguments.from.unwrap_or(first), arguments.to.unwrap_or(last));
    let histories = read(&lists.issues, span.0, span.1, &receipts(&lists.lines));
    if histories.is_empty() {
        talk(&Word::NoHistory.fill(language, &[("from", &span.0.to_string()), ("to", &span.1.to_string())]));
        return crate::cli::BAD_INPUT;
    }
    let hours = Hours::of(&lists.issues, span.0, span.1, &histories);
    let mut fits: Vec<ArticleFit> =
        histories.iter().map(|(article, history)| fitted(article, history, span.0, &hours)).collect();
    if fits.iter().all(|fit| fit.mean <= 0.0 || fit.laws.is_empty()) {
        talk(&Word::NothingLeft.fill(language, &[("file", &crate::report::name::visible(&lists.listing.file))]));
        return crate::cli::BAD_INPUT;
    }
    let weight =
        |fit: &ArticleFit| fit.mean * lists.about.get(&fit.article).and_then(|about| about.price).unwrap_or(1.0);
    fits.order_by(|one, other| weight(other).total_cmp(&weight(one)));
    let leads = leads(&lists.lines, today);
    arguments.answer(&lists, &Found { fits, leads, hours, histories }, span, today)
}

/// The days on which goods of each article came.
fn receipts(lines: &[OrderLine]) -> Receipts {
    let mut days = Receipts::new();
    for line in lines {
        let sites = days.entry(line.article.clone()).or_default();
        sites.entry(line.site.clone()).or_default().extend(line.receipts.iter().map(|receipt| receipt.date));
    }
    days
}

impl FitArguments {
    fn answer(&self, lists: &Lists, found: &Found, span: (Date, Date), today: Date) -> u8 {
        let (delivery, language) = (&self.delivery, self.delivery.language());
        let (fits, leads) = (found.fits.as_slice(), found.leads.as_slice());
        let written = write(fits, leads, &lists.about, &lists.source, today);
        let folder = delivery.output.as_deref().map(place::shown);
        let of = Of {
            listing: &lists.listing,
            today,
            span,
            about: &lists.about,
            hours: &found.hours,
            without_balances: found.histories.values().filter(|history| !history.has_balances).count(),
            folder: folder.as_deref(),
        };
        let told = told(fits, leads, &written, of, language);
        let mut files = Vec::new();
        if delivery.output.is_some() {
            match told.workbook(language) {
                Ok(bytes) => files.push(("fit.xlsx".to_owned(), bytes)),
                Err(error) => {
                    talk(&say::HAS_FAULT.fill(language, &[("failure", &error)]));
                    return OUR_FAULT;
                }
            }
            files.push(("articles.csv".to_owned(), written.articles.clone().into_bytes()));
            files.push(("fitted.toml".to_owned(), written.scenario.clone().into_bytes()));
        }
        let json = json(fits, leads, &written, of);
        let (human, csv) = (told.human(language, TABLE_WIDTH), told.csv(0, language));
        delivery.hand_over("fit", Answer { human, json, csv, charts: Vec::new(), files })
    }

    fn lists(&self, today: Date, language: Language) -> Result<Lists, u8> {
        self.form.known(&[&ISSUES, &DELIVERIES, &STOCK], language)?;
        let quiet = self.delivery.quiet;
        let check = |listing: &Listing| after(listing, today);
        let columns = ISSUES.with(&[]);
        let listing = self.form.read_checked(&self.file, &ISSUES, &columns, quiet, language, &check)?;
        let issues = self.issues(&listing, today, language)?;
        let mut about = BTreeMap::new();
        for row in listing.rows() {
            let one: &mut About = about.entry(text(row.text("article"))).or_default();
            if one.name.is_empty() {
                one.name = text(row.text("name"));
            }
        }
        let mut source = crate::report::name::visible(&listing.file);
        let mut lines = Vec::new();
        if let Some(path) = &self.deliveries {
            let listing = self.form.read(path, &DELIVERIES, &DELIVERIES.with(&[]), quiet, language)?;
            lines =
                rows::read(&listing, today).map_err(|found| self.form.refuse_list(&listing, found, language))?.lines;
            suppliers(&lines, &mut about);
            source += &format!(", {}", crate::report::name::visible(&listing.file));
        }
        if let Some(path) = &self.stock {
            let listing = self.form.read(path, &STOCK, &STOCK.with(&[]), quiet, language)?;
            let twice = listing.duplicates(STOCK.identity());
            if !twice.is_empty() {
                return Err(self.form.refuse_list(&listing, twice, language));
            }
            stock(&listing, &mut about);
            source += &format!(", {}", crate::report::name::visible(&listing.file));
        }
        Ok(Lists { listing, issues, lines, about, source })
    }

    fn issues(&self, listing: &Listing, today: Date, language: Language) -> Result<Vec<Issue>, u8> {
        let late = after(listing, today);
        if !late.is_empty() {
            return Err(self.form.refuse_list(listing, late, language));
        }
        let issue = |row: crate::sheet::Row<'_>| {
            Some(Issue {
                date: row.date("date")?,
                minute: row.time("time"),
                article: text(row.text("article")),
                site: text(row.text("site")),
                quantity: row.number("quantity")?,
                balance: row.number("balance"),
            })
        };
        Ok(listing.rows().filter_map(issue).collect())
    }
}

/// Issues that lie in the future.
fn after(listing: &Listing, today: Date) -> Vec<crate::sheet::Problem> {
    let day = today.to_string();
    let future = |language| Word::Future.fill(language, &[("day", &day)]);
    let late = listing.rows().filter(|row| row.date("date").is_some_and(|date| date > today));
    let fault = || Fault::Other { sv: future(Language::Sv), en: future(Language::En) };
    late.map(|row| listing.problem(row, "date", fault())).collect()
}

fn text(text: Option<&str>) -> String {
    text.unwrap_or_default().to_owned()
}

/// Who delivers each article: the supplier of most of its lines; of equals the first by name.
fn suppliers(lines: &[OrderLine], about: &mut BTreeMap<String, About>) {
    let mut counts: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for line in lines {
        *counts.entry(&line.article).or_default().entry(&line.supplier).or_default() += 1;
    }
    for (article, suppliers) in counts {
        let most = suppliers.into_iter().rev().max_by_key(|(_, count)| *count);
        if let (Some(one), Some((supplier, _))) = (about.get_mut(article), most) {
            one.supplier = supplier.to_owned();
        }
    }
}

/// What a stock list tells; a row that names a supplier goes before one that an own site refills.
fn stock(listing: &Listing, about: &mut BTreeMap<String, About>) {
    for row in listing.rows() {
        let Some(one) = row.text("article").and_then(|article| about.get_mut(article)) else { continue };
        let fill = |place: &mut String, key| {
            if let (true, Some(found)) = (place.is_empty(), row.text(key)) {
                *place = found.to_owned();
            }
        };
        fill(&mut one.name, "name");
        fill(&mut one.need_group, "need-group");
        if let (Some(supplier), None) = (row.text("supplier"), row.text("from")) {
            one.supplier = supplier.to_owned();
        }
        one.price = one.price.or(row.number("price"));
        one.pack = one.pack.or(row.number("pack"));
        one.volume = one.volume.or(row.number("volume"));
        one.critical |= row.flag("critical");
    }
}
