//! What `stock underlag` says.

use super::super::Language;

words! {
    AnnexWord;
    Title: "Underlag för upphandling eller lokal", "Annex for a tender or a building brief";
    ForSite: "Gäller lagerstället {site}.", "For the site {site}.";
    Now:
        "I dag: {places} pallplatser på {area} m². In och ut: {pallets} pallar och {lines} orderrader en medeldag, {peak} rader den mest belastade.",
        "Today: {places} pallet places on {area} m². In and out: {pallets} pallets and {lines} lines on the mean day, {peak} lines on the busiest.";
    With:
        "Med {days} {days|dags|dagars} reserv av {which}: {places} pallplatser på {area} m² ({more} fler platser).",
        "With a reserve of {days} {days|day|days} of {which}: {places} pallet places on {area} m² ({more} places more).";
    Fits:
        "Erbjudna {offered} m² ({what}) räcker till {days} {days|dags|dagars} reserv.",
        "The {offered} m² offered ({what}) hold a reserve of {days} {days|day|days}.";
    FitsLong:
        "Erbjudna {offered} m² ({what}) räcker till mer än tio års reserv.",
        "The {offered} m² offered ({what}) hold a reserve of more than ten years.";
    FitsNot:
        "Erbjudna {offered} m² ({what}) räcker inte till dagens lager: {lack} m² saknas.",
        "The {offered} m² offered ({what}) do not hold the stock of today: {lack} m² are lacking.";
    NoSize:
        "Erbjudna {offered} m² ({what}) kan inte bedömas: antal per pall och volym saknas.",
        "The {offered} m² offered ({what}) cannot be judged: units per pallet and volume are missing.";
    NoTemperature:
        "Erbjudna {offered} m² ({what}) kan inte bedömas: temperatur saknas.",
        "The {offered} m² offered ({what}) cannot be judged: the temperature is missing.";
    FitsNothing:
        "Erbjudna {offered} m² ({what}): listan har inget sådant.",
        "The {offered} m² offered ({what}): the list has nothing of the kind.";
    FitsWithout: "Högst: artiklar utan antal per pall och volym är inte med ({n}).", "At most: articles without units per pallet and volume are not in it ({n}).";
    NothingSized:
        "Pallplatser, yta och pallar kan inte bedömas: antal per pall (Pall) och volym (Volym) saknas.",
        "Pallet places, area and pallets cannot be judged: units per pallet (Pallet) and volume (Volume) are missing.";
    All: "allt", "all";
    Room: "rum", "room";
    Cold: "kyl", "cold";
    Frozen: "frys", "frozen";
    Which: "kritiska artiklar", "critical articles";
    WhichAll: "alla artiklar", "all articles";
    PlacesLeaf: "Pallplatser per temperatur och flöde", "Pallet places by temperature and flow";
    AreaLeaf: "Yta i m²", "Area in m²";
    FlowLeaf: "In och ut per dag", "In and out a day";
    LongLeaf: "Alla siffror", "All figures";
    FitLeaf: "Behövd mot erbjuden yta, m²", "Area needed against offered, m²";
    Temperature: "Temperatur", "Temperature";
    Flow: "Flöde", "Flow";
    Sum: "Summa", "Sum";
    Today: "I dag", "Today";
    Level: "{days} d", "{days} d";
    Lines: "Orderrader\nmedel", "Lines\nmean";
    PeakLines: "Orderrader\nmest", "Lines\nbusiest";
    Cubic: "m³ in\nmedel", "m³ in\nmean";
    PeakCubic: "m³ in\nmest", "m³ in\nbusiest";
    PalletsIn: "Pallar in\nmedel", "Pallets in\nmean";
    PeakPallets: "Pallar in\nmest", "Pallets in\nbusiest";
    Reserve: "Reserv\ndagar", "Reserve\ndays";
    Pallets: "Pallar\ngods", "Pallets\nof goods";
    Places: "Pallplatser", "Pallet\nplaces";
    Area: "Yta\nm²", "Area\nm²";
    For: "För", "For";
    Offered: "Erbjuden", "Offered";
    MostDays: "Räcker till\ndagar", "Holds\ndays";
    // How
    HowPlaces:
        "Pallar = enheter ÷ enheter per pall (annars volym ÷ {m3} m³ gods per pall, antagande). En plats håller en artikel: platser avrundas uppåt per rad. Lagret är {source}.",
        "Pallets = units ÷ units per pallet (else volume ÷ {m3} m³ of goods a pallet, an assumption). A place holds one article: places are rounded up for each row. The stock is {source}.";
    SourceGiven: "listans medellager", "the mean stock of the list";
    SourceNow: "dagens saldo", "what is there today";
    HowArea: "Yta = platser × {m2} m²: {basis}.", "Area = places × {m2} m²: {basis}.";
    AreaGiven: "angivet", "given";
    AreaBuilt:
        "pallens fot {foot} m² ÷ {levels} nivåer × bruttofaktor {gross} för gångar, lastkaj och personal (antaganden; ger ungefär 1,2 pallar per m²)",
        "a pallet's foot of {foot} m² ÷ {levels} levels × gross factor {gross} for aisles, dock and staff (assumptions; about 1.2 pallets per m²)";
    HowReserve:
        "Reserven ligger ovanpå dagens lager: dagar × förbrukning per dag av {which}. Brons är 3 och 7 dagar, silver 30, guld 90.",
        "The reserve lies on top of the stock of today: days × use a day of {which}. Bronze is 3 and 7 days, silver 30, gold 90.";
    HowFlow:
        "In och ut är lika stora i jämvikt: förbrukningen. Medeldag = år ÷ 365. Den mest belastade dagen är {peak} gånger den (antagande: måndag i veckoprofilen, 1,25 av 6,0).",
        "In and out are equal in balance: the use. Mean day = year ÷ 365. The busiest day is {peak} times it (assumption: the Monday of the weekly profile, 1.25 of 6.0).";
    LeftOut: "Utan antal per pall och volym, inte med i pallar och yta ({n}): {list}.", "Without units a pallet and volume, not in pallets and area ({n}): {list}.";
    NoKeeping: "{n} {n|rad|rader} säger inte temperatur: {n|räknad|räknade} som rum.", "{n} {n|row does not say its|rows do not say their} temperature: taken as room.";
    NoLines: "{n} {n|rad|rader} säger inte orderrader: {n|räknad|räknade} som inga.", "{n} {n|row does not say its|rows do not say their} lines: taken as none.";
    ByVolume: "{n} {n|rad|rader} har bara volym: pallarna är räknade ur den.", "{n} {n|row has|rows have} a volume only: {n|its|their} pallets follow from it.";
    HowNot:
        "Inte med: tillväxt, säsong, tomma platser för omflyttning, särskilda rum (narkotika, brandfarligt). Lägg till dem innan ytan upphandlas.",
        "Not included: growth, season, empty places to move goods, rooms of their own (narcotics, flammables). Add them before the area is procured.";
}
