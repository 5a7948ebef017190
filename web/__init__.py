"""Routes that are not pages, and what every answer carries; ``web.build`` puts the parts together.

``web`` knows neither Streamlit nor the pages: it serves Streamlit's own files in a prepared form
(compressed beforehand, its English words replaced), figures and assets under immutable addresses,
and sets the headers of every answer.
"""
