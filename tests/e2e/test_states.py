"""Empty, missing, failed: each has its own page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from graph.store import Store
from tests.contract.small import wipe
from tests.e2e.conftest import RunningServer, Watched
from tests.e2e.world import world
from tests.factories import small_graph


@pytest.fixture
def emptied(filled: Store) -> Iterator[Store]:
    wipe(filled)
    yield filled
    filled.write(world())


def test_an_empty_graph_says_how_to_fill_it(emptied: Store, server: RunningServer, page: Page) -> None:
    page.goto(server.address)
    expect(page.get_by_text("No stories yet")).to_be_visible()
    expect(page.get_by_text("eventgraph ingest")).to_be_visible()


def test_a_search_without_a_hit_says_so(watched: Watched) -> None:
    page = watched.open("#/stories?q=zzzz")
    expect(page.get_by_text("No story fits.")).to_be_visible()
    page.get_by_role("button", name="Clear the search").click()
    expect(page.locator(".story-card").first).to_be_visible()
    page.get_by_role("combobox", name="Search stories").fill("zzzz")
    expect(page.locator(".options-none")).to_have_text("Nothing is found for “zzzz”.")


@pytest.mark.parametrize("kind", ["stories", "articles", "entities", "events"])
def test_what_is_not_there_is_said_to_be_missing(watched: Watched, kind: str) -> None:
    page = watched.open(f"#/{kind}/none_such")
    expect(page.get_by_role("alert")).to_contain_text("Nothing is here")
    page.get_by_role("link", name="Go to the stories").click()
    expect(page.locator(".story-card").first).to_be_visible()


@pytest.mark.parametrize("route", ["#/nowhere", "#/stories/a/b", "#/graph/x"])
def test_an_unknown_address_leads_back(watched: Watched, route: str) -> None:
    page = watched.open(route)
    expect(page.get_by_text("This address leads to no page.")).to_be_visible()


def test_a_graph_of_something_missing_shows_the_error(watched: Watched) -> None:
    page = watched.open("#/graph?seeds=ent_none")
    expect(page.get_by_role("alert")).to_contain_text("Nothing is here")


def test_a_server_that_is_gone_can_be_tried_again(filled: Store, page: Page) -> None:
    brief = RunningServer(filled).start()
    page.goto(brief.address)
    expect(page.locator(".story-card").first).to_be_visible()
    brief.stop()
    page.goto(f"{brief.address}#/stories/{small_graph().ids['story:kursk']}")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("The server does not answer.")
    alert.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("alert")).to_contain_text("The server does not answer.")
