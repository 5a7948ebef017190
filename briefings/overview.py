"""What the overview is about: the total of the DTI, its main indices, where they come from."""

from briefings import phrases
from data import catalogue
from data.service.ranking import Ranking
from language import Lang, text

TOTAL = "dti_total"


def main_indices() -> tuple[str, ...]:
    """Give the main indices of the DTI: what the ministry scores, not what is made of them."""
    return tuple(
        name
        for name, about in catalogue.indicators().items()
        if about.dataflow == "dti"
        and about.derived is None
        and about.unit == catalogue.indicator(TOTAL).unit
        and name != TOTAL
    )


def publishers(ranking: Ranking, lang: Lang) -> str:
    """Name who published the group's figures, each once."""
    known = catalogue.sources()
    used = {origin.source_id for row in ranking.rows for origin in row.origins}
    names = [known[one].publisher[lang] for one in ranking.sources if one in used]
    return "; ".join(dict.fromkeys(names))


def source_sentence(ranking: Ranking, lang: Lang) -> str:
    """Name the sources and the release, for the end of a copied text."""
    source = publishers(ranking, lang)
    if not source:
        return text("sentence.source_none", lang, release=ranking.release)
    return text("sentence.source", lang, source=source, release=ranking.release)


def for_reference(ranking: Ranking, lang: Lang) -> str:
    """Say that changes of place are for reference only, where the method changed; else ""."""
    return phrases.for_reference(ranking.broken_by, lang) if ranking.broken_by else ""
