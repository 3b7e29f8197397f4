"""Resolution: which entity a mention means, where a place lies, which country and sector an actor acts for."""

from ingest.resolve.gazetteer import Gazetteer, NameHit
from ingest.resolve.normal import normalised_name
from ingest.resolve.resolver import Resolver, entity_id, plain_entity_ids
from ingest.resolve.tables import Known

__all__ = ["Gazetteer", "Known", "NameHit", "Resolver", "entity_id", "normalised_name", "plain_entity_ids"]
