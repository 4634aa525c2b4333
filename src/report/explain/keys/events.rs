//! Keys of what happens and what it costs.

group! { DISRUPTION, "[disruption.ID]", "a disruption",
    "En störning: vad den drabbar (exakt en av offers … demand), när den börjar (exakt en av rate, up, at, day, after, only-in-cuts), vad den gör.", "A disruption: what it hits (exactly one of offers … demand), when it begins (exactly one of rate, up, at, day, after, only-in-cuts), what it does.";
    "title" "text | { sv, en }" "" "Namn." "Name.";
    "major" "true | false" "false" "Om den räknas som stor när uthålligheten delas upp." "Whether it counts as major when endurance is split.";
    "offers" "{ selection }" "" "Varje artikel hos sin leverantör." "Each article at its supplier.";
    "suppliers" "\"all\" | ids of suppliers" "" "Leverantörer." "Suppliers.";
    "roles" "[\"main-stock\"]" "" "Platser med dessa roller." "Sites of these roles.";
    "lanes" "ids of lanes" "" "Transportvägar." "Lanes.";
    "sites" "ids of sites" "" "Platser." "Sites.";
    "origins" "ids of origins" "" "Ursprung: alla leverantörer därifrån på en gång." "Origins: all suppliers of one at once.";
    "outside-region" "true" "" "Allt utanför regionen på en gång." "Everything outside the region at once.";
    "demand" "{ articles, at }" "" "Behov som ändras." "Needs that change.";
    "together" "true | false" "false" "Allt som drabbas drabbas av samma händelse." "All that is hit is hit by the same event.";
    "rate" "\"0.05 per year\"" "" "Hur ofta den börjar, för var och en den drabbar." "How often it begins, for each one it hits.";
    "up" "\"100 days\" | a law of durations" "" "Tid från slut till nästa början." "Time from end to next begin.";
    "at" "[2026-01-15]" "" "Datum då den börjar." "Dates on which it begins.";
    "day" "\"30 days\" | [\"30 days\"]" "" "Dagar från första mätdagen då den börjar." "Days from the first measured day on which it begins.";
    "after" "id of a disruption" "" "Den följer när denna börjar." "It follows when this one begins.";
    "only-in-cuts" "true" "" "Den börjar bara med avskärningar som nämner den i with." "It begins only with cuts that name it in with.";
    "delay" "\"5 days\" | a law of durations" "\"0 days\"" "Tid från den andras början till dess egen." "Time from the other's begin to its own.";
    "probability" "0–1" "1" "Sannolikhet att den inträffar, vid at, day och after." "Probability that it happens, with at, day and after.";
    "duration" "\"30 days\" | a law" "!" "Hur länge den varar." "How long it lasts.";
    "stop" "true | false" "" "Om det drabbade står still; true om inget annat sägs." "Whether what is hit stands still; true if nothing else is said.";
    "capacity" "0–1 | steps" "" "Andel av det beställda som kan skickas; resten väntar." "Share of what is asked for that can leave; the rest waits.";
    "lead-time-factor" "1–1000 | steps" "" "Faktor på ledtider." "Factor on lead times.";
    "lead-time-added" "\"10 days\"" "\"0 days\"" "Dagar som ledtider ökar med." "Days added to lead times.";
    "demand-factor" "0–1000 | steps" "" "Faktor på behoven i demand." "Factor on the needs of demand.";
    "price-factor" "1–1000 | steps" "" "Faktor på priset för det som lämnar leverantören." "Factor on the price of what leaves the supplier.";
    "staff-factor" "0–10 | steps" "" "Faktor på personalens arbetstid vid platser med personal." "Factor on the working time of sites with staff.";
    "stock-lost" "\"30 %\"" "\"0 %\"" "Andel av lagret som förstörs när den börjar." "Share of the stock that is lost when it begins.";
    "stock-locked" "\"100 %\"" "\"0 %\"" "Andel av lagret som är låst medan den varar." "Share of the stock that is locked while it lasts.";
    "articles" "{ selection }" "{}" "Artiklar vars lager går förlorat eller låses." "Articles of which stock is lost or locked.";
    "information-delay" "\"5 days\"" "\"0 days\"" "Dagar tills regionen vet om den: så länge väntar larm som nämner den, och byten av källa med fail-over-after 0." "Days until the region knows of it: so long wait alarms that name it, and changes of source with fail-over-after 0.";
}

