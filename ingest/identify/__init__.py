"""Which claims speak of one event, whatever their status and quantities; a function of the set of claims."""

from ingest.identify.assertion import Assertion
from ingest.identify.grouping import identify

__all__ = ["Assertion", "identify"]
