"""The store: what other layers ask of it, in one place."""

from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager

import pandas as pd
from sqlalchemy import Connection, select

from data.errors import DataError, UnknownName
from data.store import past, proposals, releases, schema, write
from data.store import state as states
from data.store.changes import Changes, Figure, Key, compare, key_of
from data.store.engine import make_engine, writing
from data.store.lock import exclusive
from data.store.migrate import migrate
from data.store.past import Writing
from data.store.releases import Act, GivenAnswer, Release, ReleaseKind
from data.store.requests import of_delivery, of_undo
from data.store.write import SourceFile
from indicators.model import Observation


class Store:
    """Releases of figures behind one database URL. Threads may share it; it holds no state.

    Who may write is not decided here but in ``data.service``.
    """

    def __init__(self, url: str, *, illustrative: bool = False) -> None:
        """Name a store; ``illustrative`` is the one that invented figures may enter."""
        self.engine = make_engine(url)
        self.illustrative = illustrative

    def exclusive(self) -> AbstractContextManager[None]:
        """Hold the store alone among all processes, for what must happen once at start."""
        return exclusive(self.engine)

    def migrate(self) -> None:
        """Make the tables, or bring them to the newest shape. Call it inside ``exclusive``."""
        migrate(self.engine)

    def close(self) -> None:
        """Close the connections; the next use opens new ones."""
        self.engine.dispose()

    def current(self) -> Release | None:
        """Give the newest release; ``None`` when nothing was published yet."""
        with self.engine.connect() as connection:
            return releases.current(connection)

    def releases(self) -> list[Release]:
        """Give all releases, newest first."""
        with self.engine.connect() as connection:
            return [releases.from_row(row) for row in connection.execute(releases.newest_first())]

    def release(self, release_id: int) -> Release:
        """Give one release; ``UnknownName`` when there is none with that number."""
        with self.engine.connect() as connection:
            return releases.by_id(connection, release_id)

    def compare(self, observations: Sequence[Observation], base: Release | None) -> Changes:
        """Say what these observations would change at ``base``; nothing is written."""
        with self.engine.connect() as connection:
            keys = [key_of(found) for found in observations]
            return compare(observations, states.in_use(connection, releases.number_of(base), keys))

    def in_use(self, keys: Iterable[Key], base: Release | None) -> dict[Key, Figure]:
        """Give the figures in use at ``base`` in the tables (indicator, period, list) of keys."""
        asked = set(keys)
        tables = {key[:3] for key in asked}
        with self.engine.connect() as connection:
            found = states.in_use(connection, releases.number_of(base), asked)
        return {key: figure for key, figure in found.items() if key[:3] in tables}

    def publish(
        self,
        observations: Sequence[Observation],
        *,
        file: SourceFile,
        by: str,
        note: str = "",
        reason: str = "",
        accepted: Sequence[str] = (),
        answers: Sequence[GivenAnswer] = (),
        base: Release | None,
        kind: ReleaseKind = "delivery",
        approved_by: str = "",
        proposal: int | None = None,
    ) -> Release:
        """Publish a delivery on ``base`` in one transaction; only what changed is written.

        ``proposal`` is the one that ``approved_by`` approves by this: its decision is written in
        the same transaction.

        Returns
        -------
        Release
            The new release; the one of the first click when the same person asks for the same a
            second time; the current one when the delivery changes nothing.

        Raises
        ------
        StaleBase
            If ``base`` is not the current release and the delivery would change something.
        AlreadyDecided
            If the proposal was sent back.
        DataError
            If two observations have one key, or an empty store would get an empty release.
        """
        request = of_delivery(by, file.sha256, observations, accepted, answers)
        act = Act(
            by, kind, note, reason, approved_by, tuple(accepted), tuple(answers), request=request
        )
        with writing(self.engine) as connection:
            if proposal is None:
                return write_release(connection, observations, file, base, act)
            if done := approved_already(connection, proposal):
                return done
            made = write_release(connection, observations, file, base, act)
            proposals.decide(
                connection, proposal, by=approved_by, verdict="approved", release_id=made.id
            )
            return made

    def undo(self, release: Release, *, by: str, note: str = "", base: Release | None) -> Release:
        """Publish the state before a release again, as a new release; history stays whole.

        Before the first release there was nothing: its undo takes every figure back. The same
        person asking for the same a second time gets the release of the first click.
        """
        act = Act(by, "undo", note, request=of_undo(by, release.id), undoes=release.id)
        with writing(self.engine) as connection:
            if done := releases.made_of(connection, base, act.request):
                return done
            now = releases.current(connection)
            releases.refuse_stale(connection, now, base)
            if now is None:
                raise DataError(f"There is no release {release.id} to undo: the store is empty.")
            touched = connection.execute(states.covered(now.id, after=release.base_id or 0))
            keys = [Key(row.indicator_id, row.period, row.boundary, "") for row in touched]
            rows = write.restoring_rows(
                states.rows(connection, now.id, keys),
                states.rows(connection, release.base_id, keys),
            )
            if not rows:
                return now
            number = releases.add(connection, now, act)
            write.append(connection, number, rows)
            return releases.by_id(connection, number)

    def between(self, earlier: int, later: int) -> Changes:
        """Say what leads from one release to another; either may be the newer, 0 is the empty."""
        with self.engine.connect() as connection:
            return past.between(connection, earlier, later)

    def written(self, key: Key) -> list[Writing]:
        """Give everything that was ever written for one figure, oldest first."""
        with self.engine.connect() as connection:
            return past.written(connection, key)

    def observations(
        self,
        release: Release,
        *,
        indicator_ids: Collection[str] | None = None,
        periods: Collection[str] | None = None,
        boundary: str | None = None,
    ) -> pd.DataFrame:
        """Give the figures in use at a release, in the order of the key.

        Columns: the key, ``value`` (NaN when missing), ``unit, status, source_id, file,
        file_sha256, sheet, cell, release_id``; the last says which release wrote the row.
        """
        asked = states.state(
            release.id, indicator_ids=indicator_ids, periods=periods, boundary=boundary
        )
        with self.engine.connect() as connection:
            found = connection.execute(asked.with_only_columns(*states.READ_BACK)).all()
        return pd.DataFrame(found, columns=list(states.COLUMNS)).astype({"value": "float64"})

    def covered(self, release: Release) -> list[tuple[str, str, str]]:
        """Give the (indicator, period, boundary) for which figures were ever written."""
        with self.engine.connect() as connection:
            return [(i, p, b) for i, p, b in connection.execute(states.covered(release.id))]

    def file(self, sha256: str) -> bytes:
        """Give the content of a source file; ``UnknownName`` when it is not kept here."""
        with self.engine.connect() as connection:
            content = connection.execute(
                select(schema.file.c.content).where(schema.file.c.sha256 == sha256)
            ).scalar()
        if content is None:
            raise UnknownName(f"No file with sha256 {sha256} in this store.")
        return bytes(content)

    def keep(self, file: SourceFile) -> None:
        """Keep a source file that changed nothing, so that ``has_file`` knows it."""
        with writing(self.engine) as connection:
            write.keep_file(connection, file)

    def has_file(self, sha256: str) -> bool:
        """Say whether a file with this content was published."""
        with self.engine.connect() as connection:
            known = select(schema.file.c.sha256).where(schema.file.c.sha256 == sha256)
            return connection.execute(known).first() is not None


