//! The project of a made-up region that the program carries: `demo` runs it, `new` writes it for its user to change.

/// A file of the project: its name and its text.
pub type ProjectFile = (&'static str, &'static str);

/// What the study of the project is called.
pub const STUDY: &str = "study.toml";

/// The files that are the same in both languages.
const SHARED: [ProjectFile; 8] = [
    (STUDY, include_str!("../scenarios/demo/study.toml")),
    ("common.toml", include_str!("../scenarios/demo/common.toml")),
    ("families.toml", include_str!("../scenarios/demo/families.toml")),
    ("today.toml", include_str!("../scenarios/demo/today.toml")),
    ("delmal-1.toml", include_str!("../scenarios/demo/delmal-1.toml")),
    ("delmal-1-raised.toml", include_str!("../scenarios/demo/delmal-1-raised.toml")),
    ("delmal-2.toml", include_str!("../scenarios/demo/delmal-2.toml")),
    ("articles.csv", include_str!("../scenarios/demo/articles.csv")),
];

/// Next steps, in Swedish and in English.
const NEXT_STEPS: [ProjectFile; 2] = [
    ("README.sv.md", include_str!("../scenarios/demo/README.sv.md")),
    ("README.md", include_str!("../scenarios/demo/README.md")),
];

/// Every file of the project; the next steps come in both languages and lead to each other.
pub fn files() -> impl Iterator<Item = ProjectFile> {
    SHARED.into_iter().chain(NEXT_STEPS)
}
