//! Laws of demand from files to plans: how a site takes its part, which rule holds, what is refused and what is worth knowing.

#[expect(dead_code, reason = "a part of it is used here")]
#[path = "support/mod.rs"]
mod support;
#[expect(dead_code, reason = "a part of it is used here")]
mod told;

use beredd::plan::Plan;
use beredd::plan::demand::Negative;
use beredd::plan::demand_law::{Law, SizeLaw};
use support::{compiled, read, settings, written};
use told::{BASE, told};

/// Two sites with 60 and 40 % of the use of two articles.
const TWO: &str = r#"[supplier.acme]
origin = "asia"
[origin.asia]
lead-time = "2 days"
[owner.region]
kind = "region"
[site.a]
owner = "region"
demand-share = "60 %"
[site.b]
owner = "region"
demand-share = "40 %"
[lane.a]
from = "suppliers"
to = "a"
[lane.b]
from = "suppliers"
to = "b"
[sourcing.all]
at = ["a", "b"]
from = "supplier"
[policy.all]
at = ["a", "b"]
kind = "order-up-to"
[article.A1]
supplier = "acme"
demand = "5 units/day"
demand-sd = "3 units/day"
[article.A2]
supplier = "acme"
demand = "2 units/day"
demand-sd = "1 unit/day"
[scenario]
warm-up = "0 days"
measured = "10 days"
"#;

/// The plan of the two sites with something added. Entries: A1 at a, A2 at a, A1 at b, A2 at b.
fn plan(test: &str, more: &str, days: &str) -> Plan {
    let folder = written(&format!("demand-{test}"), &[("s.toml", &format!("{TWO}{more}")), ("days.csv", days)]);
    let loaded = read(&folder.join("s.toml"), &settings(&["endurance.probes=0"]));
    compiled(&loaded).remove(0).plan
}

fn laws(plan: &Plan) -> Vec<(u32, Law)> {
    plan.demand_laws.laws.iter().map(|one| (one.demand, one.law.clone())).collect()
}

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < 1e-12 * expected.abs().max(1.0)
}

#[test]
fn a_site_takes_its_share_of_mean_and_variance() {
    // A1 at b: mean 2, variance 9 · 0.4 = 3.6. Gamma: shape 4 / 3.6, scale 1.8.
    let gamma = plan("gamma", "[demand]\nlaw = \"gamma\"\n", "");
    let Law::Gamma { shape, scale } = laws(&gamma)[2].1 else { panic!("{gamma:?}") };
    assert!(near(shape, 4.0 / 3.6) && near(scale, 1.8), "{shape} {scale}");
    // Lognormal: σ² = ln(1 + 3.6 / 4) = ln 1.9, μ = ln 2 − σ²/2.
    let lognormal = plan("lognormal", "[demand]\nlaw = \"lognormal\"\n", "");
    let Law::Lognormal { mu, sigma } = laws(&lognormal)[2].1 else { panic!("{lognormal:?}") };
    assert!(near(sigma * sigma, 0.641_853_886_172_394_7), "{sigma}");
    assert!(near(mu, std::f64::consts::LN_2 - 0.320_926_943_086_197_35), "{mu}");
    // Negative binomial: shape 25 / (9 − 5) · 0.4 = 2.5; then the variance 2 + 4 / 2.5 is 3.6.
    let rule = "[demand-rule.counts]\narticles = { article = \"A1\" }\nlaw = \"negative-binomial\"\n";
    let counts = plan("nb", rule, "");
    let found = laws(&counts);
    assert_eq!(found.iter().map(|(demand, _)| *demand).collect::<Vec<_>>(), [0, 2], "A1 only");
    let Law::NegativeBinomial { mean, shape } = found[1].1 else { panic!("{counts:?}") };
    assert!(near(mean, 2.0) && near(shape, 2.5), "{mean} {shape}");
    assert_eq!(counts.demands[1].negative, Negative::Truncate);
    assert!(counts.demands[1].deviation > 0.0, "A2 is normal");
}

#[test]
fn whole_units_stay_whole_at_a_fine_resolution() {
    let poisson = plan("poisson", "resolution = \"1/1000 unit\"\n[demand]\nlaw = \"poisson\"\n", "");
    assert_eq!(laws(&poisson)[2], (2, Law::Poisson { mean: 2.0 }), "units");
    assert_eq!((poisson.demands[2].location, poisson.demands[2].deviation), (2000.0, 0.0), "quanta");
    // Every tenth day in the region: at b every 25th, 50 units each.
    let rare = "resolution = \"1/1000 unit\"\n[demand]\nlaw = \"intermittent\"\ninterval = \"10 days\"\nsize = \"geometric\"\n";
    let Law::Intermittent { probability, size } = laws(&plan("rare", rare, ""))[2].1 else { panic!("another law") };
    assert!(near(probability, 0.04), "{probability}");
    assert_eq!(size, SizeLaw::Geometric { mean: 50.0 });
}

