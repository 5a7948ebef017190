"""Blocks of the page of exports: what, for whom, in which language; progress; the file."""

from pathlib import PurePath

import streamlit as st

from briefings.wish import SUFFIXES, Asked, file_name
from dashboard import blocks, cache, components, export_template, pickers
from dashboard.export_job import Job
from dashboard.settle import FIRST_INDICATOR, NOBODY
from dashboard.view import View
from dashboard.words import lang, text
from language import LANGS

_JOB = "reports.job"
_KIND = "reports.kind"
_WHO = "reports.who"
_LANG = "reports.lang"
_FORM = "reports.form"
KINDS = ("deck", "briefing", "sheet", "card", "workbook", "snapshot", "release-day")
WHO = {
    "deck": ("province", "group"),
    "briefing": ("province", "group"),
    "sheet": ("province",),
    "card": ("province", "group"),
}
"""For whom a kind can be made; the others are of a group."""
_TICK = 1.0  # seconds between two looks at the work


def open_page() -> View:
    """Settle the choices of the page; without figures it says so and stops."""
    now = blocks.open_view(only=FIRST_INDICATOR)
    blocks.dti_or_stop(now)
    return now


def choices(now: View) -> None:
    """Choose what is made, for whom, on which list, of which period, in which language."""
    left, right = st.columns(2, gap="medium")
    with left:
        st.selectbox(text("export.kind"), KINDS, format_func=_kind_words, key=_KIND)
        st.caption(text(f"export.what.{_plain(_kind())}"))
        _who()
        if _is_of_province():
            pickers.province(now, is_home=False)
        pickers.group(now)
    with right:
        pickers.boundary(now)
        pickers.period(now)
        st.session_state.setdefault(_LANG, lang())
        st.radio(text("export.language"), list(LANGS), format_func=_lang_words, key=_LANG)
        forms = SUFFIXES[_kind()]
        if len(forms) > 1:
            st.radio(text("export.form"), forms, format_func=_form_words, key=_FORM)


def _who() -> None:
    whom = WHO.get(_kind(), ("group",))
    if len(whom) > 1:
        st.radio(text("export.who"), whom, format_func=_who_words, key=_WHO, horizontal=True)


def _kind() -> str:
    found: str = st.session_state.get(_KIND, KINDS[0])
    return found


def _is_of_province() -> bool:
    whom = WHO.get(_kind(), ("group",))
    return (
        st.session_state.get(_WHO, whom[0]) == "province" if len(whom) > 1 else whom[0] != "group"
    )


def _plain(kind: str) -> str:
    return kind.replace("-", "_")


def _kind_words(kind: str) -> str:
    return text(f"export.kind_{_plain(kind)}")


def _who_words(who: str) -> str:
    return text(f"export.who_{who}")


def _lang_words(code: str) -> str:
    return text(f"app.language_{code}")


def _form_words(suffix: str) -> str:
    return suffix.removeprefix(".").upper()


def make(now: View) -> None:
    """Offer to make the file, or show how far it has come."""
    job: Job | None = st.session_state.get(_JOB)
    if job is not None and not job.is_over:
        _progress()
        return
    if _is_of_province() and now.province == NOBODY:
        st.info(text("export.pick_province"))
    else:
        st.button(text("export.make"), key="reports.make", on_click=_begin, args=(now,))
    if job is not None:
        _over(job)


def template() -> None:
    """Let the office bring its own template."""
    export_template.offer(_kind(), _suffix())


def _suffix() -> str:
    forms = SUFFIXES[_kind()]
    found: str = st.session_state.get(_FORM, forms[0]) if len(forms) > 1 else forms[0]
    return found


def _begin(now: View) -> None:
    """Begin anew; the file before is taken away."""
    job: Job | None = st.session_state.get(_JOB)
    if job is not None:
        job.remove()
    own = export_template.fitting(_kind(), _suffix())
    st.session_state[_JOB] = Job(*_words(now), template=own).start()


def _words(now: View) -> tuple[tuple[str, ...], str]:
    """Give the words of the command and the name of the file; the release is the one shown."""
    kind, number = _kind(), cache.release()
    province = now.province if _is_of_province() else ""
    asked = Asked(
        kind,
        province,
        now.group,
        now.boundary,
        now.year,
        now.indicator,
        "",
        _suffix(),
        is_one=False,
    )
    words = [kind, "--group", now.group, "--boundary", now.boundary, "--period", now.year]
    words += ["--province", province] if province else []
    words += ["--lang", st.session_state.get(_LANG, lang()), "--release", str(number)]
    return tuple(words), file_name(asked, number)


@st.fragment(run_every=_TICK)
def _progress() -> None:
    """Show how far the work has come, and a button that stops it."""
    job: Job = st.session_state[_JOB]
    if job.is_over:
        st.rerun()
    if job.state == "waiting" or not job.count:
        st.progress(0.0, text("export.waiting" if job.state == "waiting" else "export.starting"))
    else:
        done = (job.step - 1) / job.count
        part = PurePath(job.part).name
        said = text("export.at", step=job.step, count=job.count, name=part)
        st.progress(done, said)
    st.button(text("export.stop"), key="reports.stop", on_click=job.stop)


def _over(job: Job) -> None:
    """Offer the file, or say why there is none."""
    if job.state == "stopped":
        components.notice("plain", text("export.cancelled"), key="reports.said")
    elif job.state == "failed":
        said = job.said or text("export.own_fault")
        components.notice("bad", text("export.failed"), [said], key="reports.said")
    elif not job.file.exists():
        components.notice("plain", text("export.gone"), key="reports.said")
    else:
        size = text("export.size", size=str(max(1, round(job.file.stat().st_size / 1024))))
        components.notice(
            "good", text("export.ready"), [f"{job.name} ({size})"], key="reports.said"
        )
        st.download_button(
            text("export.download"),
            data=job.content,
            file_name=job.name,
            mime="application/octet-stream",
            on_click="ignore",
            key="reports.download",
        )
