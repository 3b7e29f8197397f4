"""Names that the recogniser saw once and missed elsewhere in the same document."""

from collections.abc import Iterator

from ingest.extract.tree import Tree

_LEAST = 4  # letters of a surname; shorter ones are too often other words


def repeated(tree: Tree, names: dict[tuple[int, int], str]) -> Iterator[tuple[tuple[int, int], str]]:
    """Spans with the type of a name of the document that stands there again, or of the surname of a person.

    Only capitalised words inside a sentence, whole, and outside the names found: where a sentence begins, any word is
    capitalised.
    """
    wanted = _wanted(tree.text, names)
    if not wanted:
        return
    taken = sorted(names)
    openings = {first for first, _last in tree.sentences}
    for token, word in enumerate(tree.words):
        for words, kind in wanted.get(word, ()):
            last = token + len(words) - 1
            if tree.words[token : last + 1] != words or (token in openings and len(words) == 1):
                continue
            span = tree.start[token], tree.end[last]
            if not any(a < span[1] and span[0] < b for a, b in taken):
                yield span, kind
                break


def _wanted(text: str, names: dict[tuple[int, int], str]) -> dict[str, list[tuple[list[str], str]]]:
    """First words to whole names, longest first."""
    wanted: dict[str, dict[str, str]] = {}
    for (start, end), kind in sorted(names.items()):
        words = text[start:end].split()
        if words and words[0][:1].isupper():
            wanted.setdefault(words[0], {}).setdefault(" ".join(words), kind)
        if kind == "PERSON" and len(words) > 1 and len(words[-1]) >= _LEAST and words[-1][:1].isupper():
            wanted.setdefault(words[-1], {}).setdefault(words[-1], kind)
    return {
        first: sorted(((name.split(), kind) for name, kind in found.items()), key=lambda form: -len(form[0]))
        for first, found in wanted.items()
    }
