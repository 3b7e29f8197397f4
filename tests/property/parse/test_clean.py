"""Cleaning text: whatever comes in, what comes out can be stored."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.parse.clean import clean, decode


@given(st.text(alphabet=st.characters(codec=None)))
def test_clean_text_encodes_and_is_clean_already(text: str) -> None:
    once, _ = clean(text)
    once.encode()
    assert "\x00" not in once
    assert clean(once) == (once, 0)


@given(st.text(min_size=1))
def test_utf8_is_never_guessed(text: str) -> None:
    assert decode(("a" + text).encode()) == ("a" + text, None)
