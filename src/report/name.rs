//! Names as they may be shown: nothing invisible, nothing that steers a terminal, and how wide they stand.

/// The text with every character that is invisible or steers a terminal or the reading direction written as `\u{…}`.
///
/// ```
/// assert_eq!(beredd::report::name::visible("Åsele\u{202e}\n"), "Åsele\\u{202e}\\u{a}");
/// ```
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// Columns that the text takes in a terminal.
pub fn display_width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(u32::from(character),
            0xAD | 0x34F | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F
            | 0x2028..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFB
            | 0xE0000..=0xE0FFF)
}

fn char_width(character: char) -> usize {
    match u32::from(character) {
        0x300..=0x36F
        | 0x483..=0x489
        | 0x591..=0x5BD
        | 0x610..=0x61A
        | 0x64B..=0x65F
        | 0x1AB0..=0x1AFF
        | 0x1DC0..=0x1DFF
        | 0x20D0..=0x20FF
        | 0xFE20..=0xFE2F => 0,
        0x1100..=0x115F
        | 0x2E80..=0x303E
        | 0x3041..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x1F300..=0x1FAFF
        | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_counts_letters_not_bytes() {
        assert_eq!(display_width("Umeå–Öst"), 8);
        assert_eq!(display_width("a\u{30a}"), 1);
        assert_eq!(display_width("病院"), 4);
    }

    #[test]
    fn nothing_that_steers_a_terminal_survives() {
        let shown = visible("\u{1b}[31mröd\u{9b}\u{2066}\u{200b}\u{7f}\t\r");
        assert!(!shown.chars().any(is_hidden), "{shown}");
        assert!(shown.contains("[31mröd"));
    }
}
