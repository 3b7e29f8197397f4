"""Within-document coreference: pronouns and noun phrases that go back to a name, only where little doubt is left."""

from graph.model import Mention
from ingest.extract.lexicon import Lexicon
from ingest.extract.mentions import Mentions
from ingest.extract.tree import Tree

_PERSON = frozenset({"he", "him", "his", "she", "her", "himself", "herself"})
_THING = frozenset({"it", "its"})
_WINDOW = 2  # sentences back in which a pronoun's antecedent is looked for
_SUBJECT = frozenset({"nsubj", "nsubj:pass"})


def add_coreferents(tree: Tree, mentions: Mentions, lexicon: Lexicon) -> None:
    """Add PRONOUN and NOMINAL mentions that share the entity of a name before them."""
    names = sorted(mentions.items, key=lambda m: m.start)
    heads = {m.start: t for t, m in sorted(mentions.by_token.items(), reverse=True)}
    titles = _titles(tree, names, mentions)
    for token in range(len(tree.words)):
        word = tree.lower[token]
        if tree.pos[token] in ("PRON", "DET") and word in _PERSON:
            _link(tree, mentions, token, token, "PRONOUN", _person(tree, names, heads, token))
        elif word in _THING and tree.pos[token] in ("PRON", "DET"):
            _link(tree, mentions, token, token, "PRONOUN", _subject_before(tree, names, heads, token))
        elif tree.pos[token] == "NOUN" and _definite(tree, token):
            lemma = tree.lemma[token]
            antecedent = titles.get(lemma) or (_by_last_word(names, tree, token) if lemma in lexicon.bodies else None)
            if antecedent is not None and antecedent.end <= tree.start[token]:
                _link(tree, mentions, tree.kids[token][0], token, "NOMINAL", antecedent)


def _definite(tree: Tree, token: int) -> bool:
    """Whether the noun is *the ...* with nothing else that would say which."""
    kids = tree.kids[token]
    return (
        bool(kids)
        and tree.lower[kids[0]] in ("the", "this")
        and kids[0] < token
        and not any(
            tree.dep[k] in ("nmod", "amod", "compound", "nmod:poss", "acl:relcl", "acl", "nummod") for k in kids
        )
    )


def _link(tree: Tree, mentions: Mentions, first: int, last: int, form: str, name: Mention | None) -> None:
    if name is None or last - first > 2:
        return
    start, end = tree.start[first], tree.end[last]
    mention = Mention(
        start=start,
        end=end,
        text=tree.text[start:end],
        type=name.type,
        entity=name.entity,
        form="PRONOUN" if form == "PRONOUN" else "NOMINAL",
    )
    mentions.add(mention, tree, range(first, last + 1))


def _person(tree: Tree, names: list[Mention], heads: dict[int, int], token: int) -> Mention | None:
    """The one person named in the last sentences; of several, the last one that is a subject."""
    here = tree.sentence[token]
    before = [
        m
        for m in names
        if m.type == "PERSON" and m.end <= tree.start[token] and here - tree.sentence[heads[m.start]] <= _WINDOW
    ]
    if not before:
        return None
    if len({m.entity for m in before}) == 1:
        return before[-1]
    for distance in range(_WINDOW + 1):
        subjects = [
            m
            for m in before
            if here - tree.sentence[heads[m.start]] == distance and tree.dep[_root(tree, heads[m.start])] in _SUBJECT
        ]
        if subjects:
            return subjects[-1] if len({m.entity for m in subjects}) == 1 or distance == 0 else None
    return None


def _root(tree: Tree, token: int) -> int:
    """The head of the name that the token begins."""
    while tree.dep[token] in ("compound", "flat", "flat:name", "amod", "det") and tree.head[token] != token:
        token = tree.head[token]
    return token


def _subject_before(tree: Tree, names: list[Mention], heads: dict[int, int], token: int) -> Mention | None:
    """*Its* is the state or organisation that is the subject of the same sentence."""
    subjects = [
        m
        for m in names
        if m.type in ("GPE", "ORG")
        and m.end <= tree.start[token]
        and tree.sentence[heads[m.start]] == tree.sentence[token]
        and tree.dep[_root(tree, heads[m.start])] in _SUBJECT
    ]
    return subjects[-1] if len({m.entity for m in subjects}) == 1 else None


def _by_last_word(names: list[Mention], tree: Tree, token: int) -> Mention | None:
    """*The ministry* after *the Defence Ministry*."""
    before = [
        m
        for m in names
        if m.end <= tree.start[token] and m.text.casefold().split()[-1] == tree.lower[token] and " " in m.text
    ]
    return before[-1] if before else None


def _titles(tree: Tree, names: list[Mention], mentions: Mentions) -> dict[str, Mention]:
    """Common nouns that stand beside one person only: *President Moon* makes *the president* Moon."""
    found: dict[str, list[Mention]] = {}
    for token, mention in mentions.by_token.items():
        if mention.type != "PERSON":
            continue
        for k in tree.kids[token]:
            if (
                tree.dep[k] in ("compound", "appos")
                and mentions.at(k) is not mention
                and tree.pos[k] in ("NOUN", "PROPN")
            ):
                found.setdefault(tree.lower[k], []).append(mention)
    return {title: ms[0] for title, ms in found.items() if len({m.entity for m in ms}) == 1}
