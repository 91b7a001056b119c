"""Decks: a story as PPTX with native charts and tables, made when somebody asks; nothing of it is loaded before.

python-pptx is imported within functions, and only in this package.
"""
