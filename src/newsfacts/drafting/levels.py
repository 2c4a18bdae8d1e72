"""How sure an attribution of a draft is: what each choice was worth, weighed against people's annotations."""

from __future__ import annotations

import math
from bisect import bisect

from newsfacts.drafting.assembling import Assembled

__all__ = ["level_features"]

_PROBABILITIES = tuple(math.log(value) for value in (0.3, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98, 0.995))
_SCORES = (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0)


def level_features(item: Assembled) -> list[str]:
    """What speaks for or against an attribution being right as a whole."""
    reading = item.reading
    features = [f"cue{bisect(_SCORES, reading.score)}", f"place{reading.place}", f"form{reading.candidate.form}"]
    total = 0.0
    for name in ("source", "place", "start", "end", "before"):
        value = reading.worth.get(name)
        if value is not None:
            features.append(f"{name}={bisect(_PROBABILITIES, value)}".replace("=", ":"))
            total += value
    features.append(f"all{bisect(_PROBABILITIES, total)}")
    features.append(f"all{bisect(_PROBABILITIES, total)}cue{bisect(_SCORES, reading.score) // 2}")
    features.append(f"grade{reading.candidate.grade}")
    source, kinds = reading.source, reading.kinds
    features.append(f"source-{kinds[source.end - 1] if source else 'none'}{source.end - source.start == 1}")
    if source:
        features.append(
            "adjacent"
            if source.end == reading.cue.start or source.start == reading.cue.end
            else f"apart-{reading.place}"
        )
    for phrase in reading.contents[:1]:
        inside = kinds[phrase.start : phrase.end]
        share = sum(kind == "Q" for kind in inside) / max(1, len(inside))
        features.append(f"quoted{int(share * 3)}{reading.place}")
        features.append(f"first-{kinds[phrase.start]}{reading.place}")
        features.append(f"length{min(len(inside), 30) // 4}")
        if phrase.end < len(kinds):
            features.append(f"stop-{kinds[phrase.end]}")
    if item.joined:
        features.append(f"joined-{item.joined}")
    return features
