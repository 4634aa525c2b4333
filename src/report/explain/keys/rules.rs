//! Keys of rules about articles at sites.

group! { SELECTION, "{ selection }", "a selection",
    "Vilka artiklar en regel gäller; allt som anges måste stämma, {} är alla.", "Which articles a rule is about; all that is given must hold, {} is all.";
    "article" "ids" "" "Dessa artiklar." "These articles.";
    "flow" "words" "" "Dessa flöden." "These flows.";
    "family" "words" "" "Dessa familjer." "These families.";
    "class" "words" "" "Dessa klasser." "These classes.";
    "channel" "words" "" "Dessa köpvägar." "These ways of buying.";
    "supplier" "ids of suppliers" "" "Dessa leverantörer." "These suppliers.";
    "origin" "ids of origins" "" "Dessa ursprung." "These origins.";
    "temperature" "words" "" "Dessa temperaturklasser." "These temperature classes.";
    "critical" "true | false" "" "Kritiska eller andra." "Critical ones or others.";
}

group! { POOL, "[pool.ID]", "a pool",
    "Lager på en plats som någon annan än platsens ägare äger.", "Stock at a site that somebody else than the site's owner owns.";
    "at" "[\"site\"]" "!" "Platser." "Sites.";
    "articles" "{ selection }" "{}" "Artiklar." "Articles.";
    "owner" "id of an owner" "!" "Ägaren." "The owner.";
    "priority" "whole number" "0" "Högst vinner." "The highest wins.";
}

group! { SOURCING, "[sourcing.ID]", "a sourcing rule",
    "Varifrån en plats köper.", "Where a site buys.";
    "at" "[\"site\"]" "!" "Platser." "Sites.";
    "articles" "{ selection }" "{}" "Artiklar." "Articles.";
    "from" "id of a site or a supplier | \"supplier\" | \"suppliers\"" "!" "Varifrån; \"supplier\" är artikelns egen leverantör, \"suppliers\" alla som artikeln nämner, med lika andelar." "From where; \"supplier\" is the article's own supplier, \"suppliers\" all that the article names, with equal shares.";
    "sources" "[{ from, share }]" "" "Flera källor med avtalade andelar, i stället för from; tillsammans 100 %." "Several sources with agreed shares, instead of from; 100 % together.";
    "fail-over" "[\"id of a site or a supplier\" | \"supplier\" | \"suppliers\"]" "" "Vilka som i denna ordning tar över det som inte levereras; \"suppliers\" är de andra leverantörer som artikeln nämner." "Who takes over, in this order, what is not shipped; \"suppliers\" are the other suppliers that the article names.";
    "fail-over-after" "\"3 days\"" "" "Hur länge en order väntar innan den går vidare; krävs med fail-over. \"0 days\": genast när källan står still, annars nästa dag." "How long a request waits before it moves on; required with fail-over. \"0 days\": at once when the source is stopped, else the next day.";
    "priority" "whole number" "0" "Högst vinner." "The highest wins.";
}

group! { SOURCE, "{ from, share }", "a source",
    "En av flera källor.", "One of several sources.";
    "from" "id of a site or a supplier | \"supplier\" | \"suppliers\"" "!" "Varifrån." "From where.";
    "share" "\"70 %\"" "!" "Avtalad andel av det som beställs." "Agreed share of what is ordered.";
}

