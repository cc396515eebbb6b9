import type { Deadline, Overview } from './protocol';

/** How many characters of a title fit beside the other items of a status bar. */
const ROOM = 36;

/** What the status bar says: errors, warnings and the nearest deadline, with the names of icons in `$(…)`. */
export function summary({ errors, warnings, nearest }: Overview): string {
  const counts = [errors > 0 ? `$(error) ${errors}` : '', warnings > 0 ? `$(warning) ${warnings}` : ''];
  const found = counts.filter((count) => count !== '').join(' ');
  const due = nearest && `${nearest.overdue ? '$(bell-dot)' : '$(calendar)'} ${plain(fitting(nearest))}`;
  return [found === '' ? '$(check)' : found, due].filter((part) => part !== undefined).join('  ');
}

/** What is due and when; a long title is cut, never the day. */
function fitting({ title, text }: Deadline): string {
  return text.startsWith(title) ? shortened(title, ROOM) + text.slice(title.length) : text;
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
