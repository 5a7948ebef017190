"""The home province: set for the installation, else chosen once by each reader and kept here.

A script cannot set a cookie; the page's component does it in the browser.
"""

import streamlit as st

from dashboard.settle import NOBODY, on_list
from dashboard.view import View
from data import reference
from data.settings import settings

_COOKIE = "dti_province"


def province() -> str:
    """Give the code of the home province on the newest list, or ""."""
    newest = reference.boundaries()[-1].id
    code = settings().province or st.context.cookies.get(_COOKIE, "")
    return code if code in reference.provinces(newest) else ""


def cookie(now: View) -> dict[str, str] | None:
    """Give the cookie that keeps a first choice; the installation's own setting needs none."""
    if settings().province or province() or now.province in ("", NOBODY):
        return None
    newest = reference.boundaries()[-1].id
    return {"name": _COOKIE, "value": on_list(now.province, now.boundary, newest)}
