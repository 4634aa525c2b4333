//! Terms: what the words of the reports and of the trade mean here. Swedish usage first, as the region writes.

use crate::report::wording::{Language, commands as say, commands::Phrase};

/// A term.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// Names in Swedish and in English, the usual one first, then other names after commas.
    pub name: Phrase,
    /// What it means here.
    pub meaning: Phrase,
    /// Where it is used.
    pub used: Phrase,
}

impl Term {
    /// All names, Swedish ones first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.name.sv.split(", ").chain(self.name.en.split(", "))
    }

    /// Whether a word is one of the names, whatever its letters' size and its hyphens.
    pub fn is_called(&self, word: &str) -> bool {
        self.names().any(|name| plain(name) == plain(word))
    }

    /// The usual name in this language and in the other.
    pub fn in_both(&self, language: Language) -> (&'static str, &'static str) {
        let first = |names: &'static str| names.split(", ").next().unwrap_or(names);
        match language {
            Language::Sv => (first(self.name.sv), first(self.name.en)),
            Language::En => (first(self.name.en), first(self.name.sv)),
        }
    }

    /// Name, meaning and use.
    pub fn told(&self, language: Language) -> String {
        let (own, other) = (self.name.text(language), self.in_both(language).1);
        let also = say::ALSO.fill(language, &[("other", other)]);
        let used = say::WHERE_USED.fill(language, &[("where_used", self.used.text(language))]);
        format!("{own}\n  {}\n  {used}\n  {also}\n", self.meaning.text(language))
    }
}

/// A word without what does not tell words apart.
pub fn plain(word: &str) -> String {
    word.trim().to_lowercase().replace(['-', '_'], " ")
}

macro_rules! terms {
    ($name:ident; $($sv:literal | $en:literal: $meaning_sv:literal, $meaning_en:literal; $used_sv:literal, $used_en:literal;)+) => {
        /// The terms of this part.
        pub const $name: &[Term] = &[$(Term {
            name: Phrase { sv: $sv, en: $en },
            meaning: Phrase { sv: $meaning_sv, en: $meaning_en },
            used: Phrase { sv: $used_sv, en: $used_en },
        },)+];
    };
}

mod desk;

/// Every term: those of the simulator, then those of the stock desk.
pub fn all() -> impl Iterator<Item = &'static Term> {
    SIMULATOR.iter().chain(desk::DESK)
}

