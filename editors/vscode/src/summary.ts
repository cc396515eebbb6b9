import type { Overview } from './protocol';

/** How many characters of the nearest deadline fit beside the other items of a status bar. */
const ROOM = 48;

/** What the status bar says: errors, warnings and the nearest deadline, with the names of icons in `$(…)`. */
export function summary({ errors, warnings, nearest }: Overview): string {
  const counts = [errors > 0 ? `$(error) ${errors}` : '', warnings > 0 ? `$(warning) ${warnings}` : ''];
  const found = counts.filter((count) => count !== '').join(' ');
  const icon = nearest?.overdue ? '$(bell-dot)' : '$(calendar)';
  const due = nearest && `${icon} ${plain(shortened(nearest.text, ROOM))}`;
  return [found === '' ? '$(check)' : found, due].filter((part) => part !== undefined).join('  ');
}

/** At most `room` characters as a reader counts them: an accent or an emoji is never torn apart. */
export function shortened(text: string, room: number): string {
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  return characters.length <= room
    ? text
    : `${characters
        .slice(0, room - 1)
        .join('')
        .trimEnd()}…`;
}

/** A title may contain `$(…)`, which is no icon there. */
function plain(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
