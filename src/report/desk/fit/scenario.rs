//! What was fitted, as files of the simulator: an article list, and a scenario that runs as it stands.

use crate::desk::fit::{ArticleFit, Kind, Law, Lead, LeadLaw, Profile, Size};
use crate::order::Gather;
use crate::report::csv::text_cell;
use crate::time::DAYS_PER_YEAR;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// Lead time of a supplier of whom no delivery tells, days: an assumption.
const ASSUMED_LEAD: f64 = 14.0;

/// What other lists tell of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct About {
    /// Its name.
    pub name: String,
    /// Who delivers it.
    pub supplier: String,
    /// SEK per unit.
    pub price: Option<f64>,
    /// Units per pack.
    pub pack: Option<f64>,
    /// Litres per unit.
    pub volume: Option<f64>,
    /// Whether care cannot do without.
    pub critical: bool,
    /// Articles that may stand in for it.
    pub need_group: String,
}

/// The files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    /// `articles.csv`.
    pub articles: String,
    /// `fitted.toml`.
    pub scenario: String,
    /// Articles without use, which the simulator has no need for.
    pub left_out: Vec<String>,
    /// Suppliers of whom no delivery tells.
    pub assumed_leads: Vec<String>,
}

/// An id of the simulator for a name: its letters and digits of ASCII, and a hyphen for all else.
pub fn id_of(name: &str) -> String {
    let plain = |letter: char| match letter {
        'å' | 'ä' | 'Å' | 'Ä' => 'a',
        'ö' | 'Ö' => 'o',
        letter if letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.') => letter,
        _ => '-',
    };
    let id: String = name.chars().take(100).map(plain).collect();
    if id.is_empty() { "unknown".to_owned() } else { id }
}

/// The files. `about` is what a stock list tells; `source` names the lists, `today` begins the simulation.
pub fn write(
    fits: &[ArticleFit],
    leads: &[Lead],
    about: &BTreeMap<String, About>,
    source: &str,
    today: Date,
) -> Written {
    let used: Vec<&ArticleFit> = fits.iter().filter(|fit| fit.mean > 0.0 && !fit.laws.is_empty()).collect();
    let mut written = Written {
        left_out: fits
            .iter()
            .filter(|fit| fit.mean <= 0.0 || fit.laws.is_empty())
            .map(|fit| fit.article.clone())
            .collect(),
        ..Written::default()
    };
    let nothing = About::default();
    let told = |fit: &ArticleFit| about.get(&fit.article).unwrap_or(&nothing).clone();
    let mut members: BTreeMap<String, usize> = BTreeMap::new();
    used.iter().for_each(|fit| *members.entry(told(fit).need_group).or_default() += 1);
    // An article whose stand-ins have no history stands alone.
    let is_alone = |group: &str| members.get(group).is_none_or(|members| *members < 2);
    let of = |fit: &ArticleFit| {
        let about = told(fit);
        if is_alone(&about.need_group) { About { need_group: String::new(), ..about } } else { about }
    };
    let ids = ids(&used);
    written.articles = articles(&used, &ids, &of);
    let suppliers: BTreeSet<String> = used.iter().map(|fit| of(fit).supplier).into_set();
    let text = &mut written.scenario;
    // Writing to a text cannot fail.
    let _ = head(text, source, today);
    for supplier in &suppliers {
        let law = law_of(leads, supplier);
        if law.is_none() {
            written.assumed_leads.push(supplier.clone());
        }
        let _ = supplier_tables(text, supplier, law, source);
    }
    let _ = network(text, &used);
    for (fit, id) in used.iter().zip(&ids) {
        let _ = rule(text, fit, id, source);
    }
    written
}

/// The id of each article; what two of them would share gets a number behind it.
fn ids(fits: &[&ArticleFit]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let free = |fit: &&ArticleFit| {
        let id = id_of(&fit.article);
        let numbered = (2..).map(|number| format!("{id}-{number}"));
        let found = std::iter::once(id.clone()).chain(numbered).find(|id| taken.insert(id.clone()));
        found.unwrap_or(id)
    };
    fits.iter().map(free).collect()
}

