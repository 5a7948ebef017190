import base64
import hashlib
import re

import pytest

from web import frontend, shell


@pytest.fixture
def documents(tmp_path):
    return shell.shells(frontend.installed(tmp_path))


def test_the_document_says_its_language_and_its_own_title(documents):
    vietnamese, english = documents["vi"], documents["en"]

    assert '<html lang="vi">' in vietnamese
    assert "<title>Chuyển đổi số cấp tỉnh</title>" in vietnamese
    assert '<html lang="en">' in english
    assert "<title>Provincial digital transformation</title>" in english


def test_nothing_of_streamlits_is_left_to_read_or_to_load(documents):
    head = re.sub(r"<!--.*?-->", "", documents["vi"], flags=re.DOTALL)

    for gone in (
        "<title>Streamlit",
        "favicon.png",
        "SourceSans",
        "service-desc",
        "./static",
        "enable",
    ):
        assert gone not in head
    assert "JavaScript" in head


def test_the_hash_of_each_inline_script_is_the_one_a_browser_computes(documents):
    script = re.search(r"<script>(.*?)</script>", documents["vi"], re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()

    assert shell.script_hashes(documents["vi"]) == (f"'sha256-{digest}'",)


def test_a_document_of_another_streamlit_is_refused():
    with pytest.raises(shell.ShellChangedError, match="<title>"):
        shell.prepare('<html lang="en"><title>Other</title>', "vi", "/frontend/1/vi", "")
