"""Run the scorers on the development sets and write docs/scorecard.md: ``python -m tests.bench.scorecard BENCH``.

BENCH is the folder that holds `score` and `data/`. Results are kept in a folder, so that a stopped run goes on where it
was; ``--again TASK/SET`` runs one anew.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
DOCUMENT = HERE.parents[1] / "docs" / "scorecard.md"
EVENTGRAPH = Path(sys.executable).parent / "eventgraph"


def measure(run: dict[str, Any], bench: Path, results: Path) -> dict[str, Any]:
    """The metrics of one scorer on one set, from `results` if they are there."""
    kept = results / f"{run['task']}-{run['set']}.json"
    if not kept.exists():
        print(f"{run['task']} on {run['set']} ...", file=sys.stderr, flush=True)
        command = [bench / "score", run["task"], bench / "data" / run["set"], "--cmd", EVENTGRAPH, "--json"]
        if run["task"] == "speed":
            command += ["--python", sys.executable, *run["options"]]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        kept.write_text(done.stdout, "utf-8")
    metrics: dict[str, Any] = json.loads(kept.read_text("utf-8"))["metrics"]
    return metrics


def table(runs: list[dict[str, Any]], bench: Path, results: Path) -> tuple[list[str], list[str]]:
    """Lines of the table, and the figures that are below their floor."""
    lines, below = [], []
    for run in runs:
        metrics = measure(run, bench, results)
        for name, (floor, peer) in run["metrics"].items():
            value = metrics.get(name)
            lines.append(f"| {run['task']} | {run['set']} | {name} | {shown(value)} | {shown(floor)} | {shown(peer)} |")
            if floor is not None and (value is None or value < floor - 5e-4):
                below.append(f"{run['task']} on {run['set']}: {name} is {shown(value)}, its floor {shown(floor)}")
    return lines, below


def shown(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.0f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--results", type=Path, default=Path("var/scorecard"))
    parser.add_argument("--again", action="append", default=[])
    arguments = parser.parse_args()
    arguments.results.mkdir(parents=True, exist_ok=True)
    for key in arguments.again:
        (arguments.results / f"{key.replace('/', '-')}.json").unlink(missing_ok=True)
    runs = yaml.safe_load((HERE / "scorecard.yaml").read_text("utf-8"))
    lines, below = table(runs, arguments.bench, arguments.results)
    head, _, rest = DOCUMENT.read_text("utf-8").partition("<!-- table -->")
    _, _, tail = rest.partition("<!-- end -->")
    columns = "| task | set | metric | here | floor | best peer that runs |\n|---|---|---|---|---|---|\n"
    DOCUMENT.write_text(f"{head}<!-- table -->\n{columns}" + "\n".join(lines) + f"\n<!-- end -->{tail}", "utf-8")
    print("\n".join(below) or "every figure is at or above its floor")
    return bool(below)


if __name__ == "__main__":
    sys.exit(main())
