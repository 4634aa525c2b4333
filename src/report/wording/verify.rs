//! What `beredd verify` says, and for each kind of case the order of events and what costs.

use super::Language;
use super::commands::Phrase;

words! {
    Word;
    Opening:
        "Kända svar ur teorin mot programmet, frö {seed}. Simulerat: medelvärde med 95\u{a0}% intervall, genom scenariofil, plan och \
        simulering; ok = inom fallets tolerans eller ett intervall på 99,999\u{a0}%, det vidaste av dem, och den slutna formen stämmer också. \
        Sluten form: ok = inom fallets tolerans.",
        "Known answers of theory against the program, seed {seed}. Simulated: mean with a 95% interval, through scenario file, plan and \
        replications; pass = within the tolerance of the case or an interval of 99.999%, whichever is wider, and the closed form agrees too. \
        Closed form: pass = within the tolerance of the case.";
    Case: "Fall och storhet", "Case and quantity";
    Expected: "Väntat", "Expected";
    Got: "Fick", "Got";
    Interval: "95\u{a0}% intervall", "95% interval";
    By: "Genom", "By";
    Verdict: "Utfall", "Verdict";
    Formula: "sluten form", "closed form";
    ClosedFormOnly: "bara sluten form", "closed form only";
    Simulation: "simulering", "simulation";
    Pass: "ok", "pass";
    Fail: "FEL", "FAIL";
    Events: "Ordning och kostnad: {text}", "Order of events and costs: {text}";
    Convention: "Fallets egna ord: {text}", "In the words of the case: {text}";
    Source: "Källa: {text}", "Source: {text}";
    File: "Fil: {text}", "File: {text}";
    NotFollowed: "Inte simulerat: {text}", "Not simulated: {text}";
    Replications: "Simuleringar: {text}", "Replications: {text}";
    Settings: "Inställningar: {text}", "Settings: {text}";
    InFile: "Simuleras ur {file}.", "Simulated from {file}.";
    NoFile: "Bara sluten form.", "Closed form only.";
    Closing:
        "Fall: {cases}. Ok: {passed}, fel: {failed}, utan väntat svar: {open}. Bara sluten form där simulering är begärd: {closed}. \
        Jämförelser: {compared}, genom simulering: {simulated}; risken att ett riktigt program faller på någon av dem är högst {chance}.",
        "Cases: {cases}. Pass: {passed}, fail: {failed}, nothing expected: {open}. Closed form only where a simulation is asked for: {closed}. \
        Comparisons: {compared}, by simulation: {simulated}; the chance that a right program fails any of them is at most {chance}.";
    NoKind: "inget slag heter `{kind}`; de som finns: {kinds}", "no kind is called `{kind}`; there are: {kinds}";
    NoCase: "inget fall är av slaget `{kind}`", "no case is of kind `{kind}`";
}

macro_rules! notes {
    ($($kind:literal: $sv:literal, $en:literal;)+) => {
        /// For each kind the order of events and what costs.
        const NOTES: &[(&str, Phrase)] = &[$(($kind, Phrase { sv: $sv, en: $en }),)+];
    };
}

