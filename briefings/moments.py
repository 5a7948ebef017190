"""When something happened, as people in Viet Nam read it."""

from datetime import datetime, timedelta, timezone

from language import Lang, dates, text

# Viet Nam has one zone and no summer time.
_ZONE = timezone(timedelta(hours=7))


def moment(at: datetime, lang: Lang) -> str:
    """Write a moment with a zone: ``14:05 ngày 31/8/2024``."""
    here = at.astimezone(_ZONE)
    day = dates.day(f"{here:%Y-%m-%d}", lang)
    return text("moment", lang, time=f"{here:%H:%M}", day=day)
