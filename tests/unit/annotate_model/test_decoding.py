import pytest

from ingest.annotate.model.decoding import name_spans
from ingest.annotate.model.labels import NAME_TAGS


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("O B-PER I-PER O", [(1, 3, "PER")]),
        ("B-LOC B-LOC", [(0, 1, "LOC"), (1, 2, "LOC")]),
        ("O I-ORG I-ORG", [(1, 3, "ORG")]),
        ("B-PER I-LOC", [(0, 1, "PER"), (1, 2, "LOC")]),
        ("O O", []),
    ],
)
def test_tags_to_spans(tags: str, spans: list[tuple[int, int, str]]) -> None:
    assert name_spans([NAME_TAGS.index(tag) for tag in tags.split()]) == spans
