//! `beredd stock slotting`: where articles should stand, and the walking that it saves.

use super::WIDTH;
use super::input::ListForm;
use super::values::positive;
use crate::cli::amounts::number;
use crate::cli::answer::{refused, tell_refusal};
use crate::cli::delivery::{Answer, Delivery};
use crate::desk::lists::{PICKS, PLACES, STOCK};
use crate::desk::slotting::place::{Layout, Place, millimetres};
use crate::desk::slotting::{Item, Question, SlottingFindings, read, slotting as answered};
use crate::report::wording::Language;
use crate::report::{csv, desk};
use std::path::PathBuf;

/// Metres: a store is no larger.
const MOST_METRES: f64 = 10_000.0;

/// Arguments of `stock slotting`.
#[derive(Debug, clap::Args)]
pub struct SlottingArguments {
    /// Stock list: article, lines per year, and where known name, family, volume, on hand, place, look-alike group
    articles: PathBuf,
    /// Places: name, x and y in metres, and where known z, zone, kind, volume
    #[arg(long, value_name = "FILE")]
    places: PathBuf,
    /// What was picked: order, article; without it each order line is fetched by itself
    #[arg(long, value_name = "FILE", requires = "days")]
    picks: Option<PathBuf>,
    /// Working days that the picks are of
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = positive, requires = "picks")]
    days: Option<f64>,
    /// Where pickers start and end: x and y in metres
    #[arg(long, value_name = "X:Y", allow_hyphen_values = true, value_parser = point, default_value = "0:0")]
    door: (f64, f64),
    /// The y of an aisle across, in metres, once for each; x changes only there (default: everywhere)
    #[arg(long, value_name = "Y", allow_negative_numbers = true, value_parser = coordinate)]
    cross_aisle: Vec<f64>,
    /// Look-alikes stand further apart than this, metres
    #[arg(long, value_name = "METRES", allow_negative_numbers = true, value_parser = distance, default_value = "1")]
    apart: f64,
    /// Walking speed, metres per second
    #[arg(long, value_name = "M/S", allow_negative_numbers = true, value_parser = positive, default_value = "1")]
    speed: f64,
    /// Working days of a year
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = year, default_value = "250")]
    working_days: f64,
    #[command(flatten)]
    form: ListForm,
    #[command(flatten)]
    delivery: Delivery,
}

fn coordinate(text: &str) -> Result<f64, String> {
    match number(text) {
        Ok(metres) if metres.abs() <= MOST_METRES => Ok(metres),
        _ => Err("write metres, at most 10000 on either side of 0, e.g. 12.5".to_owned()),
    }
}

fn distance(text: &str) -> Result<f64, String> {
    coordinate(text)
        .ok()
        .filter(|metres| *metres >= 0.0)
        .ok_or_else(|| "write metres from 0 to 10000, e.g. 1.5".to_owned())
}

fn point(text: &str) -> Result<(f64, f64), String> {
    let (x, y) = text.split_once(':').ok_or("write x and y in metres with a colon between, e.g. 3.5:0")?;
    Ok((coordinate(x)?, coordinate(y)?))
}

fn year(text: &str) -> Result<f64, String> {
    positive(text).ok().filter(|days| *days <= 366.0).ok_or_else(|| "write days above 0 and at most 366".to_owned())
}

/// Tells where articles should stand.
pub fn slotting(arguments: &SlottingArguments) -> u8 {
    let language = arguments.delivery.language();
    match arguments.question(language) {
        Ok(question) => arguments.delivery.hand_over("slotting", answer(&answered(&question), language)),
        Err(code) => code,
    }
}

impl SlottingArguments {
    /// Reads the lists; the exit code if one of them is refused.
    fn question(&self, language: Language) -> Result<Question, u8> {
        self.form.known(&[&STOCK, &PLACES, &PICKS], language)?;
        let layout = Layout {
            places: self.places(language)?,
            door: (millimetres(self.door.0), millimetres(self.door.1)),
            cross_aisles: self.cross_aisle.iter().map(|&y| millimetres(y)).collect(),
            apart: millimetres(self.apart),
        };
        let mut items = self.items(&layout.places, language)?;
        let orders = self.orders(&items, language)?;
        let order_days = self.days.unwrap_or(self.working_days);
        if let Some(orders) = &orders {
            read::count_lines(&mut items, orders, order_days, self.working_days);
        }
        Ok(Question { layout, items, orders, order_days, working_days: self.working_days, speed: self.speed })
    }

    fn places(&self, language: Language) -> Result<Vec<Place>, u8> {
        let listing = self.form.read(&self.places, &PLACES, PLACES.columns, self.delivery.quiet, language)?;
        read::places(&listing).map_err(|found| self.form.refuse_list(&listing, found, language))
    }

    fn items(&self, places: &[Place], language: Language) -> Result<Vec<Item>, u8> {
        let needed: &[&str] = if self.picks.is_some() { &[] } else { &["lines"] };
        let listing = self.form.read(&self.articles, &STOCK, &STOCK.with(needed), self.delivery.quiet, language)?;
        let items = read::items(&listing, places).map_err(|found| self.form.refuse_list(&listing, found, language))?;
        if items.len() > places.len() && items.iter().all(|item| item.litres.is_none()) {
            let what = format!("{} articles have to stand in {} places", items.len(), places.len());
            let help = "add places, or volumes and stock on hand, so that articles can share a place";
            return Err(tell_refusal(&refused(&what, help), language));
        }
        Ok(items)
    }

    fn orders(&self, items: &[Item], language: Language) -> Result<Option<Vec<Vec<usize>>>, u8> {
        let Some(path) = &self.picks else { return Ok(None) };
        let listing = self.form.read(path, &PICKS, PICKS.columns, self.delivery.quiet, language)?;
        let orders = read::orders(&listing, items).map_err(|found| self.form.refuse_list(&listing, found, language))?;
        Ok(Some(orders))
    }
}

fn answer(found: &SlottingFindings, language: Language) -> Answer {
    Answer {
        human: desk::slotting::human(found, language, WIDTH),
        json: desk::slotting::json(found),
        csv: csv::desk::slotting::tidy(found),
        charts: Vec::new(),
        files: Vec::new(),
    }
}
