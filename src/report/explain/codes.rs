//! Codes of diagnoses: what they mean, an example, and what to do.

use crate::report::wording::{Language, commands as say, commands::Phrase};
use crate::scenario::diagnosis::codes as code;

/// A code of a diagnosis.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// E.g. `S0203`.
    pub code: &'static str,
    /// What it means.
    pub what: Phrase,
    /// Input that is told so.
    pub example: &'static str,
    /// How to mend it.
    pub fix: Phrase,
}

impl Code {
    /// Code, meaning, example and mending.
    pub fn told(&self, language: Language) -> String {
        let example: String = self.example.lines().map(|line| format!("    {line}\n")).collect();
        let fix = say::WHAT_TO_DO.fill(language, &[("fix", self.fix.text(language))]);
        format!("{}  {}\n  {}\n{example}  {fix}\n", self.code, self.what.text(language), say::EXAMPLE.text(language))
    }
}

macro_rules! explained {
    ($($code:ident: $what_sv:literal, $what_en:literal; $example:literal; $fix_sv:literal, $fix_en:literal;)+) => {
        /// Every code, in ascending order.
        pub const ALL: &[Code] = &[$(Code {
            code: code::$code,
            what: Phrase { sv: $what_sv, en: $what_en },
            example: $example,
            fix: Phrase { sv: $fix_sv, en: $fix_en },
        },)+];
    };
}

