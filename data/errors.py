"""Exceptions of the data layer, as a tree. Texts are English: they speak to developers.

What a person who uploads a file must know is an ``Issue``, not an exception.
"""

from typing import Any

from indicators.errors import DtiError


class DataError(DtiError):
    """Root of what can go wrong with stored facts and figures."""


class UnknownName(DataError):
    """A name that is not in a codelist; the message says which names exist."""


class UnknownIndicator(UnknownName):
    """No such indicator in the catalogue."""


class UnknownProvince(UnknownName):
    """No such province on the list (boundary) that was asked."""


class UnknownGroup(UnknownName):
    """No such group of provinces."""


class UnknownPeriod(UnknownName):
    """No figures for that period."""


class BadReference(DataError):
    """A file of facts (catalogue, provinces, boundaries) breaks its own rules."""


class BadCatalogue(BadReference):
    """A file in the folder of ``DTI_CATALOGUE`` breaks the rules of the catalogue."""


class StaleBase(DataError):
    """Somebody published between the check and the publication.

    ``published`` are the releases (``data.store.Release``) made in between, oldest first.
    """

    def __init__(self, message: str, published: tuple[Any, ...] = ()) -> None:
        super().__init__(message)
        self.published = published


class BadDatabaseUrl(DataError):
    """``DTI_DATABASE_URL`` is no address of a database that this program can open."""


class NewerStore(DataError):
    """A newer version of the program has changed the store's tables: this one cannot read it."""


class NotAllowed(DataError):
    """The person may not do this."""


class NeedsApproval(NotAllowed):
    """The installation wants a second person: what one person brings can only be proposed."""


class AlreadyDecided(DataError):
    """Somebody has approved a proposal, or sent it back, already."""


class NotAccepted(DataError):
    """A delivery has open points that nobody answered, or was refused; ``codes`` names them."""

    def __init__(self, message: str, codes: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.codes = codes


class NothingLeft(NotAccepted):
    """What was answered leaves every figure of a delivery out: there is nothing to publish."""


class ReasonNeeded(NotAccepted):
    """A correction of figures in use, or a refusal, without a reason that others can read."""


class UnknownChoice(UnknownName):
    """A reader asked for a name that is not there; ``names`` are those that are.

    ``kind`` is ``indicator, period, boundary, group, province, flow`` or ``release``: the key of
    the sentence that says so.
    """

    def __init__(self, kind: str, name: str, names: tuple[str, ...]) -> None:
        super().__init__(f"Unknown {kind} {name!r}. There are: {', '.join(names) or 'none'}.")
        self.kind = kind
        self.name = name
        self.names = names
