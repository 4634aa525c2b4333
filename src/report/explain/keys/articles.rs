//! Keys of articles and of demand.

group! { ITEMS, "[items]", "[items]",
    "Artikellistan, en CSV-fil med rubrikrad.", "The article list, a CSV file with a header.";
    "file" "\"articles.csv\"" "!" "Filen; sökvägen räknas från filen som nyckeln står i." "The file; its path is relative to the file the key stands in.";
    "columns" "{ price = \"Pris\" }" "" "Filens rubrik för en nyckel, där den heter något annat." "The file's header for a key, where it is called otherwise.";
    "ignore-columns" "[\"Anm\"]" "[]" "Kolumner som hoppas över." "Columns that are left out.";
}

group! { COLUMNS, "[items] columns", "an item file",
    "Kolumner i artikelfilen: `id` och alla nycklar för artiklar.", "Columns of the item file: `id` and every key of an article.";
    "id" "text" "!" "Artikelns id." "The article's id.";
}

group! { ARTICLE, "[article.ID]", "an article",
    "En artikel. Samma nycklar gäller i artikelfilen, [item-class.KLASS] och [item-default]; artikelns eget värde går före klassens och förvalets.", "An article. The same keys hold in the item file, [item-class.CLASS] and [item-default]; the article's own value goes before that of its class and the default.";
    "name-sv" "text" "" "Namn på svenska; annars det engelska, annars id." "Name in Swedish; else the English one, else the id.";
    "name-en" "text" "" "Namn på engelska; annars det svenska, annars id." "Name in English; else the Swedish one, else the id.";
    "flow" "text" "" "Varuflöde, till exempel consumables." "Flow of goods, e.g. consumables.";
    "family" "text" "" "Produktfamilj." "Product family.";
    "class" "text" "" "Klass, till exempel A, B, C." "Class, e.g. A, B, C.";
    "channel" "text" "" "Köpväg: wholesaler (grossist), other (annan, övrig) eller ett eget ord." "Way of buying: wholesaler (grossist), other (annan, övrig) or a word of your own.";
    "supplier" "id or title of a supplier | \"a|b\"" "!" "Leverantören, med sitt id eller sin titel. Flera skrivs med lodstreck emellan, den föredragna först; en källregel säger hur de andra används." "The supplier, by its id or its title. Several are written with bars between them, the preferred one first; a sourcing rule says how the others are used.";
    "critical" "true | false (CSV: yes | no | ja | nej)" "false" "Om uthålligheten räknas på den." "Whether endurance counts it.";
    "critical-decided-by" "text" "" "Vem som beslutat det." "Who decided so.";
    "price" "\"0.55 SEK/unit\" (CSV: SEK)" "\"0 SEK/unit\"" "Pris per enhet." "Price of a unit.";
    "pack" "\"100 units\"" "\"1 unit\"" "Enheter per förpackning." "Units in a pack.";
    "case" "\"600 units\"" "" "Enheter per kartong (round = \"case\")." "Units in a case (round = \"case\").";
    "pallet" "\"70000 units\"" "\"1000 units\"" "Enheter per pall." "Units on a pallet.";
    "weight" "\"0.4 kg/unit\" (CSV: kg)" "" "Vikt per enhet." "Weight of a unit.";
    "volume" "\"0.1 l/unit\" (CSV: litres)" "" "Volym per enhet, i stället för pallet." "Volume of a unit, instead of pallet.";
    "temperature" "\"ambient\" | \"cool\" | \"frozen\"" "\"ambient\"" "Temperaturklass." "Temperature class.";
    "need-group" "text" "" "Artiklar med samma behovsgrupp ersätter varandra på samma plats; uthålligheten räknas per grupp." "Articles with the same need group stand in for each other at a site; endurance counts groups.";
    "need-factor" "0.001–1000" "1" "Behovsgruppens gemensamma enheter per enhet av artikeln." "Common units of the need group per unit of the article.";
    "shelf-life" "\"365 days\" (CSV: days)" "" "Hållbarhet." "Shelf life.";
    "shelf-life-left" "\"67 %\"" "" "Hur stor del av hållbarheten som är kvar vid leverans; annars som leverantören säger." "Share of the shelf life that is left at delivery; else as the supplier says.";
    "demand" "\"50 units/day\" (CSV: units/year)" "!" "Medelförbrukning i hela regionen." "Mean use in the whole region.";
    "demand-sd" "\"8 units/day\"" "" "Standardavvikelse per dag; denna eller weekly-cv krävs." "Standard deviation per day; this or weekly-cv is required.";
    "weekly-cv" "0.4" "" "Variationskoefficient per vecka." "Coefficient of variation per week.";
}

