"""QR payments in sentences: how much a province has, its places, its growth, its group."""

from collections.abc import Iterator

from briefings import overview, phrases
from briefings.payments import DECIMALS, Pair, growth_of
from briefings.ranking_table import COUNTRY
from data import catalogue, reference
from data.service.ranking import Ranking
from language import Lang, dates, numbers, text


def payments_sentences(pair: Pair, province: str, lang: Lang) -> tuple[str, ...]:
    """Say how much a province has and how the group stands; the last names the sources.

    Illustrative figures begin with their mark, so that nobody copies them without it.
    """
    said = [f"{text('chart.watermark', lang)}."] if pair.shown.illustrative else []
    if province:
        said += _of_province(pair, province, lang)
    said += _of_group(pair.shown, lang)
    return (*said, overview.source_sentence(pair.shown, lang))


def _of_province(pair: Pair, province: str, lang: Lang) -> Iterator[str]:
    row = pair.counts.row(province)
    name = phrases.full_name(pair.counts, row, lang)
    begin = phrases.when(pair.counts, lang)
    if row.value is None:
        yield text("payments.said.missing", lang, when=begin, name=name)
        return
    words = {"when": begin, "name": name, "value": phrases.value(pair.counts, row.value, lang)}
    yield text(f"payments.said.{pair.counts.indicator}", lang, **words) + _for_1000(
        pair, province, lang
    )
    yield from _places(pair.shown, province, lang)
    yield from _growth(pair.shown, province, lang)


def _for_1000(pair: Pair, province: str, lang: Lang) -> str:
    """Say how many that is for 1,000 people, where the population is known."""
    if pair.per_1000 is None or (value := pair.per_1000.row(province).value) is None:
        return text("payments.said.end", lang)
    suffix = catalogue.units()[pair.per_1000.unit].suffix[lang]
    shown = phrases.value(pair.per_1000, value, lang) + suffix
    return text("payments.said.per_1000", lang, value=shown)


def _places(shown: Ranking, province: str, lang: Lang) -> Iterator[str]:
    row = shown.row(province)
    about = catalogue.indicator(shown.indicator).short[lang]
    if row.rank is None:
        return
    placed = f"{phrases.placed(row.tied, lang)} {row.rank}/{shown.n}"
    if shown.group == COUNTRY or row.group_rank is None:
        yield text("payments.said.place", lang, indicator=about, place=placed)
        return
    group = f"{phrases.placed(row.group_tied, lang)} {row.group_rank}/{shown.group_n}"
    phrase = reference.group(shown.group).phrase[lang]
    yield text(
        "payments.said.place_group", lang, indicator=about, place=placed, group=group, phrase=phrase
    )


def _growth(shown: Ranking, province: str, lang: Lang) -> Iterator[str]:
    rise = growth_of(shown.row(province))
    if shown.change_withheld or rise is None or shown.former is None:
        return
    about = catalogue.indicator(shown.indicator).short[lang]
    period = dates.period(shown.former, lang)
    size = numbers.percent(abs(rise), DECIMALS, lang)
    key = "payments.said.rise" if rise >= 0 else "payments.said.fall"
    yield text(key, lang, indicator=about, period=period, value=size)


def _of_group(shown: Ranking, lang: Lang) -> Iterator[str]:
    """Say who leads the group and its median, where the group is complete."""
    if shown.group_withheld or shown.median is None:
        return
    first = next(row for row in shown.rows if row.province_code == shown.leaders[0])
    yield text(
        "payments.said.group",
        lang,
        indicator=catalogue.indicator(shown.indicator).short[lang],
        count=shown.group_n,
        phrase=reference.group(shown.group).phrase[lang],
        first=phrases.label(shown, first.province_code, lang),
        value=phrases.value(shown, first.value, lang),
        median=phrases.value(shown, shown.median, lang),
    )
