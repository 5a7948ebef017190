"""A template from outside is opened in a limited process before any other opens it."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from pptx import Presentation

from briefings.office_template import BadTemplate
from briefings.template_check import accept, read
from data.ingest.precheck import MAX_FILE


def saved(document):
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def slides():
    found = Presentation()
    found.slide_width, found.slide_height = 12192000, 6858000
    return saved(found)


def with_part(content, name, part):
    """Give a file with one part replaced."""
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for one in old.namelist():
            new.writestr(one, part if one == name else old.read(one))
    return target.getvalue()


def test_ordinary_templates_are_taken_as_they_came(tmp_path):
    file = tmp_path / "mẫu.pptx"
    content = slides()
    file.write_bytes(content)

    assert read(file, "pptx") == content
    accept(saved(Document()), "docx")


@pytest.mark.parametrize(
    ("content", "kind", "key"),
    [
        (saved(Document()), "pptx", "no_pptx"),
        (slides(), "docx", "no_docx"),
        (saved(Presentation()).replace(b"PK\x03\x04", b"PK\x03\x05", 1), "pptx", "no_pptx"),
        (with_part(slides(), "ppt/presentation.xml", b"<a/>"), "pptx", "damaged"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_reason(content, kind, key):
    with pytest.raises(BadTemplate) as refused:
        accept(content, kind)

    assert refused.value.key == f"office_template.{key}"


def test_a_template_that_needs_too_much_memory_stops_its_own_process_only(caplog):
    """Fifty megabytes of empty tags are 50 kB in the file, and a gigabyte once they are a tree."""
    master = b"<a>" + b"<b/>" * 12_000_000 + b"</a>"
    bomb = with_part(slides(), "ppt/slideMasters/slideMaster1.xml", master)

    with pytest.raises(BadTemplate) as refused:
        accept(bomb, "pptx")

    assert refused.value.key == "office_template.damaged"
    assert "The reader of a template stopped with status" in caplog.text


def test_a_file_larger_than_any_template_is_not_even_read(tmp_path):
    file = tmp_path / "mẫu.pptx"
    with file.open("wb") as large:
        large.truncate(MAX_FILE + 1)

    with pytest.raises(BadTemplate) as refused:
        read(file, "pptx")

    assert refused.value.key == "office_template.too_large"
