//! What is said of lists: how they were read, and what is wrong with them.

use super::Language;

words! {
    SheetWord;
    // Tables
    MoreRows: "{n} {n|rad|rader} till: i filerna (-o).", "{n} {n|row|rows} more: in the files (-o).";
    MoreColumns: "Kolumner som inte får plats: {heads}.", "Columns that do not fit: {heads}.";
    FromFile: "Ur {file}", "From {file}";
    // The template
    TemplateIs:
        "Listor för dagligt lagerarbete i Beredd: ett blad per lista. Bladet Kolumner säger vad som står var.",
        "Lists for daily stock work in Beredd: a sheet for each list. The sheet Columns says what stands where.";
    TemplateHow:
        "Fyll i de listor du har; kolumner som saknas kan lämnas tomma. Artikelnummer står som text, så att nollor i början blir kvar.         Läs in: beredd stock import FIL.xlsx --as stock --sheet Lagerlista",
        "Fill in the lists that you have; columns that you lack may stay empty. Article numbers are texts, so that leading zeros stay.         Read it: beredd stock import FILE.xlsx --as stock --sheet \"Stock list\"";
    TemplateAsk:
        "Att begära av en grossist: lagerlista per lagerställe med saldo och på väg, restnoteringar med datum för åter, leveranser         rad för rad med order-, lovat och leveransdatum, uttag per dag med saldo efteråt, volym och vikt per enhet, antal per         förpackning, kartong och pall, hållbarhet.",
        "To demand from a wholesaler: the stock list for each site with what is there and on its way, back-order notices with the date         of return, deliveries line by line with the dates of order, promise and delivery, issues per day with the balance after them,         volume and weight per unit, units per pack, case and pallet, shelf life.";
    ColumnsSheet: "Kolumner", "Columns";
    ListHead: "Lista", "List";
    MeansHead: "Betyder", "Means";
    KindHead: "Skrivs som", "Written as";
    NeededHead: "Behövs", "Needed";
    KeyHead: "Nyckel", "Key";
    SwedishHead: "Rubrik på svenska", "Header in Swedish";
    EnglishHead: "Rubrik på engelska", "Header in English";
    AlsoHead: "Läses också", "Also read";
    IdentityIs: "Rader skiljs åt av {keys}: samma två gånger vägras.", "Rows are told apart by {keys}: the same twice is refused.";
    Always: "alltid", "always";
    IfKnown: "om den finns", "if known";
    KindText: "text", "text";
    KindCode: "text (även siffror)", "text (digits too)";
    KindNumber: "tal", "number";
    KindAmount: "tal, minst 0", "number, at least 0";
    KindPositive: "tal över 0", "number above 0";
    KindShare: "andel 0–1 eller %", "share 0–1 or %";
    KindDate: "datum åååå-mm-dd", "date yyyy-mm-dd";
    KindTime: "klockslag tt:mm", "time of day hh:mm";
    KindFlag: "ja eller nej", "yes or no";
    // How a list was read
    ReadAs: "{file}: {rows} läst så här", "{file}: {rows}, read like this";
    OneRow: "1 rad", "1 row";
    Rows: "{n} rader", "{n} rows";
    Sheet: "bladet {name}", "the sheet {name}";
    OtherSheets:
        "blad med samma rubriker som inte är lästa: {list}; välj med --sheet",
        "sheets with the same headers that are not read: {list}; choose with --sheet";
    EncodedAs: "tecken som {name}", "letters as {name}";
    SeparatedBy: "{sign} mellan cellerna", "{sign} between the cells";
    Semicolon: "semikolon", "semicolons";
    Comma: "komma", "commas";
    Tab: "tabb", "tabs";
    Point: "punkt", "points";
    HeaderRow: "rubriker i rad {row}; raderna ovanför är inte lästa", "headers in row {row}; the rows above are not read";
    DecimalSign: "decimaltecken: {sign} (rad {row}: {cell})", "decimal sign: {sign} (row {row}: {cell})";
    ColumnIs: "{key} ← {header}", "{key} ← {header}";
    Columns: "kolumner: {list}", "columns: {list}";
    NotRead: "inte läst: {list}", "not read: {list}";
    EmptyRows: "tomma rader: {n}", "empty rows: {n}";
    NumericCodes:
        "{n} {n|värde|värden} i {header} är tal i arbetsboken (t.ex. {example}): inledande nollor kan vara borta redan där",
        "{n} {n|value|values} of {header} {n|is a number|are numbers} in the workbook (e.g. {example}): leading zeros may be lost there already";
    QuotedFormulas: "{n} {n|cell skriven|celler skrivna} som =\"…\" {n|läst|lästa} som text", "{n} {n|cell|cells} written as =\"…\" read as text";
    Formulas: "{n} {n|cell med formel: senast beräknat värde|celler med formler: senast beräknade värden}", "{n} {n|cell with a formula: its|cells with formulas: their} last computed {n|value|values}";
    // The table of problems
    ProblemsTitle: "{file}: {n} fel; inget lästes och inget skrevs.", "{file}: {n} problems; nothing was read and nothing was written.";
    OneProblem: "{file}: 1 fel; inget lästes och inget skrevs.", "{file}: 1 problem; nothing was read and nothing was written.";
    RowHead: "Rad", "Row";
    ColumnHead: "Kolumn", "Column";
    CellHead: "Där står", "It says";
    FaultHead: "Fel", "Problem";
    FixHead: "Gör så här", "What to do";
    NoPlace: "–", "–";
    KindCount: "{name}: {n}", "{name}: {n}";
    MoreProblems: "{n} fel till ({list}).", "{n} {n|problem|problems} more ({list}).";
    AllProblems: "Alla fel i en fil: --problems FIL.csv", "All problems in a file: --problems FILE.csv";
    // Faults
    Empty: "filen är tom", "the file is empty";
    EmptyFix: "exportera listan igen", "export the list again";
    NoRows: "rubriker men inga rader", "headers but no rows";
    NoRowsFix: "minst en rad under rubrikerna", "at least one row below the headers";
    NotThere: "filen finns inte", "there is no such file";
    NotThereFix: "kontrollera namnet och mappen", "check the name and the folder";
    NoRight: "du får inte läsa filen", "you may not read the file";
    NoRightFix: "be om rättigheter, eller kopiera filen", "ask for the right, or copy the file";
    Unreadable: "kan inte läsas: {why}", "cannot be read: {why}";
    UnreadableFix: "försök igen, eller kopiera filen först", "try again, or copy the file first";
    NotAList: "ingen lista som kan läsas ({why})", "no list that can be read ({why})";
    NotAListFix: "spara som .xlsx eller CSV (UTF-8)", "save it as .xlsx or CSV (UTF-8)";
    TooLarge: "större än vad som läses ({most})", "larger than is read ({most})";
    TooLargeFix: "dela listan, t.ex. per år eller lagerställe", "split the list, e.g. by year or site";
    MostMegabytes: "högst {n} MB", "at most {n} MB";
    MostRows: "högst {n} rader", "at most {n} rows";
    MostColumns: "högst {n} kolumner", "at most {n} columns";
    MostCells: "högst {n} celler", "at most {n} cells";
    AFolder: "en mapp och ingen fil", "a folder and no file";
    AFolderFix: "ange filen i den", "name the file in it";
    OldWorkbook: "gammal .xls, eller skyddad med lösenord", "an old .xls, or protected by a password";
    OldWorkbookFix: "öppna i Excel, ta bort lösenordet, spara som .xlsx", "open it in Excel, take the password away, save as .xlsx";
    Bomb: "packar upp till orimligt mycket", "unpacks to unreasonably much";
    BombFix: "öppna i Excel och spara på nytt", "open it in Excel and save it anew";
    NoHeader: "{n|kolumn|kolumner} saknas: {list}", "{n|column is|columns are} missing: {list}";
    NoHeaderFix: "döp om, eller säg {columns}", "rename, or say {columns}";
    ColumnSaid: "--column {key}=RUBRIK", "--column {key}=HEADER";
    ColumnNamed: "{name} ({key})", "{name} ({key})";
    SameColumn: "två kolumner för {key}", "two columns for {key}";
    SameColumnFix: "säg vilken: --column {key}=RUBRIK", "say which: --column {key}=HEADER";
    NoSuchColumn: "ingen sådan rubrik (för {key})", "no such header (for {key})";
    NoSuchColumnFix: "skriv rubriken som i filen", "write the header as in the file";
    NoSuchSheet: "inget sådant blad; det finns: {list}", "no such sheet; there are: {list}";
    NoSuchSheetFix: "välj ett av dem med --sheet", "choose one of them with --sheet";
    Missing: "tom cell", "empty cell";
    MissingFix: "fyll i, eller ta bort raden (en summarad?)", "fill it in, or remove the row (a row of sums?)";
    NotANumber: "inget tal", "no number";
    NotANumberFix: "bara siffror; enheten i rubriken", "digits only; the unit in the header";
    OtherDecimal: "annat decimaltecken än resten ({sign})", "another decimal sign than the rest ({sign})";
    OtherDecimalFix: "skriv alla tal lika", "write all numbers alike";
    Ambiguous: "kan läsas på två sätt", "can be read in two ways";
    AmbiguousFix: "säg --decimal comma eller --decimal point", "say --decimal comma or --decimal point";
    Negative: "negativt", "negative";
    NegativeFix: "noll eller mer; rätta saldot i källan", "zero or more; correct the balance at its source";
    NotPositive: "noll eller mindre", "zero or less";
    NotPositiveFix: "mer än noll, eller lämna tomt", "more than zero, or leave it empty";
    NotAShare: "ingen andel", "no share";
    NotAShareFix: "0 till 1, eller 0 % till 100 %", "0 to 1, or 0% to 100%";
    Huge: "för stort tal", "too large a number";
    HugeFix: "högst 10 upphöjt till 15", "at most 10 to the power of 15";
    NotADate: "inget entydigt datum", "no date, or one of two readings";
    NotADateFix: "skriv åååå-mm-dd", "write yyyy-mm-dd";
    NotATime: "inget klockslag", "no time of day";
    NotATimeFix: "skriv tt:mm", "write hh:mm";
    NotAFlag: "varken ja eller nej", "neither yes nor no";
    NotAFlagFix: "ja, nej eller tomt", "yes, no or empty";
    Formula: "en formel utan värde", "a formula without a value";
    FormulaFix: "klistra in som värden", "paste as values";
    ExcelError: "ett fel från Excel", "an error of Excel";
    ExcelErrorFix: "rätta formeln", "correct the formula";
    TooManyCells: "fler celler än rubriker", "more cells than headers";
    TooManyCellsFix: "ett extra skiljetecken? citera cellen", "a separator too many? quote the cell";
    OpenQuote: "citattecken som inte avslutas", "a quote that is never closed";
    OpenQuoteFix: "avsluta det, eller dubblera det: \"\"", "close it, or double it: \"\"";
    SumRow: "en summarad", "a row of sums";
    SumRowFix: "ta bort raden", "remove the row";
    LostCode: "numret är avrundat eller gjort till datum av Excel", "Excel has rounded the number or made it a date";
    LostCodeFix: "gör kolumnen till text och exportera på nytt", "make the column text and export it again";
    BadByte: "tecken som inte kan läsas", "letters that cannot be read";
    BadByteFix: "spara som CSV UTF-8", "save it as CSV UTF-8";
    Duplicate: "samma som rad {row}", "the same as row {row}";
    DuplicateFix: "slå ihop dem, eller ta bort en", "merge them, or remove one";
}
