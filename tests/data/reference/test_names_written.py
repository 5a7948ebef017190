"""However a name is written, it is found rightly or not at all."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from data.reference import provinces, resolve
from language.folding import TONES, fold, tone_key

LISTED = [(boundary, code) for boundary in ("63", "34") for code in provinces(boundary)]
OLD_TONES = {"òa": "oà", "óa": "oá", "ỏa": "oả", "ọa": "oạ", "ủy": "uỷ", "úy": "uý", "òe": "oè"}


def _old_tones(name: str) -> str:
    for new, old in OLD_TONES.items():
        name = name.replace(new, old)
    return name


SAFE = {
    "NFC": lambda name: unicodedata.normalize("NFC", name),
    "NFD": lambda name: unicodedata.normalize("NFD", name),
    "capitals": str.upper,
    "small": str.lower,
    "title": str.title,
    "old tones": _old_tones,
    "province": lambda name: f"Tỉnh {name}",
    "PROVINCE": lambda name: f"TỈNH {name}",
    "committee": lambda name: f"UBND tỉnh {name}",
    "number": lambda name: f"12. {name}",
    "colon": lambda name: f"{name}:",
    "two blanks": lambda name: name.replace(" ", "  "),
    "hard blanks": lambda name: name.replace(" ", "\u00a0"),
    "blanks around": lambda name: f"  {name} \t",
    "no blanks at dashes": lambda name: name.replace(" - ", "-"),
    "long dashes": lambda name: name.replace("-", "–"),
    "nothing to see": lambda name: name.replace(" ", "\u200b "),
    "two lines": lambda name: name.replace(" ", "\n", 1),
}
"""Ways of writing that lose nothing of a name."""


def _without_tones(name: str) -> str:
    letters = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(one for one in letters if one not in TONES))


LOSSY = {
    "no accents": fold,
    "no tones": _without_tones,
    "no blanks": lambda name: name.replace(" ", ""),
    "blanks as lines": lambda name: name.replace(" ", "_"),
    "dashes": lambda name: name.replace(" ", "-"),
    "English": lambda name: f"{fold(name).title()} Province",
}
"""Ways that lose something."""


@settings(max_examples=500, deadline=None)
@given(
    one=st.sampled_from(LISTED),
    ways=st.lists(st.sampled_from(sorted(SAFE)), max_size=4, unique=True),
)
def test_what_loses_nothing_of_a_name_finds_its_province(one: tuple[str, str], ways: list[str]):
    boundary, code = one
    name = provinces(boundary)[code].name.vi
    # One word in front of a name, as nobody writes two; the number stands before it.
    fronts = [way for way in ways if way in ("province", "PROVINCE", "committee", "number")]
    for way in (*(way for way in ways if way not in fronts), *fronts[:1]):
        name = SAFE[way](name)

    found = resolve(name, boundary)

    assert found is not None, name
    assert found.code == code


@settings(max_examples=500, deadline=None)
@given(
    one=st.sampled_from(LISTED),
    ways=st.lists(st.sampled_from(sorted(SAFE | LOSSY)), max_size=5, unique=True),
    other=st.sampled_from(["63", "34"]),
)
def test_no_way_of_writing_makes_one_province_another(
    one: tuple[str, str], ways: list[str], other: str
):
    boundary, code = one
    right = provinces(boundary)[code]
    name = right.name.vi
    for way in ways:
        name = (SAFE | LOSSY)[way](name)

    found = resolve(name, other)

    assert found is None or _is_same(found.code, other, right.name.vi)


@settings(max_examples=500, deadline=None)
@given(
    one=st.sampled_from(LISTED),
    place=st.integers(0, 15),
    letter=st.sampled_from("abeghiklmnoprstuvyăâđêôơư "),
)
def test_one_wrong_letter_gives_no_other_province(one: tuple[str, str], place: int, letter: str):
    boundary, code = one
    name = provinces(boundary)[code].name.vi
    place %= len(name)

    found = resolve(name[:place] + letter + name[place + 1 :], boundary)

    assert found is None or found.code == code


def _is_same(code: str, boundary: str, name: str) -> bool:
    known = provinces(boundary)[code]
    written = {tone_key(text) for text in (known.name.vi, *known.variants)}
    return tone_key(name) in written
