//! Small random scenarios as text: two suppliers, a warehouse, two stores, two to four articles, and of every kind of rule
//! some. What is written can be changed in ways that must not matter.

use crate::splitmix::SplitMix;
use std::fmt::Write;

/// Changes that must not matter.
#[derive(Clone, Copy, Debug, Default)]
pub struct Change {
    /// Every price is so many times as high.
    pub money: Option<i64>,
    /// Everything on a date is so many days later.
    pub days: i64,
    /// Tables stand in another order, and so do the articles.
    pub shuffled: bool,
    /// Titles and names are others.
    pub renamed: bool,
    /// A site, a supplier and an article that have nothing to do with the rest.
    pub unrelated: bool,
}

/// First day of the scenarios, a Monday: days since 1970.
const START: i64 = 20_458;
/// Articles, the first of them always there.
const ARTICLES: [&str; 4] = ["gauze", "mask", "saline", "vial"];
const STORES: [&str; 2] = ["north", "south"];

/// The scenario of a number.
pub fn text(number: u64, change: Change) -> String {
    let random = &mut SplitMix::new(number ^ 0x696e_7661_7269_616e);
    let articles = &ARTICLES[..random.one_of(2, 4)];
    let draft = Draft { change };
    let mut tables = vec![draft.frame(random)];
    tables.extend(draft.network(random));
    tables.extend(articles.iter().map(|article| draft.article(article, random)));
    tables.extend(draft.policies(random));
    tables.push(draft.demand(random));
    tables.extend(draft.disruptions(random));
    tables.extend(draft.shortage(random));
    tables.push(draft.cost(random));
    if change.unrelated {
        tables.push(unrelated());
    }
    if change.shuffled {
        SplitMix::new(number ^ 0x7368_7566).shuffle(&mut tables);
    }
    tables.concat()
}

struct Draft {
    change: Change,
}

impl Draft {
    /// A price of so many SEK.
    fn sek(&self, number: i64, per: &str) -> String {
        format!("\"{} SEK/{per}\"", number * self.change.money.unwrap_or(1))
    }

    fn title(&self, name: &str) -> String {
        if self.change.renamed {
            format!("title = \"Another {}\"\n", name.len())
        } else {
            format!("title = \"{name}\"\n")
        }
    }

    /// The date so many days after the first day.
    fn date(&self, later: i64) -> String {
        let epoch = jiff::civil::date(1970, 1, 1);
        epoch
            .checked_add(jiff::Span::new().days(START + self.change.days + later))
            .expect("a date of our time")
            .to_string()
    }

    fn frame(&self, random: &mut SplitMix) -> String {
        let unmet = random.pick(&["backorder", "backorder", "lost"]);
        let lead_times = random.pick(&["correlated", "independent"]);
        let resolution = random.pick(&["1 unit", "1/10 unit"]);
        let mut order = ["state", "receive", "demand", "review", "dispatch"];
        if random.chance(0.4) {
            random.shuffle(&mut order);
        }
        format!(
            "[scenario]\n{}start = {}\nwarm-up = \"20 days\"\nmeasured = \"80 days\"\nunmet = \"{unmet}\"\nlead-times = \"{lead_times}\"\n\
             resolution = \"{resolution}\"\nday-order = {order:?}\n[endurance]\nprobes = 1\ncap = \"30 days\"\nlevels = [\"3 days\"]\n",
            self.title("scenario"),
            self.date(0),
        )
    }

    fn network(&self, random: &mut SplitMix) -> Vec<String> {
        let mut tables = vec![
            format!("[owner.region]\n{}capital-rate = \"3 %/year\"\n", self.title("region")),
            "[owner.seller]\nkind = \"supplier\"\n".to_owned(),
            "[supplier.acme]\norigin = \"far\"\n".to_owned(),
            "[supplier.bolt]\norigin = \"near\"\nin-region = true\n".to_owned(),
            format!("[origin.far]\nlead-time = {}\n", lead_time(random)),
            format!("[origin.near]\nlead-time = {}\n", lead_time(random)),
            format!(
                "[site.main]\n{}owner = \"region\"\nregional-stock = true\npallet-position = {}\nhandling = {}\npick = {}\n",
                self.title("main"),
                self.sek(900, "pallet/year"),
                self.sek(120, "pallet"),
                self.sek(15, "line"),
            ),
            "[site.north]\nowner = \"region\"\ndemand-share = \"60 %\"\n".to_owned(),
            "[site.south]\nowner = \"region\"\ndemand-share = \"40 %\"\n".to_owned(),
            format!(
                "[lane.inbound]\nfrom = \"suppliers\"\nto = \"main\"\nper-order = {}\npayer = \"region\"\n",
                self.sek(400, "order")
            ),
            "[sourcing.main]\nat = [\"main\"]\nfrom = \"supplier\"\n".to_owned(),
            "[sourcing.stores]\nat = [\"north\", \"south\"]\nfrom = \"main\"\n".to_owned(),
        ];
        for store in STORES {
            tables.push(self.lane(store, random));
        }
        if random.chance(0.3) {
            tables
                .push("[pool.sold]\nat = [\"main\"]\narticles = { critical = false }\nowner = \"seller\"\n".to_owned());
        }
        if random.chance(0.4) {
            tables.push(format!(
                "[express.rush]\nat = [\"north\"]\nwhen-below = \"2 days\"\nlead-time = \"1 day\"\nper-line = {}\n",
                self.sek(300, "line")
            ));
        }
        tables
    }

