/**
 * The grammar of `.roadmap` for editors.
 *
 *     statement = keyword value* block?      ended by a newline, `;` or the `}` around it
 *     block     = "{" statement* "}"
 *
 * The compiler's own grammar is `grammar/roadmap.pest`; a test holds the statements and blocks of both equal. Where a
 * statement ends, and where a `"""` text does, is found by `src/scanner.c`. The keywords come from the schema.
 *
 * @license MIT OR Apache-2.0
 */

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

import { readFileSync } from 'node:fs';

const { keywords, properties } = JSON.parse(readFileSync(new URL('keywords.json', import.meta.url), 'utf8'));

// Blanks that come along with pasted text, and the byte order mark, separate words as a space does.
const BLANK = /[ \t\r\n\uFEFF\u00A0\u2000-\u200A\u202F\u3000]/;

const NAME = /[\p{XID_Start}_]\p{XID_Continue}*/;
const DIGITS = '[+-]?[0-9][0-9_]*(\\.[0-9]+)?';
// The accent of `tỷ` in either composition.
const SCALE = '(k|M|B|tr|ty|t\u1EF7|ty\u0309)';

export default grammar({
  name: 'roadmap',

  word: ($) => $.name,

  extras: ($) => [BLANK, $.comment],

  externals: ($) => [
    // Behind a statement without a block; it has no width.
    $._end,
    // The lines between `"""` and `"""`.
    $.text_content,
    // Never in a rule: it is allowed only while the parser recovers from an error.
    $._recovering,
  ],

  rules: {
    source_file: ($) => repeat(choice($.statement, ';')),

    statement: ($) =>
      seq(
        field('keyword', choice($.keyword, $.property, alias($.name, $.custom))),
        repeat(choice(field('value', $._value), $.operator, ',')),
        choice(field('block', $.block), $._end),
      ),

    block: ($) => seq('{', repeat(choice($.statement, ';')), '}'),

    // Opens a block in one place at least.
    keyword: () => choice(...keywords),
    // Never opens one. A company's own properties are `custom`.
    property: () => choice(...properties),

    _value: ($) =>
      choice($.date, $.period, $.duration, $.percent, $.number, $.name, $.path, $.word, $.string, $.text),

    // Of two tokens of one length the earlier is taken, so the order is: what is known best first.
    date: () => /[0-9]{4}-[0-9]{2}-[0-9]{2}/,
    period: () => /[0-9]{4}-(H[12]|Q[1-4]|W[0-9]{2}|[0-9]{2})/,
    duration: () => new RustRegex(`${DIGITS}(d|w|mo|bd)`),
    percent: () => new RustRegex(`${DIGITS}(%|pp)`),
    number: () => new RustRegex(`${DIGITS}${SCALE}?`),
    name: () => NAME,
    path: () => new RustRegex(`${NAME.source}(\\.${NAME.source})+`),
    // Any other word: `2026-13-45`. What it was meant to be is the compiler's business.
    word: () => /([+\-][0-9]|\p{XID_Continue})([%\p{XID_Continue}]|[\-.]\p{XID_Continue})*/,

    string: ($) => seq('"', repeat(choice($.escape, $._characters)), token.immediate('"')),
    _characters: () => token.immediate(prec(1, /[^"\\\n]+/)),
    escape: () => token.immediate(/\\(u\{[0-9A-Fa-f]*\}|[^\n])/),

    text: ($) => seq('"""', $.text_content, '"""'),

    operator: () => choice('->', '..', '=', '!=', '<', '<=', '>', '>=', '(', ')', '*', '+', '-', '/'),

    comment: () => /#[^\n]*/,
  },
});