def write_release(
    connection: Connection,
    observations: Sequence[Observation],
    file: SourceFile,
    base: Release | None,
    act: Act,
) -> Release:
    """Write the release after ``base`` on an open transaction; see ``Store.publish``."""
    if done := releases.made_of(connection, base, act.request):
        return done
    now = releases.current(connection)
    keys = [key_of(found) for found in observations]
    changes = compare(observations, states.in_use(connection, releases.number_of(now), keys))
    if not changes.items:
        return now or refuse_nothing()
    releases.refuse_stale(connection, now, base)
    digest = write.keep_file(connection, file)
    rows = write.changed_rows(
        observations, changes, write.keep_origins(connection, digest, observations)
    )
    number = releases.add(connection, now, act, file_sha256=digest)
    write.append(connection, number, rows)
    return releases.by_id(connection, number)


def approved_already(connection: Connection, number: int) -> Release | None:
    """Give what a proposal's approval made; ``None`` while it waits, refused when sent back."""
    found = proposals.by_id(connection, number)
    if found.decided and found.decided.release_id is not None:
        return releases.by_id(connection, found.decided.release_id)
    proposals.refuse_decided(found)
    return None


def refuse_nothing() -> Release:
    """Refuse a first release without figures."""
    raise DataError("The delivery holds no figures, and the store is empty: nothing to publish.")
