"""Both parsers that PyYAML brings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml


@pytest.fixture(params=["libyaml", "Python"], scope="module")
def parser(request: pytest.FixtureRequest) -> Iterator[str]:
    """The parser of libyaml, then the one in Python; only the second one if PyYAML was built without libyaml."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        if request.param == "Python":
            monkeypatch.setattr(yaml, "__with_libyaml__", False)
        yield request.param
