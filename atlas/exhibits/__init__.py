"""What the Atlas shows: each chart with its finding, definition, alternative text and source, made from one summary.

Pages draw them, pictures draw them, and whatever tells a story takes them from here, so that no number and no sentence
is made twice.  What is made of a network alone is kept with it.
"""
