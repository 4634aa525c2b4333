//! Sizing a reserve: the search against brute force with the whole model, the confirmation on fresh replications, and the file that is
//! written.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;

use beredd::scenario::compile::compile;
use beredd::scenario::model::{Scenario, Title};
use beredd::sim::cost::price;
use beredd::sim::observer::Nobody;
use beredd::study::batch::readings;
use beredd::study::sizing::classes::Grouping;
use beredd::study::sizing::confirm::size;
use beredd::study::sizing::findings::{Answer, Chosen, Round, SizeFindings};
use beredd::study::sizing::options::{Holding, Place, with};
use beredd::study::sizing::trial::Limit;
use beredd::study::sizing::{Question, overlay};
use std::ops::Range;
use support::{read, settings, written};

/// Five articles of one store that sell differently, supplied from afar; `SEED` makes scenarios differ.
fn five(prices: [f64; 5], deviations: [f64; 5], more: &str) -> String {
    let articles: String = (0..5)
        .map(|number| {
            format!(
                "[article.A{number}]\nprice = \"{} SEK/unit\"\ndemand = \"{} units/day\"\ndemand-sd = \"{} units/day\"\nclass = \"{}\"\n",
                prices[number],
                10 + 5 * number,
                deviations[number],
                if number < 2 { "A" } else { "B" },
            )
        })
        .collect();
    format!(
        "[scenario]\ntitle = {{ sv = \"Fem\", en = \"Five\" }}\nwarm-up = \"60 days\"\nmeasured = \"120 days\"\n[owner.region]\ncapital-rate = \"10 %/year\"\n\
         [supplier.s]\norigin = \"o\"\n[origin.o]\nlead-time = \"3 days\"\n[site.store]\nowner = \"region\"\ndemand-share = \"100 %\"\n[lane.in]\n\
         from = \"suppliers\"\nto = \"store\"\n[sourcing.store]\nat = [\"store\"]\nfrom = \"supplier\"\n[policy.store]\nat = [\"store\"]\n\
         kind = \"order-up-to\"\nreview = \"2 days\"\n[reserve-placement.store]\nat = \"store\"\narticles = {{ critical = true }}\n[cut.all]\n\
         stops = [\"suppliers\"]\n[endurance]\nprobes = 2\ncap = \"60 days\"\nlevels = [\"7 days\"]\nthresholds = [0.8]\n[item-default]\nsupplier = \"s\"\n\
         critical = true\n{articles}[study]\nreserves = [\"none\"]\ncuts = [\"all\"]\n{more}\n"
    )
}

fn scenario(test: &str, text: &str) -> Scenario {
    let file = written(&format!("sizing-{test}"), &[("five.toml", text)]).join("five.toml");
    read(&file, &settings(&[])).study.scenarios.remove(0)
}

fn question(by: Grouping) -> Question {
    Question {
        scenario: "five".into(),
        level: 7,
        threshold: 0.8,
        probability: 0.9,
        cut: "all".into(),
        claim: 1000,
        by,
        weakest: 0,
        step: 4,
        most: 8,
        least_turns: None,
        pilot: 25,
        fresh: 100,
        seed: 3,
        jobs: Some(2),
    }
}

fn found(question: &Question, scenario: &Scenario) -> SizeFindings {
    size(question, scenario, &|_| (), &|| ()).unwrap_or_else(|trouble| panic!("{trouble:?}"))
}

fn chosen(found: &SizeFindings) -> &Chosen {
    match &found.answer {
        Answer::Reached(chosen) | Answer::Undecided(chosen) => chosen,
        Answer::OutOfReach { .. } => panic!("{:?}", found.answer),
    }
}