group! { POLICY, "[policy.ID]", "a policy",
    "Hur en plats beställer.", "How a site orders.";
    "at" "[\"site\"]" "!" "Platser." "Sites.";
    "articles" "{ selection }" "{}" "Artiklar." "Articles.";
    "priority" "whole number" "0" "Högst vinner." "The highest wins.";
    "kind" "\"order-up-to\" | \"reorder-point\" | \"min-max\" | \"fixed-quantity\" | \"need\" | \"restore\" | \"list\" | \"none\" | \"pass-through\"" "!" "Slag av regel." "Kind of rule.";
    "review" "\"7 days\" | \"continuous\"" "\"1 day\"" "Tid mellan beställningar, eller så snart lagerpositionen sjunker." "Time between orders, or whenever the inventory position falls.";
    "review-offset" "\"2 days\"" "\"0 days\"" "Vilken dag i intervallet." "Which day of the interval.";
    "safety-stock" "\"4 days\"" "\"0 days\"" "Säkerhetslager i dagar." "Safety stock in days.";
    "at-least" "\"1 unit\"" "\"0 units\"" "Vad en nivå i dagar aldrig understiger där artikeln används." "What a level in days never falls below where the article is used.";
    "lead-time-quantile" "0.5–0.999" "" "Vilken ledtid som planeras; annars medel." "Which lead time is planned with; else the mean.";
    "packs" "true | false" "true" "Om order avrundas till förpackningar." "Whether orders are rounded to packs.";
    "level" "\"250 units\"" "" "Återfyllnadsnivå i enheter (order-up-to, min-max)." "Order-up-to level in units (order-up-to, min-max).";
    "point" "\"40 units\"" "" "Beställningspunkt i enheter, får vara under noll." "Reorder point in units, may be below zero.";
    "lot" "\"100 units\" | \"14 days\" | \"eoq\"" "" "Orderkvantitet; krävs för reorder-point och fixed-quantity; i min-max avståndet från punkt till nivå." "Order quantity; required for reorder-point and fixed-quantity; in min-max the distance from point to level.";
    "coverage" "\"30 days\"" "" "Täcktid; krävs för need." "Coverage period; required for need.";
    "minimum-stock" "\"50 units\" | \"7 days\"" "\"0 units\"" "Minimilager (need)." "Minimum stock (need).";
    "orders" "[{ day, quantity }]" "" "Planerade order; krävs för list." "Planned orders; required for list.";
    "basis" "\"position\" | \"available\" | \"on-hand\" | \"echelon\"" "\"position\"" "Vilket lager regeln ser: lagerposition, saldo och öppna order, saldo, eller allt lager här och nedströms." "Which stock the rule sees: inventory position, on hand and on order, on hand, or all stock here and below.";
    "tolerance" "\"5 units\" | \"10 %\"" "\"0 units\"" "Hur långt över beställningspunkten lagret räknas som lågt." "How far above the reorder point stock counts as low.";
    "minimum-order" "\"100 units\"" "\"0 units\"" "Minsta order." "Least order.";
    "round" "\"pack\" | \"case\" | \"pallet\" | \"none\"" "\"pack\"" "Vad order avrundas uppåt till; i stället för packs." "What orders are rounded up to; instead of packs.";
    "approval" "\"2 days\"" "\"0 days\"" "Tid från beställning till att ordern får levereras." "Time from the order until it may be shipped.";
    "joint" "\"supplier\"" "" "När en artikel beställs beställs också de från samma leverantör som ligger inom can-order." "When one article orders, those of the same supplier within can-order order too.";
    "can-order" "\"3 days\" | \"40 units\"" "" "Hur långt över sin beställningspunkt en artikel följer med; krävs med joint." "How far above its reorder point an article joins; required with joint.";
    "returns" "\"allow\" | \"refuse\"" "\"refuse\"" "Om lager över nivån skickas tillbaka (teori; order-up-to)." "Whether stock above the level is sent back (theory; order-up-to).";
    "order-days" "[\"mon\", \"thu\"]" "" "Veckodagar med beställning, i stället för review." "Weekdays of ordering, instead of review.";
    "review-at" "\"15:00\"" "" "När på dagen beställningarna skrivs, för vägar med cut-off; annars dagens första minut." "Time of the day at which orders are written, for lanes with a cut-off; else the first minute of the day.";
    "safety" "{ safety stock }" "" "Säkerhetslager, i stället för safety-stock." "Safety stock, instead of safety-stock.";
    "forecast" "{ forecast }" "" "Prognos som nivåer i dagar följer; annars den sanna medelförbrukningen." "Forecast that levels in days follow; else the true mean use.";
}

