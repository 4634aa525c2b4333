//! What the small scenarios of tests begin with: ten days without warm-up, needs without chance, one supplier, one owner.

/// The text: what more `[scenario]` says, the supplier's lead time, and all that follows, which begins within `[owner.region]`.
macro_rules! ten_days {
    ($scenario:literal, $lead_time:literal, $rest:literal) => {
        concat!(
            "[scenario]\ntitle = { sv = \"Nät\", en = \"Net\" }\nwarm-up = \"0 days\"\nmeasured = \"10 days\"\n",
            $scenario,
            "\n[demand]\nlaw = \"fixed\"\n\n[supplier.maker]\norigin = \"near\"\n\n[origin.near]\nlead-time = \"",
            $lead_time,
            "\"\n\n[owner.region]\nkind = \"region\"\n",
            $rest
        )
    };
}
pub(crate) use ten_days;
