// What the program writes on the command line, read.

/** A starter of `roadmapc init`. */
export interface Template {
  readonly name: string;
  readonly description: string;
}

/** The starters that `roadmapc init --list` names: a name, blanks, a description. */
export function templates(stdout: string): readonly Template[] {
  const lines = stdout.split(/\r?\n/).map((line) => /^(\S+)\s{2,}(\S.*)$/.exec(line));
  return lines.flatMap((match) =>
    match?.[1] && match[2] ? [{ name: match[1], description: match[2].trim() }] : [],
  );
}

/**
 * The files that a command says it wrote, which is the end of its lines: “wrote build/index.html”. A path may have blanks in
 * it, so the longest end counts that is a file.
 */
export function written(stdout: string, isFile: (path: string) => boolean): readonly string[] {
  return stdout.split(/\r?\n/).flatMap((line) => {
    const words = line.trim().split(' ');
    const ends = words.map((_, index) => words.slice(index).join(' '));
    const path = ends.find((end) => end !== '' && isFile(end));
    return path === undefined ? [] : [path];
  });
}
