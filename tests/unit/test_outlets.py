"""Reading outlets and their ratings."""

from pathlib import Path

import pytest

from graph.errors import InputError
from ingest.outlets import read_outlets

HEAD = "domain,name,country,language,bias,factuality,owner,rating_source,rating_date\n"


def write(path: Path, rows: str, head: str = HEAD) -> Path:
    path.write_text(head + rows, "utf-8")
    return path


def test_empty_cells_are_unrated(tmp_path: Path) -> None:
    (outlet,) = read_outlets(write(tmp_path / "o.csv", "Desk.example,The Desk,GBR,en,,,,,\n"))
    assert (outlet.domain, outlet.name, outlet.bias) == ("desk.example", "The Desk", None)


@pytest.mark.parametrize(
    ("rows", "head", "reason"),
    [
        ("desk.example,The Desk,,,Center,High,,,\n", HEAD, "rating_source"),
        ("desk.example,,,,,,,,\n", HEAD, "no domain or no name"),
        ("a.example,A,,,,,,,\na.example,A,,,,,,,\n", HEAD, "twice"),
        ("x\n", "domain\n", "lacks the column name"),
    ],
)
def test_a_bad_row_is_named_with_file_and_reason(tmp_path: Path, rows: str, head: str, reason: str) -> None:
    path = write(tmp_path / "o.csv", rows, head)
    with pytest.raises(InputError, match=reason) as raised:
        read_outlets(path)
    assert str(path) in str(raised.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.csv"):
        read_outlets(tmp_path / "none.csv")
