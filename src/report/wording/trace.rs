//! What `beredd trace` says.

use super::Language;
use crate::plan::shortage::ReactionKind;
use crate::plan::terms::Basis;

words! {
    TraceWord;
    Title:
        "{article} ({id}): vad som hände och varför. {scenario}, reserv: {reserve}, simulering {replication}, frö {seed}.",
        "{article} ({id}): what happened and why. {scenario}, reserve: {reserve}, replication {replication}, seed {seed}.";
    About:
        "Dagar räknas från första mätdagen, {start}. Mängder i enheter, i den ordning det hände.",
        "Days are counted from the first measured day, {start}. Quantities in units, in the order in which it happened.";
    Warmed:
        "Dagar före {start} hör till uppvärmningen och räknas inte i resultaten.",
        "Days before {start} belong to the warm-up and are not counted in the results.";
    Day: "{date} {weekday}, dag {day}", "{date} {weekday}, day {day}";
    Mon: "mån", "Mon";
    Tue: "tis", "Tue";
    Wed: "ons", "Wed";
    Thu: "tor", "Thu";
    Fri: "fre", "Fri";
    Sat: "lör", "Sat";
    Sun: "sön", "Sun";
    SiteHead: "Plats", "Site";
    WhatHead: "Vad", "What";
    WhyHead: "Hur och varför", "How and why";
    Nothing: "Inget hände under dessa dagar.", "Nothing happened on these days.";
    // What
    Opening: "vid början", "at the start";
    Closing: "vid dagens slut", "end of the day";
    UnderWay: "störning pågår", "disruption goes on";
    Begins: "störning börjar", "disruption begins";
    Ends: "störning slutar", "disruption ends";
    Struck: "lager drabbas", "stock is hit";
    GivenBack: "lager frigörs", "stock is freed";
    Arrived: "kommer in", "arrives";
    BacklogServed: "väntande får", "waiting are served";
    Needed: "behov", "need";
    Returned: "retur", "return";
    Substituted: "ersätts", "is replaced";
    StoodIn: "ersätter", "stands in";
    CameBack: "behov återkommer", "need comes back";
    Reviewed: "prövas", "review";
    Ordered: "beställer", "orders";
    SentBack: "skickar tillbaka", "sends back";
    MovedOn: "går vidare", "moves on";
    Expired: "går ut", "expires";
    TooOld: "kommer in för gammalt", "arrives too old";
    PhaseBegins: "fas börjar", "phase begins";
    TakenBack: "tar tillbaka det beställda", "takes back what it ordered";
    HandedOn: "lämnar över", "hands over";
    TookOver: "tar över", "takes over";
    ReserveOpened: "reserven öppnas", "the reserve is opened";
    ReserveFilled: "reserven fylls på", "the reserve is filled up";
    ReserveExpired: "reserven går ut", "the reserve expires";
    ReserveLost: "reserven förstörs", "the reserve is destroyed";
    ReserveReleased: "reserven ges upp", "the reserve is given up";
    Sent: "skickas", "is sent";
    Express: "skickas express", "is sent by express";
    Left: "blir kvar", "is left";
    Helped: "hjälp av granne", "help from a neighbour";
    Helps: "hjälper granne", "helps a neighbour";
    HelpCame: "hjälp kommer fram", "help arrives";
    HeldBack: "hålls inne", "is held back";
    // How
    Balance: "{on_hand} i lager, {requested} beställt, {in_transit} på väg", "{on_hand} in stock, {requested} ordered, {in_transit} on the way";
    Waiting: "{backlog} väntar vården på", "{backlog} that care waits for";
    Owed: "{owed} som köpare väntar på", "{owed} that buyers wait for";
    LostLocked: "{lost} förstörs och {locked} låses: {process}", "{lost} is lost and {locked} is locked: {process}";
    Freed: "{quantity} som låsts av {process}", "{quantity} that was locked by {process}";
    Joins: "{quantity}; lagret {before} → {after}", "{quantity}; stock {before} → {after}";
    OfOrder: "{quantity} beställt {ordered}, skickat {sent}", "{quantity} ordered {ordered}, sent {sent}";
    OfOneOrder: "beställt {ordered}, skickat {sent}", "ordered {ordered}, sent {sent}";
    OfEmergency: "{quantity} akutköpt {sent}", "{quantity} bought in an emergency {sent}";
    All: "{quantity}, allt ur lagret", "{quantity}, all of it from stock";
    Some: "{quantity}, {served} ur lagret; {short} fattas", "{quantity}, {served} from stock; {short} is short";
    ShortWaits: "och väntar", "and waits";
    ShortIsLost: "och går förlorat", "and is lost";
    Unless: "om inget ersätter det", "unless something replaces it";
    UnlessHelped: "om ingen granne ger det", "unless a neighbour gives it";
    FromLater: "{quantity} från {from}, framme {arrival}", "{quantity} from {from}, there {arrival}";
    ToLater: "{quantity} till {to}, framme {arrival}", "{quantity} to {to}, there {arrival}";
    Missing: "{quantity} finns, men ordern är inte hel: {article} fattas", "{quantity} is there, but the order is not whole: {article} is missing";
    Covers: "{covered} av bristen täcks av {taken} {article}", "{covered} of the shortage is covered by {taken} of {article}";
    Goes: "{taken} går åt och täcker {covered} av bristen på {article}", "{taken} goes and covers {covered} of the shortage of {article}";
    NoOrder: "{why}: ingen order", "{why}: no order";
    Order: "{quantity} från {from}: {why}", "{quantity} from {from}: {why}";
    GoodsBack: "{goods} ur lagret, {cancelled} av det beställda tas tillbaka", "{goods} from stock, {cancelled} of what is ordered is taken back";
    TakesOver: "{quantity} från {from} till {to}", "{quantity} from {from} to {to}";
    To: "{quantity} till {to}", "{quantity} to {to}";
    From: "{quantity} från {from}", "{quantity} from {from}";
    TheSupplier: "leverantören", "the supplier";
    Part: "{quantity} av {asked} från {from}, framme {arrival}", "{quantity} of {asked} from {from}, there {arrival}";
    LeftOf: "{left} av {asked}: {why}", "{left} of {asked}: {why}";
    Unknown: "annat stod i vägen", "something else stood in the way";
    // Why an order
    Position: "lagerposition", "inventory position";
    Available: "lager och öppna order", "stock and open orders";
    OnHand: "lager", "stock";
    Echelon: "lagerposition här och nedströms", "inventory position here and below";
    ToLevel: "{basis} {stock}, nivå {level}", "{basis} {stock}, level {level}";
    ToLots: "{basis} {stock}, beställningspunkt {point}, parti {lot}", "{basis} {stock}, reorder point {point}, lot {lot}";
    ToNeed: "{basis} {stock}, behov {need}, minimilager {minimum}", "{basis} {stock}, need {need}, minimum stock {minimum}";
    ToPointLevel: "{basis} {stock}, beställningspunkt {point}, nivå {level}", "{basis} {stock}, reorder point {point}, level {level}";
    ToPoint: "{basis} {stock}, beställningspunkt {point}", "{basis} {stock}, reorder point {point}";
    Planned: "planerad order", "planned order";
    Never: "beställer aldrig", "never orders";
    Tolerance: "punkten räknas {tolerance} högre", "the point counts {tolerance} higher";
    Wants: "{wanted} fattas", "{wanted} is lacking";
    AtLeast: "minst {minimum}", "at least {minimum}";
    Rounded: "hela {pack}", "whole multiples of {pack}";
    Approved: "får skickas från {day}", "may be sent from {day}";
    // Why not
    NoDeparture: "ingen avgång i dag", "no departure today";
    LaneStopped: "transporten står still", "the lane stands still";
    OriginStopped: "{from} står still", "{from} stands still";
    OfferStopped: "{from} levererar inte artikeln", "{from} does not deliver the article";
    Limited: "högst {most} får skickas", "at most {most} may be sent";
    By: "{what} ({by})", "{what} ({by})";
    Shared: "{from} hade {stock} och alla köpare bad om {asked}", "{from} had {stock} and all buyers asked for {asked}";
    KeptBack: "{from} håller en reserv på {reserve} åt andra", "{from} keeps a reserve of {reserve} for others";
    WholeLines: "bara hela rader skickas", "only whole lines are sent";
    WholeOrders: "bara hela order skickas", "only whole orders are sent";
    Full: "avgången är full", "the departure is full";
    NoTime: "{from} hann inte plocka mer", "{from} had no time to pick more";
    // What is wrong
    SeveralScenarios:
        "studien har flera scenarier; säg vilket med --scenario: {names}",
        "the study has several scenarios; say which with --scenario: {names}";
    SeveralReserves:
        "studien har flera reserver; säg vilken med --reserve: {names}",
        "the study has several reserves; say which with --reserve: {names}";
    NoSuchScenario: "studien har inget scenario `{name}`", "the study has no scenario `{name}`";
    NoSuchReserve: "studien har ingen reserv `{name}`", "the study has no reserve `{name}`";
    NoSuchArticle: "scenariot har ingen artikel `{name}`", "the scenario has no article `{name}`";
    NoSuchSite: "scenariot har ingen plats `{name}`", "the scenario has no site `{name}`";
    NotAtSite: "platsen `{site}` har inte artikeln `{article}`; den finns på: {names}", "the site `{site}` does not have the article `{article}`; it is at: {names}";
    NoDay: "`{text}` är ingen dag; skriv ett datum (2026-03-01) eller dagar från första mätdagen (59)", "`{text}` is no day; write a date (2026-03-01) or days from the first measured day (59)";
    OutsideRun: "dag {day} ligger utanför körningen, som går från dag {first} till dag {last} ({from}–{to})", "day {day} is outside the run, which goes from day {first} to day {last} ({from} to {to})";
    Backwards: "--to ligger före --from", "--to is before --from";
    Meant: "menade du `{near}`?", "did you mean `{near}`?";
    Known: "det finns: {names}", "there are: {names}";
}

