"""Quotations, numbers and times in running text that is not annotated: where they are and what they say."""
