use crate::builder::{self, Invented, region};
use beredd::report::chart::survival_chart;
use beredd::report::wording::Language;
#[test]
fn look() {
    let dir = std::path::Path::new("/tmp/charts");
    std::fs::create_dir_all(dir).unwrap();
    let w = |n: &str, c: beredd::report::chart::Chart| {
        std::fs::write(dir.join(format!("{n}.png")), &c.png).unwrap();
        std::fs::write(dir.join(format!("{n}.svg")), &c.svg).unwrap();
        println!("{}", c.alt);
    };
    w("region", survival_chart(&region(), Language::Sv, None));
    w("region-en", survival_chart(&region(), Language::En, None));
    let many: Vec<Invented> = (0..8)
        .map(|i| {
            Invented::new(
                ["today", "delmal-1", "delmal-1-raised", "delmal-2", "e", "f", "g", "h"][i],
                &format!(
                    "Alternativ {i} med ett mycket långt namn som inte ryms på en rad i diagrammet, {}",
                    "x".repeat(i)
                ),
                5.0 + 6.0 * i as f64,
            )
        })
        .collect();
    w("many", survival_chart(&builder::findings(&many, &[("none", "ingen", "none", 0.0)]), Language::Sv, None));
    w("one", survival_chart(&builder::findings(&many[..1], &[("none", "ingen", "none", 0.0)]), Language::Sv, None));
    let same: Vec<Invented> = ["today", "delmal-1", "delmal-2"]
        .iter()
        .enumerate()
        .map(|(i, id)| {
            Invented::new(id, ["Nuläge", "Delmål 1", "Delmål 2 <b>\"&'"][i], if i == 2 { 20.0 } else { 9.0 })
        })
        .collect();
    w("same", survival_chart(&builder::findings(&same, &[("none", "ingen", "none", 0.0)]), Language::Sv, None));
}
