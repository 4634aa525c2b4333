//! The JSON of `beredd size` (`docs/reference/size-json.md`).

use super::{SCHEMA, estimate, maybe};
use crate::study::sizing::findings::{Answer, Chosen, SizeFindings};
use crate::study::sizing::trial::Limit;
use serde_json::{Value, json};

/// The answer as text: indented, ending in a newline.
pub fn text(found: &SizeFindings) -> String {
    format!("{:#}\n", size(found))
}

fn size(found: &SizeFindings) -> Value {
    let question = &found.question;
    let classes =
        found.classes.iter().map(|class| json!({ "name": class.name, "articles": class.articles, "weak": class.weak }));
    json!({
        "schema": SCHEMA,
        "scenario": question.scenario,
        "level_days": question.level,
        "threshold": question.threshold,
        "required_probability": question.probability,
        "cut": question.cut,
        "claim": f64::from(question.claim) / 1000.0,
        "seed": question.seed,
        "step_days": question.step,
        "most_days": question.most,
        "least_turns": maybe(question.least_turns),
        "pilot_replications": question.pilot,
        "trials": found.trials,
        "replaced_placements": found.replaced,
        "classes": classes.collect::<Vec<_>>(),
        "answer": answer(found),
    })
}

fn answer(found: &SizeFindings) -> Value {
    match &found.answer {
        Answer::Reached(chosen_) => chosen(found, chosen_, "reached"),
        Answer::Undecided(chosen_) => chosen(found, chosen_, "undecided"),
        Answer::OutOfReach { limits, at_most, weakest } => json!({
            "verdict": "out-of-reach",
            "limits": limits.iter().map(|limit| limit_id(*limit)).collect::<Vec<_>>(),
            "p_at_most": at_most,
            "weakest": weakest.iter().map(|weak| json!({ "article": weak.article, "p_at_zero": weak.at_zero })).collect::<Vec<_>>(),
        }),
    }
}

fn limit_id(limit: Limit) -> &'static str {
    match limit {
        Limit::ShelfLife => "shelf-life",
        Limit::Turns => "turns",
        Limit::Room => "room",
    }
}

fn chosen(found: &SizeFindings, chosen: &Chosen, verdict: &str) -> Value {
    let holdings = chosen.holdings.iter().map(|holding| {
        let sites: Vec<&String> = holding.place.sites.iter().map(|(site, _)| site).collect();
        json!({
            "class": found.classes[holding.class].name,
            "place": holding.place.name,
            "sites": sites,
            "days": holding.days,
        })
    });
    let rounds = chosen.rounds.iter().map(|round| {
        json!({
            "margin": round.margin,
            "replications": round.replications,
            "p_at_least": estimate(&round.probability),
        })
    });
    json!({
        "verdict": verdict,
        "holdings": holdings.collect::<Vec<_>>(),
        "p_at_least": estimate(&chosen.probability),
        "cost_per_year": estimate(&chosen.cost),
        "cost_more": estimate(&chosen.more),
        "next_day": maybe(chosen.next_day),
        "cheapest_by_trials": chosen.cheapest,
        "rounds": rounds.collect::<Vec<_>>(),
    })
}
