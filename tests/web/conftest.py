"""Fixtures ``server``, ``browser`` and ``page``: see tests/running.py."""

from tests.running import browser, page, server

__all__ = ["browser", "page", "server"]