/// Cost and share of probes that last of the whole model under holdings, on these replications.
fn whole(question: &Question, scenario: &Scenario, days: &[u32], numbers: Range<u64>) -> (f64, f64) {
    let holding = |(class, &days): (usize, &u32)| {
        let sites = vec![("store".to_owned(), vec![format!("A{class}")])];
        Holding { class, place: Place { name: "store".into(), sites }, days }
    };
    let holdings: Vec<Holding> = days.iter().enumerate().filter(|(_, days)| **days > 0).map(holding).collect();
    let narrowed = question.narrowed(scenario);
    let plan = compile(&with(&narrowed, &holdings.iter().collect::<Vec<_>>()), 0.0, &["all".to_owned()]);
    let plan = plan.unwrap_or_else(|faults| panic!("{faults:?}")).plan;
    let of = |prepared: &beredd::sim::prepared::Prepared, outcome: &beredd::sim::replication::Outcome, _: &Nobody| {
        let cost: f64 = price(&prepared.plan, &outcome.drivers).iter().map(|line| line.per_year.sek()).sum();
        let lasts = outcome.probes.iter().filter(|probe| probe.readings[0][0].days[0] >= question.level).count();
        (cost, lasts as f64 / outcome.probes.len() as f64)
    };
    let seen = readings(&plan, numbers, question.seed, question.jobs, &|_| Nobody, &of);
    let seen = seen.unwrap_or_else(|failure| panic!("{failure}"));
    let mean = |of: fn(&(f64, f64)) -> f64| seen.iter().map(of).sum::<f64>() / seen.len() as f64;
    (mean(|(cost, _)| *cost), mean(|(_, lasts)| *lasts))
}

/// Every combination of sizes of five articles, each run as a whole.
#[test]
fn the_choice_is_that_of_brute_force() {
    let cases = [
        ([2.0, 9.0, 5.0, 1.0, 3.0], [3.0, 4.0, 12.0, 6.0, 9.0]),
        ([8.0, 1.0, 1.5, 7.0, 2.0], [9.0, 2.0, 8.0, 16.0, 5.0]),
        ([1.0, 1.1, 1.2, 1.3, 1.4], [5.0, 9.0, 11.0, 2.0, 14.0]),
    ];
    for (number, (prices, deviations)) in cases.into_iter().enumerate() {
        let scenario = scenario(&format!("force-{number}"), &five(prices, deviations, ""));
        let question = question(Grouping::Article);
        let found = found(&question, &scenario);
        let picked = chosen(&found);
        let mut best: Option<(f64, Vec<u32>)> = None;
        for code in 0..243_u32 {
            let days: Vec<u32> = (0..5).map(|place| code / 3_u32.pow(place) % 3 * question.step).collect();
            let (cost, lasts) = whole(&question, &scenario, &days, 0..u64::from(question.pilot));
            if lasts >= question.probability - 1e-12 && best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, days));
            }
        }
        let (_, best) = best.expect("some combination lasts");
        let mut days = vec![0; 5];
        picked.rounds[0].holdings.iter().for_each(|holding| days[holding.class] = holding.days);
        assert_eq!(days, best, "case {number}");
        assert!(picked.cheapest);
        // Whatever lasts a day more lasts the level too, so it cannot cost less.
        assert!(picked.next_day.is_none_or(|sek| sek >= 0.0), "{:?}", picked.next_day);
    }
}

#[test]
fn the_choice_proves_itself_on_fresh_replications() {
    let scenario = scenario("fresh", &five([2.0, 9.0, 5.0, 1.0, 3.0], [3.0, 4.0, 12.0, 6.0, 9.0], ""));
    for by in [Grouping::Together, Grouping::Class, Grouping::Article] {
        let question = question(by);
        let found = found(&question, &scenario);
        let Answer::Reached(chosen) = &found.answer else { panic!("{:?}", found.answer) };
        assert!(chosen.probability.low.expect("an interval") >= question.probability);
        assert!(chosen.more.mean.expect("a mean") > 0.0);
        assert_eq!(chosen.probability.n, chosen.rounds.last().expect("a round").replications);
    }
}

