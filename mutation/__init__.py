"""Whether the tests notice small mistakes: `mutation/run.py` makes them, one at a time."""
