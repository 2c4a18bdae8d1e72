"""Numbers as news writes them. Each test is named after what would be noticed if it failed."""

from __future__ import annotations

import pytest

from newsfacts.errors import UnreadableValue
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.quantities.reading.phrase import parse_quantity


def readings(*pairs: tuple[str, str | None]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("phrase", "canonical"), pairs)


@readings(
    ("plus or minus 2.8 percentage points", "margin 2.8pp"),
    ("±2 points", "margin 2 points"),
    ("+/- 5%", "margin 5%"),
    ("give or take 3 points", "margin 3 points"),
    ("a margin of error of 4 percentage points", "margin 4pp"),
    ("a sampling error of plus or minus 2 points", "margin 2 points"),
)
def test_plus_or_minus_is_a_margin_and_never_a_level(phrase: str, canonical: str) -> None:
    margin = parse_quantity(phrase)
    assert str(margin) == canonical
    assert margin.is_margin
    assert not margin.is_level


def test_a_lead_is_not_a_margin_of_error() -> None:
    assert not parse_quantity("a margin of 12 points").is_margin


@readings(
    ("46 percent, plus or minus 3 percentage points", "43..49%"),
    ("20 ± 2 km", "18..22 km"),
)
def test_a_level_with_its_margin_is_a_range(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("1.4 million 12 ounce cans", '1.4e6 "12 ounce cans"'),
    ("three million 40-pound sacks", '3e6 "40-pound sacks"'),
    ("20 million 330ml cans", '20e6 "330ml cans"'),
    ("12 100-watt bulbs", '12 "100-watt bulbs"'),
    ("ten $50 vouchers", '10 "$50 vouchers"'),
    ("41,200 Model 4s", "41200 Model 4s"),
    ("six Falcon 9 rockets", "6 Falcon 9 rockets"),
    ("nine Su-34s", "9 Su-34s"),
    ("four two-bedroom flats", "4 two-bedroom flats"),
    ("two 16-year-olds", '2 "16-year-olds"'),
    ("a $9 million five-year deal", "USD 9e6"),
)
def test_a_number_that_belongs_to_the_noun_is_not_added(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("thirty—second", "32nd"),
    ("forty–five", "45"),
    ("12—15 members", "12..15 members"),
    ("a 6–foot wall", "6 foot"),
)
def test_a_dash_that_touches_both_sides_is_a_hyphen(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("about $US40 trillion", "~USD 40e12"),
    ("between $US30 million and $US35 million", "USD 3e7..35e6"),
    ("$A12 million", "AUD 12e6"),
    ("$NZ3.5bn", "NZD 3.5e9"),
    ("KSh 700 million", "KES 700e6"),
    ("N4.5 billion", "NGN 4.5e9"),
    ("about Rs.60 million", "~INR 60e6"),
    ("Rs. 250", "INR 250"),
    ("XCG 40", "XCG 40"),
    ("5 million ZWG", "ZWG 5e6"),
    ("VED 300", "VED 300"),
)
def test_no_currency_is_lost(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("3.4b", "3.4e9"),
    ("about 7 B people", "~7e9 people"),
    ("$3.4b", "USD 3.4e9"),
    ("$1,500 m", "USD 1500e6"),
    ("€3 m", "EUR 3e6"),
    ("4m of the ballots", "4e6 ballots"),
)
def test_short_magnitudes_multiply(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("-12 °C to -30 °C", "-30..-12 °C"),
    ("-6C to -11C", "-11..-6 C"),
    ("+15% to −10%", "-10..15%"),
    ("minus 4 to minus 9 degrees", "-9..-4 degrees"),
)
def test_both_ends_of_a_range_keep_their_signs(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("half of one percent", "0.5%"),
    ("a quarter of 1 percent", "0.25%"),
    ("half of voters", "share 1/2 voters"),
    ("a half-hour", "0.5 hour"),
)
def test_half_of_one_percent_is_half_a_percent(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("6-foot-3", '75 "in"'),
    ("5-foot-10-inch", "70 inch"),
    ("six-foot-two", '74 "in"'),
    ("5'11", '71 "in"'),
    ("6'1\"", '73 "\\""'),
)
def test_feet_and_inches_are_one_height(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("50/50", "share 1/2"),
    ("a one-in-a-million chance", "share 1/1000000 chance"),
    ("one-in-five", "share 1/5"),
    ("every third household", "share 1/3 household"),
    ("every other driver", "share 1/2 driver"),
    ("17 of every 100", "share 17/100"),
    ("nine out of every ten", "share 9/10"),
)
def test_ratios_are_shares_of_a_whole(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("between the fifth and the ninth", "5..9th"),
    ("from second to fourth place", "2..4th place"),
    ("first or second", "1..2nd"),
)
def test_two_ordinals_are_a_range_of_places(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("the first 40 days", "40 days"),
    ("the first three patients", "3 patients"),
    ("the last five games", "5 games"),
    ("the past 10 years", "10 years"),
    ("over the next two weeks", "2 weeks"),
    ("within the next six hours", "6 hours"),
)
def test_the_first_last_and_next_of_something_is_no_bound(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("a second device", "2nd device"),
    ("a third victim", "3rd victim"),
    ("a third-year student", "3rd year student"),
    ("a 9-year-old boy", "9 year"),
    ("six months to a year", "6..12 months"),
)
def test_a_second_device_is_not_a_second_of_time(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("0.8‰", '0.8 "‰"'),
    ("⩽15 K", "<=15 K"),
    ("310.15 K", "310.15 K"),
    ("12 m s−1", '12 "m s−1"'),
    ("40k", "40e3"),
)
def test_signs_and_units_of_science_are_kept(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("several hundred or even more than a thousand years", ">=several*100 years"),
    ("40 or even more", ">=40"),
    ("hundreds, if not thousands", ">=hundreds"),
    ("12 dead and counting", ">=12 dead"),
    ("15 years to life", ">=15 years"),
    ("fell below 30 percent", "fell-to <30%"),
    ("rose above 60 percent", "rose-to >60%"),
    ("crept up to 14 percent", "rose-to 14%"),
)
def test_no_bound_is_lost(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("a $3-a-share dividend", 'USD 3 per "share"'),
    ("$18-an-hour wages", "USD 18 per hour"),
    ("$350 per kg to $680 per kg", "USD 350..680 per kg"),
    ("$4 a gallon", "USD 4 per gallon"),
)
def test_no_rate_is_lost(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("tens of millions of dollars", "USD tens*1000000"),
    ("a few euros", "EUR few"),
    ("several hundred Swiss francs", "CHF several*100"),
    ("hundreds of pounds", "hundreds pounds"),
)
def test_vague_amounts_are_money_where_a_currency_is_named(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("from 208 pounds to 193", "fell-to 193 pounds from 208"),
    ("climbed from 21 mpg to 23", "rose-to 23 mpg from 21"),
    ("from 4.8 to 4.7 percent", "fell-to 4.7% from 4.8"),
    ("fell from $2,415 to $2,315", "fell-to USD 2315 from 2415"),
    ("down from 60% to 45%", "fell-to 45% from 60"),
    ("rose to 61 percent in May from 58 percent", "rose-to 61% from 58"),
    ("from 1.5 to 1.2 million", "fell-to 1.2e6 from 1.5e6"),
    ("went from 40 to 50", "rose-to 50 from 40"),
    ("from 40 to 50", "40..50"),
)
def test_a_change_from_one_level_to_another_keeps_both(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("dozen", "1*12"),
    ("a score of arrests", "1*20 arrests"),
    ("one point", "1 point"),
    ("a hundred or two", "100..200"),
    ("their ninth win in 10 games", "9th win in 10 games"),
    ("1'250'000 francs", "franc 1.25e6"),
)
def test_what_a_reader_understands_is_read(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("the low 20s", "20..23"),
    ("in the mid-30s", "33..37"),
    ("the high 40s", "47..<50"),
    ("in his 20s", "20..<30"),
)
def test_a_place_in_a_decade_is_a_third_of_it(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("shot down 15 drones", "15 drones"),
    ("rounded up 30 suspects", "30 suspects"),
    ("closed down 40 points", "fell 40 points"),
    ("shares up 5 percent", "rose 5%"),
    ("raised $5 million", "USD 5e6"),
    ("raised by 50 basis points", "rose 50bp"),
    ("a contract of $5 million", "USD 5e6"),
    ("last fall 40 students", "40 students"),
    ("a net loss of $4 billion", "USD 4e9"),
    ("adds up to 90 hours", "90 hours"),
    ("handed over 15 documents", "15 documents"),
)
def test_up_down_and_over_change_nothing_after_a_verb_they_belong_to(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("most of the voters", ">share 1/2 voters"),
    ("most Ohio voters", ">share 1/2 Ohio voters"),
    ("a couple of days", "couple days"),
    ("a pair of suspects", "2 suspects"),
    ("a pair of gloves", "1 pair of gloves"),
    ("10 times harder", "10x harder"),
    ("10 times", "10 times"),
    ("the vast majority", ">>share 1/2"),
)
def test_number_like_words_are_read_by_what_follows(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("climbed over six years", "6 years"),
    ("under a five-year contract", "5 year"),
    ("over a dozen", ">1*12"),
    ("rose over 5 percent", "rose >5%"),
    ("over six years", ">6 years"),
)
def test_over_and_under_that_say_when_are_not_bounds(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("a quarter-of-a-million people", "250000 people"),
    ("10^5 cells", "100000 cells"),
    ("10⁵ cells", "100000 cells"),
    ("0.1 M NaCl", "0.1 M"),
    ("10 mol%", '10 "mol%"'),
    ("two weeks and a day", "15 day"),
    ("30 minutes to two hours", "30..120 minutes"),
    ("1,042 Ohio registered voters", "1042 Ohio registered voters"),
    ("several threatened to leave", "several"),
    ("hundreds peacefully marched", "hundreds"),
)
def test_units_and_nouns_are_whole(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("under the age of 18", "<18"),
    ("children under age 14", "<14"),
    ("over the age of 65", ">65"),
    ("the over-50s", ">50"),
    ("under-18s", "<18"),
    ("in his 40's", "40..<50"),
    ("not even 10", "<10"),
    ("dozens, possibly hundreds", ">=dozens"),
    ("as many as 15 and no fewer than 10", "10..15"),
    ("100, give or take 10", "90..110"),
    ("a $15 minimum wage", "USD 15"),
    ("the first two quarters of 1990", "2 quarters"),
    ("three quarters of voters", "share 3/4 voters"),
)
def test_ages_bounds_and_quarters_of_a_year(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


def test_an_earlier_level_is_a_field_of_its_own() -> None:
    found = parse_quantity("rose from 5 to 7 percent")
    assert isinstance(found, Quantity)
    assert (found.before, found.stated, found.low, found.high) == (5, 7, 7, 7)


@readings(
    ("more than A$1.2 trillion", ">AUD 1.2e12"),
    ("about kr40 million", "~crown 40e6"),
    ("5 quarters", "5 quarters"),
    ("five quarters of growth", "5 quarters"),
    ("half a per cent", "0.5%"),
    ("1/2 basis points", "0.5bp"),
    ("half again as many", "1.5x"),
    ("12 people tops", "<=12 people"),
    ("12 people minimum", ">=12 people"),
    ("dozens or even hundreds", ">=dozens"),
    ("hundreds or thousands of people", ">=hundreds people"),
)
def test_no_currency_share_or_bound_becomes_another(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("a 5% pay rise", "rose 5%"),
    ("a 25 basis point rate cut", "fell 25bp"),
    ("a $2 billion tax increase", "rose USD 2e9"),
    ("a 10% bump in income", "rose 10%"),
    ("a 10-point increase", "rose 10 point"),
    ("one rally", "1 rally"),
    ("three cuts", "3 cuts"),
    ("surpassed the 2 million mark", ">2e6"),
    ("2 million marks", "mark 2e6"),
    ("half as much", "0.5x"),
)
def test_a_rise_is_one_whatever_is_said_to_rise(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("down from 4.1% a year earlier", "fell-from 4.1%"),
    ("off 2.1 percent", "fell 2.1%"),
    ("20 people off", "20 people"),
    ("cut by a quarter point", "fell 0.25 point"),
    ("raised rates by 75 basis points", "rose 75bp"),
    ("cut its forecast by 10%", "fell 10%"),
    ("0.25 of a percentage point", "0.25pp"),
    ("CA$15", "CAD 15"),
)
def test_a_comparison_with_last_year_is_not_a_rate(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@pytest.mark.parametrize("phrase", ["a zero-sum game", "a baker's dozen", "a one-off", "half joking"])
def test_names_with_a_number_in_them_are_refused(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_quantity(phrase)


@readings(
    ("a 12% year-on-year increase", "rose 12%"),
    ("cut in half", "0.5x"),
    ("only half a vote", "only share 1/2 vote"),
    ("$5 a share", 'USD 5 per "share"'),
    ("split in half", "share 1/2"),
    ("0.5 points lower", "fell 0.5 points"),
    ("12 Main Street banks", "12 Main Street banks"),
    ("120 dollars 50 cents", "USD 120.50"),
)
def test_hyphens_and_streets_do_not_hide_what_a_number_is_of(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@pytest.mark.parametrize("phrase", ["10 Downing Street", "7-Eleven", "nº 5"])
def test_addresses_and_labels_are_refused(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_quantity(phrase)


@readings(
    ("1.5 billion euros (about $1.6 billion)", "EUR 1.5e9"),
    ("200 yuan ($28) a month", "CNY 200 per month"),
    ("round up the 11 million people", "11e6 people"),
    ("five billion and three quarters", "5.75e9"),
)
def test_a_conversion_in_brackets_is_not_a_second_number(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(("a 40-year decline", "40 year"), ("a 3-degree rise", "rose 3 degree"), ("10 years more", "rose 10 years"))
def test_a_decline_of_40_years_is_how_long_it_lasts(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


def test_2016_democrats_are_those_of_a_year() -> None:
    with pytest.raises(UnreadableValue):
        parse_quantity("2016 Democrats")
    assert str(parse_quantity("2,016 Democrats")) == "2016 Democrats"


@pytest.mark.parametrize("phrase", ["in the $20s", "a one-two punch", "the one enacted recently", "by 2100"])
def test_prices_pronouns_and_years_are_refused(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_quantity(phrase)


def test_a_third_agreed_is_a_share_of_people() -> None:
    assert str(parse_quantity("a third agreed")) == "share 1/3 agreed"
    assert str(parse_quantity("a third injured person")) == "3rd injured person"


@pytest.mark.parametrize("phrase", ["the 2008 and 2012 cycles", "2016 and 2020"])
def test_two_years_are_not_one_number(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_quantity(phrase)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("$280 million first notes", "USD 280e6"),
        ("three second-term senators", "3 second-term senators"),
        ("four “friends”", "4"),
        ("“a 12” pipe", "12"),
        ("a 12” pipe", '12 "\\""'),
    ],
)
def test_words_and_marks_after_a_number_are_not_part_of_it(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


def test_2017_remarks_are_those_of_a_year_anywhere_in_a_phrase() -> None:
    with pytest.raises(UnreadableValue, match="2017 is a year"):
        parse_quantity("to deny 2017 remarks")
    assert str(parse_quantity("at least 2017 votes")) == ">=2017 votes"


@readings(
    ("the under-19 squad", "<19 squad"),
    ("over-50 voters", ">50 voters"),
    ("a 14-and-under team", "<=14 team"),
    ("18-and-over", ">=18"),
    ("about -5 degrees", "~-5 degrees"),
    ("<-40 degrees", "<-40 degrees"),
)
def test_a_hyphen_between_a_bound_and_its_number_is_not_a_minus_sign(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@pytest.mark.parametrize(
    "phrase", ["the 3rd of June", "May the fifth", "the 21st of March", "2nd April", "the fifth of each month"]
)
def test_a_day_of_a_month_is_not_a_rank(phrase: str) -> None:
    with pytest.raises(UnreadableValue, match="is a day, not a rank"):
        parse_quantity(phrase)


@readings(("a mile-and-a-half", "1.5 mile"), ("three miles-and-a-half", "3.5 miles"), ("a year-and-a-half", "1.5 year"))
def test_a_half_after_hyphens_is_not_lost(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@pytest.mark.parametrize(
    "phrase",
    ["one thousand, hundred people", "100, thousand people", "a million and thousand votes", "two hundred, million"],
)
def test_a_magnitude_that_goes_on_with_nothing_is_not_dropped(phrase: str) -> None:
    with pytest.raises(UnreadableValue, match="does not go on with"):
        parse_quantity(phrase)


@readings(
    ("a dollar and a half", "USD 1.5"),
    ("five pounds and a quarter", "5.25 pounds"),
    ("six dollars and a quarter", "USD 6.25"),
    ("a dozen and a half eggs", "18 eggs"),
    ("three dozen and a half", "42"),
    ("a dollar and 42 cents", "USD 1.42"),
)
def test_a_half_after_dollars_or_dozens_is_counted(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


def test_a_third_of_something_else_is_not_added_to_a_length() -> None:
    assert str(parse_quantity("two years and a third of the budget")) == "2 years"


@pytest.mark.parametrize(
    "phrase", ["hundredths of a second", "a fraction of a second", "the better part of two decades", "much of a decade"]
)
def test_a_part_that_is_not_measured_is_not_the_whole(phrase: str) -> None:
    with pytest.raises(UnreadableValue, match="a part of that, not how much"):
        parse_quantity(phrase)


def test_a_number_within_a_part_is_read() -> None:
    assert str(parse_quantity("part of a 12-member team")) == "12 member team"


@readings(
    ("a second-round match", "2nd round match"),
    ("a second-place finish", "2nd place finish"),
    ("a second-long pause", "1 second"),
)
def test_second_before_a_hyphen_is_a_rank_and_no_time(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("100, give or take", "~100"),
    ("100 people, at least", ">=100 people"),
    ("12, tops", "<=12"),
    ("$500 and change", ">=~USD 500"),
    ("five hundred and odd", ">=~500"),
    ("100 and then some", ">100"),
    ("100, at least 12 of them men", None),
)
def test_a_hedge_at_the_end_is_not_dropped(phrase: str, canonical: str | None) -> None:
    if canonical is None:
        with pytest.raises(UnreadableValue, match="more than one number"):
            parse_quantity(phrase)
    else:
        assert str(parse_quantity(phrase)) == canonical


@readings(
    ("dozens and dozens of people", "dozens people"),
    ("thousands upon thousands of dollars", "USD thousands"),
    ("100s of people", "hundreds people"),
    ("10s of thousands of homes", "tens*1000 homes"),
)
def test_what_vague_words_count_is_not_lost(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@pytest.mark.parametrize("phrase", ["a million to one", "a thousand to one", "millions to one"])
def test_long_odds_are_not_a_large_number(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_quantity(phrase)


@readings(("2h30m", "150 min"), ("1h 5m", "65 min"), ("5 percent extra", "rose 5%"), ("20 below zero", "-20"))
def test_letters_and_words_after_a_number_are_not_passed_over(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@pytest.mark.parametrize("phrase", ["20 below", "11h45", "at 19h30 on Friday", "on cloud nine"])
def test_what_may_be_a_temperature_a_time_of_day_or_an_idiom_is_refused(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_quantity(phrase)


@readings(
    ("a full third of voters", "share 1/3 voters"),
    ("a mere fifth of the seats", "only share 1/5 seats"),
    ("the poorest tenth of households", "share 1/10 households"),
    ("the top third of the class", "share 1/3 class"),
    ("a good third round", "3rd round"),
    ("half as many again", "1.5x"),
    ("half as much", "0.5x"),
)
def test_a_third_that_is_judged_is_a_part_and_half_again_is_more(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("nothing short of 300", ">=300"),
    ("just north of 300", ">~300"),
    ("300 at a minimum", ">=300"),
    ("300 people max", "<=300 people"),
    ("a max of 300", "<=300"),
    ("300, if that", "<=300"),
    ("300 and rising", ">=300"),
    ("300 and rising fast", "300"),
    ("a $300 max payout", "USD 300"),
)
def test_a_bound_in_other_words_is_not_dropped_or_turned_round(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@readings(
    ("zero-point-five", "0.5"),
    ("a five-point-two percent rise", "rose 5.2%"),
    ("a five-point lead", "5 point lead"),
    ("a 1,400 score", "1400 score"),
    ("two score of ships", "2*20 ships"),
)
def test_decimals_between_hyphens_and_scores_after_digits_are_read(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@pytest.mark.parametrize(
    "phrase",
    [
        "at best 300",
        "300 jobs at worst",
        "never 300",
        "no longer 300",
        "other than 300",
        "instead of 300",
        "oh-five",
        "a 1-2 punch",
        "Oh, yes",
    ],
)
def test_what_a_number_is_not_or_may_be_is_refused(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_quantity(phrase)


def test_a_denial_of_something_else_does_not_refuse_the_number() -> None:
    assert str(parse_quantity("he is not a clerk and earns $12 an hour")) == "USD 12 per hour"


@readings(
    ("one to one and a half million", "1e6..1.5e6"),
    ("between one and two and a half billion dollars", "USD 1e9..2.5e9"),
    ("a quarter to half a percentage point", "0.25..0.5pp"),
    ("a third to a half of voters", "share 1/3..0.5 voters"),
    ("5,000 a day or more", ">=5000 per day"),
)
def test_what_is_said_with_the_second_end_is_said_of_the_first(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@pytest.mark.parametrize(
    "phrase",
    ["tens to hundreds of millions", "dozens to hundreds", "several hundred to a thousand", "half a point to a point"],
)
def test_a_vague_range_is_not_its_lower_end(phrase: str) -> None:
    with pytest.raises(UnreadableValue, match="more than one number"):
        parse_quantity(phrase)


@pytest.mark.parametrize("phrase", ["10 at night", "3 in the morning", "at eight in the evening"])
def test_an_hour_is_not_a_number_of_things(phrase: str) -> None:
    with pytest.raises(UnreadableValue, match="time of day"):
        parse_quantity(phrase)
