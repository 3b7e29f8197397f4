import gzip
from pathlib import Path

from training.readers import columns, conllu, held_back, iob2, iob2_measured, is_tree, klue, name_tags, spaced

LABELS = {"PER": "PER", "LOC": "LOC", "PS": "PER", "LC": "LOC"}


def written(folder: Path, text: str, name: str = "corpus.txt.gz") -> Path:
    path = folder / name
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(text)
    return path


def test_iob_of_any_kind_becomes_bio() -> None:
    assert name_tags(["I-PER", "I-PER", "O", "B-PER", "B-PER"], LABELS) == ["B-PER", "I-PER", "O", "B-PER", "B-PER"]
    assert name_tags(["PER", "PER", "0", "LOC"], LABELS) == ["B-PER", "I-PER", "O", "B-LOC"]
    assert name_tags(["B-MISC", "I-MISC"], LABELS) == ["O", "O"]


def test_spaces_come_from_the_text() -> None:
    assert spaced(["Hi", ",", "you"], "Hi, you") == [("Hi", True), (",", False), ("you", True)]


def test_iob2_with_its_text(tmp_path: Path) -> None:
    path = written(tmp_path, "# text = Ana, here\n1\tAna\tB-PER\t-\n2\t,\tO\t-\n3\there\tO\t-\n\n")
    (sentence,) = iob2(path, "en", LABELS)
    assert sentence.words == [("Ana", True), (",", False), ("here", True)]
    assert sentence.names == ["B-PER", "O", "O"]


def test_a_third_of_a_measured_set_is_held_back(tmp_path: Path) -> None:
    names = [f"n{number:05}" for number in range(300)]  # as the set numbers its documents
    blocks = [f"# sent_id = {name}-0001\n# text = {name}\n1\t{name}\tB-PER\n\n" for name in names]
    kept = [sentence.words[0][0] for sentence in iob2_measured(written(tmp_path, "".join(blocks)), "en", LABELS)]
    assert kept == [name for name in names if not held_back(name)]
    assert 70 < len(names) - len(kept) < 130


def test_columns_take_the_last(tmp_path: Path) -> None:
    (first, second) = columns(written(tmp_path, "Ana X B-PER\nran X O\n\nBonn X I-LOC\n"), "de", LABELS)
    assert (first.names, second.names) == (["B-PER", "O"], ["B-LOC"])


def test_korean_words_hold_their_particles(tmp_path: Path) -> None:
    lines = "\n".join(f"{c}\t{t}" for c, t in zip("김은 간다", ["B-PS", "O", "O", "O", "O"], strict=True))
    (sentence,) = klue(written(tmp_path, f"## comment\n{lines}\n\n"), "ko", LABELS)
    assert sentence.words == [("김은", True), ("간다", True)]
    assert sentence.names == ["B-PER", "O"]


FUSED = """# text = Er geht zum Haus.
1\tEr\ter\tPRON\t_\t_\t2\tnsubj\t_\t_
2\tgeht\tgehen\tVERB\t_\t_\t0\troot\t_\t_
3-4\tzum\t_\t_\t_\t_\t_\t_\t_\t_
3\tzu\tzu\tADP\t_\t_\t5\tcase\t_\t_
4\tdem\tder\tDET\t_\t_\t5\tdet\t_\t_
5\tHaus\tHaus\tNOUN\t_\t_\t2\tobl:dir\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""


def test_fused_words_are_one_node(tmp_path: Path) -> None:
    (sentence,) = conllu(written(tmp_path, FUSED), "de")
    assert [word for word, _space in sentence.words] == ["Er", "geht", "zum", "Haus", "."]
    assert sentence.heads == [2, 0, 4, 2, 2]
    assert sentence.relations == ["nsubj", "root", "case", "obl", "punct"]
    assert sentence.words[-1] == (".", False)


def test_trees_have_one_root_and_no_cycle() -> None:
    assert is_tree([2, 0, 2])
    assert not is_tree([2, 1, 0])
    assert not is_tree([0, 0])