fn articles(fits: &[&ArticleFit], ids: &[String], of: &dyn Fn(&ArticleFit) -> About) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let heads =
        ["id", "name-sv", "supplier", "critical", "price", "pack", "volume", "need-group", "demand", "demand-sd"];
    let mut rows = vec![heads.map(str::to_owned)];
    for (fit, id) in fits.iter().zip(ids) {
        let about = of(fit);
        let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
        let law = fit.laws.first().map(|judged| judged.law);
        rows.push([
            id.clone(),
            if about.name.is_empty() { fit.article.clone() } else { about.name },
            id_of(&about.supplier),
            if about.critical { "yes" } else { "no" }.to_owned(),
            number(about.price),
            number(about.pack.filter(|pack| pack.fract() == 0.0)),
            number(about.volume.filter(|volume| *volume > 0.0)),
            if about.need_group.is_empty() { String::new() } else { id_of(&about.need_group) },
            (fit.mean * DAYS_PER_YEAR).to_string(),
            number(law.and_then(spread)),
        ]);
    }
    for row in rows {
        let row = row.map(|cell| text_cell(&cell));
        // Writing to memory cannot fail, and all rows are as long.
        let written = writer.write_record(&row);
        debug_assert!(written.is_ok(), "{written:?}");
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The deviation that a law takes from the article.
fn spread(law: Law) -> Option<f64> {
    let takes = matches!(law.kind, Kind::Normal | Kind::Lognormal | Kind::Gamma | Kind::NegativeBinomial);
    takes.then_some(law.sd)
}

/// The law of the way of transport with the most lines.
fn law_of<'l>(leads: &'l [Lead], supplier: &str) -> Option<(&'l Lead, LeadLaw)> {
    let with_law = leads.iter().filter(|lead| lead.supplier == supplier).filter_map(|lead| Some((lead, lead.law?)));
    // Of equals the first.
    with_law.rev().max_by_key(|(lead, _)| lead.lines)
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn head(text: &mut String, source: &str, today: Date) -> std::fmt::Result {
    writeln!(
        text,
        "# Written by `beredd stock fit`: what was fitted has the origin `fitted`; the network and the policies are assumptions"
    )?;
    writeln!(text, "# that make it run. Put your own in their place.\n")?;
    writeln!(
        text,
        "[scenario]\ntitle = {{ sv = \"Anpassad till uttag och leveranser\", en = \"Fitted to issues and deliveries\" }}"
    )?;
    writeln!(text, "start = {today}\n")?;
    writeln!(text, "[items]\nfile = \"articles.csv\"\norigin = \"fitted\"\nsource = {}\n", quoted(source))?;
    writeln!(text, "[owner.region]\ntitle = {{ sv = \"Regionen\", en = \"The region\" }}\nkind = \"region\"")?;
    writeln!(text, "capital-rate = \"2.5 %/year\"\norigin = \"assumption\"\nsource = \"written by stock fit\"\n")
}

fn supplier_tables(text: &mut String, supplier: &str, law: Option<(&Lead, LeadLaw)>, source: &str) -> std::fmt::Result {
    let id = id_of(supplier);
    let title = if supplier.is_empty() { "Okänd / unknown" } else { supplier };
    writeln!(text, "[supplier.{id}]\ntitle = {}\norigin = \"{id}\"\n", quoted(title))?;
    let (law, origin, source) = match law {
        Some((lead, law)) => {
            let (lines, open) = (lead.lines, lead.open);
            let mode = if lead.mode.is_empty() { String::new() } else { format!(", {}", lead.mode) };
            let origin = if matches!(law, LeadLaw::Few(_)) { "assumption" } else { "fitted" };
            (lead_law(law), origin, format!("{source}: {lines} lines{mode}, {open} of them open"))
        }
        None => (format!("\"{ASSUMED_LEAD} days\""), "assumption", "no delivery tells".to_owned()),
    };
    writeln!(text, "[origin.{id}]\ntitle = {}\nlead-time = {law}", quoted(title))?;
    writeln!(text, "origin = \"{origin}\"\nsource = {}\n", quoted(&source))
}

fn lead_law(law: LeadLaw) -> String {
    match law {
        LeadLaw::Fixed(days) | LeadLaw::Few(days) => format!("\"{days} days\""),
        LeadLaw::Exponential(mean) => format!("{{ dist = \"exponential\", mean = \"{mean} days\" }}"),
        LeadLaw::Lognormal { median, sigma } => {
            format!("{{ dist = \"lognormal\", median = \"{median} days\", sigma = {sigma} }}")
        }
    }
}

/// Sites with their shares of use, straight lanes from suppliers, and one policy.
fn network(text: &mut String, fits: &[&ArticleFit]) -> std::fmt::Result {
    let assumed = "origin = \"assumption\"\nsource = \"written by stock fit\"\n";
    let shares = shares(fits);
    for (at, (site, share)) in shares.iter().enumerate() {
        let id = site_id(site);
        let title = if site.is_empty() { "Lagret / the store" } else { site };
        writeln!(text, "[site.{id}]\ntitle = {}\nowner = \"region\"\nregional-stock = true", quoted(title))?;
        writeln!(
            text,
            "demand-share = {{ value = \"{share} %\", origin = \"fitted\", source = \"mean over the articles of the site's share of use\" }}"
        )?;
        writeln!(text, "{assumed}")?;
        writeln!(text, "[lane.in-{at}]\nfrom = \"suppliers\"\nto = \"{id}\"\n")?;
    }
    let ids: Vec<String> = shares.iter().map(|(site, _)| format!("\"{}\"", site_id(site))).collect();
    let at = ids.join(", ");
    writeln!(text, "[sourcing.all]\nat = [{at}]\narticles = {{}}\nfrom = \"supplier\"\n{assumed}")?;
    writeln!(
        text,
        "[policy.all]\nat = [{at}]\narticles = {{}}\nkind = \"order-up-to\"\nreview = \"7 days\"\nsafety-stock = \"7 days\"\n{assumed}"
    )
}

fn site_id(site: &str) -> String {
    if site.is_empty() { "store".to_owned() } else { id_of(site) }
}

/// The sites' shares of use, in per cent with three decimals, 100 together: every article weighs alike.
fn shares(fits: &[&ArticleFit]) -> Vec<(String, String)> {
    let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
    for fit in fits {
        let means: Vec<(&str, f64)> =
            fit.sites.iter().map(|(site, of)| (site.as_str(), of.mean.map_or(0.0, |mean| mean.estimate))).collect();
        let whole: f64 = means.iter().map(|(_, mean)| mean).sum();
        means
            .iter()
            .for_each(|(site, mean)| *sums.entry(site).or_default() += if whole > 0.0 { mean / whole } else { 0.0 });
    }
    let whole: f64 = sums.values().sum();
    let mut left = 100_000_i64;
    let last = sums.len().saturating_sub(1);
    let parts = sums.iter().enumerate().map(|(at, (site, sum))| {
        let part = if at == last { left } else { ((sum / whole * 100_000.0).round() as i64).min(left) };
        left -= part;
        ((*site).to_owned(), format!("{}.{:03}", part / 1000, part % 1000))
    });
    parts.collect()
}

fn rule(text: &mut String, fit: &ArticleFit, id: &str, source: &str) -> std::fmt::Result {
    let Some(judged) = fit.laws.first() else { return Ok(()) };
    writeln!(text, "[demand-rule.\"fit-{id}\"]\narticles = {{ article = [\"{id}\"] }}")?;
    writeln!(text, "{}", demand_law(judged.law))?;
    for (key, names, profile) in [("weekday", &WEEKDAYS[..], &fit.weekdays), ("month", &MONTHS[..], &fit.months)] {
        if let Some(profile) = profile.as_ref().filter(|profile| profile.used) {
            writeln!(text, "{key} = {{ {} }}", factors(names, profile))?;
        }
    }
    let days = fit.all.days - fit.all.out;
    writeln!(text, "origin = \"fitted\"\nsource = {}\n", quoted(&format!("{source}: {days} days with stock")))
}

fn factors(names: &[&str], profile: &Profile) -> String {
    let pairs = names.iter().zip(&profile.factors).map(|(name, factor)| format!("{name} = {}", factor.estimate));
    pairs.collect::<Vec<_>>().join(", ")
}

fn demand_law(law: Law) -> String {
    let named = |name: &str| format!("law = \"{name}\"");
    match law.kind {
        Kind::Fixed => named("fixed"),
        Kind::Normal => named("normal"),
        Kind::Lognormal => named("lognormal"),
        Kind::Gamma => named("gamma"),
        Kind::Poisson => named("poisson"),
        Kind::NegativeBinomial => named("negative-binomial"),
        Kind::Intermittent { interval, size } => {
            let size = match size {
                Size::Fixed => "size = \"fixed\"".to_owned(),
                Size::Geometric => "size = \"geometric\"".to_owned(),
                Size::Lognormal(variation) => format!("size = \"lognormal\"\nsize-cv = {variation}"),
            };
            format!("{}\ninterval = \"{interval} days\"\n{size}", named("intermittent"))
        }
    }
}
