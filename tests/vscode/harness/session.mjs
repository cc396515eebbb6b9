// An editor with one window for the tests of a file; where a test fails, what the window showed is kept.
import { after, before, test } from "node:test";
import { Editor } from "./editor.mjs";

/** Opens a window before the tests of this file. `files` are the texts of its folder, by path. */
export function session({ files, like, folder = true, ...options }) {
  const here = {};
  before(async () => {
    here.editor = await Editor.start(options);
    here.folder = here.editor.plan(files, like);
    here.window = await here.editor.open(folder ? here.folder : undefined);
  });
  after(() => here.editor?.close());
  return (name, steps) => test(name, async () => {
    try {
      // What the last test left open is no business of this one.
      await here.window.press("Escape", "Escape");
      await steps(here.window, here.editor);
    } catch (error) {
      await here.window?.shot(`failed ${name}`.replace(/\W+/g, "-"));
      throw error;
    }
  });
}
