"""Requests made up from the OpenAPI document, valid and not: no crash, no undeclared status, type or shape."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode, openapi
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks
from starlette.testclient import TestClient

from tests.contract.api.calls import calls
from tests.contract.api.conftest import BASE

CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]
BOUNDED = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


NOTHING_TO_GET_WRONG = {"listOutlets", "getSchema", "getStatus", "getHealth", "getReadiness"}


@pytest.mark.parametrize("operation", calls())
def test_valid_requests_get_what_the_description_says(client: TestClient, operation: str) -> None:
    ask_for(client, operation, GenerationMode.POSITIVE)


@pytest.mark.parametrize("operation", [name for name in calls() if name not in NOTHING_TO_GET_WRONG])
def test_invalid_requests_get_what_the_description_says(client: TestClient, operation: str) -> None:
    ask_for(client, operation, GenerationMode.NEGATIVE)


def ask_for(client: TestClient, operation: str, mode: GenerationMode) -> None:
    schema = openapi.from_dict(client.get("/openapi.json").json())
    found = schema.find_operation_by_id(operation)

    @BOUNDED
    @given(found.as_strategy(generation_mode=mode))
    def ask(case: Case) -> None:
        arguments = case.as_transport_kwargs(base_url=BASE)
        arguments.pop("cookies", None)
        answer = client.request(**arguments)
        case.validate_response(answer, checks=CHECKS)

    ask()
