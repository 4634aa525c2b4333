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
    "from" "id of a site | \"supplier\"" "!" "Varifrån." "From where.";
    "priority" "whole number" "0" "Högst vinner." "The highest wins.";
}

group! { POLICY, "[policy.ID]", "a policy",
    "Hur en plats beställer.", "How a site orders.";
    "at" "[\"site\"]" "!" "Platser." "Sites.";
    "articles" "{ selection }" "{}" "Artiklar." "Articles.";
    "priority" "whole number" "0" "Högst vinner." "The highest wins.";
    "kind" "\"order-up-to\" | \"reorder-point\" | \"none\" | \"pass-through\"" "!" "Slag av regel." "Kind of rule.";
    "review" "\"7 days\"" "\"1 day\"" "Tid mellan beställningar." "Time between orders.";
    "review-offset" "\"2 days\"" "\"0 days\"" "Vilken dag i intervallet." "Which day of the interval.";
    "safety-stock" "\"4 days\"" "\"0 days\"" "Säkerhetslager i dagar." "Safety stock in days.";
    "at-least" "\"1 unit\"" "\"0 units\"" "Vad en nivå i dagar aldrig understiger där artikeln används." "What a level in days never falls below where the article is used.";
    "lead-time-quantile" "0.5–0.999" "" "Vilken ledtid som planeras; annars medel." "Which lead time is planned with; else the mean.";
    "packs" "true | false" "true" "Om order avrundas till förpackningar." "Whether orders are rounded to packs.";
    "level" "\"250 units\"" "" "Återfyllnadsnivå i enheter (order-up-to)." "Order-up-to level in units (order-up-to).";
    "point" "\"40 units\"" "" "Beställningspunkt i enheter (reorder-point)." "Reorder point in units (reorder-point).";
    "lot" "\"100 units\" | \"14 days\"" "" "Orderkvantitet; krävs för reorder-point." "Order quantity; required for reorder-point.";
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
    "kind" "\"free\"" "\"free\"" "free: används i vanlig drift." "free: used in ordinary times.";
}
