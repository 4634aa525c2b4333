//! Keys of shortage.

group! { REACTION, "[reaction.ID]", "a reaction rule",
    "Vad som händer med behov som lagret inte täcker. De sex andelarna summerar till 100 %.", "What becomes of need that stock does not cover. The six shares sum to 100 %.";
    "at" "[\"site\"]" "!" "Platser med behov." "Sites with demand.";
    "articles" "{ selection }" "{}" "Artiklar." "Articles.";
    "priority" "whole number" "0" "Högst vinner." "The highest wins.";
    "wait" "\"40 %\"" "\"0 %\"" "Väntar och får först när varorna kommer." "Waits and is served first when goods arrive.";
    "substitute" "\"10 %\"" "\"0 %\"" "Ersätts ur behovsgruppen på samma plats; det som inte går att ersätta gör som [scenario] unmet." "Is replaced from the need group at the site; what cannot be does as [scenario] unmet says.";
    "emergency" "\"10 %\"" "\"0 %\"" "Akutköps utanför den vanliga vägen." "Is bought in an emergency, outside the usual way.";
    "come-back" "\"32 %\"" "\"0 %\"" "Kommer tillbaka senare och väntar sedan." "Comes back later, and waits from then on.";
    "elsewhere" "\"18 %\"" "\"0 %\"" "Tillgodoses någon annanstans: förlorat här." "Is met elsewhere: lost here.";
    "cancel" "\"0 %\"" "\"0 %\"" "Vården ställs in: förlorat." "The care is cancelled: lost.";
    "emergency-lead-time" "\"2 days\"" "" "Dagar tills akutköpet är här; krävs om det har en andel; 0 = samma dag." "Days until the emergency order is here; required where it has a share; 0 = the same day.";
    "come-back-after" "\"3 days\"" "" "Dagar tills behovet kommer tillbaka; krävs om det har en andel." "Days until the need comes back; required where it has a share.";
    "wait-cost" "\"1 SEK/unit\"" "" "Pris per enhet som väntar." "Price of a unit that waits.";
    "substitute-cost" "\"1 SEK/unit\"" "" "Pris per enhet som ersätts." "Price of a unit that is replaced.";
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
}
