//! What is said of the groups that fail first, and of static days of supply.

use super::Language;

words! {
    FailWord;
    Title: "2{letter}. Vad som först tar slut: {cut}. Reserv: {reserve}", "2{letter}. What fails first: {cut}. Reserve: {reserve}";
    How:
        "De {most} behov vars första dag med brist kommer tidigast (median över proven), andel av proven med brist till och med varje nivå, och det \
        vanligaste skälet den dagen. Dagar: lager inom räckhåll ÷ medelbehov vid provet (statiskt) bredvid hela dagar före första bristen (simulerat), \
        medel (P5). Hela anspråket på leverantörsägt lager.",
        "The {most} needs whose first short day comes earliest (median over probes), the share of probes short by each level, and the commonest reason \
        on that day. Days: stock within reach ÷ mean use at the probe (static) beside full days before the first lack (simulated), mean (P5). Full \
        claim on supplier-owned stock.";
    Shorter:
        "Alla behov: {fixed} statiska dagar, {simulated} simulerade, kvot {ratio}. Den statiska räkningen delar allt inom räckhåll som om det stod där \
        det behövs; simuleringen räknar till den första plats som saknar något: lagret ligger ojämnt, behoven varierar, och en del saknas redan före \
        snittet.",
        "All needs: {fixed} static days, {simulated} simulated, ratio {ratio}. The static count divides all that is within reach as if it stood where it \
        is needed; the simulation counts to the first place that lacks something: stock lies unevenly, needs vary, and some is missing before the cut.";
    Longer:
        "Alla behov: {fixed} statiska dagar, {simulated} simulerade, kvot {ratio}. Simuleringen räcker längre än den statiska räkningen, eftersom varor \
        ännu kommer in under snittet.",
        "All needs: {fixed} static days, {simulated} simulated, ratio {ratio}. The simulation lasts longer than the static count because goods still come \
        in under the cut.";
    Summary: "{cut}, {scenario}: vad som först tar slut, och varför", "{cut}, {scenario}: what fails first, and why";
    Need: "Behov", "Need";
    Day: "Första dag", "First day";
    ShortBy: "≤ {days} d, %", "≤ {days} d, %";
    Fixed: "Statiskt", "Static";
    Simulated: "Simulerat", "Simulated";
    Reason: "Skäl", "Reason";
    Later: ">{days}", ">{days}";
    Percent: "{share}\u{a0}%", "{share}%";
    SiteStopped: "platsen står still", "its site is stopped";
    OnItsWay: "på väg, inte framme", "on its way, not there yet";
    BehindStop: "står vid {site}, som inte kan sända", "stands at {site}, which cannot send";
    Locked: "ägaren håller lagret vid {site}", "the owner keeps the stock at {site}";
    CutOff: "slut; {site} är avskuren", "nothing left; {site} is cut off";
    Waits: "fanns vid {site}, för lite för alla eller inte beställt", "stood at {site}, too little for all or not ordered";
    Ordered: "slut; {site} levererar ännu", "nothing left; {site} still delivers";
}
