"""Dates, periods, durations and recurring times."""
