"""What a number or a date in a sentence means."""
