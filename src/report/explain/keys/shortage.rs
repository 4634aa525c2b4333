//! Keys of shortage.

group! { REACTION, "[reaction.ID]", "a reaction rule",
    "Vad som händer med behov som lagret inte täcker. Andelarna summerar till 100 %.", "What becomes of need that stock does not cover. The shares sum to 100 %.";
    "at" "[\"site\"]" "!" "Platser med behov." "Sites with demand.";
    "articles" "{ selection }" "{}" "Artiklar." "Articles.";
    "priority" "whole number" "0" "Högst vinner." "The highest wins.";
    "wait" "\"40 %\"" "\"0 %\"" "Väntar och får först när varorna kommer." "Waits and is served first when goods arrive.";
    "substitute" "\"10 %\"" "\"0 %\"" "Ersätts ur behovsgruppen på samma plats; det som inte går att ersätta gör som [scenario] unmet." "Is replaced from the need group at the site; what cannot be does as [scenario] unmet says.";
    "neighbour" "\"40 %\"" "\"0 %\"" "Hämtas från en grannplats; kräver en regel i [neighbour.ID]. Det som ingen granne ger gör som [scenario] unmet." "Is taken from a neighbour site; needs a rule in [neighbour.ID]. What no neighbour gives does as [scenario] unmet says.";
    "emergency" "\"10 %\"" "\"0 %\"" "Akutköps utanför den vanliga vägen." "Is bought in an emergency, outside the usual way.";
    "come-back" "\"32 %\"" "\"0 %\"" "Kommer tillbaka senare och väntar sedan." "Comes back later, and waits from then on.";
    "elsewhere" "\"18 %\"" "\"0 %\"" "Tillgodoses någon annanstans: förlorat här." "Is met elsewhere: lost here.";
    "cancel" "\"0 %\"" "\"0 %\"" "Vården ställs in: förlorat." "The care is cancelled: lost.";
    "emergency-lead-time" "\"2 days\"" "" "Dagar tills akutköpet är här; krävs om det har en andel; 0 = samma dag." "Days until the emergency order is here; required where it has a share; 0 = the same day.";
    "come-back-after" "\"3 days\"" "" "Dagar tills behovet kommer tillbaka; krävs om det har en andel." "Days until the need comes back; required where it has a share.";
    "wait-cost" "\"1 SEK/unit\"" "" "Pris per enhet som väntar." "Price of a unit that waits.";
    "substitute-cost" "\"1 SEK/unit\"" "" "Pris per enhet som ersätts." "Price of a unit that is replaced.";
    "neighbour-cost" "\"5 SEK/unit\"" "" "Pris per enhet som en granne ger." "Price of a unit that a neighbour gives.";
    "emergency-cost" "\"5 SEK/unit\"" "" "Pris per akutköpt enhet." "Price of a unit bought in an emergency.";
    "come-back-cost" "\"1 SEK/unit\"" "" "Pris per enhet som kommer tillbaka." "Price of a unit that comes back.";
    "elsewhere-cost" "\"5 SEK/unit\"" "" "Pris per enhet som tillgodoses någon annanstans." "Price of a unit met elsewhere.";
    "cancel-cost" "\"100 SEK/unit\"" "" "Pris per enhet inställd vård." "Price of a unit of care cancelled.";
}

group! { RATIONING, "[rationing.ID]", "a rationing rule",
    "Vem som får vad när ett lager inte räcker till alla som beställt; utan regel delas det i proportion.", "Who gets what when a stock does not cover all requests; without a rule it is shared in proportion.";
    "at" "[\"site\"]" "!" "Säljande platser." "Selling sites.";
    "articles" "{ selection }" "{}" "Artiklar." "Articles.";
    "priority" "whole number" "0" "Högst vinner." "The highest wins.";
    "kind" "\"proportional\" | \"first-come\" | \"priority\"" "!" "I proportion, den som väntat längst först, eller i en beslutad ordning." "In proportion, the longest waiting first, or in an order that was decided.";
    "order" "[\"site\"]" "" "Köpande platser i ordning; krävs för priority; de som inte nämns kommer sist, tillsammans." "Buying sites in order; required for priority; those not named come last, together.";
    "only-in-cuts" "true | false" "false" "Om regeln bara gäller i avskärningar som nämner den i rationing." "Whether the rule holds only in cuts that name it in rationing.";
}

group! { NEIGHBOUR, "[neighbour.ID]", "a neighbour rule",
    "Platser som hjälper varandra ur egna lager när behov inte kan mötas. Utan reaktionsregel frågas grannarna om allt som inte ersätts; med en gäller dess andel neighbour.", "Sites that help each other out of their own stocks when need cannot be met. Without a reaction rule neighbours are asked for all that nothing replaces; with one its share neighbour holds.";
    "at" "[\"site\"]" "!" "Platser med behov som får hjälp." "Sites with demand that are helped.";
    "from" "[\"site\"]" "" "Platser som ger, den med längst räckvidd först; annars de andra i at." "Sites that give, the one with most days of stock first; else the others of at.";
    "articles" "{ selection }" "{}" "Artiklar." "Articles.";
    "priority" "whole number" "0" "Högst vinner." "The highest wins.";
    "keep" "\"2 days\"" "\"0 days\"" "Hur många dagars medelförbrukning den som ger behåller." "How many days of mean use the giver keeps.";
    "lead-time" "\"1 day\"" "\"0 days\"" "Hela dagar tills varorna är framme; 0 = de används samma dag, annars väntar behovet." "Whole days until the goods are there; 0 = they are used the same day, else the need waits.";
    "price" "\"50 SEK/line\"" "" "Pris per rad som ges; [cost] care-payer betalar." "Price of a line that is given; [cost] care-payer pays.";
    "in-stop" "true | false" "false" "Om grannar hjälper varandra även vid avskärning; kräver lead-time 0." "Whether neighbours help each other in a cut too; needs a lead-time of 0.";
}

group! { WHOLE_ORDER, "[whole-order.ID]", "a whole-order rule",
    "Behoven av dessa artiklar på en plats en dag är en order som fylls helt eller inte alls: en rad som fattas stoppar de andra till nästa dag.", "The needs of these articles at a site on one day are an order that is filled whole or not at all: one missing line blocks the others until the next day.";
    "at" "[\"site\"]" "!" "Platser med behov." "Sites with demand.";
    "articles" "{ selection }" "{}" "Artiklar." "Articles.";
    "priority" "whole number" "0" "Högst vinner." "The highest wins.";
}