#[test]
fn every_round_is_judged_on_replications_that_nobody_has_seen() {
    // Fifteen replications show little, so that several rounds are needed; each follows upon those of the trials and of the rounds before.
    let scenario = scenario("unseen", &five([2.0, 9.0, 5.0, 1.0, 3.0], [3.0, 4.0, 12.0, 6.0, 9.0], ""));
    let question = Question { fresh: 15, ..question(Grouping::Article) };
    let found = found(&question, &scenario);
    let (mut from, rounds) = (u64::from(question.pilot), &chosen(&found).rounds);
    assert!(rounds.len() > 1, "{rounds:?}");
    for round in rounds {
        let mut days = vec![0; 5];
        round.holdings.iter().for_each(|holding| days[holding.class] = holding.days);
        let fresh = from..from + u64::from(round.replications);
        from = fresh.end;
        let lasts = whole(&question, &scenario, &days, fresh).1;
        let told = round.probability.mean.expect("a mean");
        assert!((told - lasts).abs() < 1e-9, "{told} and {lasts}");
    }
    // The last round alone may have shown enough: by the lower end of its interval, not by its mean.
    let (last, before) = rounds.split_last().expect("a round");
    let shown = |round: &Round| round.probability.low.expect("an interval") >= question.probability;
    assert!(before.iter().all(|round| !shown(round)), "{before:?}");
    assert_eq!(shown(last), matches!(found.answer, Answer::Reached(_)), "{last:?}");
}

#[test]
fn a_finer_division_costs_no_more_by_the_trials() {
    // On the replications of the trials a choice by article can always do what one by class does: so it is with the first choices.
    let scenario = scenario("finer", &five([2.0, 9.0, 5.0, 1.0, 3.0], [3.0, 4.0, 12.0, 6.0, 9.0], ""));
    let cost = |by| {
        let question = question(by);
        let found = found(&question, &scenario);
        let mut days = vec![0; 5];
        for holding in &chosen(&found).rounds[0].holdings {
            for article in &found.classes[holding.class].articles {
                days[article[1..].parse::<usize>().expect("a number")] = holding.days;
            }
        }
        whole(&question, &scenario, &days, 0..u64::from(question.pilot)).0
    };
    let costs = [Grouping::Together, Grouping::Class, Grouping::Article].map(cost);
    assert!(costs[0] >= costs[1] && costs[1] >= costs[2], "{costs:?}");
}

#[test]
fn what_cannot_be_is_named() {
    let text = five([2.0, 9.0, 5.0, 1.0, 3.0], [3.0, 4.0, 12.0, 6.0, 9.0], "");
    let short_lived =
        text.replace("critical = true\n[article.A0]", "critical = true\nshelf-life = \"3 days\"\n[article.A0]");
    assert_ne!(short_lived, text);
    let answer = found(&question(Grouping::Class), &scenario("spoils", &short_lived)).answer;
    assert!(matches!(&answer, Answer::OutOfReach { limits, .. } if limits == &[Limit::ShelfLife]), "{answer:?}");

    let turning = Question { least_turns: Some(1000.0), ..question(Grouping::Class) };
    let answer = found(&turning, &scenario("turns", &text)).answer;
    assert!(matches!(&answer, Answer::OutOfReach { limits, .. } if limits == &[Limit::Turns]), "{answer:?}");

    let full = text
        .replace("demand-share", "pallet-positions = \"1 pallet\"\ndemand-share")
        .replace("[item-default]", "[item-default]\npallet = \"100 units\"");
    let answer = found(&question(Grouping::Class), &scenario("full", &full)).answer;
    assert!(matches!(&answer, Answer::OutOfReach { limits, .. } if limits == &[Limit::Room]), "{answer:?}");

    let small = Question { most: 4, level: 40, ..question(Grouping::Class) };
    let answer = found(&small, &scenario("small", &text)).answer;
    assert!(
        matches!(&answer, Answer::OutOfReach { limits, at_most, .. } if limits.is_empty() && *at_most < 0.9),
        "{answer:?}"
    );
}