group! { SAFETY, "{ safety stock }", "a safety stock",
    "Hur stort säkerhetslagret är; en nyckel.", "How large the safety stock is; one key.";
    "days" "\"4 days\"" "" "Dagar av medelförbrukning." "Days of mean use.";
    "units" "\"40 units\"" "" "Enheter." "Units.";
    "share-of-lead-time-demand" "0.5" "" "Andel av förbrukningen under ledtiden." "Share of the use over the lead time.";
    "cycle-service" "0.98" "" "Sannolikhet för en cykel utan brist (normalfördelning)." "Probability of a cycle without shortage (normal law).";
    "fill-rate" "0.99" "" "Andel av förbrukningen som möts direkt (normalfördelning)." "Share of use served at once (normal law).";
    "shortage-cost" "\"50 SEK/unit\"" "" "Kostnad för en enhet som fattas; ger den service som lönar sig." "Cost of a unit short; gives the service that pays.";
}

group! { FORECAST, "{ forecast }", "a forecast",
    "Hur platsen skattar medelförbrukningen.", "How the site estimates mean use.";
    "method" "\"given\" | \"moving-average\" | \"exponential-smoothing\"" "!" "Metod; given är det sanna medelvärdet." "Method; given is the true mean.";
    "days" "\"30 days\"" "" "Dagar i glidande medelvärde." "Days in the moving average.";
    "alpha" "0.2" "" "Den nyaste dagens vikt." "Weight of the newest day.";
    "bias" "0.1" "0" "Relativt fel som består." "Relative error that stays.";
    "noise" "0.2" "0" "Relativt fel som är nytt varje vecka, högst 1." "Relative error that is new each week, at most 1.";
}

group! { PLANNED, "{ planned order }", "a planned order",
    "En planerad order.", "A planned order.";
    "day" "0" "!" "Dag, räknad från första mätdagen." "Day, counted from the first measured day.";
    "quantity" "\"210 units\"" "!" "Mängd." "Quantity.";
}

group! { STOCK, "[stock.ID]", "a stock rule",
    "Lager från början.", "Opening stock.";
    "at" "[\"site\"]" "!" "Platser." "Sites.";
    "articles" "{ selection }" "{}" "Artiklar." "Articles.";
    "on-hand" "\"1000 units\"" "!" "Mängd." "Quantity.";
    "priority" "whole number" "0" "Högst vinner." "The highest wins.";
}

group! { RESERVE, "[reserve.ID]", "a reserve",
    "En storlek på reserven.", "A size of the reserve.";
    "title" "text | { sv, en }" "" "Namn." "Name.";
    "days" "\"30 days\"" "!" "Dagar av kritisk medelförbrukning." "Days of mean critical use.";
}

group! { RESERVE_PLACEMENT, "[reserve-placement.ID]", "a reserve placement",
    "Var reserven står.", "Where the reserve stands.";
    "at" "id of a site" "!" "Platsen." "The site.";
    "articles" "{ selection }" "{}" "Artiklar." "Articles.";
    "kind" "\"free\" | \"critical\" | \"alarm\"" "\"free\"" "free: används i vanlig drift; critical: i lagret, men hålls åt platserna i for; alarm: står för sig tills ett larm öppnar den." "free: used in ordinary times; critical: in the stock, but kept for the sites in for; alarm: stands apart until an alarm opens it.";
    "for" "[\"site\"]" "" "Platser vars förbrukning är kritisk: bara vad de köper eller förbrukar där får röra reserven; krävs för critical." "Sites whose use is critical: only what they buy or use there may touch the reserve; required for critical.";
    "alarm" "[\"cut\", \"stock-out\", \"disruption:ID\"]" "" "Vad som öppnar reserven: avskärningen vid ett prov, lager som inte räcker, en störning medan den pågår; krävs för alarm." "What opens the reserve: a probe's cut, stock that does not suffice, a disruption while it lasts; required for alarm.";
    "refill-time" "\"30 days\"" "" "Tid från öppnandet till att reserven är hel igen; krävs för alarm." "Time from the opening until the reserve is whole again; required for alarm.";
    "rotates" "true | false" "false" "Om reserven byter till sig de färskaste varorna (kräver batches); annars går den ut som en helhet." "Whether the reserve takes the freshest goods in exchange (needs batches); else it expires as a whole.";
    "days" "\"20 days\"" "" "Så stor, vilken reserv studien än har; annars studiens." "So large, whatever the reserve of the study; else the study's.";
}
