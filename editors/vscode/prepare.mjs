// Copies what the extension shares with the rest of the project: the grammar and the license.

import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
mkdirSync(join(here, "syntaxes"), { recursive: true });
copyFileSync(join(here, "../textmate/facts.tmLanguage.json"), join(here, "syntaxes/facts.tmLanguage.json"));
copyFileSync(join(here, "../../LICENSE"), join(here, "LICENSE"));
