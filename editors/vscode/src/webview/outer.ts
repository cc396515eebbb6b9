// Runs in the webview: holds the report in a frame, puts the next version in its place without a flicker, and passes on what
// is said between the report and the extension.
import type { FromInner, FromOuter, Spot, ToInner, ToOuter } from '../preview/messages';

interface Kept {
  readonly uri?: string;
  readonly spot?: Spot;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromOuter): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

const code = acquireVsCodeApi();
let kept: Kept = code.getState() ?? {};
let shown: HTMLIFrameElement | undefined;
let next: HTMLIFrameElement | undefined;
let places: readonly string[] = [];

function keep(change: Kept): void {
  kept = { ...kept, ...change };
  code.setState(kept);
}

function isDark(): boolean {
  const { classList } = document.body;
  return (
    classList.contains('vscode-dark') || (classList.contains('vscode-high-contrast') && !isLightContrast())
  );
}

function isLightContrast(): boolean {
  return document.body.classList.contains('vscode-high-contrast-light');
}

function tell(frame: HTMLIFrameElement | undefined, message: ToInner): void {
  // The frame has an origin of its own, which no address names.
  frame?.contentWindow?.postMessage(message, '*');
}

function note(text: string): void {
  const element = document.getElementById('note');
  if (element !== null) {
    element.textContent = text;
  }
}

/** Loads a page behind the one that is shown; a page that is still loading is passed by. */
function load(html: string): void {
  next?.remove();
  next = document.createElement('iframe');
  next.className = 'next';
  next.title = 'Roadmap';
  next.setAttribute('sandbox', 'allow-scripts');
  next.srcdoc = html;
  document.body.append(next);
}

/** The page that was loaded takes the place of the one before. */
function swap(): void {
  if (next === undefined) {
    return;
  }
  next.className = 'report';
  const old = shown;
  shown = next;
  next = undefined;
  if (old !== undefined && old === document.activeElement) {
    shown.focus();
  }
  old?.remove();
  note('');
  tell(shown, { type: 'follow', places });
}

function fromExtension(message: ToOuter): void {
  switch (message.type) {
    case 'page':
      if (kept.uri !== undefined && kept.uri !== message.uri) {
        keep({ uri: message.uri, spot: { x: 0, y: 0, open: [] } });
      } else {
        keep({ uri: message.uri });
      }
      load(message.html);
      break;
    case 'follow':
      places = message.places;
      tell(shown, message);
      break;
    case 'note':
      next?.remove();
      shown?.remove();
      next = shown = undefined;
      note(message.text);
      break;
  }
}

function fromReport(frame: HTMLIFrameElement, message: FromInner): void {
  switch (message.type) {
    case 'loaded':
      tell(frame, { type: 'show', spot: kept.spot, dark: isDark() });
      break;
    case 'shown':
      if (frame === next) {
        swap();
      }
      break;
    case 'spot':
      if (frame === shown) {
        keep({ spot: message.spot });
      }
      break;
    case 'key':
      // Keys that the report does not use are VS Code's: it listens in this document, not in the frame.
      window.dispatchEvent(
        new KeyboardEvent('keydown', { ...message.init, bubbles: true, cancelable: true }),
      );
      break;
    default:
      code.postMessage(message);
  }
}

window.addEventListener('message', ({ data, source }) => {
  const frame = [shown, next].find((one) => one !== undefined && one.contentWindow === source);
  if (frame !== undefined) {
    fromReport(frame, data as FromInner);
  } else if (![...document.querySelectorAll('iframe')].some((one) => one.contentWindow === source)) {
    fromExtension(data as ToOuter);
  }
});

new MutationObserver(() => tell(shown, { type: 'theme', dark: isDark() })).observe(document.body, {
  attributes: true,
  attributeFilter: ['class'],
});

code.postMessage({ type: 'ready' });
