"""Every error that EventGraph raises on purpose.

EventGraphError
├── ConfigurationError     a setting is wrong or missing
├── InputError             an article, file or row cannot be read
├── NotFoundError          nothing has this id
├── QueryRefusedError      a Cypher query is not read-only, or does not parse
├── QueryTimeoutError      a Cypher query ran longer than allowed
└── StoreUnavailableError  the engine cannot be started or reached
"""


class EventGraphError(Exception):
    """Base of all errors raised on purpose; its text names the input, the place and the remedy."""


class ConfigurationError(EventGraphError):
    """A setting is wrong or missing."""


class InputError(EventGraphError):
    """An article, file or row cannot be read; nothing beside it is lost."""


class NotFoundError(EventGraphError):
    """Nothing in the graph has this id."""


class QueryRefusedError(EventGraphError):
    """A Cypher query is refused: it does not parse, or it could do more than read."""


class QueryTimeoutError(EventGraphError):
    """A Cypher query ran longer than the limit and was ended."""


class StoreUnavailableError(EventGraphError):
    """The graph engine cannot be started or reached."""
