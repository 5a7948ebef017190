"""A file made by a child of the server: progress, cancel, and nothing left behind."""

import time
from io import BytesIO

import pytest
from pptx import Presentation

from dashboard.export_job import Job, made, sweep
from data.service import illustrative
from data.settings import settings


@pytest.fixture
def home(official_home, monkeypatch):
    monkeypatch.setenv("DTI_HOME", str(official_home))
    settings.cache_clear()
    yield official_home
    settings.cache_clear()


def ended(job, seconds=120):
    until = time.monotonic() + seconds
    while not job.is_over and time.monotonic() < until:
        time.sleep(0.05)
    return job.state


def test_a_file_lies_where_nobody_guesses_until_it_is_removed(home):
    job = Job(("snapshot", "--boundary", "34", "--group", "southeast"), "a.html").start()

    assert ended(job) == "done"
    assert job.content().startswith(b"<!DOCTYPE html>")
    assert len(job.folder.name) == 32
    assert job.folder.stat().st_mode & 0o777 == 0o700
    job.remove()
    assert not job.folder.exists()


def test_an_unknown_name_is_told_in_words(home):
    job = Job(("snapshot", "--group", "nowhere"), "a.html").start()

    assert ended(job) == "failed"
    assert "northern-mountain-border" in job.said
    assert not job.folder.exists()


def test_one_is_at_work_and_the_next_waits_and_both_can_be_stopped(home):
    first = Job(("release-day", "--boundary", "34"), "a.zip").start()
    second = Job(("snapshot",), "b.html").start()
    until = time.monotonic() + 60
    while first.step < 1 and time.monotonic() < until:
        time.sleep(0.05)

    assert (first.state, second.state) == ("running", "waiting")
    second.stop()
    first.stop()
    until = time.monotonic() + 30
    while (first.folder.exists() or second.folder.exists()) and time.monotonic() < until:
        time.sleep(0.05)
    assert (first.state, second.state) == ("stopped", "stopped")
    assert not first.folder.exists()
    assert not second.folder.exists()


def test_a_button_that_waits_gets_the_bytes_and_no_folder_stays(home):
    content = made(("map", "--boundary", "34"), "a.svg")

    assert content.startswith(b"<svg")
    assert list((home / "exports").iterdir()) == []


def test_figures_of_the_illustrative_store_are_marked(home):
    number = illustrative.figures().release.id
    words = ("map", "--indicator", "qr_acceptance_points", "--boundary", "63", "--release")

    content = made((*words, str(number)), "a.svg", is_apart=True).decode()

    assert "SỐ LIỆU MINH HỌA" in content


def test_an_offices_template_is_used_and_does_not_stay_beside_the_file(home):
    own = Presentation()
    own.slide_width, own.slide_height = 12_000_000, 6_750_000
    target = BytesIO()
    own.save(target)
    words = ("deck", "--indicator", "dti_total", "--boundary", "63")

    job = Job(words, "a.pptx", template=("template.pptx", target.getvalue())).start()

    assert ended(job) == "done"
    assert Presentation(BytesIO(job.content())).slide_width == 12_000_000
    assert [one.name for one in job.folder.iterdir()] == ["a.pptx"]
    job.remove()


def test_why_there_is_no_file_is_said_without_a_folder_of_the_server(home):
    job = Job(("map", "--boundary", "63"), "nowhere/a.svg").start()

    assert ended(job) == "failed"
    assert "nowhere/a.svg" in job.said
    assert str(home) not in job.said


def test_what_a_server_left_behind_is_swept_after_an_hour(home):
    import os

    old, new = (home / "exports" / name for name in ("old", "new"))
    for folder in (old, new):
        folder.mkdir(parents=True)
    os.utime(old, (time.time() - 4000,) * 2)

    sweep()

    assert not old.exists()
    assert new.exists()
    new.rmdir()
