/** An item of a document with the lines that it takes; `vscode.DocumentSymbol` is one. */
export interface Item {
  readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
  readonly selectionRange: { readonly start: { readonly line: number } };
  readonly children: readonly Item[];
}

/** The first lines of the items around a line, the innermost first. */
export function linesAround(items: readonly Item[], line: number): readonly number[] {
  const item = items.findLast(({ range }) => range.start.line <= line && line <= range.end.line);
  // A comment above an item may belong to its range: its keyword and its name stand on one line.
  return item === undefined ? [] : [...linesAround(item.children, line), item.selectionRange.start.line];
}