group! { FLOW, "[flow.ID]", "a flow",
    "Ett varuflöde. Ett som bara artiklar nämner har sitt id som titel.", "A flow of goods. One that only articles name has its id as title.";
    "title" "text | { sv, en }" "" "Namn." "Name.";
    "need" "text | { sv, en }" "" "Vad flödets behov är." "What the need of the flow is.";
    "unit" "text | { sv, en }" "" "Vad behovet räknas i." "What the need is counted in.";
    "assessed" "true | false" "true" "Om flödet bedöms; annars är dess artiklar utelämnade." "Whether the flow is assessed; else its articles are left out.";
    "reason" "text | { sv, en }" "" "Varför inte; krävs om assessed = false." "Why not; required if assessed = false.";
}

group! { FAMILY, "[family.ID]", "a product family",
    "En produktfamilj. En som bara artiklar nämner har sitt id som titel.", "A product family. One that only articles name has its id as title.";
    "title" "text | { sv, en }" "" "Namn." "Name.";
}

group! { DEMAND, "[demand]", "[demand]",
    "Hur behovet varierar.", "How demand varies.";
    "law" "\"normal\" | \"fixed\" | \"lognormal\" | \"gamma\" | \"poisson\" | \"negative-binomial\" | \"intermittent\" | \"empirical\" | \"replay\" | \"arrivals\"" "\"normal\"" "Fördelning per dag." "Law of a day.";
    "negative" "\"truncate\" | \"allow\"" "\"truncate\"" "Vad som händer med negativa dragningar (normal)." "What happens to negative draws (normal).";
    "interval" "\"5 days\"" "" "Medeltid mellan dagar med behov i regionen (intermittent)." "Mean time between days with need in the region (intermittent).";
    "rate" "\"3 per day\"" "" "Kunder i regionen (arrivals, om inte size är unit eller empirical)." "Customers in the region (arrivals, unless size is unit or empirical).";
    "size" "\"fixed\" | \"lognormal\" | \"geometric\" | \"unit\" | \"empirical\"" "" "Fördelning för ett behovs storlek (intermittent, arrivals)." "Law of the size of a need (intermittent, arrivals).";
    "size-cv" "0–10" "" "Variationskoefficient för storleken (lognormal)." "Coefficient of variation of the size (lognormal).";
    "values" "[\"0 units\", \"3 units\"]" "" "Regionens behov per dag (empirical), eller vad en kund tar (arrivals)." "The region's need per day (empirical), or what a customer takes (arrivals).";
    "probabilities" "[0.9, 0.1]" "" "Sannolikheter, tillsammans 1 (empirical)." "Probabilities, together 1 (empirical).";
    "file" "\"days.csv\"" "" "CSV: value och probability (empirical); article, site, date eller day, quantity (replay)." "CSV: value and probability (empirical); article, site, date or day, quantity (replay).";
    "beyond" "\"refuse\" | \"repeat\" | \"nothing\"" "\"refuse\"" "Dagar som filen saknar (replay)." "Days that the file lacks (replay).";
    "weekday" "{ mon = 1.2, sat = 0.2 }" "" "Faktor per veckodag, skalad till medel ett." "Factor by weekday, scaled to mean one.";
    "month" "{ jul = 0.7 }" "" "Faktor per månad, skalad till medel ett över årets dagar." "Factor by month, scaled to mean one over the days of the year.";
    "trend" "\"2 %/year\"" "\"0 %/year\"" "Tillväxt per år, ränta på ränta från första mätta dagen." "Growth per year, compounded from the first measured day.";
}

