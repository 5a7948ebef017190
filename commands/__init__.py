"""The commands of ``dti``: thin, on the same functions as the pages."""
