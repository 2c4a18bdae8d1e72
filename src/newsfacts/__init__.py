"""newsfacts: the facts in a news text, as typed objects that can be checked."""
