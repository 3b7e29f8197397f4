"""How near the encoder brings a sentence and its translation, by which cosines across languages are measured."""

from functools import cache
from importlib.resources import files

_UNMEASURED = 0.65
_LEAST = 0.45  # of a language that the encoder does not know; less would take noise for likeness


def fidelity(first: str, second: str) -> float:
    """Return the cosine to be expected of a sentence in one language and its translation into the other."""
    if first == second:
        return 1.0
    low, high = sorted((first, second))
    return max(_LEAST, _measured().get((low, high), _UNMEASURED))


@cache
def _measured() -> dict[tuple[str, str], float]:
    lines = files(__package__).joinpath("fidelity.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {(first, second): float(value) for first, second, value in rows}
