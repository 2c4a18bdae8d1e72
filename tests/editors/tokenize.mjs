// Reads JSON {grammar, texts} and writes for each text its tokens as the engine of Visual Studio Code sees them:
// offsets in the text (UTF-16 units) and scopes. node tokenize.mjs FOLDER, with vscode-textmate and vscode-oniguruma in FOLDER.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.argv[2]}/`);
const oniguruma = require("vscode-oniguruma");
const textmate = require("vscode-textmate");
const { grammar, texts } = JSON.parse(readFileSync(0, "utf-8"));

await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")).buffer);
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async (scope) => (scope === "text.facts" ? textmate.parseRawGrammar(grammar, "facts.json") : null),
});
const rules = await registry.loadGrammar("text.facts");
const all = texts.map((text) => {
  const tokens = [];
  let stack = textmate.INITIAL, offset = 0;
  for (const line of text.split("\n")) {
    const read = rules.tokenizeLine(line, stack);
    for (const token of read.tokens) tokens.push([offset + token.startIndex, offset + Math.min(token.endIndex, line.length), token.scopes]);
    stack = read.ruleStack;
    offset += line.length + 1;
  }
  return tokens;
});
process.stdout.write(JSON.stringify(all));
