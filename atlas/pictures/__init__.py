"""Maps and charts as files: PNG and SVG with title, filters, source, date, coverage and disclaimer.

They are drawn in Python, without a browser, when somebody asks; nothing of it is loaded before (matplotlib is imported
within functions).
"""
