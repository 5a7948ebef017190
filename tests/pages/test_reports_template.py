"""The office's own template on the page of exports: checked at once, used for the file, dropped."""

from io import BytesIO

import pytest
from docx import Document
from pptx import Presentation

from tests.pages.conftest import opened
from tests.pages.uploads import press, said

__all__ = ["said"]

TOLD = "reports.template.said"
UNUSED = "mẫu .pptx chỉ dùng cho trang chiếu"


def saved(document):
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def slides():
    found = Presentation()
    found.slide_width, found.slide_height = 12192000, 6858000
    return saved(found)


@pytest.fixture
def page(at, said):
    """The page with the fold of the template open."""
    app = at("reports", province="02", boundary="63")
    app.session_state["reports.fold"] = True
    app.run()
    yield app
    if "reports.job" in app.session_state:
        app.session_state["reports.job"].remove()


def bring(app, name, content):
    app.file_uploader[0].set_value((name, content, "application/octet-stream")).run()
    assert not app.exception, app.exception[0].value
    return app


def choose(app, kind):
    app.selectbox(key="reports.kind").set_value(kind).run()
    return app


def captions(app):
    return " ".join(one.value for one in app.caption)


def test_a_good_template_goes_with_the_file_that_is_made_and_with_no_other_kind(page, said):
    content = slides()
    bring(page, "mẫu sở.pptx", content)

    assert said[TOLD] == ("good", "Dùng mẫu của cơ quan.", ["mẫu sở.pptx"])
    assert page.file_uploader[0].value is None
    press(page, "reports.make")
    assert page.session_state["reports.job"].template == ("template.pptx", content)

    page.session_state["reports.job"].remove()
    press(choose(page, "workbook"), "reports.make")
    assert page.session_state["reports.job"].template is None


@pytest.mark.parametrize(
    ("kind", "content", "why"),
    [
        ("deck", saved(Document()), "Tệp mẫu không phải bản trình chiếu .pptx."),
        ("deck", slides()[:3000], "Tệp mẫu bị hỏng nên không dùng được."),
        ("briefing", b"%PDF-1.7", "Tệp mẫu không phải văn bản .docx."),
    ],
)
def test_a_template_of_no_use_is_refused_in_one_sentence(page, said, kind, content, why):
    bring(choose(page, kind), "mẫu.pptx", content)

    box, _title, lines = said[TOLD]
    assert box == "bad"
    assert len(lines) == 1
    assert lines[0].startswith(why)
    press(page, "reports.make")
    assert page.session_state["reports.job"].template is None


def test_a_kind_that_has_no_template_says_so(page, said):
    bring(page, "mẫu.pptx", slides())

    assert UNUSED not in captions(page)
    assert UNUSED in captions(choose(page, "snapshot"))
    assert not page.file_uploader
    assert UNUSED in captions(choose(page, "briefing"))
    assert UNUSED not in captions(choose(page, "release-day"))


def test_a_template_can_be_dropped(page, said):
    bring(page, "mẫu.pptx", slides())
    press(page, "reports.template.drop")

    assert not [one for one in page.button if one.key == "reports.template.drop"]
    press(page, "reports.make")
    assert page.session_state["reports.job"].template is None


def test_nothing_of_a_template_is_known_to_another_reader(page, said):
    bring(page, "mẫu.pptx", slides())

    assert "reports.template" not in opened("reports", province="02", boundary="63").session_state
