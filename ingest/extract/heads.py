"""The annotator's events on the tokens of a tree, for the rules to lean on."""

from collections.abc import Iterable

from spacy.tokens import Doc

from graph.model import EventDate, Polarity, Status, TimeExpression
from ingest.annotations import NeuralEvent, model_candidates
from ingest.extract.frames import ROLES, Role
from ingest.extract.status import Factuality
from ingest.extract.tree import NOMINAL, Tree

HEAD = "annotator"  # what `--explain` names as the maker
_PURPOSE = "purpose"  # what the status rules call an aim


def heads_of(doc: Doc, tree: Tree) -> dict[int, NeuralEvent]:
    """What the annotator says of each token that may be a trigger; empty where it did not run."""
    place = tree.beginnings()
    return {place[event.start]: event for event in model_candidates(doc) if event.start in place}


def roles_of(tree: Tree, event: NeuralEvent, trigger: int) -> dict[int, tuple[Role, int, int]]:
    """The head words of the arguments with their roles, and the characters where the arguments begin and end."""
    found: dict[int, tuple[Role, int, int]] = {}
    for part in event.roles:
        role = next((r for r in ROLES[1:] if r == part.role), None)
        if role is not None:
            for token in tops(tree, tree.sentence[trigger], part.start, part.end):
                noun = tree.head[token] if tree.dep[token] == "nummod" else token  # *5,000* of *5,000 builders*
                if noun != trigger:
                    bounds = min(part.start, tree.start[noun]), max(part.end, tree.end[noun])
                    found.setdefault(noun, (role, *bounds))
    return found


def tops(tree: Tree, sentence: int, start: int, end: int) -> list[int]:
    """The word of a span under which the others hang; in *secretary Sergei Shoigu* the name, whichever hangs on which.

    Of several words on which nothing else of the span hangs, the one with most below it.
    """
    first, last = tree.sentences[sentence]
    members = {t for t in range(first, last) if tree.start[t] < end and tree.end[t] > start}
    inside = [t for t in sorted(members) if not tree.words[t].isspace()]
    people = [t for t in inside if tree.entity[t] == "PERSON"]
    inside = people if people and people[-1] == inside[-1] else inside
    outer = [t for t in inside if tree.head[t] not in inside or tree.head[t] == t]
    nominal = [t for t in outer if tree.pos[t] in NOMINAL]
    return sorted(nominal or outer, key=lambda t: (-len(members & set(tree.subtree(t))), t))[:1]


def date_of(event: NeuralEvent, times: Iterable[TimeExpression]) -> EventDate | None:
    """The date that the annotator gives the event, if the expression has a value."""
    spans = [(part.start, part.end) for part in event.roles if part.role == "time"]
    for time in times:
        if time.value and time.type in ("DATE", "TIME") and any(time.start < b and a < time.end for a, b in spans):
            return EventDate(value=time.value, start=time.start, end=time.end)
    return None


def source_of(tree: Tree, event: NeuralEvent, trigger: int) -> int | None:
    """The head word of the innermost source that the annotator names."""
    spans = [(part.start, part.end) for part in event.roles if part.role == "attribution"]
    return next(iter(tops(tree, tree.sentence[trigger], *spans[-1])), None) if spans else None


def factuality(event: NeuralEvent, rules: Factuality) -> Factuality:
    """Negated if either says so, certain and future as the annotator says: on the development part each of these is
    better than the other way. The status is the rules' where it agrees, else the plainest one that does. Under a word
    that leaves things open (*may send*, *considers*) the rules know better; only aims they overrate (*to send*).
    """
    open_by_a_word = rules.status == "possible" and _PURPOSE not in rules.rule.split()
    if open_by_a_word and event.certainty == "CERTAIN" and event.polarity == rules.polarity:
        return rules
    negated = "NEG" in (event.polarity, rules.polarity)
    status: Status
    if negated:
        status = rules.status if rules.status in ("denied", "negated") else "negated"
    elif event.certainty == "UNCERTAIN":
        status = rules.status if rules.status in ("alleged", "demanded", "possible") else "possible"
    else:
        status = "planned" if event.tense == "FUTURE" else "occurred"
    polarity: Polarity = "NEG" if negated else "POS"
    return Factuality(polarity, event.certainty, event.tense, status, f"{rules.rule} {HEAD}".strip())
