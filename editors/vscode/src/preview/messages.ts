// What is said between the extension, its webview (src/webview/outer.ts) and the report in it (src/webview/inner.ts).

/** Where a reader is in a page: kept when another version of it takes its place. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Sections that were opened or closed, by their order in the page. */
  readonly open: readonly boolean[];
}

/** From the extension to the webview. */
export type ToOuter =
  /** A page: the whole document for the inner frame. */
  | { readonly type: 'page'; readonly html: string; readonly uri: string }
  /** The cursor went to an item: its line, then those of the items around it, as `FILE:LINE`. */
  | { readonly type: 'follow'; readonly places: readonly string[] }
  /** There is no page, and this is why. */
  | { readonly type: 'note'; readonly text: string };

/** From the webview to the extension. */
export type FromOuter =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly place: string }
  | { readonly type: 'open'; readonly href: string };

/** From the webview to the report. */
export type ToInner =
  | { readonly type: 'show'; readonly spot: Spot | undefined; readonly dark: boolean }
  | { readonly type: 'theme'; readonly dark: boolean }
  | { readonly type: 'follow'; readonly places: readonly string[] };

/** From the report to the webview. */
export type FromInner =
  | { readonly type: 'loaded' }
  | { readonly type: 'shown' }
  | { readonly type: 'spot'; readonly spot: Spot }
  | { readonly type: 'key'; readonly init: KeyboardEventInit & { readonly keyCode: number } }
  | { readonly type: 'reveal'; readonly place: string }
  | { readonly type: 'open'; readonly href: string };
