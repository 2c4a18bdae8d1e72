"""Annotated text, the `.facts` notation: bracketed spans with attributes."""
