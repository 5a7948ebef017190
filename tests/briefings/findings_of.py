"""Findings of the published figures, each set made once for all tests that read it."""

from datetime import date
from functools import cache

from briefings import findings
from briefings.finding import Finding
from briefings.finding_scope import ranked_once
from data.service.figures import Figures
from data.service.profile import Ranked
from language import Lang

MADE = date(2026, 11, 23)
NORTH = "northern-midlands-mountains"
BORDER = "northern-mountain-border"


@cache
def ranked_of(figures: Figures, lang: Lang) -> Ranked:
    return ranked_once(figures, lang)


@cache
def group(
    figures: Figures, name: str, boundary: str, period: str, lang: Lang = "vi"
) -> tuple[Finding, ...]:
    ranked = ranked_of(figures, lang)
    return findings.of_group(figures, name, boundary, period, lang, MADE, ranked=ranked)


@cache
def province(
    figures: Figures, code: str, boundary: str, group: str, period: str, lang: Lang = "vi"
) -> tuple[Finding, ...]:
    ranked = ranked_of(figures, lang)
    where = (code, boundary, group, period)
    return findings.of_province(figures, *where, lang, MADE, ranked=ranked)
