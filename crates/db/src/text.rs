//! A file's text, also where it is not one.

use std::sync::Arc;

/// The text of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct FileText {
    /// As long as the file: a byte that is not UTF-8 stands as `?`, so that offsets stay true and names behind it are known.
    pub(crate) text: Arc<str>,
    /// The first byte that is not UTF-8.
    pub(crate) bad_byte: Option<u32>,
}

impl FileText {
    pub(crate) fn new(bytes: Vec<u8>) -> Self {
        match String::from_utf8(bytes) {
            Ok(text) => Self { text: text.into(), bad_byte: None },
            Err(error) => {
                let bad_byte = u32::try_from(error.utf8_error().valid_up_to()).unwrap_or(u32::MAX);
                let mut text = String::with_capacity(error.as_bytes().len());
                for chunk in error.as_bytes().utf8_chunks() {
                    text.push_str(chunk.valid());
                    text.extend(chunk.invalid().iter().map(|_| '?'));
                }
                Self { text: text.into(), bad_byte: Some(bad_byte) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_behind_a_bad_byte_stay_true() {
        let text = FileText::new(b"a\xff\xfe\xe1\xbbb".to_vec());
        assert_eq!((&*text.text, text.bad_byte), ("a????b", Some(1)));
    }
}
