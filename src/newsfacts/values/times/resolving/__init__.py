"""From what the words say, and the day of publication, to intervals."""
