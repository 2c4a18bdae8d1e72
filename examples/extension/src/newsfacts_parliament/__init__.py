"""Divisions of a parliament, for newsfacts."""
