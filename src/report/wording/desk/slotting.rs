//! What `beredd stock slotting` says.

use super::Language;

words! {
    SlottingWord;
    Title: "Lagerplatser: {articles} {articles|artikel|artiklar}, {places} {places|plats|platser}.", "Places: {articles} {articles|article|articles}, {places} {places|place|places}.";
    Rounds:
        "{orders} plockorder, var och en en runda från dörren och tillbaka. Upp till {most} stopp är rundan den kortaste som finns; längre rundor är \
        förbättrade så långt det går, och visas med en längd som ingen runda understiger.",
        "{orders} picking orders, each a round from the door and back. Up to {most} stops the round is the shortest there is; longer rounds are \
        improved as far as they can be, and stand beside a length that no round is below.";
    Lines:
        "Varje orderrad hämtas för sig, till platsen och tillbaka: ingen lista över plock (--picks) är given.",
        "Each order line is fetched by itself, to the place and back: no list of picks (--picks) is given.";
    Assumed:
        "Antaget: gånghastighet {speed} m/s, {days} arbetsdagar om året. Varor som liknar varandra står mer än {apart} m isär.",
        "Assumed: {speed} m/s of walking, {days} working days a year. Look-alikes stand more than {apart} m apart.";
    WaysTitle: "1. Gångväg", "1. Walking";
    WaysHow:
        "De mest hämtade varorna (klass A) närmast dörren. Egen plats = en plats för varje artikel; delad = flera artiklar på en plats så långt volymen \
        räcker; zoner = varje varugrupp samlad i en zon. Sparat mot i dag.",
        "The most fetched articles (class A) nearest the door. Dedicated = a place for each article; shared = several articles in a place as far as \
        its room goes; zones = each family together in one zone. Saved against today.";
    Way: "Sätt", "Way";
    Today: "I dag", "Today";
    Dedicated: "Egen plats", "Dedicated";
    Shared: "Delad", "Shared";
    Zoned: "Zoner", "Zones";
    Used: "Platser", "Places";
    PerDay: "Meter\nper dag", "Metres\na day";
    Below: "… minst", "… at least";
    PerYear: "Kilometer\nper år", "Kilometres\na year";
    Hours: "Timmar\nper år", "Hours\na year";
    SavedDay: "Sparat\nm/dag", "Saved\nm/day";
    SavedHours: "Sparat\nh/år", "Saved\nh/year";
    NotShortest:
        "{way}: {n} av {of} {of|runda|rundor} är inte bevisat kortast; all gång tillsammans är högst {share} längre än den måste.",
        "{way}: {n} of {of} {of|round|rounds} {n|is|are} not proved shortest; all walking together is at most {share} longer than it must be.";
    NoToday:
        "Artikellistan säger inte var alla varor står i dag (kolumnen Lagerplats), så det går inte att säga vad som sparas.",
        "The list of articles does not say where all of them stand today (column Place), so what is saved cannot be told.";
    NoRoom:
        "{way}: går inte. {article} får ingen plats: ingen är ledig som rymmer den i den zon där den får stå.",
        "{way}: cannot be done. {article} has no place: none is free that holds it in the zone where it may stand.";
    Impossible:
        "{way}: går inte. Varorna i förväxlingsgruppen {group} kan inte hållas isär på de platser som finns, hur man än väljer.",
        "{way}: cannot be done. The look-alikes of group {group} cannot be kept apart in these places, whichever are chosen.";
    NotFound:
        "{way}: ingen lösning hittad. {article} står bredvid en vara i förväxlingsgruppen {group} hur den än ställs; att det är omöjligt är inte visat.",
        "{way}: no solution found. {article} stands beside one of the look-alikes of group {group} wherever it is put; that it is impossible is not proved.";
    NoZone:
        "{way}: går inte. Varugruppen {family} har {articles} {articles|artikel|artiklar} och ingen zon har mer än {most} {most|plats|platser} kvar.",
        "{way}: cannot be done. Family {family} has {articles} {articles|article|articles} and no zone has more than {most} {most|place|places} left.";
    NoFamily: "utan varugrupp", "of no family";
    NoZones: "{way}: ej prövat, för platserna har inga zoner.", "{way}: not tried, since the places have no zones.";
    NoLitres:
        "{way}: ej prövat, för volym behövs i båda listorna, och saldo.",
        "{way}: not tried, since volumes are needed in both lists, and stock on hand.";
    NeighboursTitle: "{number}. Varor som liknar varandra och står bredvid varandra i dag", "{number}. Look-alikes that stand side by side today";
    Neighbours: "{one} på {one_at} och {other} på {other_at}", "{one} at {one_at} and {other} at {other_at}";
    MoreNeighbours: "… och {n} par till, i JSON.", "… and {n} more {n|pair|pairs}, in the JSON.";
    MovesTitle: "{number}. Att flytta: {way}", "{number}. To move: {way}";
    MovesHow:
        "De {most} mest hämtade som ska stå någon annanstans; {n} av {of} {of|artikel|artiklar} flyttas. Alla står i CSV-filen.",
        "The {most} most fetched that are to stand elsewhere; {n} of {of} {of|article|articles} {n|moves|move}. All are in the CSV file.";
    Article: "Artikel", "Article";
    Name: "Benämning", "Name";
    Class: "Klass", "Class";
    LinesYear: "Rader\nper år", "Lines\na year";
    From: "Från", "From";
    To: "Till", "To";
}
