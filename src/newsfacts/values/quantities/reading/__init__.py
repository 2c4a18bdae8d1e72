"""From words to quantities."""
