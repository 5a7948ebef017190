"""A file is there whole or not at all."""

import errno
from pathlib import Path

import pytest

from briefings.whole_file import CannotWrite, whole, write


def test_a_file_takes_its_name_when_it_is_whole(tmp_path):
    write(tmp_path / "a.txt", b"whole")

    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"whole"


def test_whatever_interrupts_leaves_the_former_file_as_it_was(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"former")

    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path / "a.txt", KeyboardInterrupt)

    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"former"


def interrupted(path, by):
    with whole(path) as part:
        part.write_bytes(b"hal")
        raise by


def on_a_full_disk(path):
    with whole(path) as part:
        part.write_bytes(b"begun")
        Path("/dev/full").write_bytes(b"x")


def test_what_the_system_refuses_names_the_file_that_was_asked_for(tmp_path):
    with pytest.raises(CannotWrite) as refused:
        write(tmp_path / "nowhere" / "a.txt", b"")

    assert refused.value.path.name == "a.txt"
    assert refused.value.errno == errno.ENOENT


def test_a_full_disk_leaves_nothing(tmp_path):
    """/dev/full takes no byte: what a disk says that has no room left."""
    with pytest.raises(CannotWrite) as full:
        on_a_full_disk(tmp_path / "a.txt")

    assert full.value.errno == errno.ENOSPC
    assert list(tmp_path.iterdir()) == []
