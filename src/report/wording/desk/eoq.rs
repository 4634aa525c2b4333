//! What `beredd stock eoq` says.

use super::Language;

words! {
    EoqWord;
    Title:
        "Ekonomisk orderkvantitet: {demand} {demand|enhet|enheter} per år, {order} SEK per order, {holding} SEK per enhet och år i lager.",
        "Economic order quantity: {demand} {demand|unit|units} a year, {order} SEK per order, {holding} SEK per unit and year in stock.";
    Rate:
        "Lagerhållning: {rate} av priset {price} SEK per år.",
        "Holding: {rate} of the price {price} SEK per year.";
    Capital:
        "Lagerhållning: {rate} av priset {price} SEK per år, varav kapital {capital_rate} ({share} av den): {capital} SEK kapital och {other} SEK lokal, hantering och annat per enhet och år. \
        Kapitalets andel gäller nära 15\u{a0}% ränta; vid offentlig ränta är den mindre.",
        "Holding: {rate} of the price {price} SEK per year, of which capital {capital_rate} ({share} of it): {capital} SEK capital and {other} SEK rent, handling and the rest per unit and year. \
        The share of capital holds near a rate of 15%; at a public rate it is smaller.";
    LotsTitle: "1. Orderkvantiteter och deras kostnad, SEK per år", "1. Lots and what they cost, SEK per year";
    LotsHow:
        "TO = order, TH = lager, TC = summan. Antar: bokstäverna nedan.",
        "TO = orders, TH = stock, TC = the sum. Assumes: the letters below.";
    Lot: "Kvantitet", "Lot";
    Units: "Enheter\nper order", "Units\nper order";
    Orders: "Order\nper år", "Orders\na year";
    Between: "Dagar\nemellan", "Days\nbetween";
    Ordering: "TO", "TO";
    HoldingHead: "TH", "TH";
    WaitingHead: "Väntan", "Waiting";
    Total: "TC", "TC";
    Goods: "Varor", "Goods";
    WithGoods: "Med\nvaror", "With\ngoods";
    Assumes: "Antar", "Assumes";
    Economic: "ekonomisk (EOQ)", "economic (EOQ)";
    Packs: "hela förpackningar", "whole packs";
    Production: "ändlig leveranstakt", "finite delivery rate";
    Backorders: "planerade restorder", "planned backorders";
    Discount: "mängdrabatt", "quantity discounts";
    Today: "dagens", "today's";
    JustInTime: "små, täta (JIT)", "small, frequent (JIT)";
    WaitingShare:
        "Planerade restorder: {share} av efterfrågan väntar.",
        "Planned backorders: {share} of demand waits.";
    More:
        "{name}: {difference} SEK per år mot EOQ ({percent}).",
        "{name}: {difference} SEK a year against the EOQ ({percent}).";
    DiscountSaves:
        "Mängdrabatt: med varornas pris {difference} SEK per år mot EOQ vid samma prislista.",
        "Quantity discounts: with the price of the goods {difference} SEK a year against the EOQ under the same prices.";
    JitBest:
        "JIT: {lot} enheter är den ekonomiska kvantiteten först när en order kostar {economic} SEK.",
        "JIT: {lot} units are the economic lot only where an order costs {economic} SEK.";
    JitEven:
        "Små leveranser kostar lika mycket som EOQ om varje leverans kostar {even} SEK, och mindre under det.",
        "Small deliveries cost as much as the EOQ where each costs {even} SEK, and less below that.";
    JitNever:
        "Lagret av dem kostar ensamt mer än EOQ: ingen orderkostnad gör dem billigare.",
        "Their stock alone costs more than the EOQ: no order cost makes them cheaper.";
    PolicyTitle: "2. Beställningspunkt och säkerhetslager", "2. Reorder point and safety stock";
    PolicyHow:
        "Efterfrågan under ledtiden: {mean} enheter, standardavvikelse {sd}. Beställningspunkt = efterfrågan under ledtiden + säkerhetslager.",
        "Demand over the lead time: {mean} units, standard deviation {sd}. Reorder point = demand over the lead time + safety stock.";
    Figure: "", "";
    NoSafety: "utan\nsäkerhetslager", "without\nsafety stock";
    ByCycle: "cykelservice\n{level}", "cycle service\n{level}";
    ByFill: "fyllnadsgrad\n{level}", "fill rate\n{level}";
    ByCost: "bristkostnad\n{cost} SEK/enhet", "shortage cost\n{cost} SEK/unit";
    PolicyLot: "orderkvantitet, enheter", "lot, units";
    Point: "beställningspunkt, enheter", "reorder point, units";
    Safety: "säkerhetslager, enheter", "safety stock, units";
    Factor: "säkerhetsfaktor z", "safety factor z";
    CycleService: "cykelservice (cykler utan brist)", "cycle service (cycles without shortage)";
    FillRate: "fyllnadsgrad (servicegrad)", "fill rate";
    ShortYear: "brist, enheter per år", "short, units a year";
    PolicyOrdering: "order, SEK per år", "orders, SEK a year";
    PolicyHolding: "lager, SEK per år", "stock, SEK a year";
    PolicyShortage: "brist, SEK per år", "shortages, SEK a year";
    PolicyTotal: "summa, SEK per år", "total, SEK a year";
    PolicyKnown: "summa utan brist, SEK per år", "total without shortages, SEK a year";
    Implied: "motsvarar bristkostnad, SEK per enhet", "implies a shortage cost, SEK per unit";
    PolicyAssumes: "antar", "assumes";
    ShortageUnknown:
        "Bristkostnaden är inte känd, och summan därför inte hela kostnaden: ge --shortage-cost.",
        "The shortage cost is not known, so the total is not the whole cost: give --shortage-cost.";
    ServiceCosts:
        "En servicenivå väljs fritt och gör inte kostnaden minst: den valda kostar {difference} SEK per år mer än kvantitet och punkt som bristkostnaden bestämmer tillsammans.",
        "A service level is chosen freely and does not make the cost least: the one chosen costs {difference} SEK a year more than the lot and point that the shortage cost sets together.";
    Negative:
        "{share} av normalfördelningen ligger under noll: pröva gammafördelningen i beredd stock service.",
        "{share} of the normal law lies below zero: try the gamma law in beredd stock service.";
    AssumptionsTitle: "Antaganden", "Assumptions";
    AssumptionsHow:
        "Källans egen lista (A)–(F) är inte bevarad; detta är vad formlerna antar.",
        "The source's own list (A)–(F) is lost; this is what the formulas assume.";
    A: "(A) Efterfrågan är känd och lika varje dag.", "(A) Demand is known and the same every day.";
    B: "(B) Ledtiden är känd och lika för varje order.", "(B) The lead time is known and the same for every order.";
    C: "(C) En order kommer hel och på en gång.", "(C) A lot comes whole and at once.";
    D: "(D) Priset per enhet beror inte på kvantiteten.", "(D) The price of a unit does not depend on the lot.";
    E:
        "(E) En order kostar lika mycket oavsett storlek, och en enhet i lager lika mycket oavsett hur många de är.",
        "(E) An order costs the same whatever its size, and a unit in stock the same whatever their number.";
    F: "(F) Inget tar slut.", "(F) Nothing runs short.";
    G:
        "(G) Efterfrågan under ledtiden är normalfördelad; brist väntar till nästa leverans. I stället för (A) och (F).",
        "(G) Demand over the lead time is normal; what is short waits for the next delivery. In place of (A) and (F).";
    H:
        "(H) Vad en enhet i brist kostar är känt.",
        "(H) What a unit short costs is known.";
    // The chart
    ChartTitle:
        "{lot} enheter per order kostar minst, {total} SEK per år; hälften eller dubbelt kostar 25\u{a0}% mer",
        "{lot} units per order cost least, {total} SEK a year; half or double costs 25% more";
    ChartSubtitle:
        "Kostnad per år, SEK, efter orderkvantitet: {demand} {demand|enhet|enheter} per år, {order} SEK per order, {holding} SEK per enhet och år i lager.",
        "Cost per year, SEK, by lot: {demand} {demand|unit|units} a year, {order} SEK per order, {holding} SEK per unit and year in stock.";
    ChartX: "orderkvantitet, enheter", "lot, units";
    ChartY: "SEK per år", "SEK a year";
    ChartOrdering: "order (TO)", "orders (TO)";
    ChartHolding: "lager (TH)", "stock (TH)";
    ChartTotal: "summa (TC)", "sum (TC)";
    ChartEoq: "EOQ {lot}", "EOQ {lot}";
    ChartLot: "dagens {lot}", "today's {lot}";
    ChartSource: "beredd {version}, ekonomisk orderkvantitet.", "beredd {version}, economic order quantity.";
    ChartAlt:
        "Linjediagram. Vågrätt: orderkvantitet. Lodrätt: SEK per år. Orderkostnaden faller, lagerkostnaden stiger; de är lika vid EOQ.",
        "Line chart. Horizontal: lot. Vertical: SEK a year. The cost of orders falls, that of stock rises; they are equal at the EOQ.";
}
