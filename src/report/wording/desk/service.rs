//! What `beredd stock service` says.

use super::Language;

words! {
    ServiceWord;
    Title:
        "Servicenivå för en artikel: {demand} {demand|enhet|enheter} per dag, ledtid {lead} {lead|dag|dagar}{lead_sd}{lot}.",
        "Service of one article: {demand} {demand|unit|units} a day, lead time {lead} {lead|day|days}{lead_sd}{lot}.";
    TitleLot: ", {lot} {lot|enhet|enheter} per order", ", {lot} {lot|unit|units} per order";
    LeadSd: " ± {sd}", " ± {sd}";
    Law:
        "Efterfrågan under ledtiden: {law}, medel {mean}, standardavvikelse {sd} enheter.",
        "Demand over the lead time: {law}, mean {mean}, standard deviation {sd} units.";
    Normal: "normalfördelad", "normal";
    Gamma: "gammafördelad", "gamma";
    Poisson: "Poissonfördelad", "Poisson";
    Negative:
        "{share} av normalfördelningen ligger under noll: gammafördelningen (--law gamma) passar bättre.",
        "{share} of the normal law lies below zero: the gamma law (--law gamma) fits better.";
    AnswerTitle: "1. Vad som följer", "1. What follows";
    AnswerHow:
        "Cykelservice = andel lagercykler utan brist. Fyllnadsgrad (servicegrad) = andel av efterfrågan som betjänas direkt. De är inte samma tal.",
        "Cycle service = share of stock cycles without a shortage. Fill rate = share of demand served at once. They are not the same number.";
    FromCycle: "cykelservice\n{value} given", "cycle service\n{value} given";
    FromFill: "fyllnadsgrad\n{value} given", "fill rate\n{value} given";
    FromSafety: "säkerhetslager\n{value} givet", "safety stock\n{value} given";
    FromPoint: "beställningspunkt\n{value} given", "reorder point\n{value} given";
    FromShare: "{value} av\nledtidens behov", "{value} of\nlead-time demand";
    FromCost: "bristkostnad\n{value} SEK", "shortage cost\n{value} SEK";
    Figure: "", "";
    Point: "beställningspunkt, enheter", "reorder point, units";
    Safety: "säkerhetslager, enheter", "safety stock, units";
    SafetyDays: "… dagar av medelbehov", "… days of mean demand";
    SafetyShare: "… andel av behovet under ledtiden", "… share of lead-time demand";
    Factor: "… standardavvikelser (z)", "… standard deviations (z)";
    Cycle: "cykelservice", "cycle service";
    Fill: "fyllnadsgrad", "fill rate";
    FillOverlap: "… om order får överlappa", "… where orders may overlap";
    ShortYear: "brist, enheter per år", "short, units a year";
    MeanStock: "medellager, enheter", "mean stock, units";
    Turns: "omsättning, gånger per år", "turns a year";
    SafetyCapital: "bundet i säkerhetslager, SEK", "tied up in safety stock, SEK";
    Capital: "bundet i allt lager, SEK", "tied up in all stock, SEK";
    SafetyCost: "säkerhetslagrets kostnad, SEK per år", "cost of the safety stock, SEK a year";
    Implied: "motsvarar bristkostnad, SEK per enhet", "implies a shortage cost, SEK per unit";
    LevelsTitle:
        "2. De vanliga nivåerna, som cykelservice och som fyllnadsgrad",
        "2. The usual levels, as cycle service and as fill rate";
    LevelsHow:
        "Säkerhetslager i enheter{money}; till höger vad valet av definition binder.",
        "Safety stock in units{money}; on the right what the choice of definition ties up.";
    LevelsMoney: ", bundet kapital i SEK", ", capital tied up in SEK";
    Level: "Nivå\n%", "Level\n%";
    AsCycle: "Cykel-\nservice", "Cycle\nservice";
    GivesFill: "ger fyll-\nnad, %", "gives\nfill, %";
    AsFill: "Fyllnads-\ngrad", "Fill\nrate";
    GivesCycle: "ger\ncykel, %", "gives\ncycle, %";
    CycleCapital: "Cykel\nSEK", "Cycle\nSEK";
    FillCapital: "Fyllnad\nSEK", "Fill\nSEK";
    CycleImplied: "Cykel\nmotsv.", "Cycle\nimplies";
    FillImplied: "Fyllnad\nmotsv.", "Fill\nimplies";
    Difference: "Skillnad", "Difference";
    ImpliesHow:
        "Motsvarar = den bristkostnad, SEK per enhet, för vilken nivån är den billigaste. Är bristen dyrare är nivån för låg.",
        "Implies = the shortage cost, SEK per unit, for which the level is the cheapest. Where a shortage costs more, the level is too low.";
    Justified:
        "Bristkostnaden {cost} SEK per enhet motiverar cykelservice {cycle} och fyllnadsgrad {fill}: säkerhetslager {safety} enheter mot {given}.",
        "A shortage cost of {cost} SEK per unit justifies a cycle service of {cycle} and a fill rate of {fill}: safety stock {safety} units against {given}.";
    NothingJustified:
        "Bristkostnaden {cost} SEK per enhet motiverar inget säkerhetslager: lagret kostar mer än bristen.",
        "A shortage cost of {cost} SEK per unit justifies no safety stock: the stock costs more than the shortage.";
    TargetTitle: "Mål för lageromsättning", "Target of turns";
    Kept:
        "{turns} gånger per år tillåter i medel {stock} enheter i lager. Med denna service blir det {lot} {lot|enhet|enheter} per order ({orders} order per år), säkerhetslager {safety}, beställningspunkt {point}.",
        "{turns} turns a year allow a mean stock of {stock} units. With this service that leaves {lot} {lot|unit|units} per order ({orders} orders a year), safety stock {safety}, reorder point {point}.";
    Conflict:
        "Målen strider mot varandra: {turns} gånger per år tillåter i medel {stock} enheter i lager, men servicen ger högst {most} gånger per år hur små orderna än är. Sänk målet, servicen, ledtiden eller variationen.",
        "The targets conflict: {turns} turns a year allow a mean stock of {stock} units, but the service allows at most {most} turns a year however small the orders are. Lower the target, the service, the lead time or the variation.";
    Daily:
        "Det är mer än en order om dagen: i praktiken strider målen mot varandra.",
        "That is more than one order a day: in practice the targets conflict.";
    GivenTurns:
        "Med {lot} {lot|enhet|enheter} per order omsätts lagret {turns} gånger per år: målet {verdict}.",
        "With {lot} {lot|unit|units} per order the stock turns {turns} times a year: the target is {verdict}.";
    TargetMet: "nås", "met";
    TargetMissed: "nås inte", "not met";
    NegativePoint:
        "Beställningspunkten är under noll: med så stora order räcker det att beställa när restorder redan finns.",
        "The reorder point is below zero: with orders so large it is enough to order when backorders are already there.";
    Overlap:
        "Orderna är små mot efterfrågan under ledtiden, så att flera är på väg samtidigt: fyllnadsgraden räknar då viss brist två gånger. Raden ”om order får överlappa” gör det inte.",
        "The orders are small against demand over the lead time, so that several are on their way at once: the fill rate then counts some shortage twice. The row “where orders may overlap” does not.";
    Whole:
        "Poisson: beställningspunkten är ett heltal, så att nivån blir minst den givna.",
        "Poisson: the reorder point is a whole number, so that the level is at least the one given.";
    // The chart
    ChartTitle:
        "{level} som fyllnadsgrad binder {fill} enheter i säkerhetslager, som cykelservice {cycle}",
        "{level} as fill rate ties up {fill} units of safety stock, as cycle service {cycle}";
    ChartSubtitle:
        "Säkerhetslager, enheter, efter servicenivå. {demand} {demand|enhet|enheter} per dag, ledtid {lead} {lead|dag|dagar}, {lot} {lot|enhet|enheter} per order.",
        "Safety stock, units, by service level. {demand} {demand|unit|units} a day, lead time {lead} {lead|day|days}, {lot} {lot|unit|units} per order.";
    ChartX: "servicenivå, %", "service level, %";
    ChartY: "säkerhetslager, enheter", "safety stock, units";
    ChartCycle: "cykelservice", "cycle service";
    ChartFill: "fyllnadsgrad", "fill rate";
    ChartSource: "beredd {version}, servicenivå.", "beredd {version}, service level.";
    ChartAlt:
        "Linjediagram. Vågrätt: servicenivå, 90–99,5\u{a0}%. Lodrätt: säkerhetslager. Båda linjerna stiger, brantast sist.",
        "Line chart. Horizontal: service level, 90–99.5%. Vertical: safety stock. Both lines rise, steepest at the end.";
}
