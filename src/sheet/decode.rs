//! Bytes to text: UTF-8, UTF-16 with its mark, or Windows-1252, in which Swedish Excel writes "CSV (semikolonavgränsad)".

/// How bytes become letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16 with its mark, as Excel writes "Unicode-text".
    Utf16,
    /// Windows-1252.
    Windows1252,
}

impl Encoding {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16 => "UTF-16",
            Encoding::Windows1252 => "Windows-1252",
        }
    }
}

/// Letters of the bytes 0x80 to 0x9F; the five that have none are refused.
const HIGH: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•',
    '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// A byte that is no letter, or half of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BadByte {
    /// Its row, counted from 1.
    pub(super) row: u32,
    /// What it is.
    pub(super) byte: u8,
}

impl BadByte {
    fn at(bytes: &[u8], at: usize) -> BadByte {
        let before = bytes.get(..at).unwrap_or_default();
        let rows = before.iter().filter(|byte| **byte == b'\n').count();
        BadByte { row: rows as u32 + 1, byte: bytes.get(at).copied().unwrap_or_default() }
    }
}

/// The text of a file and its encoding; else the byte that is none in it.
pub(super) fn text(bytes: Vec<u8>, asked: Option<Encoding>) -> Result<(String, Encoding), BadByte> {
    let encoding = asked.unwrap_or_else(|| found(&bytes));
    let text = match encoding {
        Encoding::Utf8 => {
            let mut text = String::from_utf8(bytes).map_err(|error| {
                let at = error.utf8_error().valid_up_to();
                BadByte::at(error.as_bytes(), at)
            })?;
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            text
        }
        Encoding::Utf16 => utf16(&bytes)?,
        Encoding::Windows1252 => windows1252(&bytes)?,
    };
    match text.find('\0') {
        Some(at) => Err(BadByte::at(text.as_bytes(), at)),
        None => Ok((text, encoding)),
    }
}

fn found(bytes: &[u8]) -> Encoding {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        Encoding::Utf16
    } else if std::str::from_utf8(bytes).is_ok() {
        Encoding::Utf8
    } else {
        Encoding::Windows1252
    }
}

fn utf16(bytes: &[u8]) -> Result<String, BadByte> {
    let big = bytes.starts_with(&[0xFE, 0xFF]);
    let marked = big || bytes.starts_with(&[0xFF, 0xFE]);
    let units = bytes.get(usize::from(marked) * 2..).unwrap_or_default().chunks(2).map(|pair| match *pair {
        [first, second] if big => u16::from_be_bytes([first, second]),
        [first, second] => u16::from_le_bytes([first, second]),
        // Half a letter at the end: a lone surrogate, which is refused below.
        _ => 0xD800,
    });
    // Most lists need a byte for each letter, and none needs more than three.
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut row = 1;
    for letter in char::decode_utf16(units) {
        let letter = letter.map_err(|_| BadByte { row, byte: bytes.last().copied().unwrap_or_default() })?;
        row += u32::from(letter == '\n');
        text.push(letter);
    }
    Ok(text)
}

fn windows1252(bytes: &[u8]) -> Result<String, BadByte> {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 16);
    for (at, &byte) in bytes.iter().enumerate() {
        let letter = match byte {
            0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
            _ => char::from(byte),
        };
        if letter == '\0' {
            return Err(BadByte::at(bytes, at));
        }
        text.push(letter);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_encodings_give_the_same_text() {
        let utf8 = "\u{feff}Åäö €".as_bytes().to_vec();
        let windows = vec![0xC5, 0xE4, 0xF6, b' ', 0x80];
        let little: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain("Åäö €".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain("Åäö €".encode_utf16().flat_map(u16::to_be_bytes)).collect();
        for (bytes, encoding) in [
            (utf8, Encoding::Utf8),
            (windows, Encoding::Windows1252),
            (little, Encoding::Utf16),
            (big, Encoding::Utf16),
        ] {
            assert_eq!(text(bytes, None), Ok(("Åäö €".to_owned(), encoding)));
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_named() {
        let bad = |row, byte| Err(BadByte { row, byte });
        assert_eq!(text(vec![b'a', b'\n', 0xE4], Some(Encoding::Utf8)), bad(2, 0xE4));
        assert_eq!(text(vec![0xE4, 0x81], None), bad(1, 0x81));
        assert_eq!(text(vec![b'a', 0, b'b'], None), bad(1, 0));
        assert_eq!(text(vec![0xFF, 0xFE, b'\n', 0, b'a'], None), bad(2, b'a'));
    }
}
