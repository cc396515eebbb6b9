// Runs in the report: says what is clicked and where the reader is, shows where the cursor is, and takes the colours of the
// editor.
import type { FromInner, Spot, ToInner } from '../preview/messages';

const HERE = 'roadmap-here';

function say(message: FromInner): void {
  window.parent.postMessage(message, '*');
}

function spot(): Spot {
  const open = [...document.querySelectorAll('details')].map((details) => details.open);
  return { x: window.scrollX, y: window.scrollY, open };
}

function restore(kept: Spot | undefined): void {
  if (kept === undefined) {
    return;
  }
  const all = document.querySelectorAll('details');
  // Another number of sections is another page: which was which is not known.
  if (all.length === kept.open.length) {
    all.forEach((details, index) => {
      details.open = kept.open[index] ?? details.open;
    });
  }
  window.scrollTo({ left: kept.x, top: kept.y, behavior: 'instant' });
}

/** The page chooses its colours by the system; here the editor's count. */
function paint(dark: boolean): void {
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSMediaRule) {
        paintRule(rule, dark);
      }
    }
  }
}

/** The conditions of rules as they were before the first painting. */
const conditions = new Map<CSSMediaRule, string>();

function paintRule(rule: CSSMediaRule, dark: boolean): void {
  const before = conditions.get(rule) ?? rule.media.mediaText;
  const wanted = /\(prefers-color-scheme:\s*(dark|light)\)/.exec(before)?.[1];
  if (wanted !== undefined) {
    conditions.set(rule, before);
    const holds = (wanted === 'dark') === dark;
    const always = holds ? '(min-width: 0px)' : '(max-width: 0px)';
    rule.media.mediaText = before.replace(/\(prefers-color-scheme:\s*(?:dark|light)\)/g, always);
  }
}

/** Marks the elements of the innermost item that the page shows, and brings one into sight. */
function follow(places: readonly string[]): void {
  for (const marked of document.querySelectorAll(`.${HERE}`)) {
    marked.classList.remove(HERE);
  }
  for (const place of places) {
    const found = [...document.querySelectorAll(`[data-src="${CSS.escape(place)}"]`)].filter(isDrawn);
    if (found.length > 0) {
      for (const element of found) {
        element.classList.add(HERE);
      }
      if (!found.some(isInSight)) {
        nearest(found)?.scrollIntoView({ block: 'center', behavior: 'auto' });
      }
      return;
    }
  }
}

function isDrawn(element: Element): boolean {
  return element.getClientRects().length > 0;
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return (
    top >= 0 &&
    top < window.innerHeight - 16 &&
    (bottom <= window.innerHeight || top < window.innerHeight / 2)
  );
}

function nearest(elements: readonly Element[]): Element | undefined {
  const distance = (element: Element) => Math.abs(element.getBoundingClientRect().top);
  return elements.toSorted((one, other) => distance(one) - distance(other))[0];
}

function clicked(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : undefined;
  const link = target?.closest('a[href]');
  const href = link?.getAttribute('href');
  if (href) {
    event.preventDefault();
    if (href.startsWith('#')) {
      window.location.hash = href;
    } else {
      say({ type: 'open', href });
    }
    return;
  }
  const place = target?.closest('[data-src]')?.getAttribute('data-src');
  const selects = window.getSelection()?.isCollapsed === false;
  if (place && !selects && !target?.closest('summary, button, input, select')) {
    say({ type: 'reveal', place });
  }
}

function pressed(event: KeyboardEvent): void {
  const { key, code, keyCode, ctrlKey, metaKey, altKey, shiftKey } = event;
  const local = (ctrlKey || metaKey) && ['a', 'c', 'Insert'].includes(key.toLowerCase());
  if (!local && (ctrlKey || metaKey || altKey || /^(?:F\d+|Escape)$/.test(key))) {
    say({ type: 'key', init: { key, code, keyCode, ctrlKey, metaKey, altKey, shiftKey } });
  }
}

let waiting = false;

/** Says where the reader is, at most once a frame. */
function moved(): void {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      say({ type: 'spot', spot: spot() });
    });
  }
}

window.addEventListener('message', ({ data, source }) => {
  if (source !== window.parent) {
    return;
  }
  const message = data as ToInner;
  switch (message.type) {
    case 'show':
      paint(message.dark);
      restore(message.spot);
      say({ type: 'shown' });
      break;
    case 'theme':
      paint(message.dark);
      break;
    case 'follow':
      follow(message.places);
      break;
  }
});

window.addEventListener('DOMContentLoaded', () => {
  document.addEventListener('click', clicked);
  document.addEventListener('keydown', pressed);
  document.addEventListener('scroll', moved, { passive: true });
  document.addEventListener('toggle', moved, true);
  say({ type: 'loaded' });
});
