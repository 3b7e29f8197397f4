"""Outlets and their ratings out of a CSV file."""

import csv
from dataclasses import fields
from pathlib import Path

from graph.errors import InputError
from graph.model import Outlet

_COLUMNS = tuple(field.name for field in fields(Outlet))


def read_outlets(path: Path) -> list[Outlet]:
    """Read `domain,name,country,language,bias,factuality,owner,rating_source,rating_date`; empty cells are unrated.

    Raises `InputError` with the line for a missing column, a row without domain or name, a rating without source and
    date, or a domain that comes twice.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = {"domain", "name"} - set(reader.fieldnames or ())
            if missing:
                raise InputError(
                    f"{path}:1 lacks the column {', '.join(sorted(missing))}; it needs {','.join(_COLUMNS)}"
                )
            outlets = [_outlet(row, f"{path}:{reader.line_num}") for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path} cannot be read as CSV in UTF-8: {error}") from error
    seen: set[str] = set()
    for outlet in outlets:
        if outlet.domain in seen:
            raise InputError(f"{path} has the domain {outlet.domain} twice; keep one row")
        seen.add(outlet.domain)
    return outlets


def _outlet(row: dict[str, str | None], place: str) -> Outlet:
    cells = {name: (row.get(name) or "").strip() or None for name in _COLUMNS}
    domain, name = cells.pop("domain"), cells.pop("name")
    if not domain or not name:
        raise InputError(f"{place} has no domain or no name; fill both")
    if (cells["bias"] or cells["factuality"]) and not (cells["rating_source"] and cells["rating_date"]):
        raise InputError(f"{place} rates {domain} without rating_source and rating_date; give both or leave it unrated")
    return Outlet(domain=domain.lower(), name=name, **cells)
