//! Keys of what happens and what it costs.

group! { DISRUPTION, "[disruption.ID]", "a disruption",
    "En störning. Exakt en av offers, suppliers, roles och lanes.", "A disruption. Exactly one of offers, suppliers, roles and lanes.";
    "title" "text | { sv, en }" "" "Namn." "Name.";
    "major" "true | false" "false" "Om den räknas som stor när uthålligheten delas upp." "Whether it counts as major when endurance is split.";
    "offers" "{ selection }" "" "Varje artikel hos sin leverantör." "Each article at its supplier.";
    "suppliers" "\"all\" | ids of suppliers" "" "Leverantörer." "Suppliers.";
    "roles" "[\"main-stock\"]" "" "Platser med dessa roller." "Sites of these roles.";
    "lanes" "ids of lanes" "" "Transportvägar." "Lanes.";
    "rate" "\"0.05 per year\"" "!" "Hur ofta den börjar, för var och en den drabbar." "How often it begins, for each one it hits.";
    "duration" "\"30 days\" | a law" "!" "Hur länge den varar." "How long it lasts.";
}

group! { DURATION_LAW, "{ dist } duration", "a law of durations",
    "Slumplag för hur länge något varar.", "Law of chance of how long something lasts.";
    "dist" "\"fixed\" | \"lognormal\" | \"fitted-lognormal\"" "!" "Slag." "Kind.";
    "days" "\"30 days\"" "" "Den fasta tiden." "The fixed time.";
    "median" "\"45 days\"" "" "Läge: median eller mean." "Middle: median or mean.";
    "mean" "\"60 days\"" "" "Läge: median eller mean." "Middle: median or mean.";
    "cv" "0–10" "" "Spridning: en av cv, sigma, p90." "Spread: one of cv, sigma, p90.";
    "sigma" "0–10" "" "Spridning i logaritmen." "Spread of the logarithm.";
    "p90" "\"120 days\"" "" "Tiden som nio av tio håller." "The time that nine in ten keep.";
    "file" "\"cases.csv\"" "" "Fall som lagen anpassas till." "Cases that the law is fitted to.";
    "from" "2018-01-01" "" "Första dagen för fall som räknas." "The first day of cases that count.";
    "censored-at" "2020-09-16" "" "Dagen då öppna fall senast sågs." "The day on which open cases were last seen.";
}

group! { CUT, "[cut.ID]", "a cut",
    "Vad som stoppas när uthålligheten prövas.", "What is stopped when endurance is probed.";
    "title" "text | { sv, en }" "" "Namn." "Name.";
    "stops" "[\"outside-region\", \"suppliers\", \"largest-site\", \"site:ID\", \"supplier:ID\", \"lane:ID\"]" "" "Vad som stannar." "What stops.";
    "locks-supplier-stock" "true | false" "false" "Om leverantörsägt lager låses, så att anspråket avgör." "Whether supplier-owned stock is locked, so that the claim decides.";
}

group! { COST, "[cost]", "[cost]",
    "Priser som gäller överallt.", "Prices that hold everywhere.";
    "price-year" "2024" "" "Prisernas år." "Year of the prices.";
    "staff-hour" "\"420 SEK/hour\"" "" "En arbetstimme i vården." "An hour of work in care.";
    "chasing" "\"0.5 hours/line/day\"" "" "Tid att jaga en öppen kritisk rad." "Time for chasing an open critical line.";
    "holding" "\"0.18 SEK/unit/day\"" "" "Att ha en enhet i lager en dag." "Keeping a unit for a day.";
    "backorder" "\"19 SEK/unit/day\"" "" "Att vänta på en enhet en dag." "Waiting for a unit for a day.";
    "lost" "\"3 SEK/unit\"" "" "En enhet som aldrig kom." "A unit that never came.";
    "care-payer" "id of an owner" "" "Vem som betalar; krävs om något här kostar." "Who pays; required if anything here costs.";
}

group! { LUMP_SUM, "[lump-sum.ID]", "a lump sum",
    "Ett belopp som står för sig.", "A sum that stands apart.";
    "title" "text | { sv, en }" "" "Namn." "Name.";
    "amount" "\"15.4 MSEK/year\"" "!" "Belopp per år." "Sum per year.";
}
