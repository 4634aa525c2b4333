//! What the commands beside `run` say to people, in both languages.

use super::{Language, filled};

/// A text in both languages. `{…}` marks a place for [`Phrase::fill`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Swedish.
    pub sv: &'static str,
    /// English.
    pub en: &'static str,
}

impl Phrase {
    /// The text in a language.
    pub fn text(self, language: Language) -> &'static str {
        match language {
            Language::Sv => self.sv,
            Language::En => self.en,
        }
    }

    /// The text with its places filled. What is filled in is never searched for places.
    pub fn fill(self, language: Language, places: &[(&str, &str)]) -> String {
        filled(self.text(language), places)
    }
}

macro_rules! phrases {
    ($($name:ident: $sv:literal, $en:literal;)+) => {
        $(#[doc = $en] pub const $name: Phrase = Phrase { sv: $sv, en: $en };)+
        /// Every phrase.
        pub const ALL: &[Phrase] = &[$($name,)+];
    };
}

phrases! {
    // new
    NOT_A_FOLDER: "{folder} är ingen mapp; välj ett annat namn", "{folder} is no folder; choose another name";
    NOT_EMPTY:
        "{folder} är inte tom; inget skrevs. Välj en ny eller tom mapp",
        "{folder} is not empty; nothing was written. Choose a new or empty folder";
    CANNOT_LOOK: "{folder} kan inte läsas: {error}", "{folder} cannot be read: {error}";
    NEW_WROTE:
        "Skrev en påhittad region i {folder}: {count} filer. Ingen siffra i den beskriver en verklig region.",
        "Wrote a made-up region to {folder}: {count} files. No figure in it describes a real region.";
    NEW_NEXT:
        "Nästa steg:\n  beredd check {study}\n  beredd run {study}\n  läs {readme}",
        "Next steps:\n  beredd check {study}\n  beredd run {study}\n  read {readme}";
    // where results go
    PLACE_IS_FILE:
        "{place} är en fil, ingen mapp; välj en annan plats med -o",
        "{place} is a file, not a folder; choose another place with -o";
    PLACE_IS_DEAD:
        "{place} är en länk som inte leder någonstans; välj en annan plats med -o",
        "{place} is a link that leads nowhere; choose another place with -o";
    PLACE_IS_FOLDER:
        "{place} är en mapp, och där ska en fil stå; välj en annan plats med -o",
        "{place} is a folder where a file is to stand; choose another place with -o";
    PLACE_TAKES_NOTHING: "{place} kan inte skrivas: {error}", "cannot write {place}: {error}";
    NO_RIGHT: "du har ingen rätt att skriva där", "permission denied";
    NO_PLACE: "där kan ingen mapp göras", "no folder can be made there";
    READ_ONLY: "där kan bara läsas", "it can only be read";
    DISK_IS_FULL: "disken är full", "the disk is full";
    IS_A_FOLDER: "det är en mapp", "it is a folder";
    CHOOSE_ANOTHER: "; välj en annan plats (-o, där kommandot har det)", "; choose another place (-o, where the command has it)";
    MAKE_ROOM: "; gör plats, eller välj en annan disk (-o)", "; make room, or choose another disk (-o)";
    PLACE_IS_BUSY:
        "en annan körning skriver i {place}; inget skrevs. Vänta tills den är klar, eller välj en annan plats med -o",
        "another run is writing in {place}; nothing was written. Wait until it is done, or choose another place with -o";
    CANNOT_PRINT: "kan inte skriva till standard ut: {error}", "cannot write to standard output: {error}";
    WROTE: "skrev {place}", "wrote {place}";
    INTERRUPTED: "avbrutet; inget skrevs", "interrupted; nothing was written";
    INTERRUPTED_AFTER: "avbrutet; filerna som redan skrevs är hela", "interrupted; the files that were written already are whole";
    HAS_FAULT: "det är ett fel i beredd: {failure}", "beredd has a fault: {failure}";
    TEMPLATE_IS_WORKBOOK:
        "{place}: mallen är en arbetsbok med flera blad; ge filen ändelsen .xlsx",
        "{place}: the template is a workbook of several sheets; let the file's name end in .xlsx";
    NO_FILE_NAME: "{place} är inget namn på en fil", "{place} is no name of a file";
    NO_SUCH_SCENARIO: "studien har inget scenario `{asked}`; den har: {known}", "the study has no scenario `{asked}`; it has: {known}";
    END_OF_ASSUMPTION: "detta är änden `{end}` av [sensitivity.{id}]", "this is the end `{end}` of [sensitivity.{id}]";
    ONE_FILE_TWO_PAGES:
        "--output namnger en fil, men --lang both skriver två; utelämna ett av dem",
        "--output names one file, but --lang both writes two; leave one of them out";
    CANNOT_READ_RUN:
        "{results} kan inte läsas: {error}\nnämn mappen för en körning, eller dess results.json; `beredd run` gör en",
        "cannot read {results}: {error}\nname the folder of a run, or its results.json; `beredd run` makes one";
    PLACE_IS_TAKEN:
        "{files} finns redan och är inte skriven av beredd, eller ändrad sedan dess; inget skrevs. Välj en annan plats med -o, eller skriv över med --force",
        "{files} is there already and was not written by beredd, or was changed since; nothing was written. Choose another place with -o, or overwrite with --force";
    AND_MORE: " och {n} till", " and {n} more";
    RUN_IS_MIXED:
        "{folder} blandar filer från två körningar: skrivandet avbröts. Kör `beredd run … -o {folder}` igen",
        "{folder} mixes files of two runs: the writing was interrupted. Run `beredd run … -o {folder}` again";
    RUN_IS_OTHER:
        "{results} är inte den som run.json berättar om; datum och kommando lämnas ut",
        "{results} is not the one that run.json tells of; date and command are left out";
    NO_SUCH_COLUMN:
        "--column {key}: ingen lista som läses här har den kolumnen; de har: {known}",
        "--column {key}: no list that is read here has that column; they have: {known}";
    READING: "läser filerna", "reading the files";
    CHECKING: "sätter samman och kontrollerar", "putting together and checking";
    GENERATING: "gör listan", "making the list";
    // lists written in the Swedish way
    LIST_HAS_COMMAS:
        "{file}: läst med semikolon mellan cellerna och decimalkomman (12,5 är tolv och en halv); mellanrum mellan tusental är borttagna",
        "{file}: read with semicolons between the cells and decimal commas (12,5 is twelve and a half); spaces between thousands are taken away";
    LIST_HAS_SEMICOLONS:
        "{file}: läst med semikolon mellan cellerna; talen har inga decimalkomman, och mellanrum mellan tusental är borttagna",
        "{file}: read with semicolons between the cells; its numbers have no decimal commas, and spaces between thousands are taken away";
    // demo
    DEMO_IS:
        "Det här är en påhittad region: orter, artiklar, priser och risker är valda för att visa verktyget.",
        "This is a made-up region: places, articles, prices and risks are chosen to show the tool.";
    DEMO_REPORT: "Rapport: {page}", "Report: {page}";
    DEMO_FILES: "Tabeller, diagram och data: {folder}", "Tables, charts and data: {folder}";
    DEMO_OWN:
        "Gör den till din egen: beredd new min-region",
        "Make it your own: beredd new my-region";
    // explain
    EXPLAIN_LIST: "beredd explain ORD, KOD eller NYCKEL. Nycklar i scenariofiler: beredd explain --keys.", "beredd explain TERM, CODE or KEY. Keys of scenario files: beredd explain --keys.";
    TERMS: "Termer", "Terms";
    CODES: "Koder", "Codes";
    UNKNOWN_WORD: "inget heter `{word}`", "nothing is called `{word}`";
    DID_YOU_MEAN: "Menade du {near}?", "Did you mean {near}?";
    ASK_FOR_LIST: "`beredd explain` utan ord visar allt som kan förklaras", "`beredd explain` without a word lists all that can be explained";
    WHERE_USED: "Används: {where_used}", "Used: {where_used}";
    ALSO: "På engelska: {other}", "In Swedish: {other}";
    EXAMPLE: "Exempel:", "Example:";
    WHAT_TO_DO: "Gör så här: {fix}", "What to do: {fix}";
    // keys
    KEY: "nyckel", "key";
    FORM: "skrivs", "written as";
    DEFAULT: "förval", "default";
    MEANING: "betyder", "meaning";
    REQUIRED: "krävs", "required";
    NO_DEFAULT: "–", "–";
    // doctor
    DOCTOR_OK: "ok", "ok";
    DOCTOR_FAULT: "FEL", "FAULT";
    DOCTOR_VERSION: "version", "version";
    DOCTOR_BUILD: "bygge", "build";
    DOCTOR_RELEASE: "optimerat (release)", "optimised (release)";
    DOCTOR_DEBUG: "för utveckling: långsammare, bygg med --release", "for development: slower, build with --release";
    DOCTOR_THREADS: "trådar", "threads";
    DOCTOR_OUTPUT: "resultatmapp", "output folder";
    DOCTOR_CAN_WRITE: "{folder} kan skrivas", "{folder} can be written";
    DOCTOR_LANGUAGE: "språk", "language";
    DOCTOR_LOCALE: "{language} (miljön säger: {locale})", "{language} (the environment says: {locale})";
    DOCTOR_NOTHING: "inget", "nothing";
    DOCTOR_WIDTH: "bredd", "width";
    DOCTOR_COLUMNS: "{columns} kolumner; tabellerna är högst {table}", "{columns} columns; tables are at most {table}";
    DOCTOR_WIDTH_UNKNOWN: "okänd (COLUMNS är inte satt); tabellerna är högst {table} kolumner", "unknown (COLUMNS is not set); tables are at most {table} columns";
    DOCTOR_MEMORY: "minne", "memory";
    DOCTOR_FREE: "{gib} GiB ledigt", "{gib} GiB free";
    DOCTOR_UNKNOWN: "okänt här", "not known here";
    DOCTOR_THEORY: "mot teorin", "against theory";
    DOCTOR_THEORY_SAYS:
        "service per cykel {found} mot {expected} i sluten form ({sigma} medelfel ifrån)",
        "cycle service {found} against {expected} in closed form ({sigma} standard errors off)";
    DOCTOR_REPEAT: "upprepbarhet", "determinism";
    DOCTOR_SAME: "samma körning på 1 och 2 trådar: samma siffror", "the same run on 1 and on 2 threads: the same figures";
    DOCTOR_DIFFERS: "samma körning gav olika siffror", "the same run gave different figures";
    DOCTOR_CANNOT: "provet kunde inte köras: {error}", "the test could not be run: {error}";
    DOCTOR_WELL: "Allt är som det ska.", "All is well.";
    DOCTOR_ILL: "Något är fel; se ovan.", "Something is wrong; see above.";
    DOCTOR_WARNING: "OBS", "WARN";
    DOCTOR_DISK: "ledigt utrymme", "disk space";
    DOCTOR_DISK_FREE: "{mb} MB ledigt där resultatmappen ligger", "{mb} MB free where the output folder is";
    DOCTOR_DISK_LOW:
        "{mb} MB ledigt där resultatmappen ligger, under {least} MB: en körning kanske inte får plats",
        "{mb} MB free where the output folder is, under {least} MB: a run may not fit";
    // check
    CHECK_OK: "ok: {counts}", "ok: {counts}";
    CHECK_FOUND: "{findings}: {counts}", "{findings}: {counts}";
    ONE_SCENARIO: "1 scenario", "1 scenario";
    SCENARIOS: "{n} scenarier", "{n} scenarios";
    ONE_RESERVE: "1 reserv", "1 reserve";
    RESERVES: "{n} reserver", "{n} reserves";
    ONE_ARTICLE: "1 artikel", "1 article";
    ARTICLES: "{n} {n|artikel|artiklar}", "{n} {n|article|articles}";
    ONE_FINDING: "1 anmärkning", "1 finding";
    FINDINGS: "{n} anmärkningar", "{n} findings";
    // diagnoses: the message itself is English; this stands below it where the language is another
    BELOW_DIAGNOSIS:
        "På svenska: {what} Gör så här: {fix}. Mer: beredd explain {code} --lang sv",
        "In English: {what} What to do: {fix}. More: beredd explain {code} --lang en";
}

#[cfg(test)]
mod tests {
    use super::super::fill::places;
    use super::*;

    #[test]
    fn every_phrase_stands_in_both_languages_with_the_same_places() {
        for phrase in ALL {
            assert!(!phrase.sv.is_empty() && !phrase.en.is_empty());
            assert_eq!(places(phrase.sv), places(phrase.en), "{phrase:?}");
        }
    }
}
