"""States that appositions, titles and copulas assert: who holds which post, belongs where, lies in what."""

from graph.model import Argument, EventMention
from ingest.extract.arguments import argument, phrase
from ingest.extract.lexicon import Lexicon
from ingest.extract.mentions import Mentions
from ingest.extract.tree import Tree


class StateFinder:
    """Finds the states in one tree."""

    def __init__(self, tree: Tree, mentions: Mentions, lexicon: Lexicon) -> None:
        self.tree = tree
        self.mentions = mentions
        self.lexicon = lexicon
        self.posts = lexicon.words.get("posts", frozenset())
        self.leading = lexicon.words.get("leading_posts", frozenset())
        self.members = lexicon.words.get("member_nouns", frozenset())
        self.places = lexicon.words.get("place_nouns", frozenset())

    def find(self) -> list[EventMention]:
        """All states, in text order."""
        found = []
        for noun in range(len(self.tree.words)):
            for holder in self._holders(noun):
                state = self._state(holder, noun)
                if state is not None:
                    found.append(state)
        return found

    def _holders(self, noun: int) -> list[int]:
        """The names that a noun is said of: in apposition to it, as its subject, or with it as a title."""
        tree = self.tree
        if tree.pos[noun] not in ("NOUN", "PROPN") or tree.lemma[noun] not in self.posts | self.members | self.places:
            return []
        if tree.dep[noun] == "appos":
            return [tree.head[noun]]
        if any(tree.dep[k] == "cop" for k in tree.kids[noun]):
            return tree.children(noun, "nsubj")
        if tree.dep[noun] == "compound" and tree.lemma[noun] in self.posts and self._is_name(tree.head[noun]):
            return [tree.head[noun]]
        return [k for k in tree.children(noun, "appos") if self._is_name(k)]

    def _is_name(self, token: int) -> bool:
        mention = self.mentions.at(token)
        return mention is not None and mention.form == "NAME"

    def _state(self, holder: int, noun: int) -> EventMention | None:
        who, lemma = self.mentions.at(holder), self.tree.lemma[noun]
        if who is None:
            return None
        if lemma in self.posts and who.type == "PERSON":
            where = self._owner(noun, ("ORG",)) or self._owner(noun, ("GPE", "NORP", "LOC", "FAC"))
            relation = "LEADS" if lemma in self.leading and not self._deputy(noun) else "HOLDS_POST_IN"
            return self._made(holder, noun, where, "HOLDS_POST", relation) if where is not None else None
        if lemma in self.members and who.type in ("PERSON", "ORG", "GPE"):
            where = self._owner(noun, ("ORG", "GPE"))
            return self._made(holder, noun, where, "PART_OF", "MEMBER_OF") if where is not None else None
        if lemma in self.places and who.type in ("GPE", "LOC", "FAC"):
            where = self._located(noun)
            return self._made(holder, noun, where, "LOCATED_IN", "LOCATED_IN") if where is not None else None
        return None

    def _deputy(self, noun: int) -> bool:
        return any(self.tree.lower[k] in ("deputy", "vice", "assistant") for k in self.tree.kids[noun])

    def _owner(self, noun: int, types: tuple[str, ...]) -> int | None:
        """The organisation or state of a post: *head of X*, *X's head*, *Russian minister*."""
        tree = self.tree
        for deps, cases in ((("nmod",), ("of", "for", "in", "at")), (("nmod:poss", "compound", "amod"), ("",))):
            for k in tree.kids[noun]:
                mention = self.mentions.at(k)
                if tree.dep[k] in deps and tree.cases(k) in cases and mention is not None and mention.type in types:
                    return k
        above = tree.head[noun]
        if tree.dep[noun] == "compound":  # Russian Foreign Minister Lavrov: all hang on the name
            for k in tree.kids[above]:
                mention = self.mentions.at(k)
                if tree.dep[k] in ("amod", "compound", "nmod:poss") and mention is not None and mention.type in types:
                    return k
        return None

    def _located(self, noun: int) -> int | None:
        tree = self.tree
        for k in tree.children(noun, "nmod"):
            mention = self.mentions.at(k)
            if tree.cases(k) in ("in", "of") and mention is not None and mention.type in ("GPE", "LOC"):
                return k
        return None

    def _made(self, holder: int, noun: int, where: int, kind: str, relation: str) -> EventMention:
        tree = self.tree
        first, last = phrase(tree, noun)
        former = any(tree.lower[k] in ("former", "ex", "late", "then") for k in tree.kids[noun])
        post: tuple[Argument, ...] = (
            (tree.span(first, last),) if kind == "HOLDS_POST" and tree.dep[noun] != "compound" else ()
        )
        return EventMention(
            start=tree.start[noun],
            end=tree.end[noun],
            text=tree.words[noun],
            type=kind,
            sentence=tree.bounds(noun),
            confidence=0.85,
            relation=relation,
            lemma=tree.lemma[noun],
            actors=(self._argument(holder),),
            recipients=(self._argument(where),),
            themes=post,
            status="occurred" if former else "ongoing",
            head=f"state: {tree.dep[noun]}",
        )

    def _argument(self, token: int) -> Argument:
        mention = self.mentions.at(token)
        if mention is not None:
            return Argument(text=mention.text, start=mention.start, end=mention.end, entity=mention.entity)
        return argument(self.tree, token, self.mentions, self.lexicon)
