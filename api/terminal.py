"""Stories, entities and events as tables and lines on a terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from graph.reads.paging import Row


def stories(console: Console, found: Sequence[Row]) -> None:
    """A table of stories."""
    rows = ((one["title"], _days(one), one["articles"], one["outlets"], one["origins"], one["id"]) for one in found)
    _table(console, ("story", "days", "#articles", "#outlets", "#origins", "id"), rows)


def entities(console: Console, found: Sequence[Row]) -> None:
    """A table of entities."""
    rows = ((one["name"], one["type"], one["wikidata"], one["articles"], one["claims"], one["id"]) for one in found)
    _table(console, ("entity", "type", "Wikidata", "#articles", "#claims", "id"), rows)


def events(console: Console, found: Sequence[Row]) -> None:
    """A table of events."""
    rows = ((one["title"], one["status"], _date(one), one["claims"], one["origins"], one["id"]) for one in found)
    _table(console, ("event", "status", "date", "#claims", "#origins", "id"), rows)


def story(console: Console, found: Row) -> None:
    """One story: summary, ratings, disputes, events."""
    counts = f"{found['articles']} articles, {found['outlets']} outlets, {found['origins']} independent origins"
    _title(console, found["title"], f"{_days(found)} · {counts} · {found['id']}")
    for bullet in found["summary"]:
        outlets = dict.fromkeys(one["outlet"] for one in bullet["citations"] if one["outlet"])
        console.print(f" • {escape(bullet['text'])} [dim]({_sources(bullet['origins'], list(outlets))})[/dim]")
    ratings = ("bias", "factuality")
    for rating in ratings:
        console.print(f"{rating}: " + ", ".join(f"{escape(name)} {count}" for name, count in found[rating].items()))
    for dispute in found["disputes"]:
        console.print(f"[bold]disputed[/bold] ({dispute['kind']}): {escape(dispute['event']['title'])}")
        for value in dispute["values"]:
            sources = _sources(value["origins"], value["outlets"])
            console.print(f"   {escape(value['label'])} [dim]({sources})[/dim]")
    events(console, found["events"])


def entity(console: Console, found: Row) -> None:
    """One entity: its relations, and sentences for the best supported ones."""
    facts = (found["type"], found["country"], found["wikidata"], f"{found['articles']} articles", found["id"])
    _title(console, found["name"], " · ".join(filter(None, facts)))
    names = {one["id"]: one["name"] for one in found["neighbours"]} | {found["id"]: found["name"]}
    rows = (
        (
            f"{names[edge['source']]} {edge['reading']} {names[edge['target']]}",
            edge["status"],
            edge["claims"],
            edge["origins"],
            edge["outlets"],
            edge["id"],
        )
        for edge in found["relations"]
    )
    _table(console, ("relation", "status", "#claims", "#origins", "#outlets", "id"), rows)
    for edge in found["relations"]:
        for claim in found["evidence"].get(edge["id"], ()):
            _sentence(console, claim)


def event(console: Console, found: Row) -> None:
    """One event and its claims."""
    one = found["event"]
    statuses = ", ".join(f"{status} {count}" for status, count in one["statuses"].items())
    _title(console, one["title"], " · ".join(filter(None, (one["type"], _date(one), statuses, one["id"]))))
    for claim in found["claims"]:
        _sentence(console, claim)


def _title(console: Console, title: str, facts: str) -> None:
    console.print(f"[bold]{escape(title)}[/bold]")
    console.print(f"[dim]{escape(facts)}[/dim]")


def _sentence(console: Console, claim: Row) -> None:
    article = claim["article"]
    outlet = article["outlet"]["domain"] if article["outlet"] else "unknown outlet"
    where = f"{outlet}, {(article['published'] or 'undated')[:10]}, {claim['status']}"
    console.print(f" “{escape(claim['sentence'])}” [dim]({escape(where)})[/dim]")


def _table(console: Console, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows; a column whose name begins with # is of numbers."""
    table = Table(box=None, pad_edge=False)
    for column in columns:
        table.add_column(
            column.removeprefix("#"),
            justify="right" if column.startswith("#") else "left",
            overflow="fold",
            no_wrap=column == "id",
        )
    filled = False
    for row in rows:
        filled = True
        table.add_row(*(escape("" if cell is None else str(cell)) for cell in row))
    console.print(table if filled else "nothing found")


def _days(story: Row) -> str:
    return " – ".join(dict.fromkeys(filter(None, (story["first_date"], story["last_date"]))))


def _date(event: Row) -> str:
    return (event["date"] or {}).get("value") or ""


def _sources(origins: int, outlets: Sequence[str]) -> str:
    shown = ", ".join(outlets[:3]) + (f" and {len(outlets) - 3} more" if len(outlets) > 3 else "")
    return escape(f"{origins} origin{'s' if origins != 1 else ''}: {shown}")
