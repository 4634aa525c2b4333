//! Words of the stock desk and of the pharmacy (T19, I3, I4, I13, I23, I25).

use super::{Phrase, Term};

terms! {
    DESK;
    "receptbelagd, receptbelagt läkemedel" | "prescription drug":
        "Läkemedel som bara lämnas ut mot recept.", "A drug that is dispensed against a prescription only.";
        "stock shortage-cost, scenarios/apotek", "stock shortage-cost, scenarios/apotek";
    "handköp, egenvård, OTC" | "over the counter":
        "Varor som apoteket säljer utan recept.", "Goods that a pharmacy sells without a prescription.";
        "stock shortage-cost", "stock shortage-cost";
    "receptkund" | "prescription customer":
        "Kund som hämtar ut minst en vara på recept; kan handla annat också.", "A customer who collects at least one prescribed item; may buy other things too.";
        "stock shortage-cost", "stock shortage-cost";
    "restbeställning" | "customer backorder":
        "Kunden beställer varan som saknas och kommer tillbaka för den.", "The customer orders the missing item and comes back for it.";
        "scenarios/apotek, [reaction.*]", "scenarios/apotek, [reaction.*]";
    "förlorad försäljning" | "lost sale":
        "Kunden går utan varan och hämtar den inte senare här.", "The customer leaves without the item and does not fetch it here later.";
        "scenarios/apotek, stock shortage-cost", "scenarios/apotek, stock shortage-cost";
    "apoteksbutik" | "pharmacy shop":
        "Ett apotek som kunder går in i, till skillnad från sjukhusapotek och distansapotek.", "A pharmacy that customers walk into, other than that of a hospital or by mail.";
        "scenarios/apotek", "scenarios/apotek";
    "fast intervall, periodisk beställning" | "periodic review":
        "Verktyg 1 av 4: beställ med jämna mellanrum, olika mycket. Behov = dagsförbrukning × täckningstid; det som saknas upp till behov plus minimilager föreslås.",
        "Tool 1 of 4: order at equal intervals, in varying amounts. Need = daily use × coverage; what is lacking up to need plus minimum stock is proposed.";
        "stock reorder, [policy.*] kind = \"need\"", "stock reorder, [policy.*] kind = \"need\"";
    "fast kvantitet" | "fixed quantity":
        "Verktyg 2 av 4: beställ samma kvantitet när lagret går under beställningspunkten.", "Tool 2 of 4: order the same quantity when stock falls below the reorder point.";
        "stock reorder, [policy.*] kind = \"fixed-quantity\"", "stock reorder, [policy.*] kind = \"fixed-quantity\"";
    "nivåpåfyllnad, återställning till nivå" | "level restore":
        "Verktyg 3 av 4, för lager som fylls på inifrån: begär det som lyfter lagret till beställningspunkten själv, inte till ett maxlager.",
        "Tool 3 of 4, for stores refilled from within: request what lifts the stock to the reorder point itself, not to a maximum.";
        "stock reorder, [policy.*] kind = \"restore\"", "stock reorder, [policy.*] kind = \"restore\"";
    "korsad ABC" | "crossed ABC":
        "Verktyg 4 av 4 är ABC. Korsad: klass efter förbrukning mot klass efter lagervärde. Liten förbrukning och stort lager är bundet kapital; stor förbrukning och litet lager är just i tid.",
        "Tool 4 of 4 is ABC. Crossed: class by consumption against class by value of stock. Little use and much stock is capital tied up; much use and little stock is just in time.";
        "stock cross-abc", "stock cross-abc";
    "XYZ-analys" | "XYZ analysis":
        "Artiklar indelade efter hur jämnt de går åt: X jämnt, Y växlande, Z ojämnt.", "Articles divided by how evenly they are used: X evenly, Y varying, Z unevenly.";
        "stock abc --xyz", "stock abc --xyz";
    "VED" | "VED analysis":
        "Artiklar indelade efter klinisk vikt: V livsviktiga, E nödvändiga, D önskvärda. ABC är ekonomisk vikt; en billig artikel kan vara livsviktig.",
        "Articles divided by clinical weight: V vital, E essential, D desirable. ABC is economic weight; a cheap article may be vital.";
        "stock abc --ved", "stock abc --ved";
    "inköpsförslag, orderförslag" | "order proposal, proposal":
        "Vad en regel vill beställa av en leverantör. Blir en order först när någon godkänt den.", "What a rule wants to order from a supplier. It becomes an order when somebody approves it.";
        "stock reorder, [policy.*] approval", "stock reorder, [policy.*] approval";
    "order, inköpsorder" | "order, purchase order":
        "Ett godkänt förslag som går till leverantören.", "An approved proposal that goes to the supplier.";
        "stock reorder", "stock reorder";
    "rekvisition, intern beställning" | "internal request":
        "Vad ett lager begär av ett annat i samma organisation.", "What a store asks of another one in the same organisation.";
        "stock reorder", "stock reorder";
    "disponibelt" | "availability of an article":
        "Saldo plus på väg minus reserverat. Källan säger inte om beställt ingår; här ingår det om inget annat sägs.",
        "On hand plus on order minus reserved. The source does not say whether orders are in it; here they are unless said otherwise.";
        "stock reorder --basis", "stock reorder --basis";
    "omsättningshastighet, rotationsindex" | "inventory turnover, rotation index":
        "Uttag per år till inköpsvärde delat med medellagrets värde. 365 delat med det är dagar i lager.", "Issues per year at cost, divided by the mean value of the stock. 365 divided by it is days in stock.";
        "stock turnover", "stock turnover";
    "liggtid" | "time in stock":
        "Hur länge en vara i medel ligger: lagret delat med flödet.", "How long goods lie on average: the stock divided by the flow.";
        "stock turnover", "stock turnover";
    "ekonomisk orderkvantitet, EOK, EOQ" | "economic order quantity":
        "Den kvantitet där ordersärkostnad och lagerhållningskostnad tillsammans är minst.", "The quantity at which ordering and holding cost together are least.";
        "stock eoq, [policy.*] lot = \"eoq\"", "stock eoq, [policy.*] lot = \"eoq\"";
    "täckningsbidrag per kund, m" | "gross profit per customer, m":
        "Vad en kund som går skulle ha gett: bruttovinsten på det som inte köptes.", "What a customer who leaves would have given: the gross profit on what was not bought.";
        "stock shortage-cost", "stock shortage-cost";
    "narkotika, narkotikaklassad" | "narcotic":
        "En artikel som ska ligga inlåst och räknas. Oberoende av temperatur, kritisk och lagerförd.", "An article that must lie locked and be counted. Independent of temperature, critical and stocked.";
        "kolumnen Narkotika, stock slotting", "the column Narcotic, stock slotting";
    "transitvara, genomgångsvara" | "transit article":
        "En artikel som inte lagerhålls: den beställs åt en avdelning och går rakt igenom.", "An article that is not stocked: it is ordered for a ward and passes through.";
        "kolumnen Transit, stock reorder", "the column Transit, stock reorder";
    "sortiment, läkemedelslista" | "formulary, assortment":
        "De artiklar som får beställas.", "The articles that may be ordered.";
        "kolumnen Utgått, stock reorder", "the column Withdrawn, stock reorder";
}
