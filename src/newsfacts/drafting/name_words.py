"""Words by which names are known: given names, what bodies are called, and capitalized words that name no one."""

from __future__ import annotations

from newsfacts.drafting.word_classes import word_set

__all__ = ["BODY_WORDS", "GIVEN_NAMES", "NOT_NAMES", "PARTICLES"]


PARTICLES = word_set("de del della di da dos du la le van von der den ter bin ibn al el ben abu")
"""Small words inside a person's name."""

BODY_WORDS = word_set(
    "academy administration agency alliance army assembly association authority bank board brigade bureau cabinet campaign center "
    "centre chamber church city club coalition college commission committee community company confederation congress consortium "
    "convention corporation corps council court dealers department directorate district division embassy federation force forces "
    "foundation front fund group guard herald hospital house inc inc. initiative institute institution journal laboratory league "
    "ltd ltd. ministry movement museum navy network news observatory office order organization organisation parliament partnership "
    "party police post press project reserve school senate service services society studios times treasury tribune tribunal trust "
    "union university watch workers works zoo airlines airport authority hospital magazine radio television tv"
)
"""Last words of the names of bodies, in lower case."""

GIVEN_NAMES = word_set(
    "aaron abigail adam adrian ahmed alan albert alberto alejandro alex alexander alexandra alice alicia alison allen amanda amy ana "
    "andrea andrew andy angela ann anna anne annie anthony antonio april arthur ashley barbara barry beatrice ben benjamin bernard "
    "beth betty bill billy bob bonnie brad brandon brenda brian bruce bryan caitlin cameron carl carla carlos carmen carol caroline "
    "carolyn catherine charles charlie charlotte cheryl chris christian christina christine christopher cindy claire clara clark "
    "claudia colin connie craig crystal cynthia dan daniel danielle danny david dawn dean deborah debra denis dennis derek diana "
    "diane diego dominic don donald donna dorothy doug douglas duncan dylan ed eddie edgar edith eduardo edward eileen elaine eleanor "
    "elena elizabeth ellen emily emma eric erica erik erin ethan eugene eva evan eve evelyn faith felix fernando fiona florence "
    "frances francis francisco frank fred frederick gabriel gail gary gavin gene geoffrey george gerald gina glenn gloria gordon grace "
    "graham greg gregory hannah harold harriet harry heather hector helen henry herbert holly howard hugh ian ingrid irene isaac "
    "isabel ivan jack jackie jacob jacqueline jake james jamie jan jane janet janice jared jason javier jay jean jeff jeffrey jennifer "
    "jenny jeremy jerome jerry jesse jessica jill jim jimmy joan joanna joe joel john johnny jon jonathan jordan jorge jose joseph "
    "joshua joyce juan judith judy julia julian julie justin karen karl kate katherine kathleen kathryn kathy katie keith kelly ken "
    "kenneth kevin kim kristen kyle larry laura lauren laurence lawrence leah lee leo leon leonard leslie lewis liam lily linda lindsay "
    "lisa liz lois lori louis louise lucas lucy luis luke lynn madison manuel marc marcus margaret maria marie marilyn mario marion mark "
    "martha martin marvin mary matt matthew maureen maurice max megan melanie melissa michael michele michelle miguel mike mohamed "
    "mohammad mohammed monica morgan muhammad nancy naomi natalie nathan neil nicholas nick nicole nina noah nora norma norman oliver "
    "olivia omar oscar owen pamela pat patricia patrick paul paula pauline pedro peggy pete peter phil philip phillip phyllis rachel "
    "ralph ramon randy ray raymond rebecca regina rene ricardo richard rick rita rob robert roberta roberto robin rodney roger roland "
    "ron ronald rosa rose roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sergio shannon sharon shawn "
    "sheila shirley simon sofia sonia sophia sophie stacy stanley stephanie stephen steve steven stuart sue susan suzanne sylvia tamara "
    "tanya ted teresa terry thelma theodore theresa thomas tim timothy tina todd tom tommy tony tracy travis tyler valerie vanessa vera "
    "veronica vicki victor victoria vincent viola virginia vivian vladimir walter wanda warren wayne wendy wesley will william willie "
    "xavier yolanda yusuf yvonne zachary zoe"
)
"""Frequent given names in English-language news, in lower case."""

NOT_NAMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december mr. mrs. ms. dr. i i'm i’m the a an and but or if when while as in on at by for from to of with after before "
    "republican republicans democrat democrats democratic american americans british french german russian chinese christian "
    "muslim jewish english spanish european african asian twitter facebook internet god christmas easter thanksgiving new north "
    "south east west"
)
"""Capitalized words that alone are not the name of a person or a body, in lower case."""