notes! {
    "base_stock_normal":
        "Beställning före dagens efterfrågan (exponering L + 1 perioder) eller efter den (L); leverans före efterfrågan; brist väntar. Lager och brist vid periodens slut kostar per enhet och period.",
        "Order before the demand of the day (exposure L + 1 periods) or after it (L); receipt before demand; shortage waits. Stock and shortage at the end of the period cost per unit and period.";
    "base_stock_with_disruptions":
        "Leverantören går upp eller ner, beställning som kommer genast om den är uppe, känd efterfrågan; brist väntar. Lager och brist vid periodens slut kostar per enhet och period.",
        "The supplier goes up or down, an order that arrives at once if it is up, known demand; shortage waits. Stock and shortage at the end of the period cost per unit and period.";
    "bullwhip":
        "Prognos ur gången efterfrågan, beställning vid periodens slut, även negativ; leverans L perioder senare. Ingen kostnad: varians av beställning genom varians av efterfrågan.",
        "Forecast from past demand, order at the end of the period, also negative; receipt L periods later. No cost: variance of orders over variance of demand.";
    "capacitated_base_stock":
        "Efterfrågan, sedan beställning; leverantören sänder högst sin kapacitet per period, resten väntar. Ingen kostnad: bristen mot nivån.",
        "Demand, then the order; the supplier ships at most its capacity per period, the rest waits. No cost: the shortfall from the level.";
    "common_random_numbers":
        "Varje drag är en dag: påfyllning till nivån, efterfrågan, det som saknas är förlorat. Ingen kostnad: varians av skillnaden mellan två nivåer.",
        "Each draw is a day: filled up to the level, demand, what is short is lost. No cost: variance of the difference between two levels.";
    "endurance":
        "Lager vid avbrottet, inget på väg, inga leveranser; en dag räknas så länge all efterfrågan hittills ryms i lagret. Ingen kostnad.",
        "Stock at the cut, nothing under way, no deliveries; a day counts while all demand so far is within the stock. No cost.";
    "endurance_approximation":
        "Som endurance, genom förnyelseteorins andra ordning. Ingen kostnad.",
        "As endurance, by the second order of renewal theory. No cost.";
    "eoq":
        "Jämn efterfrågan, beställning när lagret är tomt, leverans genast. Kostnad per år: fast per beställning, och lager per enhet och år.",
        "Steady demand, an order when the stock is empty, receipt at once. Cost per year: fixed per order, and stock per unit and year.";
    "eoq_backorders":
        "Jämn efterfrågan, beställning när bristen är som störst, leverans genast. Kostnad per år: fast per beställning, lager och väntande brist per enhet och år.",
        "Steady demand, an order when the shortage is at its largest, receipt at once. Cost per year: fixed per order, stock and waiting shortage per unit and year.";
    "eoq_discount":
        "Jämn efterfrågan, beställning när lagret är tomt. Kostnad per år: inköp till partiets pris, fast per beställning, lager som andel av priset.",
        "Steady demand, an order when the stock is empty. Cost per year: purchase at the price of the lot, fixed per order, stock as a share of the price.";
    "eoq_with_disruptions":
        "Jämn efterfrågan, beställning när lagret är tomt, som kommer när leverantören är uppe; brist är förlorad. Kostnad per år: fast per beställning, lager, förlorade enheter.",
        "Steady demand, an order when the stock is empty, which arrives once the supplier is up; shortage is lost. Cost per year: fixed per order, stock, lost units.";
    "eoq_yield":
        "Jämn efterfrågan; det som kommer skiljer sig från det beställda. Kostnad per år: fast per beställning, lager.",
        "Steady demand; what arrives differs from what was ordered. Cost per year: fixed per order, stock.";
    "epq":
        "Jämn efterfrågan; partiet kommer in i jämn takt medan det förbrukas. Kostnad per år: fast per parti, lager.",
        "Steady demand; the lot comes in at a steady rate while it is used. Cost per year: fixed per lot, stock.";
    "erlang_b_lost_sales":
        "Enstaka kunder i slumpvis tid; varje tagen enhet beställs genast; den som möter tomt lager är förlorad. Ingen kostnad.",
        "Single customers at random times; each unit taken is ordered at once; one who meets empty stock is lost. No cost.";
    "guaranteed_service":
        "Varje steg lovar en leveranstid till nästa och håller säkerhetslager för den tid som inte täcks. Kostnad per period: säkerhetslager.",
        "Each stage promises a service time to the next and holds safety stock for the time not covered. Cost per period: safety stock.";
    "lead_time_demand":
        "Oberoende dagar och ledtider. Ingen kostnad.",
        "Independent days and lead times. No cost.";
    "loss_function":
        "Väntad brist över en nivå. Ingen kostnad.",
        "Expected shortage above a level. No cost.";
    "lost_sales_lead_time":
        "Leverans, beställning (kommer L perioder senare), efterfrågan; brist är förlorad. Kostnad vid periodens slut: lager, förlorade enheter.",
        "Receipt, order (arrives L periods later), demand; shortage is lost. Cost at the end of the period: stock, lost units.";
    "markov_disruption":
        "Leverantören går vid varje periods början ner med en sannolikhet och upp med en annan. Ingen kostnad.",
        "At the start of each period the supplier goes down with one probability and up with another. No cost.";
    "newsvendor_discrete":
        "Påfyllning till nivån, efterfrågan, kostnad vid dagens slut: det som blir över och det som saknas, per enhet.",
        "Filled up to the level, demand, cost at the end of the day: what is left over and what is short, per unit.";
    "newsvendor_lognormal":
        "Påfyllning till nivån, efterfrågan, kostnad vid dagens slut: det som blir över och det som saknas, per enhet.",
        "Filled up to the level, demand, cost at the end of the day: what is left over and what is short, per unit.";
    "newsvendor_normal":
        "Påfyllning till nivån, efterfrågan, kostnad vid dagens slut: det som blir över och det som saknas, per enhet.",
        "Filled up to the level, demand, cost at the end of the day: what is left over and what is short, per unit.";
    "newsvendor_poisson":
        "Påfyllning till nivån, efterfrågan, kostnad vid dagens slut: det som blir över och det som saknas, per enhet.",
        "Filled up to the level, demand, cost at the end of the day: what is left over and what is short, per unit.";
    "output_statistics":
        "Students t-intervall kring medelvärdet av oberoende simuleringar. Ingen kostnad.",
        "Student's t interval around the mean of independent replications. No cost.";
    "owmr_poisson":
        "Enstaka kunder i slumpvis tid vid varje avdelning; varje tagen enhet beställs genast, av avdelningen och av förrådet; först till kvarn; brist väntar. Ingen kostnad.",
        "Single customers at random times at each ward; each unit taken is ordered at once, by the ward and by the warehouse; first come first served; shortage waits. No cost.";
    "palm_mg_infinity":
        "Enstaka kunder i slumpvis tid; varje tagen enhet beställs genast, ledtiderna är oberoende och får korsas; brist väntar. Ingen kostnad.",
        "Single customers at random times; each unit taken is ordered at once, lead times are independent and may cross; shortage waits. No cost.";
    "periodic_review_RS":
        "Beställning upp till nivån var R:e dag, leverans L dagar senare före dagens efterfrågan: R + L dagar står mot nivån; brist väntar. Ingen kostnad.",
        "Order up to the level every R-th day, receipt L days later before that day's demand: R + L days stand against the level; shortage waits. No cost.";
    "perishable":
        "Ett nytt parti genast när det förra är slutsålt eller utgånget; hela partiet går ut m dagar efter ankomst. Ingen kostnad: utgångna enheter.",
        "A new batch at once when the last is sold out or expired; the whole batch expires m days after arrival. No cost: expired units.";
    "risk_pooling":
        "Påfyllning till nivån, efterfrågan, kostnad vid dagens slut: det som blir över och det som saknas, per enhet, med ett förråd per avdelning eller ett för alla.",
        "Filled up to the level, demand, cost at the end of the day: what is left over and what is short, per unit, with a store per ward or one for all.";
    "rq_approximation":
        "Som rq_normal, med partiet ur formeln för jämn efterfrågan med brist.",
        "As rq_normal, with the lot of the formula for steady demand with shortage.";
    "rq_hadley_whitin":
        "Beställning av partiet när lagerpositionen faller till punkten; leverans L år senare; brist väntar. Kostnad per år: fast per beställning, lager, och per enhet som fått vänta.",
        "The lot is ordered when the position falls to the point; receipt L years later; shortage waits. Cost per year: fixed per order, stock, and per unit that had to wait.";
    "rq_normal":
        "Beställning av partiet när lagerpositionen faller till punkten; leverans L år senare; brist väntar. Kostnad per år: fast per beställning, lager och väntande brist per enhet och år.",
        "The lot is ordered when the position falls to the point; receipt L years later; shortage waits. Cost per year: fixed per order, stock and waiting shortage per unit and year.";
    "rq_poisson":
        "Enstaka kunder i slumpvis tid; partiet beställs när lagerpositionen faller till punkten; leverans L senare; brist väntar. Kostnad per tid: fast per beställning, lager och väntande brist.",
        "Single customers at random times; the lot is ordered when the position falls to the point; receipt L later; shortage waits. Cost per unit of time: fixed per order, stock and waiting shortage.";
    "rq_service":
        "Punkten som ger den önskade servicen under ledtiden. Ingen kostnad.",
        "The point that gives the service asked for over the lead time. No cost.";
    "sS_poisson":
        "Granskning vid periodens början, beställning upp till S om positionen är högst s, leverans L perioder senare före efterfrågan; brist väntar. Kostnad vid periodens slut: fast per beställning, lager, brist.",
        "Review at the start of the period, order up to S if the position is at most s, receipt L periods later before demand; shortage waits. Cost at the end of the period: fixed per order, stock, shortage.";
    "sS_power_approximation":
        "Som sS_poisson med normal efterfrågan, genom potensapproximationen.",
        "As sS_poisson with normal demand, by the power approximation.";
    "serial_normal":
        "Leverans, efterfrågan, sedan beställning vid periodens slut, kedjan uppåt; varje steg sänder genast vad det har; brist väntar. Kostnad vid periodens slut: lager i varje steg och på väg till nästa, väntande brist.",
        "Receipt, demand, then orders at the end of the period, up the chain; each stage ships at once what it has; shortage waits. Cost at the end of the period: stock at each stage and on its way to the next, waiting shortage.";
    "single_server_queue":
        "Slumpvisa ankomster till en betjänare, först till kvarn. Ingen kostnad: väntan före betjäning.",
        "Random arrivals at one server, first come first served. No cost: the wait before service.";
    "wagner_whitin":
        "Beställning vid periodens början, leverans genast, känd efterfrågan. Kostnad: fast per beställning, lager vid periodens slut.",
        "Order at the start of the period, receipt at once, known demand. Cost: fixed per order, stock at the end of the period.";
}

/// The order of events and what costs in a kind of case.
pub fn note(kind: &str) -> Option<Phrase> {
    NOTES.iter().find(|(name, _)| *name == kind).map(|(_, note)| *note)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_that_is_checked_has_a_note() {
        let simulated = crate::verify::simulated::KINDS.iter().map(|kind| kind.name);
        for kind in crate::verify::closed::KINDS.iter().copied().chain(simulated) {
            assert!(note(kind).is_some(), "{kind}");
        }
    }
}
