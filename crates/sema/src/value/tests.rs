//! Every form of the language's value table, legal and illegal, and what holds for all input.

mod forms;
mod invariants;
mod lexer;
mod periods;
