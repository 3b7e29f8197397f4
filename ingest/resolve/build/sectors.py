"""Words for actors and the sector they act for: the Phoenix agents (MIT) and what we add by hand."""

import gzip
import re
from pathlib import Path

from ingest.resolve.build.curated import FOLDER

CODES = {"MED": "JRN", "MUS": "REL", "CHR": "REL", "JEW": "REL", "HIN": "REL", "BUD": "REL", "HRI": "SOC", "NGO": "SOC",
         "ENV": "SOC", "DEV": "SOC", "RAD": "REB", "REF": "CVL"}  # fmt: skip
LINE = re.compile(r"!?([A-Z][A-Z'_ -]*?)_?\s*(?:\{([^}]*)\})?\s*\[~([A-Z]{3})")


def write_sectors(knowledge: Path, target: Path) -> None:
    """Lines of language, phrase (in its base form) and sector; ours win over the dictionary's."""
    source = gzip.decompress((knowledge / "Dictionaries" / "Phoenix.agents.txt.gz").read_bytes()).decode("latin-1")
    found: dict[tuple[str, str], str] = {}
    for line in source.splitlines():
        if match := LINE.match(line.split("#")[0].strip()):
            for name in (match[1], *(match[2] or "").split(",")):
                phrase = " ".join(name.replace("_", " ").lower().split())
                if phrase:
                    found.setdefault(("en", phrase), CODES.get(match[3], match[3]))
    for row in (FOLDER / "sectors.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        lang, sector, phrases = row.split("\t")
        found.update({(lang, phrase): sector for phrase in phrases.split("|")})
    lines = ["lang\tphrase\tsector", *sorted(f"{lang}\t{phrase}\t{sector}" for (lang, phrase), sector in found.items())]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
