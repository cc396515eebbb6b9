// A session with the library that VS Code's client is made of: what it sends, and what it takes for an answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as lsp from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Client, copy } from "./client.mjs";

/** Errors and warnings; what is worth taking up next is said beside them. */
const faults = (diagnostics) => diagnostics.filter(({ severity }) => severity <= lsp.DiagnosticSeverity.Warning);
const codes = (diagnostics) => faults(diagnostics).map(({ code }) => code);
const labels = (completion) => (completion.items ?? completion).map(({ label }) => label);

for (const pulls of [false, true]) {
  test(`a first plan, with diagnostics ${pulls ? "asked for" : "sent"}`, { timeout: 60_000 }, async (t) => {
    const file = "first.roadmap";
    const client = await Client.start(copy("examples/first", t), { pulls, day: "2026-01-05", test: t });
    assert.equal(client.initialized.serverInfo.name, "roadmapc");
    assert.equal(Boolean(client.can.diagnosticProvider), pulls);
    await client.open(file);
    assert.deepEqual(codes(await client.diagnostics(file)), []);

    // The owner is taken out, said to be missing, and put back.
    await client.replace(file, "    owner    raj\n    kpi      customers >= 35\n", "    kpi      customers >= 35\n");
    const [missing, ...others] = faults(await client.diagnostics(file));
    assert.deepEqual([missing.code, missing.source, others], ["people/owner-missing", "roadmapc", []]);
    assert.equal(client.slice(file, missing.range).split(" ")[0], "activity");
    assert.match(missing.message, /friends/);
    const textDocument = { uri: client.uri(file) };
    const actions = await client.ask(lsp.CodeActionRequest.type, { textDocument, range: missing.range, context: { diagnostics: [missing] } });
    const mends = actions.filter(({ kind, diagnostics }) => kind === "quickfix" && diagnostics?.[0]?.code === missing.code);
    assert.ok(mends.length > 0, JSON.stringify(actions));
    const [mend] = mends;
    await client.apply((mend.edit ? mend : await client.ask(lsp.CodeActionResolveRequest.type, mend)).edit);
    assert.deepEqual(codes(await client.diagnostics(file)), [], client.text(file));

    // Who may own it is offered; what is offered fits in.
    await client.replace(file, "120 new students by the end of March\" { owner emma;", "120 new students by the end of March\" { owner ;");
    const offered = await client.ask(lsp.CompletionRequest.type, client.at(file, "{ owner ;", 8));
    assert.deepEqual(labels(offered).slice(0, 2).sort(), ["emma", "raj"]);
    await client.replace(file, "{ owner ;", "{ owner emma;");
    assert.deepEqual(codes(await client.diagnostics(file)), []);

    const hover = await client.ask(lsp.HoverRequest.type, client.at(file, "kpi customers 0 -> 120", 5));
    assert.equal(hover.contents.kind, "markdown");
    assert.match(hover.contents.value, /120/);

    const definition = await client.ask(lsp.DefinitionRequest.type, client.at(file, "raj\n    kpi      customers >= 25", 1));
    const [place] = [definition].flat();
    assert.deepEqual(place.range ?? place.targetSelectionRange, { start: { line: 11, character: 7 }, end: { line: 11, character: 10 } });

    // A rename of a person reaches every use.
    const uses = client.text(file).match(/\bemma\b/g).length;
    const emma = client.at(file, "person emma", 8);
    assert.equal((await client.ask(lsp.PrepareRenameRequest.type, emma)).placeholder, "emma");
    const rename = await client.ask(lsp.RenameRequest.type, { ...emma, newName: "emily" });
    await client.apply(rename);
    assert.equal(client.text(file).match(/\bemily\b/g).length, uses);
    assert.doesNotMatch(client.text(file), /\bemma\b/);
    assert.deepEqual(codes(await client.diagnostics(file)), []);
    await assert.rejects(client.ask(lsp.RenameRequest.type, { ...client.at(file, "person emily", 8), newName: "raj" }), /raj/);

    // What was pushed out of line is put back.
    await client.replace(file, "    owner    emma\n".replace("emma", "emily"), "  owner emily\n");
    const edits = await client.ask(lsp.DocumentFormattingRequest.type, { textDocument, options: { tabSize: 2, insertSpaces: true } });
    const formatted = TextDocument.applyEdits(TextDocument.create("", "roadmap", 1, client.text(file)), edits);
    assert.match(formatted, /\n {4}owner {4}emily\n/);

    const symbols = await client.ask(lsp.DocumentSymbolRequest.type, { textDocument });
    const inside = symbols.find(({ detail, name }) => `${name} ${detail}`.includes("Fill the spring classes"))?.children ?? [];
    assert.ok(inside.some(({ name }) => name === "Google Ads for evening classes"), JSON.stringify(symbols));

    if (client.can.semanticTokensProvider) {
      const tokens = await client.ask(lsp.SemanticTokensRequest.type, { textDocument });
      const { legend } = client.can.semanticTokensProvider;
      assert.ok(tokens.data.length > 100 && tokens.data.length % 5 === 0);
      assert.ok(tokens.data.every((number, at) => at % 5 !== 3 || number < legend.tokenTypes.length));
    }

    assert.equal(await client.stop(), 0, client.errors);
  });
}

