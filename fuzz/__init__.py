"""Inputs made to break newsfacts: `python fuzz/run.py --help`."""
