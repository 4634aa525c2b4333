//! Keys of the study, the frame of a scenario, endurance, and what any table and value may say.

group! { STUDY, "[study]", "[study]",
    "Vad som körs och jämförs.", "What is run and compared.";
    "title" "text | { sv, en }" "" "Studiens namn; annars det första scenariots." "Name of the study; else that of the first scenario.";
    "largest-unmodelled-risk" "text | { sv, en }" "" "Den största risken som inte är med; står i rapporten." "The largest risk that is left out; it stands in the report.";
    "scenarios" "[\"today\"]" "" "Scenariofiler bredvid studien, utan .toml." "Scenario files beside the study, without .toml.";
    "reserves" "[\"none\", \"7-days\"]" "[\"none\"]" "Id:n på reserver, eller dagar som text." "Ids of reserves, or days as text.";
    "cuts" "[\"outside-region\"]" "" "Id:n på snitt; annars alla som varje scenario har." "Ids of cuts; else all that every scenario has.";
    "compare-to" "\"today\"" "" "Scenariot som de andra jämförs med; annars det första." "The scenario that the others are compared with; else the first.";
    "replications" "1–1000000" "200" "Antal simuleringar." "Number of replications.";
    "seed" "0 …" "1" "Talet som bestämmer all slump." "The number that decides all luck.";
}

group! { REPORT, "[report]", "[report]",
    "Hur resultaten skrivs; i studien, eller i ett scenario som körs för sig.", "How results are written; in the study, or in a scenario that is run by itself.";
    "money" "\"MSEK\" | \"mnkr\"" "\"MSEK\"" "Vad miljoner kronor heter i tabeller, diagram och rapport." "What millions of kronor are called in tables, charts and the report.";
}

group! { SCENARIO, "[scenario]", "[scenario]",
    "Ramen: tid, ordning, vad som händer med det som inte kan betjänas.", "The frame: time, order, what happens to what cannot be served.";
    "title" "text | { sv, en }" "" "Scenariots namn." "Name of the scenario.";
    "remark" "text | { sv, en }" "" "En reservation som står intill resultaten." "A reservation that stands beside its results.";
    "start" "2026-01-01" "2026-01-01" "Första dagen." "The first day.";
    "warm-up" "\"auto\" | \"400 days\"" "\"auto\"" "Dagar före mätningen." "Days before measuring begins.";
    "measured" "\"365 days\"" "\"365 days\"" "Dagar som mäts." "Days measured.";
    "resolution" "\"1 unit\" | \"1/1000 unit\"" "\"1 unit\"" "Minsta mängd." "The smallest quantity.";
    "day-order" "[\"state\", \"receive\", \"demand\", \"review\", \"dispatch\"]" "[\"state\", \"receive\", \"demand\", \"review\", \"dispatch\"]" "Ordningen under en dag." "The order of a day.";
    "unmet" "\"backorder\" | \"lost\"" "\"backorder\"" "Om behov väntar eller går förlorat." "Whether need waits or is lost.";
    "lead-times" "\"correlated\" | \"independent\"" "\"correlated\"" "Om en leverantörs ledtider följs åt." "Whether the lead times of a supplier go together.";
    "batches" "true | false" "false" "Om varor med hållbarhet följs i partier som går ut." "Whether goods with a shelf life are followed in batches that expire.";
}

group! { ENDURANCE, "[endurance]", "[endurance]",
    "Hur uthålligheten prövas och bedöms.", "How endurance is probed and judged.";
    "probes" "0–1000" "1" "Prov per simulering, ett i varje lika stor del av tiden." "Probes per replication, one in each equal part of the time.";
    "day" "0 …" "" "En fast provdag; annars dras den." "A fixed day of the probe; else it is drawn.";
    "cap" "\"120 days\"" "\"120 days\"" "Längsta tid som följs." "The longest time that is followed.";
    "thresholds" "[0.9, 0.95, 0.98]" "[0.9, 0.95, 0.98]" "Andelar av behovet som måste betjänas, stigande." "Shares of need that must be served, ascending.";
    "levels" "[\"3 days\", \"30 days\"]" "[\"3 days\", \"7 days\", \"30 days\", \"90 days\"]" "Nivåer i dagar, stigande." "Levels in days, ascending.";
    "claims" "[\"0 %\", \"100 %\"]" "[\"0 %\", \"50 %\", \"100 %\"]" "Anspråk på leverantörsägt lager, stigande." "Claims on supplier-owned stock, ascending.";
    "stop-rule" "\"share-below\" | \"first-unmet-unit\"" "\"share-below\"" "När uthålligheten är slut." "When endurance ends.";
    "days-running" "1–365" "3" "Dagar i följd under tröskeln som avslutar." "Days running below the threshold that end it.";
    "stop-length" "\"30 days\"" "" "Ett stopp som tar slut: så länge varar det." "A stop that ends: it lasts so long.";
    "stop-follow" "\"90 days\"" "" "Så länge följs det från sin början; annars tre gånger stop-length." "So long it is followed from its beginning; else three times stop-length.";
    "required-probability" "0–1" "0.95" "Sannolikhet som måste nås." "Probability that must be reached.";
    "required-article-share" "0–1" "0.95" "Andel artiklar som måste hålla nivån i lager." "Share of articles that must hold the level as stock.";
}

group! { SENSITIVITY, "[sensitivity.ID]", "an assumption to move",
    "I en studie: ett antagande som kan flyttas mellan ändarna av sitt spann.", "In a study: an assumption that may be moved between the ends of its range.";
    "title" "text | { sv, en }" "" "Antagandets namn." "Name of the assumption.";
    "set" "\"origin.eu.lead-time.median\" | [\"…\"]" "!" "Den nyckel, eller de nycklar tillsammans, som flyttas; skrivs som i --set." "The key, or the keys together, that move; written as in --set.";
    "low" "value" "!" "Värdet i den låga änden, som det skrivs i filen." "The value at the low end, as it is written in the file.";
    "high" "value" "!" "Värdet i den höga änden." "The value at the high end.";
}

group! { ANY_TABLE, "[any.table]", "any table",
    "Får stå i varje tabell utom [supplier.ID] (där origin är varifrån varorna kommer). Gäller tabellens värden i samma fil. Tabeller med id har också `new = true` (finns inte i basen) och `enabled = false` (stängs av).", "May stand in any table but [supplier.ID] (where origin is where goods come from). Holds for its values in the same file. Tables with an id also have `new = true` (not in the base) and `enabled = false` (switched off).";
    "origin" "\"seed\" | \"sourced\" | \"derived\" | \"assumption\" | \"fitted\"" "" "Vilket slags ursprung värdena har." "What kind of origin the values have.";
    "source" "text" "" "Varifrån de kommer." "Where they come from.";
}

group! { A_VALUE, "{ value }", "a value",
    "Ett värde får skrivas som en tabell som säger varifrån det kommer.", "A value may be written as a table that says where it comes from.";
    "value" "the value" "!" "Värdet själv." "The value itself.";
    "origin" "\"seed\" | \"sourced\" | \"derived\" | \"assumption\" | \"fitted\"" "" "Dess ursprung." "Its origin.";
    "source" "text" "" "Dess källa." "Its source.";
    "range" "text" "" "Spannet det kan ligga i." "The range it may lie in.";
}

group! { A_TITLE, "{ sv, en }", "a title",
    "En titel på båda språken; en ensam text gäller båda.", "A title in both languages; one text alone holds for both.";
    "sv" "text" "" "På svenska; annars den engelska." "In Swedish; else the English one.";
    "en" "text" "" "På engelska; annars den svenska." "In English; else the Swedish one.";
}
