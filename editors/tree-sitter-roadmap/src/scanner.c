// What a regular grammar cannot see: where a statement ends, and where a text does. It keeps no state.

#include "tree_sitter/parser.h"

enum Token { END, TEXT_CONTENT, RECOVERING };

static bool is_blank(int32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == 0xFEFF || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x3000;
}

static void advance(TSLexer *lexer) { lexer->advance(lexer, false); }

// A statement ends with its line, before `;`, and before the `}` around it. Its block may open on a later line,
// behind comments.
static bool scan_end(TSLexer *lexer) {
  lexer->mark_end(lexer);
  while (is_blank(lexer->lookahead)) advance(lexer);
  if (lexer->lookahead == ';' || lexer->lookahead == '}') return true;
  if (!lexer->eof(lexer) && lexer->lookahead != '\n' && lexer->lookahead != '#') return false;
  while (!lexer->eof(lexer)) {
    if (lexer->lookahead == '#') {
      while (!lexer->eof(lexer) && lexer->lookahead != '\n') advance(lexer);
    } else if (is_blank(lexer->lookahead) || lexer->lookahead == '\n') {
      advance(lexer);
    } else {
      return lexer->lookahead != '{';
    }
  }
  return true;
}

// Up to the next `"""`. A line at column 0 is never inside a text, so that a text that is still open costs no more
// than the block around it.
static bool scan_text(TSLexer *lexer) {
  while (lexer->lookahead == ' ' || lexer->lookahead == '\t' || lexer->lookahead == '\r') advance(lexer);
  if (lexer->lookahead != '\n') return false;
  while (!lexer->eof(lexer)) {
    advance(lexer); // the newline
    lexer->mark_end(lexer);
    if (lexer->lookahead != ' ' && lexer->lookahead != '\t' && lexer->lookahead != '\r' && lexer->lookahead != '\n') {
      return true;
    }
    while (!lexer->eof(lexer) && lexer->lookahead != '\n') {
      unsigned quotes = 0;
      while (lexer->lookahead == '"' && quotes < 3) {
        advance(lexer);
        quotes++;
      }
      if (quotes == 3) return true;
      if (quotes == 0) advance(lexer);
    }
  }
  lexer->mark_end(lexer);
  return true;
}

void *tree_sitter_roadmap_external_scanner_create(void) { return NULL; }

void tree_sitter_roadmap_external_scanner_destroy(void *payload) { (void)payload; }

unsigned tree_sitter_roadmap_external_scanner_serialize(void *payload, char *buffer) {
  (void)payload;
  (void)buffer;
  return 0;
}

void tree_sitter_roadmap_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  (void)payload;
  (void)buffer;
  (void)length;
}

bool tree_sitter_roadmap_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  (void)payload;
  if (valid[RECOVERING]) return false;
  lexer->result_symbol = valid[TEXT_CONTENT] ? TEXT_CONTENT : END;
  return valid[TEXT_CONTENT] ? scan_text(lexer) : valid[END] && scan_end(lexer);
}
