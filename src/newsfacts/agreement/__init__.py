"""Two or more annotators of one text: how far they agree, where they do not, and both in one document to decide about."""
