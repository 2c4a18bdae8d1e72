"""Documents as web pages: one file each, which loads nothing and sends nothing. The text as it reads, and its facts around it.

`page.py` is the shell of every page; `article.py` puts together one article, `index.py` several.
"""
