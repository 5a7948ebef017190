"""Update figures: choose files, see what they say and change, put them to use, take them back."""

import streamlit as st

from dashboard import update_blocks as update
from dashboard import update_entry, update_taught, update_waiting
from dashboard.words import text

st.title(text("menu.update"))
if update.open_page():
    update.choose()
    update.uploads()
    update_waiting.waiting()
    update_entry.entry()
    update_taught.lessons()
update.templates()