#[test]
fn values_are_multiplied_by_the_share() {
    let values = "[demand]\nlaw = \"empirical\"\nvalues = [\"10 units\", \"0 units\"]\nprobabilities = [0.5, 0.5]\n";
    let Law::Empirical { values, cumulative } = laws(&plan("values", values, "")).remove(2).1 else {
        panic!("another law")
    };
    assert_eq!((values, cumulative), (vec![0.0, 4.0], vec![0.5, 1.0]));
}

#[test]
fn rows_of_the_region_are_parted_and_rows_of_a_site_are_its_own() {
    // Shares 0.6 and 0.4: of 5 units a takes ⌊3⌋, of 1 unit ⌊0.6⌋ = 0; b the rest. 2026-01-03 is day 2.
    let replay = "[demand]\nlaw = \"replay\"\nfile = \"days.csv\"\nbeyond = \"repeat\"\n";
    let days = "article,date,quantity\nA1,2026-01-01,5\nA1,2026-01-03,1\nA2,2025-12-31,7\n";
    let plan_of = plan("region", replay, days);
    let series = &plan_of.demand_laws.series;
    assert!(series.iter().all(|one| one.first == -1 && one.repeats));
    let told: Vec<_> = series.iter().map(|one| one.quantities.clone()).collect();
    assert_eq!(told, [vec![0, 3, 0, 0], vec![4, 0, 0, 0], vec![0, 2, 0, 1], vec![3, 0, 0, 0]]);
    let own = "article,site,day,quantity\nA1,b,0,5\nA1,b,9,2\n";
    let nothing = replay.replace("repeat", "nothing");
    let plan_of = plan("own", &nothing, own);
    assert_eq!(plan_of.demand_laws.series[2].quantities, [5, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    assert_eq!(plan_of.demand_laws.series[0].quantities, [0; 10], "nothing at a");
    assert!(!plan_of.demand_laws.series[2].repeats);
}

#[test]
fn a_rule_inherits_factors_and_the_highest_priority_wins() {
    let rules = r#"[demand]
month = { jul = 0 }
trend = "5 %/year"
weekday = { sat = 0, sun = 0 }
[demand-rule.one]
priority = 1
articles = { article = "A1" }
law = "fixed"
[demand-rule.two]
law = "poisson"
trend = "-1 %/year"
at = ["a"]
"#;
    let plan = plan("inherits", rules, "");
    assert_eq!(laws(&plan), [(1, Law::Poisson { mean: 1.2 })], "A2 at a; A1 is fixed, A2 at b normal");
    assert_eq!((plan.demands[0].location, plan.demands[0].deviation), (3.0, 0.0));
    let growth: Vec<_> =
        plan.demand_laws.season_of.iter().map(|&one| plan.demand_laws.seasons[one as usize].yearly_growth).collect();
    assert_eq!(growth, [1.05, 0.99, 1.05, 1.05]);
    // July has 31 of 365 days; the others share the year.
    let months = plan.demand_laws.seasons[0].months;
    assert!(near(months[0], 365.0 / 334.0) && months[6] == 0.0, "{months:?}");
    assert!(plan.demands.iter().all(|demand| demand.profile.0[5] == 0.0 && near(demand.profile.0[0], 1.4)));
    assert_eq!(plan.demand_laws.seasons[0].start, 20_454, "1 January 2026");
}

#[test]
fn keys_of_another_law_are_refused() {
    let with = |more: &str| format!("{BASE}{more}");
    for (number, (more, said)) in [
        ("[demand]\nlaw = \"poisson\"\nnegative = \"allow\"\n", "`negative` in [demand] changes nothing under the law \"poisson\""),
        ("[demand]\ninterval = \"3 days\"\n", "`interval` in [demand] changes nothing under the law \"normal\""),
        ("[demand]\nlaw = \"intermittent\"\n", "`interval` is missing in [demand]"),
        (
            "[demand]\nlaw = \"intermittent\"\ninterval = \"0.5 days\"\nsize = \"fixed\"\n",
            "`interval` in [demand] is 0.5 days",
        ),
        (
            "[demand]\nlaw = \"intermittent\"\ninterval = \"5 days\"\nsize = \"fixed\"\nsize-cv = 0.5\n",
            "`size-cv` in [demand] changes nothing with this `size`",
        ),
        (
            "[demand]\nlaw = \"empirical\"\nvalues = [\"1 unit\"]\nprobabilities = [0.9]\n",
            "`probabilities` in [demand] sum to 0.9",
        ),
        ("[demand]\nlaw = \"replay\"\n", "`file` is missing in [demand]"),
        ("[demand]\nlaw = \"nothing\"\n", "`law` in [demand] is `nothing`"),
        ("[demand]\ntrend = \"2 %\"\n", "`trend` in [demand] has the unit `%`"),
        ("[demand]\nmonth = { jan = -1 }\n", "`jan` in [demand.month] is -1"),
        ("[demand-rule.x]\nmonth = { june = 1 }\n", "unknown key `june` in [demand-rule.x.month]"),
        ("[demand-rule.x]\nat = []\nlaw = \"fixed\"\n", "`at` in [demand-rule.x] names no site"),
        ("[demand]\nlaw = \"negative-binomial\"\n", "the variance of article A1 is not above the mean"),
        (
            "[demand]\nlaw = \"intermittent\"\ninterval = \"1 day\"\nsize = \"geometric\"\n[article.A2]\nsupplier = \"acme\"\ndemand = \"0.5 units/day\"\n",
            "the mean size of a need of article A2 is below one unit",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let heard = told(&format!("demand-keys-{number}"), &[("s.toml", &with(more))], &[]);
        assert!(heard.contains(said), "{more}\n{heard}");
        assert!(heard.contains("s.toml:"), "a place: {heard}");
    }
}

#[test]
fn a_deviation_is_asked_for_or_idle() {
    let poisson = format!("{BASE}[demand]\nlaw = \"poisson\"\n");
    let heard = told("demand-idle", &[("s.toml", &poisson)], &[]);
    assert!(heard.contains("the law \"poisson\" of [demand] does not use the deviation of article A1"), "{heard}");
    let without = poisson.replace("demand-sd = \"2 units/day\"\n", "");
    assert_eq!(told("demand-without", &[("s.toml", &without)], &[]).trim(), "", "nothing to say");
    let back = format!("{without}[demand-rule.x]\narticles = {{ article = \"A1\" }}\nlaw = \"gamma\"\n");
    let heard = told("demand-asked", &[("s.toml", &back)], &[]);
    assert!(heard.contains("`demand-sd` is missing in [article.A1]"), "{heard}");
    let values =
        without.replace("law = \"poisson\"", "law = \"empirical\"\nvalues = [\"6 units\"]\nprobabilities = [1.0]");
    let heard = told("demand-mean", &[("s.toml", &values)], &[]);
    assert!(heard.contains("the values of [demand] have another mean than the `demand` of article A1"), "{heard}");
}

#[test]
fn a_file_is_told_by_line_and_column() {
    let replay = format!("{BASE}[demand]\nlaw = \"replay\"\nfile = \"days.csv\"\n");
    let hear = |test: &str, days: &str| told(test, &[("s.toml", &replay), ("days.csv", days)], &[]);
    for (number, (days, said)) in [
        ("article,day,quantity\nA1,0,x\n", "`quantity` in [demand]"),
        ("article,day,quantity\nA1,0,-1\n", "`quantity` in [demand] is -1"),
        ("article,day,quantity\nB9,0,1\n", "there is no article `B9`"),
        ("article,day,quantity\nA1,0,1\nA1,0,2\n", "the article `A1` has this day twice"),
        ("article,date,quantity\nA1,2026-02-30,1\n", "`date` in [demand] is not a date"),
        ("article,date,day,quantity\nA1,2026-02-03,1,1\n", "one of the columns `date` and `day` is needed"),
        ("article,day\nA1,0\n", "the column `quantity` is missing"),
        ("article,day,quantity,colour\nA1,0,1,red\n", "unknown column `colour`"),
        ("article,day,quantity\nA1,0\n", "this row has 2 cells and the header 3"),
        ("article;day;quantity\nA1;0;1,5\n", "this looks like an export from a Swedish Excel"),
        ("article,day,quantity\n", "this file has no rows of data"),
    ]
    .into_iter()
    .enumerate()
    {
        let heard = hear(&format!("demand-file-{number}"), days);
        assert!(heard.contains(said), "{days}\n{heard}");
        assert!(heard.contains("days.csv:"), "{heard}");
    }
}

/// What is wrong with the plan of the two sites with something added.
fn faults(test: &str, more: &str, days: &str) -> String {
    let folder = written(&format!("demand-{test}"), &[("s.toml", &format!("{TWO}{more}")), ("days.csv", days)]);
    let loaded = read(&folder.join("s.toml"), &settings(&["endurance.probes=0"]));
    format!("{:?}", beredd::study::design::cells(&loaded.study).expect_err("a fault"))
}

#[test]
fn what_only_the_plan_shows_is_told_too() {
    let replay = "[demand]\nlaw = \"replay\"\nfile = \"days.csv\"\n";
    let short = faults("short", replay, "article,day,quantity\nA1,0,5\nA2,8,5\n");
    assert!(short.contains("the file has the days 0 to 8") && short.contains("reaches from 0 to 9"), "{short}");
    let halves = faults("halves", replay, "article,day,quantity\nA1,0,5.5\nA2,9,5\n");
    assert!(halves.contains("5.5 units are no whole number of the scenario's resolution"), "{halves}");
    let tied = faults("tied", "[demand-rule.x]\nlaw = \"fixed\"\n[demand-rule.y]\nlaw = \"gamma\"\n", "");
    assert!(tied.contains("demand-rule.x and demand-rule.y both hold for article A1 at site a"), "{tied}");
    let large =
        "[demand]\nlaw = \"lognormal\"\n[article.A3]\nsupplier = \"acme\"\ndemand = \"1 unit/day\"\nweekly-cv = 1000\n";
    let large = faults("large", large, "");
    assert!(large.contains("the need of article A3 at a can be too large to be counted"), "{large}");
}
