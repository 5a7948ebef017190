"""A source is found by address, id, title or publisher; two that fit equally are not guessed."""

import pytest

from data.catalogue import indicator, sources
from data.ingest.sources import source_of

USUAL = indicator("dti_total").source_id


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Nguồn: https://dti.gov.vn/xep-hang-2022", "s01"),
        ("Nguồn: [s02]", "s02"),
        ("Nguồn: Xếp hạng chuyển đổi số năm 2023", "s02"),
        ("Nguồn: Ngân hàng Nhà nước Việt Nam", "sbv"),
        ("Nguồn: dti.gov.vn, qua bản chép của bên thứ ba", USUAL),
        ("Nguồn: một tờ báo", USUAL),
        ("", USUAL),
    ],
)
def test_words_name_a_source(words: str, source: str):
    assert source in sources()
    assert source_of(words, "dti_total") == source
