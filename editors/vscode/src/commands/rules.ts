import type { Rule } from '../protocol';

/** A rule that can be chosen. */
export interface Choice extends Rule {
  /** Whether a finding of it stands at the cursor. */
  readonly here: boolean;
}

/** All rules, those of `here` first and each once. */
export function choices(rules: readonly Rule[], here: readonly string[]): readonly Choice[] {
  const first = [...new Set(here)].map(
    (code) => rules.find((rule) => rule.code === code) ?? { code, title: code },
  );
  const rest = rules.filter((rule) => !here.includes(rule.code));
  return [
    ...first.map((rule) => ({ ...rule, here: true })),
    ...rest.map((rule) => ({ ...rule, here: false })),
  ];
}

/** The code of a diagnostic, however it is given. */
export function codeOf(code: unknown): string | undefined {
  if (typeof code === 'object' && code !== null && 'value' in code) {
    return codeOf(code.value);
  }
  return typeof code === 'string' && code.includes('/') ? code : undefined;
}
