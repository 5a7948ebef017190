"""Profile of a province: where it stands on everything known of it, over the years, from where."""

import streamlit as st

from dashboard import profile_blocks as profile
from dashboard.words import text

st.title(text("menu.profile"))
view = profile.open_view()
profile.choices(view)

found = profile.found(view)
profile.head(view, found)
profile.sentences(view, found)

st.subheader(text("profile.years"))
profile.years(view, found)
profile.explore(view)

profile.far(found)
profile.standings(found)
profile.pillars(found)
profile.sources(view, found)
