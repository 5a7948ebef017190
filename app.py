"""The web application: pages of Streamlit, routes of our own, and what happens at start-up."""

import logging
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

# What pages import is there before memory is settled.
import dashboard.blocks
import dashboard.export_blocks
import dashboard.export_menu
import dashboard.history_blocks
import dashboard.method_blocks
import dashboard.payments_blocks
import dashboard.update_blocks
import dashboard.update_entry
import dashboard.update_taught
import dashboard.update_waiting  # noqa: F401
from dashboard.first_view import first_view
from language import Lang, text
from web import startup
from web.build import build

log = logging.getLogger("dti")


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Do before the first reader what else the first reader would wait for."""
    with startup.told():
        startup.prepare(site)
    startup.settle_memory()
    yield


def on_script_error(error: Exception) -> bool:
    """Tell the reader that it is our fault, with a code under which the log tells the rest."""
    code = secrets.token_hex(2).upper()
    log.error("Error %s in a page: %r", code, error)  # Streamlit logs the traceback
    lang: Lang = "en" if st.query_params.get("lang") == "en" else "vi"
    st.error(text("web.trouble", lang, code=code))
    return True


with startup.told():
    site = build(first_view)
app = st.App(
    "dashboard/frame.py",
    routes=site.routes,
    middleware=site.middleware,
    lifespan=lifespan,
    on_script_error=on_script_error,
)
