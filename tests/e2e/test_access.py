"""axe finds nothing, in light and dark, wide and narrow; the theme can be chosen."""

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, ViewportSize, expect

from tests.e2e.conftest import Watched
from tests.e2e.world import ARTICLES, HUB
from tests.factories import small_graph

IDS = small_graph().ids
PAGES = {
    "stories": ("", ".story-card"),
    "story": (f"#/stories/{IDS['story:kursk']}", ".origin-group"),
    "article": (f"#/articles/{IDS['article:wire']}", ".claim"),
    "arabic": (f"#/articles/{ARTICLES['arabic']}", ".prose"),
    "retracted": (f"#/articles/{IDS['article:retracted']}", ".retracted"),
    "entity": (f"#/entities/{IDS['entity:north_korea']}", ".table"),
    "event": (f"#/events/{IDS['event:builders']}", ".claim"),
    "graph": (f"#/graph?story={IDS['story:kursk']}", ".everything li"),
    "node": (f"#/graph?seeds={HUB}&node={HUB}", ".neighbour-edge"),
    "edge": (f"#/graph?story={IDS['story:kursk']}&edge={IDS['relation:visit:occurred']}", ".panel .claim"),
    "empty graph": ("#/graph", ".graph-start li"),
    "cypher": ("#/cypher?q=MATCH (a:Entity)-[r:SENT]->(b:Entity) RETURN a.name, r.claims LIMIT 5", ".table-answer"),
    "refused": ("#/cypher?q=CREATE (a) RETURN a", ".notice-error"),
    "missing": ("#/stories/none", ".notice-error"),
}
NARROW: ViewportSize = {"width": 390, "height": 844}


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:160]} {node['target']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(watched: Watched, name: str, scheme: str) -> None:
    route, ready = PAGES[name]
    watched.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page = watched.open(route)
    expect(page.locator(ready).first).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("name", ["stories", "story", "graph", "node", "cypher"])
def test_axe_finds_nothing_on_a_phone_and_nothing_runs_over(watched: Watched, name: str) -> None:
    route, ready = PAGES[name]
    watched.page.set_viewport_size(NARROW)
    page = watched.open(route)
    expect(page.locator(ready).first).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_phone_shows_the_list_first(watched: Watched) -> None:
    watched.page.set_viewport_size(NARROW)
    page = watched.open(PAGES["graph"][0])
    expect(page.locator(".everything")).to_be_visible()
    expect(page.get_by_role("application")).to_be_hidden()
    page.get_by_role("button", name="Graph", exact=True).click()
    expect(page.get_by_role("application")).to_be_visible()


def test_the_chosen_theme_stays(watched: Watched) -> None:
    page = watched.open("")
    ground = "() => getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Use the dark theme").click()
    dark = page.evaluate(ground)
    assert dark != light
    page.reload()
    expect(page.get_by_role("button", name="Use the light theme")).to_be_visible()
    assert page.evaluate(ground) == dark
