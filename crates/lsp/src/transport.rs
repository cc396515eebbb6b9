//! Messages over two streams.

use std::io::{BufRead, ErrorKind, Write};
use std::thread;

use crossbeam_channel::unbounded;
use lsp_server::{Connection, Message};

use crate::server::{Ended, Server};
use crate::world::World;

/// Serves an editor until it says that it is done, or `input` ends. `log` gets what cannot be said to the editor.
///
/// Channels between the streams and the server have no bound: the server sees all that waits, and never waits for an
/// editor that doesn't read.
pub fn run(
    mut input: impl BufRead + Send + 'static,
    mut output: impl Write + Send + 'static,
    log: fn(&str),
    world: &dyn World,
) -> Ended {
    let (to_server, receiver) = unbounded();
    let (sender, from_server) = unbounded::<Message>();
    // It ends with its stream, or with the process: nothing wakes a thread that reads.
    thread::spawn(move || {
        loop {
            match Message::read(&mut input) {
                Ok(Some(message)) => {
                    if to_server.send(message).is_err() {
                        return;
                    }
                }
                Ok(None) => return,
                // The body was read, and is none of a message. The next one may be.
                Err(error) if error.kind() == ErrorKind::InvalidData => log(&error.to_string()),
                Err(error) => return log(&error.to_string()),
            }
        }
    });
    let writer = thread::spawn(move || {
        for message in from_server {
            if let Err(error) = message.write(&mut output) {
                return log(&error.to_string());
            }
        }
    });
    let ended = Server::new(Connection { sender, receiver }, log, world).run();
    // What is still to be written is written.
    if writer.join().is_err() {
        log("the writing thread has stopped");
    }
    ended
}
