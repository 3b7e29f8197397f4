"""Where articles come from: files, folders, feeds and URLs. The only part that reads disk or network."""

from collections.abc import Iterable, Iterator

from ingest.report import Failure
from ingest.sources.files import iter_path
from ingest.sources.items import RawItem
from ingest.sources.web import Fetcher

__all__ = ["Fetcher", "RawItem", "read_sources"]


def read_sources(
    sources: Iterable[str], fetcher: Fetcher | None = None, *, max_bytes: int
) -> Iterator[RawItem | Failure]:
    """Yield every item of files, folders (recursive, sorted) and http(s) URLs; what cannot be read is a `Failure`.

    An item of more than `max_bytes` is a failure and is never held in memory whole.
    """
    for source in sources:
        if not source.startswith(("http://", "https://")):
            yield from iter_path(source, max_bytes=max_bytes)
        elif fetcher is None:
            yield Failure(source, "read", "URLs are not fetched here; save the page and give the file")
        else:
            yield from fetcher.iter_url(source, max_bytes=max_bytes)
