"""Stories over languages and independent origins of text, as functions of a set of article signatures."""

from ingest.cluster.linkage import WINDOW_DAYS, linked, neighbours, partition, touched
from ingest.cluster.origins import origins
from ingest.cluster.signature import Signature, signature

__all__ = ["WINDOW_DAYS", "Signature", "linked", "neighbours", "origins", "partition", "signature", "touched"]
