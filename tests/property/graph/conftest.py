"""The engines of the contract tests, for properties that hold on both."""

from tests.contract.conftest import arcadedb_settings, neo4j_settings, store, store_settings, stores

__all__ = ["arcadedb_settings", "neo4j_settings", "store", "store_settings", "stores"]