    fn lane(&self, store: &str, random: &mut SplitMix) -> String {
        let mut lane = format!(
            "[lane.to-{store}]\nfrom = \"main\"\nto = \"{store}\"\nlead-time = {}\nper-departure = {}\npayer = \"region\"\n",
            lead_time(random),
            self.sek(600, "departure"),
        );
        match random.below(5) {
            0 => lane.push_str("departures = [\"mon\", \"thu\"]\n"),
            1 => lane.push_str("every = \"3 days\"\n"),
            2 => lane.push_str("capacity = \"60 units\"\n"),
            3 => lane.push_str("deliver = \"complete-lines\"\n"),
            _ => {}
        }
        lane
    }

    fn article(&self, id: &str, random: &mut SplitMix) -> String {
        let (supplier, critical) = (random.pick(&["acme", "bolt"]), id == ARTICLES[0] || random.chance(0.5));
        let (demand, cv) = (random.one_of(2, 30), random.pick(&["0.2", "0.5", "0.9"]));
        let name = if self.change.renamed { "Another" } else { id };
        format!(
            "[article.{id}]\nname-en = \"{name}\"\nsupplier = \"{supplier}\"\ncritical = {critical}\ndemand = \"{demand} units/day\"\n\
             weekly-cv = {cv}\npack = \"{} units\"\nprice = {}\nneed-group = \"{}\"\n",
            random.one_of(1, 12),
            self.sek(random.one_of(1, 500) as i64, "unit"),
            if random.chance(0.3) && !ARTICLES[..2].contains(&id) { id } else { "common" },
        )
    }

    fn policies(&self, random: &mut SplitMix) -> Vec<String> {
        let of = |id: &str, at: &str, random: &mut SplitMix| {
            let kind = *random.pick(&[
                "kind = \"order-up-to\"\nsafety-stock = \"4 days\"\n",
                "kind = \"order-up-to\"\nsafety = { cycle-service = 0.95 }\n",
                "kind = \"reorder-point\"\nlot = \"5 days\"\nsafety-stock = \"2 days\"\n",
                "kind = \"min-max\"\nlot = \"6 days\"\ntolerance = \"3 units\"\n",
                "kind = \"fixed-quantity\"\nlot = \"7 days\"\nminimum-order = \"20 units\"\n",
                "kind = \"need\"\ncoverage = \"12 days\"\nminimum-stock = \"2 days\"\n",
                "kind = \"restore\"\nbasis = \"available\"\n",
                "kind = \"order-up-to\"\nforecast = { method = \"exponential-smoothing\", alpha = 0.2, noise = 0.2 }\n",
                "kind = \"reorder-point\"\nlot = \"5 days\"\njoint = \"supplier\"\ncan-order = \"2 days\"\n",
                "kind = \"order-up-to\"\napproval = \"2 days\"\n",
            ]);
            let days =
                *random.pick(&["review = \"1 day\"\n", "review = \"3 days\"\n", "order-days = [\"tue\", \"fri\"]\n"]);
            format!("[policy.{id}]\nat = {at}\n{kind}{days}")
        };
        vec![of("main", "[\"main\"]", random), of("north", "[\"north\"]", random), of("south", "[\"south\"]", random)]
    }

    fn demand(&self, random: &mut SplitMix) -> String {
        let law = random.pick(&[
            "law = \"normal\"\n",
            "law = \"lognormal\"\n",
            "law = \"gamma\"\n",
            "law = \"poisson\"\n",
            "law = \"intermittent\"\ninterval = \"4 days\"\nsize = \"geometric\"\n",
            "law = \"fixed\"\n",
        ]);
        format!("[demand]\n{law}weekday = {{ sat = 0.3, sun = 0.1 }}\n")
    }

