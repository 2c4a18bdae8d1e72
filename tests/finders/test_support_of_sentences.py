"""`supports` on plain sentences: whose number it is, what happened to whom, denied and possible things, and what follows by reckoning."""

from __future__ import annotations

import pytest

from newsfacts import supports


@pytest.mark.parametrize(
    ("statement", "source", "outcome"),
    [
        # what is said about each number
        ("Seven sailors died in the storm", "The storm left 7 dead and 20 hurt", "supported"),
        ("Twenty sailors died in the storm", "The storm left 7 dead and 20 hurt", "contradicted"),
        ("20 people were killed", "20 people were injured", "unlike"),
        ("The mill opened in 1990", "The mill closed in 1990", "unlike"),
        ("The mill closed in 2011", "The mill opened in 1990 and closed in 2011", "supported"),
        ("The mill closed in 1990", "The mill opened in 1990 and closed in 2011", "contradicted"),
        ("Two of the nine judges resigned", "Two of nine judges resigned", "supported"),
        # whose number it is
        ("Bruck has 4 schools and Celm 6", "Bruck has 6 schools and Celm 4", "contradicted"),
        ("Bruck has 4 schools and Celm 6 schools", "Celm has 6 schools and Bruck 4 schools", "supported"),
        ("Weiss came third and Klein second", "Klein came third and Weiss second", "contradicted"),
        ("Weiss came third and Klein second", "Klein came second and Weiss third", "supported"),
        ("The yard has 9 cranes", "Klein has 9 cranes", "supported"),
        ("In Celm, 80 houses burned", "In Bruck, 80 houses burned", "unknown"),
        # denied, negated, possible
        ("The board has not 8 but 9 members", "The board has 8 members", "contradicted"),
        ("The board has 8 members", "The board has not 8 but 9 members", "contradicted"),
        ("The board has 9 members", "The board has not 8 but 9 members", "supported"),
        ("The blast killed 5 people", "The army denied that the blast killed 5 people", "unknown"),
        ("The blast killed 5 people", "The blast did not kill 5 people", "unknown"),
        ("The blast killed 5 people", "The blast may have killed 5 people", "says more"),
        ("The blast may have killed 5 people", "The blast killed 5 people", "supported"),
        ("The blast killed 5 people, the army said", "The blast may have killed 5 people", "says more"),
        ("They met on 5 May", "They met on 5 May 2024", "supported"),
        ("Imports tripled", "Imports nearly tripled", "says more"),
        ("Imports tripled", "Imports tripled", "supported"),
        # by reckoning
        ("Rents fell by a quarter", "Rents fell from 800 to 600 euros", "supported"),
        ("Rents fell by half", "Rents fell from 800 to 600 euros", "contradicted"),
        ("Rents rose by a quarter", "Rents fell from 800 to 600 euros", "contradicted"),
        ("Rents fell by 25 percent", "Rents fell from 800 to 600 euros", "supported"),
        ("Trust rose by 10 percent", "Trust rose from 40 to 44 percent", "unlike"),
        ("The guard earns 24,000 euros a year", "The guard earns 2,000 euros a month", "supported"),
        ("The guard earns 2,000 euros a year", "The guard earns 2,000 euros a month", "unlike"),
        ("The mill uses 21 tonnes a week", "The mill uses 3 tonnes a day", "supported"),
        ("The hall has 84 guests a week", "The hall has 12 guests a day", "unlike"),
        ("The mill uses 90 tonnes a month", "The mill uses 3 tonnes a day", "unlike"),
        ("The press makes 30 parts an hour", "The press makes 30 parts a minute", "contradicted"),
    ],
)
def test_a_sentence_follows_from_another_one(statement: str, source: str, outcome: str) -> None:
    found = supports(statement, source)
    assert str(found.outcome) == outcome, found.because
    assert found.because.endswith(".")


@pytest.mark.parametrize(
    ("source", "outcome"),
    [
        ("Were 30 workers injured?", "unknown"),
        ("The firm did not say whether 30 workers were injured.", "unknown"),
        ("If 30 workers were injured, the plant has to close.", "unknown"),
        ("Reports that 30 workers were injured were false.", "unknown"),
        ("The firm denied reports of 30 workers being injured.", "unknown"),
        ("Many feared that 30 workers were injured.", "says more"),
        ("30 workers were injured, said the firm, which denied that it knew of the leak.", "supported"),
    ],
)
def test_a_source_that_does_not_assert_a_number_does_not_support_it(source: str, outcome: str) -> None:
    assert str(supports("30 workers were injured.", source).outcome) == outcome
