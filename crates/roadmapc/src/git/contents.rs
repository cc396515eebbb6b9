//! Contents of files, through one `git cat-file` that is kept open.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use super::{BlobId, GitError, program};

/// Reads contents by their hash.
#[derive(Debug)]
pub(crate) struct Contents {
    child: Child,
    asked: ChildStdin,
    said: BufReader<ChildStdout>,
}

/// Contents that were asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Content {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// It has more bytes than were wanted. Nothing more can be asked.
    TooLong,
    /// The repository does not have it.
    Missing,
}

impl Contents {
    /// A reader for the repository around `folder`.
    ///
    /// # Errors
    /// Where git cannot be started. That there is no repository shows with the first question.
    pub(crate) fn open(folder: &Path) -> Result<Self, GitError> {
        let mut command = program::git(folder);
        command.args(["cat-file", "--batch"]);
        // Nobody reads what it complains of, so that it can never wait for a reader.
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|error| program::not_started(&error, &command))?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(asked), Some(said)) => Ok(Self { child, asked, said: BufReader::new(said) }),
            _ => Err(GitError::Failed("git has no input or output".to_owned())),
        }
    }

    /// The contents of `blob`, where they have at most `most` bytes.
    ///
    /// # Errors
    /// Where git stops answering.
    pub(crate) fn read(&mut self, blob: &BlobId, most: u64) -> Result<Content, GitError> {
        self.ask(&blob.0, most)
    }

    /// The contents that the file at `path`, relative to the folder, has in the newest commit.
    ///
    /// # Errors
    /// Where git stops answering.
    pub(crate) fn read_newest(&mut self, path: &str, most: u64) -> Result<Content, GitError> {
        // A question is one line.
        if path.contains(['\n', '\0']) {
            Ok(Content::Missing)
        } else {
            self.ask(&format!("HEAD:./{path}"), most)
        }
    }

    fn ask(&mut self, object: &str, most: u64) -> Result<Content, GitError> {
        self.exchange(object, most).map_err(|error| GitError::Failed(error.to_string()))
    }

    fn exchange(&mut self, object: &str, most: u64) -> io::Result<Content> {
        writeln!(self.asked, "{object}")?;
        self.asked.flush()?;
        let mut header = Vec::new();
        if self.said.read_until(b'\n', &mut header)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        // `HASH blob SIZE`, or the question with ` missing` or ` ambiguous`.
        let header = String::from_utf8_lossy(&header);
        let mut words = header.trim_end().rsplitn(3, ' ');
        let (Some(size), Some(kind)) = (words.next().and_then(|size| size.parse::<u64>().ok()), words.next())
        else {
            return Ok(Content::Missing);
        };
        if size > most {
            return Ok(Content::TooLong);
        }
        let mut bytes = Vec::new();
        self.said.by_ref().take(size.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.pop().is_none() || bytes.len() as u64 != size {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(if kind == "blob" { Content::Bytes(bytes) } else { Content::Missing })
    }
}

impl Drop for Contents {
    fn drop(&mut self) {
        // It may stand in the middle of an answer that nobody wants any more.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
