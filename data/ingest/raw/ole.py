"""The directory of an OLE2 file (.xls, encrypted workbooks): which streams stand in its root."""

import struct

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA  # sector numbers from here on mean "end", "free" and the like
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_DIRECTORY_ENTRIES = 10_000


class BrokenError(ValueError):
    """The file is not what an OLE2 file must be: cut off, or its chains run in circles."""


class Ole:
    """The root of an OLE2 file: ``names`` of its streams and storages. Raises ``BrokenError``."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            self._open()
        except (struct.error, IndexError) as error:
            raise BrokenError(str(error)) from None

    def _open(self) -> None:
        head = self._content[:512]
        if head[:8] != SIGNATURE or len(head) < 512:
            raise BrokenError("no OLE2 file")
        self._size = 1 << min(struct.unpack_from("<H", head, 30)[0], 16)
        if self._size < 128:
            raise BrokenError("sectors too small")
        fat_count, directory = struct.unpack_from("<II", head, 44)
        self._fat = self._read_fat(head, fat_count)
        entries = self._chain(directory)
        self._entries = [
            entries[at : at + 128]
            for at in range(0, min(len(entries), _DIRECTORY_ENTRIES * 128) - 127, 128)
        ]
        self._root = dict(self._children(self._entries[0]))
        self.names = frozenset(self._root)

    def read(self, name: str) -> bytes:
        """Give a stream of the root. Raises ``BrokenError`` when it is not there or not whole."""
        if name not in self._root:
            raise BrokenError(f"no stream {name}")
        entry = self._root[name]
        start, size = struct.unpack_from("<II", entry, 116)
        cutoff, mini_fat = struct.unpack_from("<II", self._content, 56)
        if size >= cutoff:
            found = self._chain(start, size)
        else:
            small = self._chain(struct.unpack_from("<I", self._entries[0], 116)[0])
            links = _numbers(self._chain(mini_fat))
            found = b"".join(small[64 * n : 64 * n + 64] for n in _follow(links, start))
        if len(found) < size:
            raise BrokenError(f"{name} is cut off")
        return found[:size]

    def _read_fat(self, head: bytes, count: int) -> tuple[int, ...]:
        """Join the sectors of the table of sectors; the first 109 stand in the head."""
        sectors = list(struct.unpack_from("<109I", head, 76))
        following = struct.unpack_from("<I", head, 68)[0]
        per_sector = self._size // 4
        while following < _LAST and len(sectors) < count:
            more = _numbers(self._sector(following))
            sectors += more[: per_sector - 1]
            following = more[-1]
        fat = b"".join(self._sector(one) for one in sectors[:count] if one < _LAST)
        return _numbers(fat)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        found = self._content[start : start + self._size]
        if not found:
            raise BrokenError("a sector beyond the end")
        return found

    def _chain(self, start: int, most: int | None = None) -> bytes:
        parts: list[bytes] = []
        length = 0
        for number in _follow(self._fat, start):
            parts.append(self._sector(number))
            length += self._size
            if most is not None and length >= most:
                break
        return b"".join(parts)

    def _children(self, storage: bytes) -> list[tuple[str, bytes]]:
        """List what stands in a storage: a tree of neighbours, each entry met once."""
        found: list[tuple[str, bytes]] = []
        waiting = [struct.unpack_from("<I", storage, 76)[0]]
        seen: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number >= _LAST or number in seen:
                continue
            seen.add(number)
            entry = self._entries[number]
            length = struct.unpack_from("<H", entry, 64)[0]
            name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            if entry[66] in (_STORAGE, _STREAM):
                found.append((name, entry))
            waiting += struct.unpack_from("<II", entry, 68)
        return found


def _numbers(content: bytes) -> tuple[int, ...]:
    whole = len(content) // 4
    return struct.unpack(f"<{whole}I", content[: 4 * whole])


def _follow(links: tuple[int, ...], start: int) -> list[int]:
    """Follow a chain of sectors to its end. Raises ``BrokenError`` for one without an end."""
    found: list[int] = []
    while start < _LAST:
        found.append(start)
        if len(found) > len(links):
            raise BrokenError("a chain without an end")
        start = links[start]
    return found