terms! {
    SIMULATOR;
    "uthållighet" | "endurance":
        "Hur många dagar de kritiska artiklarnas behov kan betjänas efter ett snitt. Läses på en kurva: andelen S(d) som betjänas dag d, eller antalet dagar tills andelen stannar under en tröskel.",
        "How many days the need of critical articles can be served after a cut. Read off one curve: the share S(d) served on day d, or the number of days until the share stays below a threshold.";
        "tabell 2, överlevnadskurvan, [endurance]", "table 2, the survival curve, [endurance]";
    "nivå" | "level":
        "Ett mål i dagar: 3 och 7 (brons), 30 (silver), 90 (guld). Säger inget om vad som ligger i lager.",
        "A target in days: 3 and 7 (bronze), 30 (silver), 90 (gold). Says nothing of what is in stock.";
        "tabell 1, [endurance] levels", "table 1, [endurance] levels";
    "brons" | "bronze": "Nivån 3 dagar (grundläggande) och 7 dagar (förstärkt).", "The level of 3 days (basic) and 7 days (reinforced)."; "tabell 1", "table 1";
    "silver" | "silver level": "Nivån 30 dagar.", "The level of 30 days."; "tabell 1, sista raden", "table 1, the last line";
    "guld" | "gold": "Nivån 90 dagar.", "The level of 90 days."; "tabell 1", "table 1";
    "reserv, beredskapslager" | "reserve, contingency stock":
        "En lagerregel: dagar av kritisk medelförbrukning som hålls utöver säkerhetslagret, på den plats som [reserve-placement.*] säger.",
        "A stock rule: days of mean critical use held on top of the safety stock, at the site that [reserve-placement.*] names.";
        "rader i alla tabeller, [reserve.*]", "rows of all tables, [reserve.*]";
    "säkerhetslager" | "safety stock":
        "Lager mot vanlig osäkerhet i behov och ledtid. Förstudien menar ofta säkerhetslager och reserv tillsammans; här hålls de isär.",
        "Stock against ordinary doubt about demand and lead time. The pre-study often means safety stock and reserve together; here they are kept apart.";
        "[policy.*] safety-stock", "[policy.*] safety-stock";
    "största lagret, largest-site" | "largest store, largest site":
        "Snittet där varje alternativ förlorar den plats vars lager är värt mest.",
        "The cut in which each alternative loses the site whose stock is worth most.";
        "[study] cuts, [cut.largest-site]", "[study] cuts, [cut.largest-site]";
    "allt utanför regionen, outside-region" | "everything outside the region":
        "Snittet där inget kommer in i regionen: leverantörer, fjärrlager och vägarna dit stannar.",
        "The cut in which nothing comes into the region: suppliers, distant stock and the ways to them stop.";
        "[study] cuts, [cut.outside-region]", "[study] cuts, [cut.outside-region]";
    "alla leverantörer, all-suppliers" | "all suppliers":
        "Snittet där alla leverantörer stannar; fjärrlager levererar det de har.",
        "The cut in which all suppliers stop; distant stock delivers what it has.";
        "[study] cuts, [cut.all-suppliers]", "[study] cuts, [cut.all-suppliers]";
    "månad, 1 månad, vecka, 1 vecka, 3 månader" | "1 month, week, 1 week, 3 months":
        "Nivåer i dagar: 1 vecka är 7, 1 månad 30 och 3 månader 90 dagar. Behovets faktorer per månad står under `month`.",
        "Levels in days: 1 week is 7, 1 month 30 and 3 months 90 days. Factors of demand by month stand under `month`.";
        "beslutstabellen, [endurance] levels", "the decision table, [endurance] levels";
    "snitt" | "cut":
        "Vad som stoppas när uthålligheten prövas: allt utanför regionen, alla leverantörer, eller det största lagret.",
        "What is stopped when endurance is probed: everything outside the region, all suppliers, or the largest store.";
        "tabell 1 och 2, [cut.*]", "tables 1 and 2, [cut.*]";
    "störning" | "disruption":
        "Något som händer under den simulerade tiden: artikelbrist, leverantör som inte levererar, lager ur funktion.",
        "Something that happens during the simulated time: a shortage, a supplier that does not deliver, a site out of action.";
        "[disruption.*]", "[disruption.*]";
    "tröskel" | "threshold": "Den andel av behovet som måste betjänas för att en dag ska räknas.", "The share of need that must be served for a day to count."; "tabell 2, [endurance] thresholds", "table 2, [endurance] thresholds";
    "anspråk" | "claim":
        "Den andel av leverantörsägt lager som blir regionens när snittet kommer; resten är låst. Visas för 0, 50 och 100 %.",
        "The share of supplier-owned stock that becomes the region's when the cut comes; the rest is locked. Shown for 0, 50 and 100%.";
        "tabell 1 och 2, [endurance] claims", "tables 1 and 2, [endurance] claims";
    "lagerkrav" | "stock rule":
        "Det ena av två omdömen: andelen kritiska artiklar vars lager i regionen aldrig går under nivån. Nås vid 95 %.",
        "One of two verdicts: the share of critical articles whose stock in the region never falls below the level. Reached at 95%.";
        "tabell 1", "table 1";
    "simulerad uthållighet" | "simulated endurance":
        "Det andra omdömet: sannolikheten att tröskeln hålls så många dagar. Nås om intervallets nedre gräns är minst 95 %, nås inte om den övre är lägre, annars oavgjort.",
        "The other verdict: the probability that the threshold is held for that many days. Reached if the interval's lower bound is at least 95%, not reached if the upper one is below, else undecided.";
        "tabell 1", "table 1";
    "simulering, simuleringar, replikation" | "replication, replications":
        "En körning av hela tiden med egen slump. Intervallen räknas över simuleringar.",
        "One run of the whole time with luck of its own. Intervals are taken over replications.";
        "[study] replications, run -r", "[study] replications, run -r";
    "frö" | "seed": "Talet som bestämmer all slump. Samma frö ger samma siffror.", "The number that decides all luck. The same seed gives the same figures."; "[study] seed, run --seed", "[study] seed, run --seed";
    "intervall" | "interval, confidence interval":
        "Där värdet ligger med 95 % säkerhet givet antagandena. Osäkerhet i antagandena ingår inte.",
        "Where the value lies with 95% confidence given the assumptions. Doubt about the assumptions is not in it.";
        "parenteser i alla tabeller", "brackets in all tables";
    "gemensamma slumptal" | "common random numbers": "Alla alternativ möter samma behov, ledtider och fel, så att skillnader inte beror på tur.", "All alternatives meet the same demand, lead times and failures, so that differences are not luck."; "tabell 5", "table 5";
    "fyllnadsgrad, fyllnadsgradsservice" | "fill rate":
        "Andelen av behovet som betjänas direkt ur lager vid avdelningarna, vägd med orderrader (typ 2). En kvot av summor, inte ett medel av kvoter.",
        "The share of need served at once from stock at the wards, weighted by order lines (type 2). A ratio of sums, not a mean of ratios.";
        "tabell 3", "table 3";
    "lagertillgänglighet" | "stock availability, availability":
        "Andelen kritiska artiklar som finns i lager i det regionala lagret, räknad varje dag efter dagens behov. Avtalets 98 %.",
        "The share of critical articles in stock at the regional stock, counted every day after demand. The contract's 98%.";
        "tabell 3", "table 3";
    "servicenivå, servicegrad" | "service level": "Ett samlingsord med tre betydelser: cykelservice, fyllnadsgrad och lagertillgänglighet. Verktyget säger alltid vilken.", "A word with three meanings: cycle service, fill rate and availability. The tool always says which."; "ingen tabell bär detta namn", "no table bears this name";
    "cykelservice" | "cycle service": "Andelen påfyllnadscykler utan obetjänat behov (typ 1).", "The share of replenishment cycles without unmet demand (type 1)."; "results.json", "results.json";
    "orderradsservice" | "order-line service": "Andelen orderrader som levereras hela direkt.", "The share of order lines served whole at once."; "results.json", "results.json";
    "brist" | "stock-out": "Behov som inte kan betjänas ur lager.", "Need that cannot be served from stock."; "tabell 2 och 3", "tables 2 and 3";
    "restorder, restnotering" | "backorder": "Behov eller order som väntar. För läkemedel: leverantören kan inte leverera.", "Need or order that waits. For drugs: the supplier cannot deliver."; "[scenario] unmet, [cost] backorder", "[scenario] unmet, [cost] backorder";
    "behov, förbrukning" | "need, demand, consumption": "Det vården vill ha en dag, oavsett om det finns.", "What care wants on a day, whether it is there or not."; "demand i artikellistan, [demand]", "demand in the article list, [demand]";
    "saldo, lagersaldo" | "stock on hand": "Det som ligger i lagret nu.", "What is in the store now."; "[stock.*] on-hand", "[stock.*] on-hand";
    "lagerposition" | "inventory position": "Saldo plus beställt minus restorder. Det som beställningsregeln ser på.", "On hand plus on order minus backorders. What the ordering rule looks at."; "[policy.*]", "[policy.*]";
    "beställningspunkt" | "reorder point": "Den lagerposition vid vilken en order läggs.", "The inventory position at which an order is placed."; "[policy.*] kind, point", "[policy.*] kind, point";
    "återfyllnadsnivå" | "order-up-to level": "Den lagerposition som en order fyller upp till.", "The inventory position that an order fills up to."; "[policy.*] kind, level", "[policy.*] kind, level";
    "orderkvantitet" | "order quantity, lot": "Hur mycket som beställs på en gång.", "How much is ordered at once."; "[policy.*] lot", "[policy.*] lot";
    "omsättningslager, omloppslager" | "cycle stock": "Lagret som kommer och går med orderkvantiteten, ungefär hälften av den.", "The stock that comes and goes with the order quantity, about half of it."; "docs/model.md", "docs/model.md";
    "ledtid" | "lead time": "Tid från order till inleverans.", "Time from order to receipt."; "[origin.*] och [lane.*] lead-time", "[origin.*] and [lane.*] lead-time";
    "beställningsintervall, täcktid" | "review period, review, coverage period": "Tiden mellan två tillfällen att beställa. Nivån täcker förbrukningen över den och ledtiden.", "The time between two chances to order. The level covers use over it and the lead time."; "[policy.*] review", "[policy.*] review";
    "kritisk, säkerhetskritiskt, kritisk artikel" | "critical, critical article": "En artikel som uthålligheten räknas på. Vem som beslutat det står i critical-decided-by.", "An article that endurance counts. Who decided it stands in critical-decided-by."; "artikellistan, tabell 1 och 2", "the article list, tables 1 and 2";
    "grossist" | "wholesaler": "Företag som äger och sköter lager för regionen.", "A company that owns and runs stock for the region."; "[site.*], [owner.*] kind", "[site.*], [owner.*] kind";
    "tredjepartslogistik, 3PL, TPL, tredjepartslager" | "third-party logistics, third-party stock": "Ett lager som någon annan driver åt regionen.", "A store that somebody else runs for the region."; "delmål 1", "delmål 1";
    "centrallager" | "central warehouse": "Ett eget lager för hela regionen.", "A store of the region's own for all of it."; "delmål 2", "delmål 2";
    "sekundärt lager, förråd" | "secondary store, store": "Lager vid sjukhus, avdelning eller hälsocentral.", "Stock at a hospital, ward or health centre."; "[site.*] demand-share", "[site.*] demand-share";
    "delmål" | "interim goal": "Ett alternativ i förstudien: delmål 1 är tredjepartslager, delmål 2 eget centrallager.", "An alternative of the pre-study: delmål 1 is third-party stock, delmål 2 an own central warehouse."; "scenariernas namn", "names of scenarios";
    "nuläge, nyläge" | "as-is, to-be": "Försörjningen som den är i dag, och som den skulle bli.", "Supply as it is today, and as it would become."; "scenariernas namn", "names of scenarios";
    "förbrukningsmateriel" | "consumables": "Handskar, sprutor, förband och annat som används upp.", "Gloves, syringes, dressings and other things that are used up."; "flow i artikellistan", "flow in the article list";
    "läkemedel" | "pharmaceuticals": "Flödet av läkemedel.", "The flow of drugs."; "flow i artikellistan", "flow in the article list";
    "hjälpmedel" | "assistive devices": "Rullstolar, gånghjälpmedel och annat som lånas ut.", "Wheelchairs, walking aids and other things on loan."; "flow i artikellistan", "flow in the article list";
    "medicinteknik, MT" | "medical technology": "Apparater och deras tillbehör.", "Devices and their accessories."; "flow i artikellistan", "flow in the article list";
    "skyddsutrustning" | "PPE, protective equipment": "Handskar, munskydd, rockar.", "Gloves, masks, gowns."; "family i artikellistan", "family in the article list";
    "kapitalbindning" | "capital tied up": "Lagrets värde gånger ägarens kalkylränta. En kalkylerad kostnad.", "The value of the stock times the owner's rate. An imputed cost."; "tabell 4, [owner.*] capital-rate", "table 4, [owner.*] capital-rate";
    "internränta, kalkylränta, lagerränta" | "capital rate, internal rate, holding rate": "Procent per år som bundet kapital kostar ägaren.", "Per cent a year that capital tied up costs its owner."; "[owner.*] capital-rate", "[owner.*] capital-rate";
    "lagerhållningskostnad" | "holding cost": "Vad det kostar att ha varor i lager: kapital, plats, kassation.", "What it costs to keep goods: capital, storage, write-off."; "tabell 4", "table 4";
    "ordersärkostnad" | "ordering cost": "Vad en order kostar, hur stor den än är.", "What an order costs, however large."; "tabell 4, [lane.*] per-order", "table 4, [lane.*] per-order";
    "bristkostnad" | "shortage cost": "Vad det kostar att något saknas.", "What it costs that something is missing."; "[cost] backorder, lost", "[cost] backorder, lost";
    "inkurans, kassation" | "write-off, obsolescence": "Varor som blir för gamla och kastas.", "Goods that grow too old and are thrown away."; "tabell 4, [site.*] write-off", "table 4, [site.*] write-off";
    "omsättningsbart lager" | "rotating stock": "Reserv som används i vanlig drift och därför inte blir gammal.", "A reserve that is used in ordinary times and so does not grow old."; "[reserve-placement.*] kind", "[reserve-placement.*] kind";
    "pallplats" | "pallet position": "Plats för en pall; hyrs per år.", "Room for a pallet; rented by the year."; "[site.*] pallet-position", "[site.*] pallet-position";
    "plock, orderrad" | "pick, order line": "En rad på en order, och arbetet att plocka den.", "A line of an order, and the work of picking it."; "tabell 4, [site.*] pick", "table 4, [site.*] pick";
    "jakt på leveranser" | "chasing deliveries": "Vårdens tid för att söka efter det som saknas, per öppen rad och dag.", "Care's time for seeking what is missing, by open line and day."; "tabell 4, [cost] chasing", "table 4, [cost] chasing";
    "klumpsumma" | "lump sum": "Ett belopp i förstudien som köper något okänt. Står för sig och ingår aldrig i kostnaden.", "A sum of the pre-study that buys something unknown. It stands apart and is never part of the cost."; "tabell 3, [lump-sum.*]", "table 3, [lump-sum.*]";
    "kalkylerad kostnad" | "imputed cost": "Kostnad som ingen faktura visar, som kapital och personalens tid.", "Cost that no invoice shows, such as capital and staff time."; "tabell 3", "table 3";
    "volymvärdesanalys, ABC-analys, klass" | "ABC analysis, class": "Artiklar indelade efter årsvärde: A få och stora, C många och små.", "Articles divided by yearly value: A few and large, C many and small."; "class i artikellistan, [item-class.*]", "class in the article list, [item-class.*]";
    "antagande" | "assumption": "Ett värde som ingen källa ger. Bär ofta ett spann.", "A value that no source gives. It often carries a range."; "origin, show --origin", "origin, show --origin";
    "ursprung" | "origin of a value": "Varifrån ett värde kommer: ur uppdragets dokument, med källa, härlett, antagande, anpassat till data, verktygets förval.", "Where a value comes from: the assignment's documents, a source, derived, an assumption, fitted to data, a default of the tool."; "show --origin, results.json", "show --origin, results.json";
    "MSEK, mnkr" | "million kronor": "Miljoner kronor. Regionen skriver MSEK; mnkr väljs med [report] money.", "Millions of Swedish kronor. The region writes MSEK; mnkr is chosen by [report] money."; "tabell 3–5", "tables 3–5";
    "försörjningsberedskap" | "supply preparedness": "Förmågan att försörja vården i kris.", "The ability to supply care in a crisis."; "hela verktyget", "the whole tool";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_name_stands_for_two_terms() {
        let mut seen = BTreeSet::new();
        for term in all() {
            let own: BTreeSet<_> = term.names().map(plain).collect();
            for name in own {
                assert!(seen.insert(name.clone()), "{name}");
            }
        }
    }

    #[test]
    fn a_name_is_found_in_any_spelling() {
        let fill_rate = all().find(|term| term.is_called(" Fyllnadsgrad ")).expect("the term");
        assert!(fill_rate.is_called("FILL-RATE") && !fill_rate.is_called("fill"));
    }
}
