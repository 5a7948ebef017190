"""Results as plain objects: what ``--json`` prints and other programs rely on."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from data.catalogue import source
from data.ingest import Question, message
from data.service.deliveries import Report
from data.service.ranking import Ranking
from data.service.series import Series
from data.store import Proposal, Release
from language import Lang

ROW = ("province_code", "name", "value", "status", "rule", "rank", "group_rank")


def ranking(found: Ranking, lang: Lang) -> dict[str, Any]:
    """Give a ranking of the group's members, best first."""
    return {
        "indicator": found.indicator,
        "period": found.period,
        "boundary": found.boundary,
        "group": found.group,
        "n": found.n,
        "group_n": found.group_n,
        "unit": found.unit,
        "withheld": found.withheld or None,
        "illustrative": found.illustrative,
        "source": sources(found.sources, lang),
        "release": found.release,
        "rows": [{name: getattr(row, name) for name in ROW} for row in found.rows],
    }


def series(found: Series, lang: Lang) -> dict[str, Any]:
    """Give one province over time; ``break_before`` is empty or the reason of a break."""
    return {
        "indicator": found.indicator,
        "province_code": found.province_code,
        "name": found.name,
        "boundary": found.boundary,
        "unit": found.unit,
        "illustrative": found.illustrative,
        "source": sources(found.sources, lang),
        "release": found.release,
        "points": [asdict(point) for point in found.points],
    }


def sources(ids: tuple[str, ...], lang: Lang) -> list[dict[str, str]]:
    """Give the sources with title and address."""
    known = [source(source_id) for source_id in ids]
    return [{"id": one.id, "title": one.title[lang], "url": one.url} for one in known]


def report(found: Report, lang: Lang) -> dict[str, Any]:
    """Give what a file holds, what is wrong with it and what it would change."""
    delivery, changes = found.delivery, found.changes
    names = ("added", "changed", "removed", "unchanged")
    return {
        "outcome": delivery.outcome,
        "flows": list(delivery.flows),
        "periods": list(delivery.periods),
        "boundary": delivery.boundary,
        "observations": len(delivery.observations),
        "issues": [
            {
                "code": issue.code,
                "severity": str(issue.severity),
                "cell": issue.cell,
                "found": issue.found,
                "expected": issue.expected,
                "message": message(issue, lang),
            }
            for issue in delivery.issues
        ],
        "questions": [question(one, lang) for one in found.questions],
        "changes": {name: getattr(changes, name) for name in names},
    }


def question(found: Question, lang: Lang) -> dict[str, Any]:
    """Give an open question: where it stands, what may be chosen, what accepting it means."""
    return {
        "code": found.code,
        "cells": list(found.cells),
        "kind": found.kind,
        "options": {one.value: one.words[lang] for one in found.options},
        "default": found.default,
        "optional": found.optional,
        "message": found.words[lang],
    }


def proposal(found: Proposal) -> dict[str, Any]:
    """Give one proposal; the moments are UTC, ``decided`` is ``None`` while it waits."""
    decided = found.decided and {**asdict(found.decided), "at": moment(found.decided.at)}
    return {**asdict(found), "at": moment(found.at), "decided": decided}


def moment(at: datetime) -> str:
    """Write a moment in UTC as ISO 8601."""
    return at.isoformat().replace("+00:00", "Z")


def release(found: Release) -> dict[str, Any]:
    """Give one release of the history; the moment is UTC."""
    return {**asdict(found), "created_at": moment(found.created_at)}
