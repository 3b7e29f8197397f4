"""Which names of one article are one entity: surname and full name, acronym and expansion, other spellings."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.model import Mention
from ingest.resolve.normal import bare_name, normalised_name, person_name
from ingest.resolve.person_keys import person_key


@dataclass(slots=True)
class Group:
    """Mentions (by position in the record) that name one entity of the article."""

    person: bool
    name: str  # normalised
    members: list[int] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    ambiguous: bool = False  # a bare surname that no full name of the article explains

    def display(self) -> str:
        """The best written form: mixed case before capitals, long before short."""
        return min(self.forms, key=lambda f: (f.isupper(), -len(f), -self.forms[f], f))


def group_names(mentions: Sequence[Mention], linked: Sequence[str | None], bodies: Sequence[str | None]) -> list[Group]:
    """Groups of the NAME mentions; `linked` holds the tables' key for a mention, `bodies` that of a state's body."""
    groups: dict[tuple[bool, str], Group] = {}
    for at, mention in enumerate(mentions):
        if mention.form != "NAME":
            continue
        person = mention.type == "PERSON"
        name = linked[at] or bodies[at] or (person_key(mention.text) if person else normalised_name(mention.text))
        group = groups.setdefault((person, name), Group(person, name))
        group.members.append(at)
        group.forms[bare_name(mention.text)] += 1
    people = [g for g in groups.values() if g.person]
    others = [g for g in groups.values() if not g.person]
    return _join_people(people, linked) + _join_acronyms(others, linked)


def _join_people(groups: list[Group], linked: Sequence[str | None]) -> list[Group]:
    full: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        parts = {w for form in group.forms for w in person_name(form).split()} if _is_full(group) else set()
        for part in parts:
            full[part].append(group)
    kept = []
    for group in groups:
        if _is_full(group):
            kept.append(group)
            continue
        word = person_name(next(iter(group.forms)))
        owners = _owners(word, group, full)
        if len(owners) == 1:
            _absorb(owners[0], group)
        else:
            group.ambiguous = linked[group.members[0]] is None
            kept.append(group)
    return kept


def _owners(word: str, group: Group, full: dict[str, list[Group]]) -> list[Group]:
    """Full names that the single word can stand for: by last word first, else by any."""
    holders = [g for g in full.get(word, []) if g is not group]
    same = [g for g in holders if g.name == group.name]
    last = [g for g in holders if any(person_name(f).split()[-1] == word for f in g.forms)]
    return same or last or holders


def _is_full(group: Group) -> bool:
    return any(len(person_key(form).split()) > 1 for form in group.forms)


def _join_acronyms(groups: list[Group], linked: Sequence[str | None]) -> list[Group]:
    expansions: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for form in group.forms:
            words = [w for w in form.replace("-", " ").split() if w[:1].isupper()]
            if len(words) > 1:
                expansions["".join(w[0] for w in words).upper()].append(group)
    kept = []
    for group in groups:
        form = next(iter(group.forms)).replace(".", "")
        owners = expansions.get(form, []) if form.isupper() and 2 <= len(form) <= 7 else []
        owners = [o for o in owners if o is not group]
        if len({id(o) for o in owners}) == 1 and linked[group.members[0]] is None:
            _absorb(owners[0], group)
        else:
            kept.append(group)
    return kept


def _absorb(owner: Group, group: Group) -> None:
    owner.members.extend(group.members)
    owner.forms.update(group.forms)
