import type { PlanNode } from './protocol';

/** An icon of VS Code and the name of a colour of its theme. */
export interface Look {
  readonly icon: string;
  readonly color: string | undefined;
}

const GOOD = 'charts.green';
const RUNNING = 'charts.blue';
const DOUBTFUL = 'charts.yellow';
const BAD = 'charts.red';
const QUIET = 'disabledForeground';

/** By the state of work and of KPIs. What is not listed has the look of something that has not begun. */
const STATES: ReadonlyMap<string, Look> = new Map([
  ['idea', { icon: 'lightbulb', color: QUIET }],
  ['not_started', { icon: 'circle-large-outline', color: undefined }],
  ['in_progress', { icon: 'play-circle', color: RUNNING }],
  ['at_risk', { icon: 'warning', color: DOUBTFUL }],
  ['late', { icon: 'error', color: BAD }],
  ['blocked', { icon: 'stop-circle', color: BAD }],
  ['done', { icon: 'pass-filled', color: GOOD }],
  ['cancelled', { icon: 'circle-slash', color: QUIET }],
  ['no_reading', { icon: 'question', color: QUIET }],
  ['beating', { icon: 'arrow-up', color: GOOD }],
  ['on_pace', { icon: 'pass', color: GOOD }],
  ['off_pace', { icon: 'error', color: BAD }],
  ['reached', { icon: 'pass-filled', color: GOOD }],
  ['missed', { icon: 'close', color: BAD }],
]);

const UNKNOWN: Look = { icon: 'circle-large-outline', color: undefined };

/** What gathers others under it shows what it is, in the colour of its state. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['goal', 'target'],
  ['phase', 'layers'],
]);

/** How an item is drawn in the tree. */
export function look(kind: string, state: string): Look {
  const { icon, color } = STATES.get(state) ?? UNKNOWN;
  return { icon: KINDS.get(kind) ?? icon, color };
}

/** A node with what VS Code needs to know it again in the next tree. */
export interface Branch {
  readonly id: string;
  readonly node: PlanNode;
  readonly children: readonly Branch[];
}

/** Names each node by its kinds and names from the root, so that it stays open while the text changes. */
export function branches(nodes: readonly PlanNode[], under = ''): readonly Branch[] {
  const seen = new Map<string, number>();
  return nodes.map((node) => {
    const name = `${under}/${node.kind}:${node.name}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const id = count === 1 ? name : `${name}#${count}`;
    return { id, node, children: branches(node.children, id) };
  });
}
