import pytest

from api.settings import ApiSettings


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_a_loopback_server_answers_queries_and_only_to_loopback_names(host: str) -> None:
    settings = ApiSettings(host=host)
    assert settings.answers_queries
    assert settings.host_names == {"127.0.0.1", "localhost", "[::1]"}


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "news.example"])
def test_a_server_for_others_takes_queries_only_when_told_to(host: str) -> None:
    assert not ApiSettings(host=host).answers_queries
    assert ApiSettings(host=host, query_endpoint="on").answers_queries
    assert ApiSettings(host=host).host_names == frozenset()
    assert ApiSettings(host=host, allowed_hosts=["News.example"]).host_names == {"news.example"}


def test_the_query_endpoint_can_be_turned_off() -> None:
    assert not ApiSettings(query_endpoint="off").answers_queries
