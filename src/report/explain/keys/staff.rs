//! Keys of staff.

group! { STAFF, "[staff.ID]", "a staff rule",
    "Personal som tar emot och plockar; det som inte hinns med väntar till nästa dag.", "Staff that receives and picks; what there is no time for waits for the next day.";
    "at" "[\"site\"]" "!" "Platser, var och en med sin personal." "Sites, each with a staff of its own.";
    "hours" "\"16 hours/day\"" "!" "Arbetstid per dag, alla tillsammans." "Hours of work per day, all together.";
    "weekday" "{ sat = 0.5, sun = 0 }" "all 1" "Veckodagarnas faktorer; skalas inte om." "Factors of the weekdays; not scaled.";
    "per-line-received" "\"6 min/line\"" "" "Tid för en rad som kommer in; utan den tar mottagning ingen tid." "Time that a line takes that comes in; without it receiving takes none.";
    "per-line-picked" "\"3 min/line\"" "" "Tid för en rad som skickas; utan den tar plock ingen tid." "Time that a line takes that leaves; without it picking takes none.";
    "price" "\"350 SEK/h\"" "" "Pris för en schemalagd timme." "Price of a scheduled hour.";
}

group! { STAFF_WEEK, "[staff] weekday", "the weekdays of staff",
    "Veckodagarnas faktorer för personal.", "Factors of the weekdays for staff.";
    "mon" "0–10" "1" "Måndag." "Monday.";
    "tue" "0–10" "1" "Tisdag." "Tuesday.";
    "wed" "0–10" "1" "Onsdag." "Wednesday.";
    "thu" "0–10" "1" "Torsdag." "Thursday.";
    "fri" "0–10" "1" "Fredag." "Friday.";
    "sat" "0–10" "1" "Lördag." "Saturday.";
    "sun" "0–10" "1" "Söndag." "Sunday.";
}
