// What the server answers beyond the Language Server Protocol. Positions and ranges are those of that protocol.

import type { Range } from 'vscode-languageclient/node';

/** The requests, by the name under which the server says that it has them. */
export const REQUESTS = {
  preview: 'roadmap/preview',
  plan: 'roadmap/plan',
  overview: 'roadmap/overview',
  status: 'roadmap/status',
  rules: 'roadmap/rules',
  explain: 'roadmap/explain',
} as const;

export type RequestName = keyof typeof REQUESTS;

/** Told after every change of what is known, once per batch. */
export const CHANGED = 'roadmap/changed';

export interface Changed {
  /** The folders of the projects. */
  readonly projects: readonly string[];
}

/** What concerns the project of a file. */
export interface OfProject {
  readonly textDocument: { readonly uri: string };
}

export interface Preview {
  /** The whole page. Elements that show an item carry `data-src="FILE:LINE"`, the file as an index into `files`. */
  readonly html: string;
  readonly title: string;
  /** The folder of the project. */
  readonly project: string;
  readonly files: readonly string[];
}

export interface PlanNode {
  /** `goal`, `kpi`, `phase`, `activity`, `launch`, `script` or `milestone`. */
  readonly kind: string;
  readonly name: string;
  readonly title: string;
  /** One of a fixed list of words; src/look.ts draws each. */
  readonly state: string;
  /** In the language of the reader, as are `title` and `tooltip`. */
  readonly detail: string;
  readonly tooltip?: string;
  readonly uri: string;
  readonly range: Range;
  readonly children: readonly PlanNode[];
}

export interface Plan {
  readonly headline: string;
  readonly nodes: readonly PlanNode[];
}

export interface Deadline {
  readonly title: string;
  readonly date: string;
  /** From today; negative where it has passed. */
  readonly days: number;
  readonly overdue: boolean;
  /** For a status bar, in the language of the reader. */
  readonly text: string;
  readonly uri: string;
  readonly range: Range;
}

export interface Overview {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  readonly nearest?: Deadline;
}

export interface Markdown {
  readonly markdown: string;
}

export interface Rule {
  readonly code: string;
  readonly title: string;
}

export interface Rules {
  readonly rules: readonly Rule[];
}

/** Parameters and answer of each request. */
export interface Asked {
  preview: [OfProject, Preview];
  plan: [OfProject, Plan];
  overview: [OfProject, Overview];
  status: [OfProject, Markdown];
  rules: [Record<string, never>, Rules];
  explain: [{ readonly code: string }, Markdown];
}

/**
 * The requests that a server has, by its `experimental` capabilities: `{ "roadmap": { "requests": ["roadmap/preview", …] } }`.
 * A server that is older than the extension may have fewer.
 */
export function offered(experimental: unknown): ReadonlySet<RequestName> {
  const requests = member(member(experimental, 'roadmap'), 'requests');
  const methods: readonly unknown[] = Array.isArray(requests) ? requests : [];
  const names = Object.keys(REQUESTS) as RequestName[];
  return new Set(names.filter((name) => methods.includes(REQUESTS[name])));
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
