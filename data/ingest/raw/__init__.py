"""What readers of workbooks do not say: hidden rows and columns, error cells, merged cells.

These modules run in the isolated reader, which loads them by their path: they import the standard
library only. Each has ``extras(content) -> {sheet: Extra}``, where ``sheet`` is a name or the
number of a table sheet in the file.
"""
