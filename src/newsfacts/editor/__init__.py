"""A language server (LSP): what editors show of annotated texts, factbooks and schema files while they are written."""
