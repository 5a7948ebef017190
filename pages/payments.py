"""QR payments: points, transactions and value, plain and for 1,000 people; or how to load them."""

import streamlit as st

from dashboard import blocks, payments_blocks, payments_choice, pickers
from dashboard.words import text

st.title(text("menu.payments"))
choice = payments_choice.open_choice()
payments_blocks.mark(choice)

left, middle, right = blocks.columns(1.4, 1.12, 0.87)
with left:
    payments_blocks.measure(choice)
    pickers.boundary(choice.view)
with middle:
    payments_blocks.period(choice)
    pickers.group(choice.view)
with right:
    pickers.province(choice.view)

payments_blocks.definition(choice)
if not payments_blocks.figures(choice):
    payments_blocks.empty(choice)
payments_blocks.existing(choice)
payments_blocks.load(choice)
