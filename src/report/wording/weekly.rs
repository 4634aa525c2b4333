//! What is said of shortages a week and of stock that rotates.

use super::Language;

words! {
    WeeklyWord;
    ShortTitle: "4a. Det som inte fanns, enheter i veckan", "4a. What was not there, units a week";
    ShortHow:
        "Medel (95 % intervall). Behov som inte kunde betjänas genast, varför, och hur mycket av det som tillgodoses någon annanstans; sist vad alla \
        reaktioner på brist kostar. Varje enhet räknas lika.",
        "Mean (95% interval). Need that could not be served at once, why, and how much of it is met elsewhere; last what all reactions to shortage \
        cost. Every unit counts alike.";
    Short: "Brist", "Short";
    SupplierOut: "slut hos\nleverantör", "supplier\nout";
    NotStocked: "hålls ej\ni lager", "not\nstocked";
    Avoidable: "kunde\nundvikas", "avoid-\nable";
    Elsewhere: "Någon\nannanstans", "Met\nelsewhere";
    Reactions: "Reaktioner,\nSEK/vecka", "Reactions,\nSEK/week";
    StockTitle: "4b. Lager och omsättning", "4b. Stock and its rotation";
    StockHow:
        "Medel (95 % intervall). Omsättningshastighet = värdet av det som förbrukas på ett år ÷ medellagrets värde (I31), över alla lager tillsammans; \
        dagar i lager = 365 ÷ den.",
        "Mean (95% interval). Rotation index = value used in a year ÷ mean value of the stock (I31), over all stocks together; days in stock = 365 ÷ it.";
    StockValue: "Lagervärde\n{money}", "Value in stock\n{money}";
    Issues: "Förbrukning\n{money}/år", "Use\n{money}/year";
    Rotation: "Omsättning\nper år", "Rotation\nper year";
    DaysInStock: "Dagar\ni lager", "Days\nin stock";
}