group! { DISRUPTED_DEMAND, "demand = { articles, at }", "needs that a disruption changes",
    "Behoven som en störning ändrar.", "The needs that a disruption changes.";
    "articles" "{ selection }" "{}" "Artiklar." "Articles.";
    "at" "[\"site\"]" "" "Platser; alla om inget sägs." "Sites; all if nothing is said.";
}

group! { DURATION_LAW, "{ dist } duration", "a law of durations",
    "Slumplag för hur länge något varar.", "Law of chance of how long something lasts.";
    "dist" "\"fixed\" | \"lognormal\" | \"exponential\" | \"geometric\" | \"gamma\" | \"empirical\" | \"fitted-lognormal\"" "!" "Slag." "Kind.";
    "days" "\"30 days\" | [\"3 days\", \"8 days\"]" "" "Den fasta tiden; empirical: tider med lika vikt." "The fixed time; empirical: times of equal weight.";
    "median" "\"45 days\"" "" "Läge: median eller mean." "Middle: median or mean.";
    "mean" "\"60 days\"" "" "Läge: median eller mean." "Middle: median or mean.";
    "cv" "0–10" "" "Spridning: en av cv, sigma, p90." "Spread: one of cv, sigma, p90.";
    "sigma" "0–10" "" "Spridning i logaritmen." "Spread of the logarithm.";
    "p90" "\"120 days\"" "" "Tiden som nio av tio håller." "The time that nine in ten keep.";
    "file" "\"cases.csv\"" "" "Fall som lagen anpassas till; empirical: tiderna." "Cases that the law is fitted to; empirical: the times.";
    "column" "\"days\"" "" "Kolumnen med tider (empirical)." "The column of times (empirical).";
    "from" "2018-01-01" "" "Första dagen för fall som räknas." "The first day of cases that count.";
    "censored-at" "2020-09-16" "" "Dagen då öppna fall senast sågs." "The day on which open cases were last seen.";
}

group! { CUT, "[cut.ID]", "a cut",
    "Vad som stoppas när uthålligheten prövas.", "What is stopped when endurance is probed.";
    "title" "text | { sv, en }" "" "Namn." "Name.";
    "stops" "[\"outside-region\", \"suppliers\", \"largest-site\", \"transport\", \"site:ID\", \"supplier:ID\", \"origin:ID\", \"owner:ID\", \"role:NAME\", \"lane:ID\"]" "" "Vad som stannar; ett land är ett ursprung (origin)." "What stops; a country is an origin.";
    "locks-supplier-stock" "true | false" "false" "Om leverantörsägt lager låses, så att anspråket avgör." "Whether supplier-owned stock is locked, so that the claim decides.";
    "length" "\"30 days\"" "" "Hur länge avskärningen varar när den prövas som ett stopp som tar slut; annars stop-length." "How long the cut lasts when it is tried as a stop that ends; else stop-length.";
    "follow" "\"90 days\"" "" "Så länge följs den från början; annars tre gånger length." "So long it is followed from its beginning; else three times length.";
    "with" "[\"disruption\"]" "[]" "Störningar som börjar med avskärningen, bara i dess kopior." "Disruptions that begin with the cut, in its copies only.";
    "rationing" "\"none\" | id of a rationing rule" "" "Regeln som ensam fördelar lager medan avskärningen varar; none: allt delas i proportion. Annars de regler som gäller utan den." "The one rule by which stock is shared while the cut lasts; none: all is shared in proportion. Else the rules that hold without it.";
    "express" "true | false" "" "false: ingen expressleverans medan avskärningen varar; true: även de expressregler som har only-in-cuts. Annars de som gäller utan den." "false: no express while the cut lasts; true: the express rules with only-in-cuts too. Else those that act without it.";
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
