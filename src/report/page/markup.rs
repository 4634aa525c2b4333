//! HTML from text: nothing that a name holds can become markup, steer the reading direction or hide.

use crate::report::name::visible;

/// A text as it may stand in an element or a quoted attribute.
pub(super) fn esc(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in visible(text).chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// A table in a box of its own, in which it scrolls when the screen is narrow. Everything given is finished markup.
pub(super) struct Table {
    caption: String,
    heads: Vec<String>,
    bodies: Vec<String>,
}

impl Table {
    /// A table with these column heads.
    pub fn new(caption: String, heads: Vec<String>) -> Table {
        Table { caption, heads, bodies: vec![String::new()] }
    }

    /// A row whose first cell names it.
    pub fn row(&mut self, name: &str, cells: &[String]) {
        let cells: String = cells.iter().map(|cell| format!("<td>{cell}</td>")).collect();
        self.raw_row(&format!("<th scope=\"row\">{name}</th>{cells}"));
    }

    /// A row of finished cells.
    pub fn raw_row(&mut self, cells: &str) {
        if let Some(body) = self.bodies.last_mut() {
            body.push_str(&format!("<tr>{cells}</tr>\n"));
        }
    }

    /// Starts a new group of rows.
    pub fn group(&mut self) {
        self.bodies.push(String::new());
    }

    /// Whether no row was added.
    pub fn is_empty(&self) -> bool {
        self.bodies.iter().all(String::is_empty)
    }

    /// The table; `class` is a fixed word of the style sheet.
    pub fn html(&self, class: &str) -> String {
        let heads: String = self.heads.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
        let bodies = self.bodies.iter().filter(|body| !body.is_empty());
        let bodies: String = bodies.map(|body| format!("<tbody>\n{body}</tbody>\n")).collect();
        format!(
            "<div class=\"scroll\" tabindex=\"0\">\n<table class=\"{class}\">\n<caption>{}</caption>\n\
             <thead><tr>{heads}</tr></thead>\n{bodies}</table>\n</div>\n",
            self.caption
        )
    }
}

/// Something folded away under a line that opens it.
pub(super) fn folded(class: &str, summary: &str, content: &str) -> String {
    format!("<details class=\"{class}\">\n<summary>{summary}</summary>\n{content}</details>\n")
}

/// A list of lines.
pub(super) fn list(items: &[String]) -> String {
    let items: String = items.iter().map(|item| format!("<li>{item}</li>\n")).collect();
    format!("<ul>\n{items}</ul>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_text() {
        assert_eq!(esc("<b>\"'&\u{202e}\u{0}"), "&lt;b&gt;&quot;&#39;&amp;\\u{202e}\\u{0}");
    }
}