#[test]
fn the_file_gives_the_plan_that_was_proved() {
    let text = five([2.0, 9.0, 5.0, 1.0, 3.0], [3.0, 4.0, 12.0, 6.0, 9.0], "");
    let scenario = scenario("file", &text);
    let question = question(Grouping::Class);
    let found = found(&question, &scenario);
    let title = |text: &str| Title { sv: format!("{text} sv"), en: format!("{text} en") };
    let names = |extends: &str| overlay::Names { extends: extends.into(), title: title("big"), reserve: title("held") };
    let file = overlay::text(&found, chosen(&found), &scenario, &names("five.toml"));
    let folder = written("sizing-file", &[("five.toml", &text), ("sized.toml", &file)]);
    let study = read(&folder.join("sized.toml"), &settings(&[])).study;
    let sized = study.scenarios[0].clone();
    assert_eq!(sized.frame.title, title("big"));
    assert_eq!(sized.reserves[&study.reserves[0]].title, title("held"));
    // What is sized once more has other names for what is held then.
    let again = overlay::text(&found, chosen(&found), &sized, &names("sized.toml"));
    let folder = written("sizing-file", &[("again.toml", &again)]);
    let again = read(&folder.join("again.toml"), &settings(&[])).study;
    assert_eq!(again.reserves, ["sized-2"]);
    assert_eq!(again.scenarios[0].reserve_placements.len(), sized.reserve_placements.len());
    let holdings: Vec<&Holding> = chosen(&found).holdings.iter().collect();
    let cuts = ["all".to_owned()];
    let proved = compile(&with(&scenario, &holdings), 0.0, &cuts).expect("a plan").plan;
    assert_eq!(compile(&sized, 0.0, &cuts).expect("a plan").plan, proved);
    // Days of its own do not follow the reserve of the study.
    assert_eq!(compile(&sized, 30.0, &cuts).expect("a plan").plan, proved);
}

/// One article sells by fits and starts, and a threshold of 0.9 lets none of five be out. Together all five must hold what that one
/// needs; apart it holds more than the others, which costs less; and the answer proves itself as any other.
#[test]
fn more_of_the_weakest_article_alone_is_cheaper() {
    let text = five([2.0, 9.0, 5.0, 1.0, 3.0], [1.0, 1.0, 1.0, 1.0, 45.0], "");
    let scenario = scenario("weakest", &text);
    let asked = |weakest| Question { threshold: 0.9, weakest, most: 16, ..question(Grouping::Together) };
    let (together, apart) = (found(&asked(0), &scenario), found(&asked(1), &scenario));
    assert_eq!(together.classes.len(), 1);
    assert!(together.classes[0].articles.len() == 5 && !together.classes[0].weak);
    let names: Vec<(&str, bool)> = apart.classes.iter().map(|class| (class.name.as_str(), class.weak)).collect();
    assert_eq!(names, [("all", false), ("A4", true)]);
    let days = |found: &SizeFindings, class: usize| {
        chosen(found).holdings.iter().find(|holding| holding.class == class).map_or(0, |holding| holding.days)
    };
    assert!(days(&apart, 1) > days(&apart, 0), "{:?}", chosen(&apart).holdings);
    let more = |found: &SizeFindings| chosen(found).more.mean.expect("a cost");
    println!(
        "together {} days, {:.0} SEK/year; apart {} and {} days, {:.0}",
        days(&together, 0),
        more(&together),
        days(&apart, 0),
        days(&apart, 1),
        more(&apart)
    );
    assert!(more(&apart) < more(&together));
    let Answer::Reached(proved) = &apart.answer else { panic!("{:?}", apart.answer) };
    assert!(proved.probability.low.expect("a bound") >= 0.9);
}

/// The JSON says what was found, by the keys of docs/reference/size-json.md.
#[test]
fn the_json_says_what_was_found() {
    let scenario = scenario("json", &five([2.0, 9.0, 5.0, 1.0, 3.0], [3.0, 4.0, 12.0, 6.0, 9.0], ""));
    let found = found(&question(Grouping::Class), &scenario);
    let json: serde_json::Value = serde_json::from_str(&beredd::report::json::size::text(&found)).expect("JSON");
    let chosen = chosen(&found);
    assert_eq!(json["answer"]["verdict"], "reached");
    assert_eq!(json["answer"]["p_at_least"]["low"], chosen.probability.low.expect("a bound"));
    let reserve = json["answer"]["holdings"].as_array().expect("holdings");
    assert_eq!(reserve.len(), chosen.holdings.len());
    for (told, held) in reserve.iter().zip(&chosen.holdings) {
        assert_eq!(told["class"], found.classes[held.class].name);
        assert_eq!(told["days"], held.days);
    }
}
