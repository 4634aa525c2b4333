//! Keys of the network: suppliers, origins, owners, sites, lanes.

group! { SUPPLIER, "[supplier.ID]", "a supplier",
    "En leverantör.", "A supplier.";
    "title" "text | { sv, en }" "" "Namn." "Name.";
    "origin" "id of an origin" "!" "Varifrån varorna kommer." "Where its goods come from.";
    "in-region" "true | false" "false" "Om leverantören finns i regionen." "Whether the supplier is in the region.";
    "shelf-life-left" "\"67 %\"" "\"100 %\"" "Hur stor del av hållbarheten som är kvar vid leverans, för artiklar som inte säger det." "Share of the shelf life that is left at delivery, of articles that do not say.";
    "recovery" "\"30 days\"" "" "Dagar från ett bortfall tills leverantören fungerar igen, för `beredd exposure`." "Days from a failure until it works again, for `beredd exposure`.";
}

group! { ORIGIN, "[origin.ID]", "an origin",
    "Ett ursprung med sin ledtid.", "A place that goods come from, with its lead time.";
    "title" "text | { sv, en }" "" "Namn." "Name.";
    "lead-time" "\"14 days\" | a law" "!" "Tid från order till inleverans." "Time from order to receipt.";
}

group! { LEAD_TIME_LAW, "{ dist } lead time", "a law of lead times",
    "Slumplag för ledtider.", "Law of chance of lead times.";
    "dist" "\"fixed\" | \"lognormal\" | \"discrete\" | \"gamma\" | \"exponential\" | \"uniform\" | \"triangular\" | \"empirical\" | \"servers\"" "!" "Slag." "Kind.";
    "days" "\"2 days\" | [\"1 day\", \"2 days\"]" "" "Den fasta tiden, eller de möjliga." "The fixed time, or the possible ones.";
    "probabilities" "[0.3, 0.7]" "" "Sannolikhet för varje tid." "Probability of each time.";
    "median" "\"14 days\"" "" "Läge: median eller mean." "Middle: median or mean.";
    "mean" "\"15 days\"" "" "Läge: median eller mean." "Middle: median or mean.";
    "cv" "0–10" "" "Spridning: en av cv, sigma, p90." "Spread: one of cv, sigma, p90.";
    "sigma" "0–10" "" "Spridning i logaritmen." "Spread of the logarithm.";
    "p90" "\"30 days\"" "" "Tiden som nio av tio håller." "The time that nine in ten keep.";
    "least" "\"2 days\"" "" "Kortaste tid (uniform, triangular)." "Shortest time (uniform, triangular).";
    "mode" "\"3 days\"" "" "Vanligaste tid (triangular)." "Most likely time (triangular).";
    "most" "\"9 days\"" "" "Längsta tid (uniform, triangular)." "Longest time (uniform, triangular).";
    "file" "path of a CSV file" "" "Fil med tider som väger lika (empirical)." "File of times that weigh the same (empirical).";
    "column" "text" "" "Kolumnen med tiderna; ett tal räknar dagar." "The column of the times; a number counts days.";
    "servers" "1–1000000" "" "Hur många orderrader som behandlas samtidigt (servers); andra väntar." "How many order lines are handled at once (servers); others wait.";
    "service" "\"2 hours\" | a law" "" "Behandlingstid för en rad (servers)." "Time that a line takes (servers).";
    "then" "\"2 days\" | a law" "\"0 days\"" "Tid från behandling till ankomst (servers)." "Time from service to arrival (servers).";
}

group! { OWNER, "[owner.ID]", "an owner",
    "En ägare av lager.", "An owner of stock.";
    "title" "text | { sv, en }" "" "Namn." "Name.";
    "kind" "\"region\" | \"supplier\" | \"partner\"" "\"region\"" "supplier: lagret lyder under anspråket." "supplier: its stock is subject to the claim.";
    "capital-rate" "\"2.5 %/year\"" "" "Kostnad för bundet kapital." "Cost of capital tied up.";
    "shares" "{ owner = \"60 %\", … }" "" "Vilka som bär vad ägaren betalar; tillsammans 100 %." "Who bears what the owner pays; 100 % together.";
}