group! { DEMAND_RULE, "[demand-rule.ID]", "a demand rule",
    "Hur behovet varierar för vissa artiklar; det som inte anges är som i [demand].", "How demand varies for some articles; what is not given is as in [demand].";
    "at" "[\"site\"]" "" "Platser; utelämnad: alla med behov." "Sites; left out: all with demand.";
    "articles" "{ selection }" "{}" "Artiklar." "Articles.";
    "priority" "whole number" "0" "Högst vinner." "The highest wins.";
    "law" "\"normal\" | \"fixed\" | \"lognormal\" | \"gamma\" | \"poisson\" | \"negative-binomial\" | \"intermittent\" | \"empirical\" | \"replay\" | \"arrivals\"" "" "Fördelning per dag." "Law of a day.";
    "negative" "\"truncate\" | \"allow\"" "" "Vad som händer med negativa dragningar (normal)." "What happens to negative draws (normal).";
    "interval" "\"5 days\"" "" "Medeltid mellan dagar med behov i regionen (intermittent)." "Mean time between days with need in the region (intermittent).";
    "rate" "\"3 per day\"" "" "Kunder i regionen (arrivals, om inte size är unit eller empirical)." "Customers in the region (arrivals, unless size is unit or empirical).";
    "size" "\"fixed\" | \"lognormal\" | \"geometric\" | \"unit\" | \"empirical\"" "" "Fördelning för ett behovs storlek (intermittent, arrivals)." "Law of the size of a need (intermittent, arrivals).";
    "size-cv" "0–10" "" "Variationskoefficient för storleken (lognormal)." "Coefficient of variation of the size (lognormal).";
    "values" "[\"0 units\", \"3 units\"]" "" "Regionens behov per dag (empirical), eller vad en kund tar (arrivals)." "The region's need per day (empirical), or what a customer takes (arrivals).";
    "probabilities" "[0.9, 0.1]" "" "Sannolikheter, tillsammans 1 (empirical)." "Probabilities, together 1 (empirical).";
    "file" "\"days.csv\"" "" "CSV: value och probability (empirical); article, site, date eller day, quantity (replay)." "CSV: value and probability (empirical); article, site, date or day, quantity (replay).";
    "beyond" "\"refuse\" | \"repeat\" | \"nothing\"" "\"refuse\"" "Dagar som filen saknar (replay)." "Days that the file lacks (replay).";
    "weekday" "{ mon = 1.2, sat = 0.2 }" "" "Faktor per veckodag, skalad till medel ett." "Factor by weekday, scaled to mean one.";
    "month" "{ jul = 0.7 }" "" "Faktor per månad, skalad till medel ett över årets dagar." "Factor by month, scaled to mean one over the days of the year.";
    "trend" "\"2 %/year\"" "" "Tillväxt per år, ränta på ränta från första mätta dagen." "Growth per year, compounded from the first measured day.";
}

group! { YEAR, "[demand] month", "a year",
    "Månadernas faktorer.", "Factors of the months.";
    "jan" "0–1000" "1" "Januari." "January.";
    "feb" "0–1000" "1" "Februari." "February.";
    "mar" "0–1000" "1" "Mars." "March.";
    "apr" "0–1000" "1" "April." "April.";
    "may" "0–1000" "1" "Maj." "May.";
    "jun" "0–1000" "1" "Juni." "June.";
    "jul" "0–1000" "1" "Juli." "July.";
    "aug" "0–1000" "1" "Augusti." "August.";
    "sep" "0–1000" "1" "September." "September.";
    "oct" "0–1000" "1" "Oktober." "October.";
    "nov" "0–1000" "1" "November." "November.";
    "dec" "0–1000" "1" "December." "December.";
}

group! { WEEK, "[demand] weekday", "a week",
    "Veckodagarnas faktorer.", "Factors of the weekdays.";
    "mon" "0–1000" "1" "Måndag." "Monday.";
    "tue" "0–1000" "1" "Tisdag." "Tuesday.";
    "wed" "0–1000" "1" "Onsdag." "Wednesday.";
    "thu" "0–1000" "1" "Torsdag." "Thursday.";
    "fri" "0–1000" "1" "Fredag." "Friday.";
    "sat" "0–1000" "1" "Lördag." "Saturday.";
    "sun" "0–1000" "1" "Söndag." "Sunday.";
}
