"""The text of a document: decoding, lines, spans of code points, graphemes, quotation marks."""
