"""Numbers with units and hedges: what was said, what it means, and how two of them compare."""