/// The day of the week, 0 = Monday.
pub fn weekday(place: usize) -> TraceWord {
    use TraceWord::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    [Mon, Tue, Wed, Thu, Fri, Sat, Sun][place % 7]
}

/// What a rule looks at.
pub fn basis(basis: Basis) -> TraceWord {
    match basis {
        Basis::Position => TraceWord::Position,
        Basis::Available => TraceWord::Available,
        Basis::OnHand => TraceWord::OnHand,
        Basis::Echelon => TraceWord::Echelon,
    }
}

/// What becomes of need that is not covered.
pub fn reaction(kind: ReactionKind, language: Language) -> &'static str {
    let (sv, en) = match kind {
        ReactionKind::Wait => ("väntar", "waits"),
        ReactionKind::Substitute => ("ersätts", "is replaced"),
        ReactionKind::Neighbour => ("hämtas från en granne", "is taken from a neighbour"),
        ReactionKind::Emergency => ("akutköps", "is bought in an emergency"),
        ReactionKind::ComeBack => ("kommer tillbaka", "will come back"),
        ReactionKind::Elsewhere => ("tillgodoses annanstans", "is met elsewhere"),
        ReactionKind::Cancel => ("vården ställs in", "care is cancelled"),
    };
    match language {
        Language::Sv => sv,
        Language::En => en,
    }
}
