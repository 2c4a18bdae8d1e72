"""Two versions of a text: what changed, and where the annotations of the old one belong in the new one."""
