from ingest.annotate.model.pieces import WordPieces

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁visit", "ed", "e", "d", "s", "▁a", "ab", "b"]
SCORES = [0, 0, 0, 0, -5.0, -3.0, -2.0, -4.0, -4.0, -4.0, -3.0, -6.0, -3.0]


def pieces(word: str, spaced: bool = True, folding: dict[str, str] | None = None) -> list[str]:
    return [PIECES[n] for n in WordPieces(PIECES, SCORES, folding or {}, 3).cut(word, spaced)]


def test_the_most_probable_cut_wins() -> None:
    assert pieces("visited") == ["▁visit", "ed"]
    assert pieces("ab") == ["▁a", "b"]


def test_a_space_before_the_word_is_part_of_it() -> None:
    assert pieces("ed", spaced=False) == ["ed"]
    assert pieces("ed") == ["▁", "ed"]


def test_letters_that_no_piece_has_are_one_unknown() -> None:
    assert pieces("visitЖЖЖed") == ["▁visit", "<unk>", "ed"]
    assert pieces("ЖЖ", spaced=False) == ["<unk>"]


def test_characters_are_folded_first() -> None:
    assert pieces("visitＥＤ", folding={"Ｅ": "e", "Ｄ": "d"}) == ["▁visit", "ed"]


def test_a_word_of_nothing_but_folded_away_characters_is_unknown() -> None:
    assert pieces("\u200b", spaced=False, folding={"\u200b": ""}) == ["<unk>"]
