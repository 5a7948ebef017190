"""The questions of a file: each with its cell and what was found, all answered by one button.

They stand in a form: choosing an answer runs nothing, only "Kiểm tra lại" sends all of them.
"""

from collections.abc import Sequence

import streamlit as st

from dashboard import components
from dashboard.person import LONGEST, name, remember
from dashboard.update_desk import Upload
from dashboard.words import lang, text
from data import catalogue
from data.ingest.answers import ACCEPT, SKIP, Answer, Question
from data.ingest.typed import number_in
from data.service.by_hand import period_of

SHOWN = 6  # places of alike cells that are named one by one
TEACHABLE = ("issue.indicator_unclear", "issue.column_left_out")
SUGGESTED = ("issue.unknown_province", "issue.code_differs")
"""Questions with a guess that stands in the field already; any other choice is the person's."""


def form(upload: Upload, questions: Sequence[Question]) -> None:
    """Show the questions with their answers, and the button that checks again."""
    needed = [one for one in questions if not one.optional]
    others = [one for one in questions if one.optional]
    ordered = (*needed, *others)
    with st.form(upload.key("questions"), border=False):
        for number, question in enumerate(needed, start=1):
            with st.container(border=True):
                _question(upload, number, question)
        if others:
            with st.expander(text("update.optional", count=len(others)), expanded=not needed):
                for number, question in enumerate(others, start=len(needed) + 1):
                    _question(upload, number, question)
        if any(map(_is_teachable, ordered)):
            label, key = text("update.person_teaches"), upload.key("teacher")
            st.text_input(label, value=name(), key=key, max_chars=LONGEST)
        st.form_submit_button(
            text("update.check_again"),
            type="primary",
            key=upload.key("again"),
            on_click=_answer,
            args=(upload, ordered),
        )


def start_again(upload: Upload) -> None:
    """Offer to take back every answer: what was chosen by mistake is asked once more."""
    if upload.answers:
        key = upload.key("start_again")
        st.button(text("update.start_again"), key=key, on_click=_forget, args=(upload,))


def _forget(upload: Upload) -> None:
    if upload.stage == "shown":
        upload.answers, upload.stage = (), "check"


def _question(upload: Upload, number: int, question: Question) -> None:
    title = f"{number}. {question.words[lang()]}"
    components.notice("plain", title, _more_places(question), key=_key(upload, "words", question))
    if question.kind == "mend":
        st.caption(text("update.mend"))
        return
    if question.kind == "accept":
        st.checkbox(text("update.accept"), key=_key(upload, "choice", question))
    has_options = bool(question.options) and question.kind != "accept"
    is_typed = question.kind in ("number", "period")
    if has_options and is_typed:
        left, right = st.columns(2, gap="medium", vertical_alignment="bottom")
        with left:
            _options(upload, number, question)
        with right:
            _type(upload, question)
    elif has_options:
        _options(upload, number, question)
    elif is_typed:
        _type(upload, question)
    if (question.code, question.cell) in upload.unread:
        components.notice("ask", text("update.unread"), key=_key(upload, "unread", question))
    if _is_teachable(question):
        st.checkbox(text("update.teach"), key=_key(upload, "teach", question))
    if question.needs_reason:
        st.text_input(
            text("update.reason_of_answer"), key=_key(upload, "reason", question), max_chars=500
        )


def _type(upload: Upload, question: Question) -> None:
    st.text_input(
        text(f"update.type_{question.kind}"),
        key=_key(upload, "typed", question),
        help=text(f"update.type_{question.kind}_help"),
    )


def _options(upload: Upload, number: int, question: Question) -> None:
    names = {one.value: one.words[lang()] for one in question.options}
    values = list(names)
    is_guess = question.code in SUGGESTED and question.default not in (None, SKIP)
    start = values.index(question.default) if is_guess and question.default in values else None
    st.selectbox(
        text("update.answer", number=number),
        values,
        index=start,
        format_func=names.__getitem__,
        placeholder=text("update.choose_answer"),
        key=_key(upload, "choice", question),
    )


def _more_places(question: Question) -> list[str]:
    """Name the other cells that the same answer serves."""
    others = [cell.rpartition("!")[2] or cell for cell in question.cells[1:]]
    if not others:
        return []
    names = ", ".join(others[:SHOWN]) + ("…" if len(others) > SHOWN else "")
    return [text("update.also_cells", count=len(others), names=names)]


def _is_teachable(question: Question) -> bool:
    return question.code in TEACHABLE and bool(question.found)


def _answer(upload: Upload, questions: tuple[Question, ...]) -> None:
    """Take in what was answered and have the file checked again; the open ones stay open."""
    if upload.stage != "shown":
        return
    answers = [given for one in questions if (given := _given(upload, one)) is not None]
    told = {(one.code, one.cell) for one in answers}
    kept = tuple(one for one in upload.answers if (one.code, one.cell) not in told)
    upload.answers = (*kept, *answers)
    remember(str(st.session_state.get(upload.key("teacher")) or name()))
    upload.unread = _unread(upload, questions)
    upload.taught = _taught(upload, questions, answers)
    upload.stage = "check"


def _given(upload: Upload, question: Question) -> Answer | None:
    """Give the answer of one question; ``None`` when it was left open or cannot be read."""
    chosen = st.session_state.get(_key(upload, "choice", question))
    typed = _typed(upload, "typed", question)
    reason = _typed(upload, "reason", question)
    if question.needs_reason and not reason:
        return None
    choice = str(chosen) if chosen else ""
    if question.kind == "accept":
        choice = ACCEPT if chosen else ""
    if typed:
        choice = _read(question, typed)
    return Answer(question.code, question.cell, choice, reason) if choice else None


def _key(upload: Upload, field: str, question: Question) -> str:
    """Name a widget after its question: what was typed must not slip to the next one."""
    return upload.key(f"{field}.{question.code.removeprefix('issue.')}.{question.cell}")


def _typed(upload: Upload, field: str, question: Question) -> str:
    return str(st.session_state.get(_key(upload, field, question)) or "").strip()


def _read(question: Question, typed: str) -> str:
    """Give what was typed as an answer; "" for what is neither number nor period."""
    if question.kind == "period":
        return period_of(typed) or ""
    return typed if number_in(typed, question.about) is not None else ""


def _unread(upload: Upload, questions: Sequence[Question]) -> frozenset[tuple[str, str]]:
    """Tell which questions were answered by words that could not be read."""
    return frozenset(
        (one.code, one.cell)
        for one in questions
        if (typed := _typed(upload, "typed", one)) and not _read(one, typed)
    )


def _taught(
    upload: Upload, questions: Sequence[Question], answers: Sequence[Answer]
) -> dict[str, str]:
    """Give the headings to be remembered, and what they are."""
    chosen = {(one.code, one.cell): one.choice for one in answers}
    return {
        question.found: choice
        for question in questions
        if st.session_state.get(_key(upload, "teach", question))
        and (choice := chosen.get((question.code, question.cell), "")) in catalogue.indicators()
    }
