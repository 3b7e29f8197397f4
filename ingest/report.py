"""The report of one run: what went in, what came out, and each input that failed, with stage and reason."""

import resource
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

import msgspec

Stage = Literal["read", "parse", "annotate", "extract", "resolve", "cluster", "identify", "write"]


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that was lost, whole (`error`) or in part (`warning`), at `place`, e.g. ``feed.jsonl:12``."""

    place: str
    stage: Stage
    reason: str
    severity: Literal["error", "warning"] = "error"


@dataclass(slots=True)
class RunReport:
    """Counts and failures of one run; times in seconds, memory in bytes."""

    counts: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)
    seconds: float = 0.0
    peak_memory: int = 0

    def add(self, failure: Failure) -> None:
        self.failures.append(failure)
        self.counts["failed" if failure.severity == "error" else "warnings"] += 1

    def finish(self) -> None:
        """Take the time and the peak memory of this process and its finished children."""
        self.seconds = time.monotonic() - self.started
        unit = 1 if sys.platform == "darwin" else 1024
        self.peak_memory = unit * max(
            resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )

    @property
    def articles_per_second(self) -> float:
        return self.counts["written"] / self.seconds if self.seconds else 0.0

    def as_dict(self) -> dict[str, Any]:
        return {
            "counts": dict(sorted(self.counts.items())),
            "seconds": round(self.seconds, 2),
            "articles_per_second": round(self.articles_per_second, 2),
            "peak_memory_mb": round(self.peak_memory / 1e6),
            "failures": [asdict(failure) for failure in self.failures],
        }

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(msgspec.json.format(msgspec.json.encode(self.as_dict()), indent=2))
