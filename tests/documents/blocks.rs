//! Fenced blocks of a Markdown text, and the commands in them.

use std::ops::Range;

/// A fenced block.
pub struct Block {
    /// The line before the fence that is not empty.
    pub before: String,
    /// The word after the fence, e.g. `console`.
    pub kind: String,
    /// Lines of the block, without the fences, as a range of lines of the text.
    pub lines: Range<usize>,
}

/// A command of a block and what follows it.
pub struct Shown {
    /// The words after the program's name.
    pub arguments: Vec<String>,
    /// The lines it is said to print, as a range of lines of the text.
    pub printed: Range<usize>,
}

/// What a command line of a document may begin with.
const PROGRAM: [&str; 2] = ["cargo run --release -- ", "beredd "];

/// The fenced blocks of a text.
pub fn blocks(text: &str) -> Vec<Block> {
    let (mut found, mut before, mut open) = (Vec::new(), String::new(), None);
    for (number, line) in text.lines().enumerate() {
        match (line.strip_prefix("```"), open.take()) {
            (Some(kind), None) => open = Some((kind.to_owned(), number + 1)),
            (Some(_), Some((kind, start))) => {
                found.push(Block { before: std::mem::take(&mut before), kind, lines: start..number });
            }
            (None, Some(inside)) => open = Some(inside),
            (None, None) if line.trim().is_empty() => {}
            (None, None) => line.clone_into(&mut before),
        }
    }
    assert!(open.is_none(), "a block is not closed");
    found
}

/// The commands of a block that run this program. Other commands after `$ ` print nothing that is checked.
pub fn commands(text: &str, block: &Block) -> Vec<Shown> {
    let lines: Vec<&str> = text.lines().collect();
    let starts: Vec<usize> = block.lines.clone().filter(|&at| lines[at].starts_with("$ ")).collect();
    let ends = starts.iter().skip(1).copied().chain([block.lines.end]);
    let shown = |(&start, end): (&usize, usize)| {
        let line = &lines[start]["$ ".len()..];
        let rest = PROGRAM.iter().find_map(|program| line.strip_prefix(program))?;
        Some(Shown { arguments: words(rest), printed: start + 1..end })
    };
    starts.iter().zip(ends).filter_map(shown).collect()
}

/// Words of a command line; quotes hold words together.
pub fn words(line: &str) -> Vec<String> {
    let (mut found, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for letter in line.chars() {
        match (letter, quote) {
            (_, Some(open)) if letter == open => quote = None,
            (_, Some(_)) => word.get_or_insert_default().push(letter),
            ('\'' | '"', None) => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (' ', None) => found.extend(word.take()),
            (_, None) => word.get_or_insert_default().push(letter),
        }
    }
    assert!(quote.is_none(), "a quote is not closed in {line}");
    found.extend(word);
    found
}

#[test]
fn a_command_line_is_split_as_a_shell_does() {
    assert_eq!(words("run a.toml --set 'x=[\"a\", \"b\"]' -q"), ["run", "a.toml", "--set", "x=[\"a\", \"b\"]", "-q"]);
    assert_eq!(words("  a \"b c\"''  "), ["a", "b c"]);
}

#[test]
fn blocks_and_their_commands_are_found() {
    let text = "Intro\n\n```console\n$ beredd check x\nok\n$ ls\na\n$ beredd show x\n```\n```toml\na = 1\n```\n";
    let found = blocks(text);
    let kinds: Vec<_> = found.iter().map(|block| (block.before.as_str(), block.kind.as_str())).collect();
    assert_eq!(kinds, [("Intro", "console"), ("", "toml")]);
    let shown = commands(text, &found[0]);
    let seen: Vec<_> = shown.iter().map(|one| (one.arguments.join(" "), one.printed.clone())).collect();
    assert_eq!(seen, [("check x".to_owned(), 4..5), ("show x".to_owned(), 8..8)]);
}
