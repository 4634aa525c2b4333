//! More stock never fills less, under common random numbers, where that is a theorem: one article at one site under a base
//! stock. With S the base stock, Z(t) the units filled up to day t and τ(t) the last day whose orders have arrived by t, which
//! does not depend on S as nothing overtakes, Z(t) = min(Z(t − 1) + need, S + Z(τ(t))) if what lacks is lost; both sides
//! rise with S, so Z does. Backorders: the same orders are written whatever S is, so net stock is S more or less.

use crate::run::plan;
use crate::splitmix::SplitMix;
use beredd::plan::Plan;
use beredd::plan::policy::Rule;
use beredd::sim::observer::Observer;
use beredd::sim::replication::Ready;
use beredd::sim::state::State;
use beredd::time::Day;
use beredd::units::Quanta;

/// Units filled at once and in all up to each day, and what is on hand less what waits at its end.
#[derive(Default)]
struct Filled {
    at_once: Quanta,
    in_all: Quanta,
    by_day: Vec<(Quanta, Quanta, Quanta)>,
}

impl Observer for Filled {
    fn demanded(&mut self, _: Day, _: u32, _: Quanta, served: Quanta) {
        self.at_once += served;
        self.in_all += served;
    }
    fn backlog_served(&mut self, _: Day, _: u32, quantity: Quanta) {
        self.in_all += quantity;
    }
    fn day_ended(&mut self, _: Day, state: &State) {
        self.by_day.push((self.at_once, self.in_all, state.on_hand[0] - state.backlog[0]));
    }
}

fn text(random: &mut SplitMix) -> String {
    let law = random.pick(&["normal", "lognormal", "gamma", "poisson", "fixed"]);
    let lead_time = random.pick(&[
        "\"0 days\"",
        "\"3 days\"",
        "{ dist = \"lognormal\", median = \"6 days\", cv = 0.7 }",
        "{ dist = \"gamma\", mean = \"4 days\", cv = 1.0 }",
        "{ dist = \"discrete\", days = [\"1 day\", \"12 days\"], probabilities = [0.6, 0.4] }",
    ]);
    let stops = [
        "[disruption.short]\noffers = {}\nrate = \"5 per year\"\nduration = \"12 days\"\n",
        "[disruption.closed]\nsites = [\"store\"]\nrate = \"4 per year\"\nduration = \"3 days\"\n",
        "[disruption.more]\ndemand = {}\nday = \"20 days\"\nduration = \"15 days\"\ndemand-factor = 3\n",
    ];
    let stops: String = stops.into_iter().filter(|_| random.chance(0.4)).collect();
    format!(
        "[scenario]\nwarm-up = \"0 days\"\nmeasured = \"90 days\"\nunmet = \"{}\"\n[owner.region]\n[supplier.s]\norigin = \"o\"\n\
         [origin.o]\nlead-time = {lead_time}\n[site.store]\nowner = \"region\"\ndemand-share = \"100 %\"\n\
         [lane.in]\nfrom = \"suppliers\"\nto = \"store\"\n[sourcing.store]\nat = [\"store\"]\nfrom = \"supplier\"\n\
         [article.a]\nsupplier = \"s\"\ndemand = \"{} units/day\"\nweekly-cv = 0.5\n[demand]\nlaw = \"{law}\"\n\
         [policy.store]\nat = [\"store\"]\nkind = \"order-up-to\"\nreview = \"{} days\"\npacks = false\nlevel = \"0 units\"\n{stops}",
        random.pick(&["lost", "backorder"]),
        random.one_of(1, 20),
        random.one_of(1, 6),
    )
}

fn filled(plan: &mut Plan, base_stock: Quanta, replication: u64) -> Filled {
    plan.phases[0].rules[0] = Rule::OrderUpTo { level: base_stock };
    plan.cells[0].initial = base_stock;
    let mut filled = Filled::default();
    Ready::new(plan).observe(1, replication, &mut filled).unwrap_or_else(|fault| panic!("{fault}"));
    filled
}

#[test]
fn more_stock_never_fills_less() {
    let (mut compared, mut more) = (0, 0);
    for number in 0..500 {
        let random = &mut SplitMix::new(number ^ 0x6d6f_7265);
        let mut plan = plan(&text(random));
        let backorder = plan.unmet == beredd::plan::demand::Unmet::Backorder;
        let mut stock = random.one_of(0, 30) as Quanta;
        let mut before = filled(&mut plan, stock, number);
        for _ in 0..20 {
            let step = random.one_of(1, 25) as Quanta;
            stock += step;
            let after = filled(&mut plan, stock, number);
            for (day, (less, much)) in before.by_day.iter().zip(&after.by_day).enumerate() {
                assert!(less.0 <= much.0 || !backorder, "filled at once, scenario {number}, {stock}, day {day}");
                assert!(less.1 <= much.1, "filled in all, scenario {number}, {stock}, day {day}: {less:?} {much:?}");
                if backorder {
                    assert_eq!(less.2 + step, much.2, "net stock, scenario {number}, {stock}, day {day}");
                }
            }
            more += u32::from(before.in_all < after.in_all);
            compared += 1;
            before = after;
        }
    }
    println!("{compared} pairs, more filled in {more}");
    assert!(compared == 10_000 && more > 3000, "{compared} pairs, more filled in {more}");
}
