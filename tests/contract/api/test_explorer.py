from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from graph.store import Store
from tests.contract.api.conftest import BASE

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


@pytest.fixture
def built(small: Store, tmp_path: Path) -> Iterator[TestClient]:
    dist = tmp_path / "dist"
    (dist / "assets").mkdir(parents=True)
    (dist / "index.html").write_text("<!doctype html><title>Explorer</title>", "utf-8")
    (dist / "assets" / "main-1a2b.js").write_text("export {}", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (dist / "link.txt").symlink_to(tmp_path / "secret.txt")
    with TestClient(create_app(ApiSettings(), small, dist), base_url=BASE) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/stories/sto_abc", "/cypher", "/entities/ent_abc?x=1"])
def test_every_page_of_the_explorer_is_its_index(built: TestClient, path: str) -> None:
    answer = built.get(path)
    assert (answer.status_code, "Explorer" in answer.text) == (200, True)
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["cache-control"] == "no-cache"


def test_assets_are_sent_with_their_type_and_kept_long(built: TestClient) -> None:
    answer = built.get("/assets/main-1a2b.js")
    assert answer.text == "export {}"
    assert "javascript" in answer.headers["content-type"]
    assert "31536000" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    [
        "/assets/none.js",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/link.txt",
        "/assets/%00.js",
        "/a.b",
    ],
)
def test_nothing_outside_the_folder_is_sent(built: TestClient, path: str) -> None:
    answer = built.get(path)
    assert "secret" not in answer.text.replace("secret.txt", "")
    assert answer.status_code == 404


def test_a_page_says_so_when_the_explorer_is_not_built(small: Store, tmp_path: Path) -> None:
    with TestClient(create_app(ApiSettings(), small, tmp_path / "none"), base_url=BASE) as client:
        answer = client.get("/")
        assert "make setup" in answer.text
        assert client.get("/stories/sto_x").status_code == 503
        assert client.get("/api/v1/status").status_code == 200


def test_other_sites_get_no_permission_to_read(built: TestClient) -> None:
    answer = built.get("/api/v1/status", headers={"Origin": "https://elsewhere.example"})
    assert not [name for name in answer.headers if name.startswith("access-control-")]
