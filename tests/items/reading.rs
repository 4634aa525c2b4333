//! Lists by themselves, renamed columns, volumes and temperatures.

use crate::support::{read, settings, written};
use beredd::items::summary::summary;
use beredd::scenario::list::read_list;
use beredd::scenario::model::Temperature;

const SYSTEM: &str = "Artikelnr,Benämning,Lev,Pris,Åtgång,Liter,Kst,Temp\n\
    100,Kompress,acme,2,3650,0.35,77,\n\
    200,Vaccin,beta,100,365,0.1 l/unit,78,cool\n";

const RENAMED: [&str; 2] = [
    "items.columns={ id = \"Artikelnr\", name-sv = \"Benämning\", supplier = \"Lev\", price = \"Pris\", demand = \"Åtgång\", volume = \"Liter\", temperature = \"Temp\" }",
    "items.ignore-columns=[\"Kst\"]",
];

#[test]
fn columns_of_another_system_are_renamed_and_ignored() {
    let folder = written("renamed", &[("system.csv", SYSTEM)]);
    let articles = read_list(&folder.join("system.csv"), &settings(&RENAMED)).expect("the list is good").articles;
    let swab = &articles["100"];
    assert_eq!((swab.name.en.as_str(), swab.price.sek(), swab.demand_mean), ("Kompress", 2.0, 10.0));
    // 1400 litres ÷ 0.35 and ÷ 0.1.
    assert_eq!((swab.pallet, articles["200"].pallet), (4000, 14000));
    assert_eq!((swab.temperature, articles["200"].temperature), (Temperature::Ambient, Temperature::Cool));
    let told = summary(&articles);
    assert_eq!((told.all.articles, told.suppliers, told.families), (2, 2, 0));
    assert_eq!(told.all.value, 2.0 * 3650.0 + 100.0 * 365.0);
    assert!((told.all.pallets - (3650.0 / 4000.0 + 365.0 / 14000.0)).abs() < 1e-12);
}

#[test]
fn a_unit_larger_than_a_pallet_is_a_pallet() {
    let folder = written(
        "large",
        &[("bed.csv", "id,supplier,demand,volume\nbed,acme,10,2100\ntub,acme,10,700\ncup,acme,10,0.56\n")],
    );
    let articles = read_list(&folder.join("bed.csv"), &[]).expect("the list is good").articles;
    assert_eq!((articles["bed"].pallet, articles["tub"].pallet), (1, 2));
    // 1400 ÷ 0.56 is 2500, and a little less in binary: no unit is lost to that.
    assert_eq!(articles["cup"].pallet, 2500);
}

#[test]
fn a_rule_can_be_about_cool_goods() {
    let base = format!(
        "{}temperature = \"cool\"\n[article.A2]\nsupplier = \"acme\"\ndemand = \"5 units/day\"\ndemand-sd = \"2 units/day\"\n\
         [policy.cool]\nat = [\"main\"]\narticles = {{ temperature = [\"cool\", \"frozen\"] }}\npriority = 1\nkind = \"order-up-to\"\n\
         level = \"777 units\"\n",
        crate::told::BASE
    );
    let folder = written("cool", &[("base.toml", &base)]);
    let scenario = read(&folder.join("base.toml"), &[]).study.scenarios.remove(0);
    let cool = |id: &str| scenario.policies["cool"].select.matches(id, &scenario.articles[id], &scenario.suppliers);
    assert!(cool("A1") && !cool("A2"));
}
