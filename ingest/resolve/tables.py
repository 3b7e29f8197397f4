"""The knowledge tables in memory: who and what we know by id, before any text is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from graph.model import EntityType

TABLES = ("states", "places", "people", "organisations")


@dataclass(frozen=True, slots=True)
class Office:
    """A post held from `start` to `end` (ISO dates or years; empty where open), and its PLOVER sector."""

    start: str
    end: str
    sector: str
    title: str

    def covers(self, day: str) -> bool:
        return (not self.start or self.start <= day) and (not self.end or day[: len(self.end)] <= self.end)


@dataclass(frozen=True, slots=True)
class Known:
    """One entity of the tables; `key` is its Wikidata id, or ours (``gn:`` GeoNames, ``eg:`` by hand) without one."""

    key: str
    name: str
    type: EntityType
    country: str | None
    sector: str | None
    lat: float | None
    lon: float | None
    weight: int
    geonames: int | None
    within: str
    latin: str
    native: str
    extra: str

    @property
    def wikidata(self) -> str | None:
        return self.key if self.key[0] == "Q" else None

    @property
    def aliases(self) -> tuple[str, ...]:
        names = [n for n in f"{self.latin}|{self.native}".split("|") if n]
        return tuple(n.split(":", 1)[-1] if n[2:3] == ":" else n.lstrip("?~") for n in names if n[0] != "~")

    @property
    def context(self) -> tuple[str, ...]:
        """Words of which one must be near for the entity's ambiguous names (marked ``~``) to mean it."""
        return tuple(self.extra.split(";")) if self.extra and self.type != "PERSON" else ()

    @property
    def offices(self) -> tuple[Office, ...]:
        return tuple(Office(*text.split("/", 3)) for text in self.extra.split(";") if text)


def read_table(name: str) -> Iterator[Known]:
    """Rows of one table in file order."""
    lines = (files("ingest.resolve") / "knowledge" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        key, label, kind, country, sector, lat, lon, weight, geonames, within, latin, native, extra = line.split("\t")
        yield Known(
            key, label, kind, country or None, sector or None,  # type: ignore[arg-type]
            float(lat) if lat else None, float(lon) if lon else None,
            int(weight), int(geonames) if geonames else None, within, latin, native, extra,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All tables: `entities` by key, `states` by alpha-3 code, `demonyms` as (country, language, forms)."""

    entities: dict[str, Known]
    states: dict[str, Known]
    capitals: dict[str, Known]
    demonyms: tuple[tuple[str, str, tuple[str, ...]], ...]


@lru_cache(maxsize=1)
def load_knowledge() -> Knowledge:
    """The tables that ship with the product, read once per process."""
    entities = {known.key: known for table in TABLES for known in read_table(table)}
    states = {known.country: known for known in read_table("states") if known.country}
    capitals: dict[str, Known] = {}
    lines = (files("ingest.resolve") / "knowledge" / "demonyms.tsv").read_text(encoding="utf-8").splitlines()[1:]
    demonyms = tuple((c, lang, tuple(forms.split("|"))) for c, lang, forms in (line.split("\t") for line in lines))
    return Knowledge(entities, states, capitals, demonyms)
