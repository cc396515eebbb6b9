import * as vscode from 'vscode';
import vi from '../l10n/bundle.l10n.vi.json';
import { locale } from './config';

const VIETNAMESE: Readonly<Record<string, string>> = vi;

/**
 * A text for the reader, in the language of the findings: somebody who set that to Vietnamese may well have an English VS Code,
 * which has no Vietnamese of its own. `{0}`, `{1}`, … stand for the values.
 */
export function t(text: string, ...values: readonly (string | number)[]): string {
  const words = locale() === 'vi' ? VIETNAMESE[text] : undefined;
  return words === undefined ? vscode.l10n.t(text, ...values) : filled(words, values);
}

function filled(words: string, values: readonly (string | number)[]): string {
  return words.replace(/\{(\d+)\}/g, (place, index) => String(values[Number(index)] ?? place));
}
