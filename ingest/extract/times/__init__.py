"""Time expressions as TIMEX3: a grammar of intervals for every language, anchored to the time of publication."""

from ingest.extract.times.finder import find_times

__all__ = ["find_times"]
