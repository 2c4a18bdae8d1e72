"""Annotated text (`.facts`): `[words]{.kind #id key=value}`. The specification is `docs/notation.md`."""