group! { SITE, "[site.ID]", "a site",
    "En plats med lager eller behov.", "A place with stock or need.";
    "title" "text | { sv, en }" "" "Namn." "Name.";
    "in-region" "true | false" "true" "Om platsen finns i regionen." "Whether it is in the region.";
    "regional-stock" "true | false" "false" "Om lagertillgänglighet räknas här." "Whether availability is counted here.";
    "role" "text" "" "Roll; platser med samma roll möter samma fel. Annars id." "Role; sites of one role meet the same failures. Else the id.";
    "demand-share" "\"55 %\"" "\"0 %\"" "Andel av regionens behov." "Share of the region's need.";
    "added-demand" "\"30 %\"" "\"0 %\"" "En partners behov utöver regionens, som andel av regionens." "A partner's need on top of the region's, as a share of the region's.";
    "pallet-position" "\"900 SEK/pallet/year\"" "" "Hyra för plats." "Rent of room.";
    "handling" "\"120 SEK/pallet\"" "" "Hantering in och ut." "Handling in and out.";
    "pick" "\"15 SEK/line\"" "" "Plock." "Picking.";
    "write-off" "\"1.5 %/year\"" "" "Kassation av lagrets värde." "Write-off of the stock's value.";
    "recovery" "\"30 days\"" "" "Dagar från ett bortfall tills platsen fungerar igen, för `beredd exposure`." "Days from a failure until it works again, for `beredd exposure`.";
    "receives" "[\"mon\", \"fri\"]" "" "Veckodagar då varor tas emot; annars alla." "Weekdays on which goods come in; else all.";
    "pallet-positions" "\"800 pallets\"" "" "Hur många pallar som ryms." "How many pallets there is room for.";
    "area" "\"400 m2\"" "" "Golvyta; med m2-per-pallet en gräns för pallarna." "Floor area; with m2-per-pallet a limit to the pallets.";
    "m2-per-pallet" "\"1.6 m2/pallet\"" "" "Golv som en pall tar, med gångar och staplad." "Floor that a pallet takes, with aisles and stacked.";
    "overflow-price" "\"40 SEK/pallet/day\"" "" "Pris för en pall som står någon annanstans ett dygn, utöver platsens." "Price of a pallet that stands elsewhere for a day, on top of its position.";
    "payer" "id of an owner" "" "Vem som betalar; annars ägaren." "Who pays; else the owner.";
    "owner" "id of an owner" "!" "Vem som äger lagret." "Who owns the stock.";
}

group! { LANE, "[lane.ID]", "a lane",
    "En transportväg.", "A way of transport.";
    "from" "id of a site | \"suppliers\"" "!" "Varifrån." "From where.";
    "to" "id of a site" "!" "Vart." "To where.";
    "lead-time" "\"2 days\" | a law" "" "Tid; krävs om vägen inte går från leverantörer." "Time; required unless the lane is from suppliers.";
    "per-departure" "\"600 SEK/departure\"" "" "Pris per avgång." "Price of a departure.";
    "per-pallet" "\"667 SEK/pallet\"" "" "Pris per pall." "Price of a pallet.";
    "per-order" "\"400 SEK/order\"" "" "Kostnad per order." "Cost of an order.";
    "payer" "id of an owner" "" "Vem som betalar; krävs om något kostar." "Who pays; required if anything costs.";
    "recovery" "\"30 days\"" "" "Dagar från ett bortfall tills vägen fungerar igen, för `beredd exposure`." "Days from a failure until it works again, for `beredd exposure`.";
    "departures" "[\"mon\", \"thu\"]" "" "Avgångsdagar; annars alla dagar." "Days of departure; else every day.";
    "every" "\"2 days\"" "" "Dagar mellan avgångar, i stället för departures." "Days between departures, instead of departures.";
    "every-offset" "\"1 day\"" "\"0 days\"" "Första avgångens dag, räknad från första mätdagen." "Day of the first departure, from the first measured day.";
    "capacity" "\"20 pallets\" | \"60 units\"" "" "Vad en avgång rymmer; resten väntar." "What a departure holds; the rest waits.";
    "payload" "\"12000 kg\"" "" "Vad en avgång bär; artiklarna behöver weight." "What a departure carries; the articles need a weight.";
    "consolidate" "true | false" "true" "false: varje flöde har sin egen avgång, kapacitet och kostnad." "false: each flow has a departure, a capacity and a cost of its own.";
    "deliver" "\"partial\" | \"complete-lines\" | \"complete-orders\"" "\"partial\"" "Vad som får lämnas kvar: del av en rad, hela rader, eller ingenting av vad köparen har beställt." "What may be left behind: part of a line, whole lines, or nothing that the buyer has ordered.";
    "receipt-rate" "\"110 units/day\"" "" "Enheter av en artikel som kommer in per dag." "Units of an article that come in per day.";
    "cut-off" "\"14:00\"" "" "Klockslag då en order är för sen för dagens avgång; den kan gå från nästa dag." "Time of the day from which an order is too late for the day's departure; it can leave from the next day.";
}
