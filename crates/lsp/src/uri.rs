//! Addresses and paths.

use std::path::{Path, PathBuf};

use lsp_types::Uri;

/// The path that an address leads to. What is no file (a text that was never saved) has its address for a path.
pub(crate) fn path_of(uri: &Uri) -> PathBuf {
    let whole = uri.as_str();
    let Some(rest) = whole.strip_prefix("file://") else { return PathBuf::from(whole) };
    // The name of a machine is left out: `file://localhost/…`.
    let path = rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/");
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let decoded = decode(path);
    match decoded.as_bytes() {
        // `/c:/plans` on Windows.
        [b'/', drive, b':', ..] if drive.is_ascii_alphabetic() => {
            PathBuf::from(decoded.trim_start_matches('/'))
        }
        _ => PathBuf::from(decoded),
    }
}

/// An address as somebody writes it: letters that no address has are encoded. None where it is no address even so.
pub(crate) fn page(written: &str) -> Option<Uri> {
    let mut uri = String::with_capacity(written.len());
    for byte in written.bytes() {
        match byte {
            b'!' | b'#'..=b';' | b'=' | b'?'..=b'[' | b']' | b'_' | b'a'..=b'z' | b'~' => {
                uri.push(char::from(byte))
            }
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri.parse().ok()
}

/// The address of a file.
pub(crate) fn uri_of(path: &Path) -> Option<Uri> {
    let path = path.to_string_lossy().replace('\\', "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    let mut uri = format!("file://{slash}");
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                uri.push(char::from(byte))
            }
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri.parse().ok()
}

/// Resolves `%20` and the like; what isn't UTF-8 behind that is replaced.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let mut digit = || char::from(ahead.next()?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        match (byte, (byte == b'%').then(|| Some(digit()? * 16 + digit()?)).flatten()) {
            (b'%', Some(decoded)) => {
                bytes.push(decoded);
                rest.nth(1);
            }
            (byte, _) => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_to_paths_and_back() {
        for (uri, path) in [
            ("file:///plans/main.roadmap", "/plans/main.roadmap"),
            ("file:///k%E1%BA%BF%20ho%E1%BA%A1ch/100%25.roadmap", "/kế hoạch/100%.roadmap"),
            ("file:///c%3A/plans/a.roadmap", "c:/plans/a.roadmap"),
        ] {
            let parsed: Uri = uri.parse().unwrap();
            assert_eq!(path_of(&parsed), Path::new(path));
            assert_eq!(uri_of(Path::new(path)).unwrap().as_str(), uri);
        }
        let path = |uri: &str| path_of(&uri.parse().unwrap());
        assert_eq!(path("file://localhost/a.roadmap"), Path::new("/a.roadmap"));
        assert_eq!(path("file:///c:/a.roadmap"), Path::new("c:/a.roadmap"));
        assert_eq!(path("untitled:Untitled-1"), Path::new("untitled:Untitled-1"));
    }

    #[test]
    fn a_percent_sign_that_says_nothing_stays() {
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%zz%4"), "%zz%4");
    }
}
