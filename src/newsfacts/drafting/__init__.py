"""Drafts to correct: from a plain text, or from a language model's answer, to a document whose annotations are proposals."""
