//! A small strict reader of HTML, enough to tell whether every element is closed where it must be.

/// One element.
pub struct Tag {
    /// Name.
    pub name: String,
    /// Attributes, decoded.
    pub attributes: Vec<(String, String)>,
    /// Text within, decoded; empty where there are elements within.
    pub text: String,
    /// Markup within.
    pub inside: String,
}

const VOID: [&str; 4] = ["meta", "input", "br", "hr"];

/// Every element, in the order in which they end (headings never stand in each other); anything unbalanced fails the test.
#[track_caller]
pub fn tags(html: &str) -> Vec<Tag> {
    let body = html.strip_prefix("<!doctype html>\n").expect("the document says what it is");
    let (mut found, mut open, mut rest) = (Vec::new(), Vec::<(String, Vec<(String, String)>, usize)>::new(), body);
    while let Some(start) = rest.find('<') {
        let end = tag_end(&rest[start..]) + start;
        let inner = &rest[start + 1..end];
        let at = body.len() - rest.len() + start;
        rest = &rest[end + 1..];
        if let Some(name) = inner.strip_prefix('/') {
            let (opened, attributes, from) = open.pop().unwrap_or_else(|| panic!("</{name}> closes nothing"));
            assert_eq!(opened, name, "near {}", &body[from..at.min(from + 200)]);
            let inside = body[from..at].to_owned();
            let text = if inside.contains('<') { String::new() } else { decoded(&inside) };
            found.push(Tag { name: opened, attributes, text, inside });
            continue;
        }
        let (name, attributes) = opening(inner.trim_end_matches('/'));
        if inner.ends_with('/') || VOID.contains(&name.as_str()) {
            found.push(Tag { name, attributes, text: String::new(), inside: String::new() });
        } else {
            open.push((name, attributes, body.len() - rest.len()));
        }
    }
    assert!(open.is_empty(), "left open: {:?}", open.iter().map(|(name, ..)| name).collect::<Vec<_>>());
    found
}

/// The text of the body, decoded, style and drawings left out.
pub fn text(html: &str) -> String {
    let body = html.split_once("<body>").expect("a body").1;
    let mut plain = String::new();
    let mut rest = body;
    while let Some((before, drawing)) = rest.split_once("<svg") {
        plain.push_str(before);
        rest = drawing.split_once("</svg>").expect("a drawing ends").1;
    }
    text_of(&(plain + rest))
}

fn text_of(markup: &str) -> String {
    let mut text = String::new();
    let mut rest = markup;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        rest = &tag[tag_end(tag) + 1..];
    }
    decoded(&(text + rest))
}

fn decoded(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    named.iter().fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign))
}

/// Where a tag ends: quotes are passed over.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (place, character) in tag.char_indices() {
        match (quote, character) {
            (None, '>') => return place,
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
    }
    panic!("a tag does not end: {}", tag.chars().take(80).collect::<String>())
}

fn opening(inner: &str) -> (String, Vec<(String, String)>) {
    let (name, mut rest) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    assert!(!name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric()), "no name of an element: {inner}");
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return (name.to_owned(), attributes);
        }
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        rest = &rest[end..];
        let Some(after) = rest.strip_prefix("=\"") else {
            assert!(!rest.starts_with('='), "an attribute without quotes: {inner}");
            attributes.push((key, String::new()));
            continue;
        };
        let (value, tail) = after.split_once('"').expect("a quote ends");
        attributes.push((key, decoded(value)));
        rest = tail;
    }
}
