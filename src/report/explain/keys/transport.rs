//! Keys of transport that have a table of their own.

group! { EXPRESS, "[express.ID]", "an express rule",
    "Expressleverans till platser som har för lite: egen ledtid och eget pris.", "Express to sites that are short: a lead time and a price of its own.";
    "at" "[\"site\"]" "!" "Köpande platser." "Buying sites.";
    "articles" "{ selection }" "{}" "Artiklar." "Articles.";
    "priority" "whole number" "0" "Högst vinner." "The highest wins.";
    "when-below" "\"2 days\" | \"backlog\"" "!" "Lager på hand i dagars medelbehov under vilket allt som är beställt går express; backlog: bara när någon väntar." "Stock on hand in days of mean use below which all that is requested goes by express; backlog: only when somebody waits.";
    "lead-time" "\"1 day\" | a law" "!" "Tid från avsändning till ankomst." "Time from dispatch to arrival.";
    "per-order" "\"2000 SEK/order\"" "" "Pris per expressorder." "Price of an express order.";
    "per-line" "\"300 SEK/line\"" "" "Pris per expressrad." "Price of an express line.";
    "only-in-cuts" "true | false" "false" "Om regeln bara gäller i avskärningar med express = true." "Whether the rule acts only in cuts with express = true.";
}
