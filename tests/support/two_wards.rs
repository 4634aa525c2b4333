//! A net that several tests use: a main store that orders nothing, and two wards with half of the need each that order up to a level from
//! it. It begins as [`ten_days`](super::ten_days) does.

/// The text: `[scenario]` and lead time as of `ten_days`; the region's further keys; the wards; the lead time of their lanes, which are
/// called `main-WARD`; the level; stock at the main store and at each ward; and all that follows.
macro_rules! two_wards {
    (
        ($scenario:literal, $lead_time:literal, $region:literal),
        [$one:literal, $other:literal],
        (lanes: $lane:literal, level: $level:literal, main: $main:literal, ward: $ward:literal),
        $rest:literal
    ) => {
        concat!(
            ten_days!($scenario, $lead_time, $region),
            "\n[site.main]\nowner = \"region\"\nrole = \"hub\"\n[site.", $one, "]\nowner = \"region\"\ndemand-share = \"50 %\"\n[site.", $other,
            "]\nowner = \"region\"\ndemand-share = \"50 %\"\n[lane.in]\nfrom = \"suppliers\"\nto = \"main\"\n[lane.main-", $one,
            "]\nfrom = \"main\"\nto = \"", $one, "\"\nlead-time = \"", $lane, "\"\n[lane.main-", $other, "]\nfrom = \"main\"\nto = \"", $other,
            "\"\nlead-time = \"", $lane, "\"\n[sourcing.main]\nat = [\"main\"]\nfrom = \"supplier\"\n[sourcing.wards]\nat = [\"", $one, "\", \"",
            $other, "\"]\nfrom = \"main\"\n[policy.main]\nat = [\"main\"]\nkind = \"none\"\n[policy.wards]\nat = [\"", $one, "\", \"", $other,
            "\"]\nkind = \"order-up-to\"\nlevel = \"", $level, "\"\n[stock.main]\nat = [\"main\"]\non-hand = \"", $main,
            "\"\n[stock.wards]\nat = [\"", $one, "\", \"", $other, "\"]\non-hand = \"", $ward, "\"\n",
            $rest
        )
    };
}
pub(crate) use two_wards;
