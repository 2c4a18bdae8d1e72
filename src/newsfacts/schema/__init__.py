"""The kinds of annotation and their fields: the built-in ones, and those that schema files declare."""
