"""``dti proposals, approve, send-back``: where a second person approves a release."""

from typing import TYPE_CHECKING, Annotated

import typer

from commands.base import (
    DEFAULT_LANG,
    By,
    InLang,
    Json,
    Reason,
    app,
    fail,
    option,
    said,
    show,
    store,
    told,
)
from commands.deliveries import tell_release
from language import text

if TYPE_CHECKING:
    from data.store import Store


@app.command(help=said("proposals"))
def proposals(
    number: Annotated[int | None, typer.Argument(help=said("proposal"))] = None,
    as_json: Json = False,
    lang: InLang = DEFAULT_LANG,
) -> None:
    from briefings import shell
    from data.service import plain
    from data.service import proposals as waiting

    with told(lang) as said_in:
        opened = store(said_in)
        if number is not None:
            known_proposal(opened, number)
            report = waiting.review(opened, number)
            show(plain.report(report, said_in), as_json, lambda: shell.report(report, said_in))
            return
        found = waiting.proposals(opened)
        objects = [plain.proposal(one) for one in found]
        show(objects, as_json, lambda: shell.proposals(found, said_in))


@app.command(help=said("approve"))
def approve(
    number: int,
    by: By,
    base: Annotated[int | None, option("base", "--base")] = None,
    as_json: Json = False,
    lang: InLang = DEFAULT_LANG,
) -> None:
    from data.service import proposals as waiting
    from data.service.rights import at_shell

    with told(lang) as said_in:
        opened = store(said_in)
        known_proposal(opened, number)
        found, report = waiting.proposal(opened, number), waiting.review(opened, number)
        now = report.base.id if report.base else 0
        if found.decided is None and (found.base_id or 0) != now != base:
            fail(text("cli.approve_stale", said_in, number=number, release=now), status=1)
        made = waiting.approve(opened, number, report, person=at_shell(by))
        tell_release(report, made, as_json, said_in)


@app.command("send-back", help=said("send_back"))
def send_back(
    number: int,
    by: By,
    reason: Reason = "",
    as_json: Json = False,
    lang: InLang = DEFAULT_LANG,
) -> None:
    from data.service import plain
    from data.service import proposals as waiting
    from data.service.rights import at_shell

    with told(lang) as said_in:
        opened = store(said_in)
        known_proposal(opened, number)
        found = waiting.send_back(opened, number, person=at_shell(by), reason=reason)
        done = text("cli.sent_back", said_in, number=number)
        show(plain.proposal(found), as_json, lambda: [done])


def known_proposal(opened: "Store", number: int) -> None:
    """Refuse a proposal that is not there."""
    from data.service.choices import among
    from data.service.proposals import proposals as listed

    among("proposal", str(number), [str(one.id) for one in listed(opened)])
