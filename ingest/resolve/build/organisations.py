"""International bodies from the supraverden list (CC BY-SA 4.0), armed groups from the Phoenix dictionaries (MIT)."""

import gzip
import re
from pathlib import Path

import yaml

from ingest.resolve.build.rows import Row

FAMILIES = {"EU institutions and bodies": "EUR", "UN and affiliates": "UNO"}
NAMES = re.compile(r"(Name|Abbreviation)_(other_)?(2_|3_)?(en|es|fr|de|ru|uk|pt|it|nl|tr|ko|ja|zh|ar|pl|sv|fa)")


def bodies(knowledge: Path) -> list[Row]:
    source = yaml.safe_load(gzip.decompress((knowledge / "supraverden" / "general_list.yaml.gz").read_bytes()))
    rows = []
    for entry in source.values():
        qid = str(entry.get("Wikidata_code", ""))
        known = re.fullmatch(r"Q\d+", qid) is not None
        names = [str(v) for k, v in entry.items() if NAMES.fullmatch(k) and isinstance(v, str)]
        names = [n for n in names if len(n) > 2 and not n.startswith("[")]
        rows.append(
            Row(
                key=qid if known else f"eg:{entry['SPRVD_id']}",
                name=str(entry["Name_en"]),
                type="ORG",
                country=FAMILIES.get(str(entry.get("Org_family")), "IGO"),
                sector="IGO",
                weight=100 if known else 10,
                names=[str(entry["Name_en"]), *(f"?{n}" if n.isupper() and len(n) < 5 else n for n in names)],
            )
        )
    return rows


def armed_groups(knowledge: Path, countries: set[str]) -> list[Row]:
    """Entries of the Phoenix list of armed non-state actors that name one state."""
    text = gzip.decompress((knowledge / "Dictionaries" / "Phoenix.MilNonState.actors.txt.gz").read_bytes())
    rows, names = [], list[str]()
    for raw in text.decode("latin-1").splitlines():
        line = raw.split("#")[0].split(";")[0].strip()
        code = re.search(r"\[([A-Z]{3})(REB|SEP|UAF)", line)
        name = re.match(r"\+?([A-Z][A-Z'_ .()-]+?)_?\s*(\[|$)", line)
        if name and not line.startswith("["):
            names = names if line.startswith("+") else []
            names.append(_title(name[1]))
        if code and names and code[1] in countries:
            kept = [n for n in names if " " in n and len(n) > 8]
            if kept:
                rows.append(Row(key=f"eg:armed-{_slug(kept[0])}", name=kept[0], type="ORG", country=code[1],
                                sector="REB", weight=5, names=kept))  # fmt: skip
            names = []
    return list({row.key: row for row in rows}.values())


def _title(name: str) -> str:
    words = name.replace("_", " ").split()
    small = {"OF", "THE", "FOR", "AND", "IN"}
    return " ".join(w.lower() if w in small and i else w.capitalize() for i, w in enumerate(words))


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
