"""`python -m newsfacts`, the same as the `newsfacts` command."""

from __future__ import annotations

import sys

from newsfacts.cli import main

if __name__ == "__main__":
    sys.exit(main())
