"""From words to dates, before the day of publication is looked at."""