    fn disruptions(&self, random: &mut SplitMix) -> Vec<String> {
        let day = random.one_of(1, 60) as i64;
        let all = [
            "[disruption.shortages]\noffers = {}\nrate = \"3 per year\"\nduration = { dist = \"lognormal\", median = \"9 days\", cv = 0.8 }\n"
                .to_owned(),
            format!("[disruption.fire]\nsites = [\"main\"]\nat = [{}]\nduration = \"4 days\"\nstock-lost = \"40 %\"\nstop = true\n", self.date(day)),
            format!("[disruption.surge]\ndemand = {{}}\nat = [{}]\nduration = \"20 days\"\ndemand-factor = 2\n", self.date(day)),
            "[disruption.road]\nlanes = [\"to-north\"]\nrate = \"6 per year\"\nduration = \"2 days\"\n".to_owned(),
            "[disruption.half]\nsuppliers = \"all\"\nup = { dist = \"exponential\", mean = \"40 days\" }\nduration = \"10 days\"\ncapacity = 0.5\n"
                .to_owned(),
        ];
        all.into_iter().filter(|_| random.chance(0.4)).collect()
    }

    fn shortage(&self, random: &mut SplitMix) -> Vec<String> {
        let all = [
            format!(
                "[reaction.wards]\nat = [\"north\"]\nwait = \"40 %\"\nsubstitute = \"30 %\"\ncancel = \"10 %\"\nemergency = \"20 %\"\n\
                 emergency-lead-time = \"2 days\"\nemergency-cost = {}\ncancel-cost = {}\n",
                self.sek(50, "unit"),
                self.sek(700, "unit"),
            ),
            "[neighbour.stores]\nat = [\"north\", \"south\"]\nkeep = \"1 day\"\nin-stop = true\n".to_owned(),
            "[whole-order.north]\nat = [\"north\"]\narticles = { supplier = [\"acme\", \"bolt\"] }\n".to_owned(),
            "[rationing.main]\nat = [\"main\"]\nkind = \"priority\"\norder = [\"south\"]\n".to_owned(),
        ];
        all.into_iter().filter(|_| random.chance(0.4)).collect()
    }

    fn cost(&self, _random: &mut SplitMix) -> String {
        format!(
            "[cost]\nstaff-hour = {}\nchasing = \"0.5 hours/line/day\"\nholding = {}\nbackorder = {}\nlost = {}\ncare-payer = \"region\"\n",
            self.sek(420, "hour"),
            self.sek(1, "unit/day"),
            self.sek(19, "unit/day"),
            self.sek(30, "unit"),
        )
    }
}

fn lead_time(random: &mut SplitMix) -> &'static str {
    random.pick::<&'static str>(&[
        "\"2 days\"",
        "\"0 days\"",
        "{ dist = \"lognormal\", median = \"4 days\", cv = 0.6 }",
        "{ dist = \"gamma\", mean = \"5 days\", cv = 0.5 }",
        "{ dist = \"discrete\", days = [\"1 day\", \"6 days\"], probabilities = [0.7, 0.3] }",
    ])
}

/// Ids that come first and last, so that every index moves. The new articles reach the stores by a warehouse and lanes of their own.
fn unrelated() -> String {
    let mut text = String::new();
    for id in ["aaa", "zzz"] {
        write!(
            text,
            "[supplier.{id}]\norigin = \"{id}\"\n[origin.{id}]\nlead-time = \"3 days\"\n[site.at-{id}]\nowner = \"region\"\n\
             [lane.{id}]\nfrom = \"suppliers\"\nto = \"at-{id}\"\n[article.{id}]\nsupplier = \"{id}\"\ndemand = \"7 units/day\"\nweekly-cv = 0.5\n\
             [sourcing.{id}]\nat = [\"at-{id}\"]\nfrom = \"supplier\"\n[policy.{id}]\nat = [\"at-{id}\"]\nkind = \"order-up-to\"\n\
             [sourcing.stores-{id}]\nat = [\"north\", \"south\"]\narticles = {{ article = [\"{id}\"] }}\nfrom = \"at-{id}\"\npriority = 1\n"
        )
        .expect("a text takes everything");
        for store in STORES {
            let lane = format!("[lane.{id}-{store}]\nfrom = \"at-{id}\"\nto = \"{store}\"\nlead-time = \"1 day\"\n");
            text.push_str(&lane);
        }
    }
    text
}
