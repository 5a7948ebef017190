"""Empty workbooks for analysts, one for each dataflow and list of provinces."""

from data.templates.empty import empty_workbook, file_name

__all__ = ["empty_workbook", "file_name"]
