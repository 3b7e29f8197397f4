"""`eventgraph review`: the pairs of entities that may be one, to read or to answer one by one."""

import getpass
import json
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from graph.commands import printable
from graph.errors import InputError, NotFoundError
from graph.judgements import Judgement, Verdict, canonical_entities, judged_pairs, read_judgements
from graph.reads.paging import Row
from graph.review import MOST_PAIRS, review_queue
from graph.settings import GraphSettings
from graph.store import Store, open_store
from ingest.commands.judge import By, record

_VERDICTS: dict[str, Verdict] = {"y": "same", "n": "different", "u": "unsure"}
_QUESTION = "one and the same? [y]es, [n]o, [u]nsure, [s]kip, [q]uit"


def review(
    limit: Annotated[int, typer.Option(help="Pairs to show at most.", min=1, max=MOST_PAIRS)] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print the pairs as the API gives them.")] = False,
    interactive: Annotated[bool, typer.Option("--interactive", "-i", help="Ask for a judgement on each.")] = False,
    by: By = None,
) -> None:
    """List pairs of entities that may be one, the most useful first; `judge` or --interactive settles them."""
    if as_json and interactive:
        raise InputError("--json prints and --interactive asks; choose one")
    store = open_store(GraphSettings())
    try:
        pairs = review_queue(store)[:limit]
        if as_json:
            typer.echo(json.dumps(pairs, ensure_ascii=False, indent=2))
        elif interactive:
            _ask(store, pairs, by or getpass.getuser())
        else:
            _print_table(pairs)
    finally:
        store.close()


def _ask(store: Store, pairs: Sequence[Row], by: str) -> None:
    """Each answer is written at once, and frees the graph for other writers before the next question."""
    console, answered = Console(), 0
    for pair in pairs:
        if _is_settled(store, pair):
            continue
        console.print(
            f"\n{_side(pair['left'])}\n{_side(pair['right'])}\n[dim]{_shown(_why(pair))}[/dim]", soft_wrap=True
        )
        answer = _answer()
        if answer == "q":
            break
        if answer in _VERDICTS:
            answered += _judge(pair, _VERDICTS[answer], by)
    typer.echo(f"{answered} judged; `eventgraph review` shows what is left")


def _answer() -> str:
    while (answer := str(typer.prompt(_QUESTION, default="s", show_default=False)).strip().lower()[:1]) not in "ynusq":
        typer.echo(f"{answer!r} is none of y, n, u, s, q")
    return answer


def _judge(pair: Row, verdict: Verdict, by: str) -> bool:
    """Record the answer; one that cannot be recorded is told, and costs only itself."""
    left, right = pair["left"]["id"], pair["right"]["id"]
    try:
        record(Judgement(left=left, right=right, verdict=verdict, by=by, reason=f"in review: {_why(pair)}"))
    except (InputError, NotFoundError) as error:
        typer.echo(f"not recorded: {error}", err=True)
        return False
    return True


def _is_settled(store: Store, pair: Row) -> bool:
    """Whether earlier answers have answered this one as well."""
    ledger = read_judgements(store)
    shown = canonical_entities(ledger)
    sides = frozenset(shown.get(pair[side]["id"], pair[side]["id"]) for side in ("left", "right"))
    return len(sides) == 1 or sides in judged_pairs(ledger)


def _print_table(pairs: Sequence[Row]) -> None:
    if not pairs:
        typer.echo("nothing to review")
        return
    table = Table("score", "entities", "id", "why", box=None, pad_edge=False)
    table.columns[2].no_wrap = True
    for pair in pairs:
        sides = [pair["left"], pair["right"]]
        ids = "\n".join(side["id"] for side in sides)
        table.add_row(f"{pair['score']:.2f}", "\n".join(map(_side, sides)), ids, _shown(_why(pair)))
    Console().print(table)


def _side(entity: Row) -> str:
    articles = f"{entity['articles']} article{'' if entity['articles'] == 1 else 's'}"
    return f"{_shown(entity['name'])} [dim]({entity['type']}, {articles})[/dim]"


def _why(pair: Row) -> str:
    return "; ".join(pair["reasons"])


def _shown(text: str) -> str:
    return escape(printable(text))
