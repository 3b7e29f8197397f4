"""The roles of an event, and who fills them in one claim."""

from graph.model import Argument
from ingest.assemble.claims import ClaimDraft

ROLES = ("ACTOR", "RECIPIENT", "THEME", "INSTRUMENT", "PLACE")


def arguments(claim: ClaimDraft, role: str) -> tuple[Argument, ...]:
    """Who or what fills a role in one claim."""
    mention = claim.mention
    by_role = {
        "ACTOR": mention.actors,
        "RECIPIENT": mention.recipients,
        "THEME": mention.themes,
        "INSTRUMENT": mention.instruments,
        "PLACE": (mention.place,) if mention.place else (),
    }
    return by_role[role]
