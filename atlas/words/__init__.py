"""The sentences of each topic: leads, titles, alternative texts and headings of tables, made from its numbers."""