explained! {
    FILE: "En fil kan inte läsas.", "A file cannot be read.";
        "[items]\nfile = \"not-there.csv\"";
        "rätta sökvägen; den räknas från filen som den står i", "mend the path; it is relative to the file it stands in";
    ENCODING: "En fil är inte UTF-8-text.", "A file is not UTF-8 text.";
        "a file saved as Latin-1 or UTF-16";
        "spara filen som UTF-8", "save the file as UTF-8";
    SYNTAX: "En fil bryter mot TOML:s regler.", "A file breaks the rules of TOML.";
        "[scenario\nmeasured = \"365 days\"";
        "rätta raden som pekas ut", "mend the line that is pointed out";
    CYCLE: "Filer bygger på varandra i en cirkel.", "Files extend each other in a circle.";
        "a.toml: extends = \"b.toml\"\nb.toml: extends = \"a.toml\"";
        "ta bort den ena `extends`", "take one `extends` away";
    PARTS: "Två delar av ett scenario sätter samma nyckel.", "Two parts of a scenario set the same key.";
        "extends = [\"a.toml\", \"b.toml\"], and both set scenario.measured";
        "låt en av filerna säga det, eller bygg den ena på den andra", "let one of the files say it, or let one extend the other";
    KIND: "Ett värde är av fel slag.", "A value is of the wrong kind.";
        "[site.granvik]\nowner = 7";
        "skriv det slag av värde som sägs, till exempel text inom citattecken", "write the kind of value that is told, such as a text in quotes";
    MISSING: "En nyckel som krävs saknas.", "A key that must be there is not.";
        "[site.depot]\nnew = true";
        "lägg till nyckeln; `beredd explain --keys` visar vad som krävs", "add the key; `beredd explain --keys` shows what is required";
    UNKNOWN_KEY: "En nyckel som inget läser.", "A key that nothing reads.";
        "[policy.stores-critical]\nsaftey-stock = \"3 days\"";
        "rätta stavningen; närmaste nyckel föreslås", "mend the spelling; the nearest key is suggested";
    UNKNOWN_ID: "Ett överlägg ändrar något som inte finns i det som det bygger på.", "An overlay changes something that its base does not have.";
        "[site.garnvik]\nrole = \"store\"";
        "rätta namnet, eller skriv `new = true` om det är nytt", "mend the name, or write `new = true` if it is new";
    ID: "Ett id har tecken som id:n inte får ha.", "An id has characters that ids may not have.";
        "[site.\"Ny depå\"]\nnew = true\nowner = \"region\"";
        "använd a–z, A–Z, siffror, punkter, - och _", "use a–z, A–Z, digits, points, - and _";
    EXCLUSIVE: "Nycklar som utesluter varandra, eller en av flera som måste finnas.", "Keys that exclude each other, or one of several that must be there.";
        "[disruption.site-failure]\nsuppliers = \"all\"";
        "behåll en av dem", "keep one of them";
    SETTING: "En inställning på kommandoraden kan inte läsas eller användas.", "A setting of the command line cannot be read or applied.";
        "--set policy..review=2";
        "skriv `--set policy.ID.review=\"2 days\"`", "write `--set policy.ID.review=\"2 days\"`";
    UNIT: "Ett tal saknar enhet, eller har en annan än nyckeln vill ha.", "A number needs a unit, or has another unit than the key asks for.";
        "[policy.stores-critical]\nsafety-stock = 3";
        "skriv talet med enhet inom citattecken: \"3 days\"", "write the number with its unit in quotes: \"3 days\"";
    NUMBER: "Något som ska vara ett tal är inte skrivet som ett.", "Something that should be a number is not written as one.";
        "[site.granvik]\npick = \"15,5 SEK/line\"";
        "använd decimalpunkt och inga mellanslag i talet", "use a decimal point and no spaces in the number";
    RANGE: "Ett tal utanför det tillåtna.", "A number outside of what is allowed.";
        "[endurance]\nthresholds = [1.5]";
        "håll talet inom gränserna som sägs", "keep the number within the bounds that are told";
    CHOICE: "Ett ord som inte är ett av de tillåtna.", "A word that is not one of the words allowed.";
        "[scenario]\nunmet = \"waits\"";
        "välj ett av orden som räknas upp", "choose one of the words that are listed";
    PROVENANCE: "Ett ursprung som inte är ett av de slag som finns.", "The origin of a value is not one of the kinds that exist.";
        "[cost]\nchasing = { value = \"1 hours/line/day\", origin = \"guess\" }";
        "ett av seed, sourced, derived, assumption, fitted", "one of seed, sourced, derived, assumption, fitted";
    LAW: "En slumplag som inte är fullständig eller inte är möjlig.", "A law of chance that is not complete or not possible.";
        "[origin.eu]\nlead-time = { dist = \"lognormal\", median = \"14 days\" }";
        "ge läge (median eller mean) och spridning (cv, sigma eller p90), var sin gång", "give its middle (median or mean) and its spread (cv, sigma or p90), each once";
    CELLS: "En artikelfil är inte den tabell som efterfrågas.", "An item file is not a table of articles as asked for.";
        "id,supplier,demnad\na1,se-paper,100";
        "namnge kolumnerna i [items] columns, eller hoppa över dem i ignore-columns", "name the columns in [items] columns, or leave them out in ignore-columns";
    DUPLICATE: "Två rader i en artikelfil har samma id.", "Two rows of an item file have the same id.";
        "id,supplier,demand\na1,se-paper,100\na1,se-paper,200";
        "ta bort den ena raden, eller slå ihop dem", "take one row away, or join them";
    DIALECT: "En artikellista har tabbar mellan cellerna.", "A list of articles has tabs between its cells.";
        "id\tsupplier\tdemand\na1\tse-paper\t100";
        "spara som CSV, med komma eller semikolon mellan cellerna", "save it as CSV, with commas or semicolons between the cells";
    CASE:
        "Ett fall med känt svar som inte kan prövas.", "A case of known answers that cannot be checked.";
        "{ \"name\": \"mine\", \"kind\": \"eoqq\", \"inputs\": {} }";
        "rätta slaget, indata eller storheten; `beredd verify --list` visar dem", "mend the kind, the inputs or the quantity; `beredd verify --list` shows them";
    UNKNOWN_REFERENCE: "Ett namn på något som scenariot inte har.", "A name of something that the scenario does not have.";
        "[site.granvik]\nowner = \"regoin\"";
        "rätta namnet, eller lägg till det som saknas", "mend the name, or add what is missing";
    SWITCHED_OFF: "Ett namn på något som är avstängt.", "A name of something that is switched off.";
        "[site.wholesaler-local]\nenabled = false";
        "stäng av även det som nämner det, eller låt det vara på", "switch off what names it too, or leave it on";
    SHARES: "Andelar som inte blir en helhet.", "Shares that do not make a whole.";
        "[site.granvik]\ndemand-share = \"10 %\"";
        "låt andelarna bli 100 % tillsammans", "let the shares sum to 100 %";
    IMPOSSIBLE: "Värden som inte kan gälla samtidigt.", "Values that cannot hold together.";
        "[endurance]\nlevels = [\"300 days\"]";
        "ändra ett av värdena som nämns", "change one of the values that are named";
    MATCHES_NOTHING: "En regel som inte gäller något.", "A rule that is about nothing.";
        "[policy.stores-critical]\nat = []";
        "rätta platserna, villkoren eller prioriteten, eller stäng av regeln", "mend its sites, its conditions or its priority, or switch the rule off";
    SUSPICIOUS: "Tillåtet men troligen inte avsett.", "Legal, but probably not meant.";
        "[study]\nreserves = [\"none\", \"30-days\"], and no [reserve-placement.ID] says where the 30 days stand";
        "ändra det, eller låt det stå om det är avsett; `run` går vidare, `check` slutar med 1", "change it, or leave it if it is meant; `run` goes on, `check` ends with 1";
    NOT_ASSESSED: "Ett flöde är inte bedömt: dess artiklar är utelämnade.", "A flow is not assessed: its articles are left out.";
        "[flow.it-mt]\nassessed = false\nreason = \"counted elsewhere\"";
        "låt det stå om flödet ska vara utanför, annars ta bort `assessed = false`", "leave it if the flow is to stay outside, else take `assessed = false` away";
    PLAN: "Delar av ett scenario som inte passar ihop.", "Parts of a scenario that do not fit together.";
        "[sourcing.stores-direct]\nenabled = false";
        "följ rådet: oftast saknas en regel för en plats och artikel, eller två är lika starka", "follow the advice: most often a rule for a site and article is missing, or two are equally strong";
    SHELF_LIFE: "Lager som står längre än artikeln håller.", "Stock that stands longer than the article keeps.";
        "[article.mask-iir]\nshelf-life = \"20 days\"";
        "sänk reserven eller sprid den; `run` går vidare, `check` slutar med 1", "lower the reserve or spread it; `run` goes on, `check` ends with 1";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_the_reader_is_explained_in_its_order() {
        let (explained, there): (Vec<_>, Vec<_>) =
            (ALL.iter().map(|code| (code.code, code.what.en)).collect(), code::ALL.to_vec());
        assert_eq!(explained, there);
    }
}
