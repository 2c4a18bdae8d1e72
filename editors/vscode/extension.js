"use strict";

// Starts `newsfacts lsp`, and connects the editor with it. Everything else is in the server.

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const WATCHED = "**/{*.factbook.yaml,*.factbook.yml,*.schema.yaml,*.schema.yml,newsfacts.toml,pyproject.toml}";

let client;

async function activate(context) {
  const [command, ...args] = vscode.workspace.getConfiguration("newsfacts").get("command");
  const files = vscode.workspace.createFileSystemWatcher(WATCHED);
  context.subscriptions.push(files);
  client = new LanguageClient("newsfacts", "newsfacts", { command, args }, {
    documentSelector: [
      { language: "facts" },
      { scheme: "file", pattern: "**/*.facts.{yaml,yml,json}" },
      { scheme: "file", pattern: "**/*.{factbook,schema}.{yaml,yml}" },
    ],
    synchronize: { fileEvents: files },
  });
  try {
    await client.start();
  } catch (error) {
    const help = "Install it with: pip install 'newsfacts[lsp]', or name it in the setting newsfacts.command.";
    vscode.window.showErrorMessage(`newsfacts could not be started (${error.message}). ${help}`);
  }
}

function deactivate() {
  return client === undefined ? undefined : client.stop();
}

module.exports = { activate, deactivate };
