"""Which entities of the graph may be one, and are worth a person's look."""

from graph.review.queue import MOST_PAIRS, review_queue

__all__ = ["MOST_PAIRS", "review_queue"]
