"""Documents made and changed in Python: what `Document.build`, `annotate`, `edit` and `without` do.

Whatever is made here goes through the same builder as what is read from a file. So roles follow from nesting, references
are checked, and `loads(document.dumps()) == document` holds for every document that comes out.
"""