test("a plan in several files, in Vietnamese", { timeout: 60_000 }, async (t) => {
  const client = await Client.start(copy("examples/saas-vi", t), { locale: "vi", day: "2026-05-18", test: t });
  const [phase, people] = ["phases/1-ra-mat.roadmap", "people.roadmap"];
  await client.open(phase);
  await client.diagnostics(phase);
  const [, owner] = /^ *owner +(\w+)$/m.exec(client.text(phase));
  const [line] = /^ *owner +\w+$/m.exec(client.text(phase));
  const at = client.text(phase).indexOf(line) + line.length;
  const position = TextDocument.create("", "", 1, client.text(phase)).positionAt(at);
  await client.edit(phase, [{ range: { start: position, end: position }, newText: "_khac" }]);
  const unknown = (await client.diagnostics(phase)).find(({ code }) => code === "people/owner-unknown");
  assert.match(unknown.message, /[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]/i);
  await client.edit(phase, [{ range: { start: position, end: { ...position, character: position.character + 5 } }, newText: "" }]);
  assert.ok(!codes(await client.diagnostics(phase)).includes("people/owner-unknown"));

  // The person is declared in another file, which is not open.
  const place = { textDocument: { uri: client.uri(phase) }, position };
  const [definition] = [await client.ask(lsp.DefinitionRequest.type, place)].flat();
  assert.equal(definition.uri ?? definition.targetUri, client.uri(people));
  const rename = await client.ask(lsp.RenameRequest.type, { ...place, newName: "nguoi_moi" });
  const files = rename.documentChanges.map(({ textDocument }) => textDocument.uri);
  assert.ok(files.includes(client.uri(people)) && files.includes(client.uri(phase)), `${owner}: ${files}`);
  const found = await client.ask(lsp.WorkspaceSymbolRequest.type, { query: owner });
  assert.ok(found.some(({ location }) => location.uri === client.uri(people)), JSON.stringify(found));
  assert.equal(await client.stop(), 0, client.errors);
});

test("what no server should stumble over", { timeout: 60_000 }, async (t) => {
  const client = await Client.start(copy("examples/first", t), { day: "2026-01-05", test: t });
  await assert.rejects(client.ask("roadmap/noSuchRequest", {}), ({ code }) => code === lsp.ErrorCodes.MethodNotFound);
  await client.connection.sendNotification("$/noSuchNotification", {});
  await assert.rejects(client.ask(lsp.InitializeRequest.type, { processId: null, rootUri: null, capabilities: {} }));
  await client.open("first.roadmap");
  assert.deepEqual(codes(await client.diagnostics("first.roadmap")), []);
  const cancelled = new lsp.CancellationTokenSource();
  const answer = client.connection.sendRequest(lsp.HoverRequest.type, client.at("first.roadmap", "person emma"), cancelled.token);
  cancelled.cancel();
  await answer.catch(({ code }) => assert.equal(code, lsp.LSPErrorCodes.RequestCancelled));
  // `exit` without `shutdown` is no good end.
  assert.equal(await client.leave(), 1, client.errors);
});
