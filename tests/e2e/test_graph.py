"""The graph view: search, expand, evidence, filters, paths, undo, permalinks."""

import json
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from graph.store import Store
from tests.e2e.conftest import Watched
from tests.e2e.world import HUB
from tests.factories import small_graph

IDS = small_graph().ids


def graph(page: Page) -> Locator:
    return page.locator(".graph-page")


def opened(watched: Watched, route: str, nodes: int) -> Page:
    page = watched.open(route)
    expect(graph(page)).to_have_attribute("data-nodes", str(nodes))
    return page


def positions(page: Page) -> list[str]:
    """Entities with their places, as the address has them."""
    found = re.search(r"[?&]n=([^&]*)", page.url)
    return sorted(found.group(1).replace("%2C", ",").replace("*", "@").split(",")) if found else []


def test_search_then_expand_then_evidence(watched: Watched) -> None:
    page = watched.open("#/graph")
    page.get_by_role("combobox", name="Add an entity").fill("shoigu")
    page.get_by_role("option", name="Sergei Shoigu").first.click()
    expect(graph(page)).to_have_attribute("data-nodes", "2")
    page.get_by_role("button", name="Go to Pyongyang").click()
    page.get_by_role("button", name="Expand", exact=True).click()
    expect(graph(page)).to_have_attribute("data-nodes", "3")
    page.get_by_role("button", name=re.compile("^was visited by Sergei Shoigu")).click()
    panel = page.get_by_role("complementary", name="Evidence")
    expect(panel.locator(".edge-facts")).to_contain_text("3 origins")
    expect(panel.locator("article.claim")).to_have_count(3)
    expect(panel.get_by_text("Same sentence in 1 copy of this report")).to_have_count(1)
    expect(panel.locator("mark.trigger").first).to_be_visible()
    expect(panel.locator("article.claim").first).to_contain_text("fixture/1")


def test_an_expansion_adds_fifty_at_a_time(watched: Watched) -> None:
    page = opened(watched, f"#/graph?seeds={HUB}&node={HUB}", 16)
    page.get_by_role("button", name="285 more relations").click()
    expect(graph(page)).to_have_attribute("data-nodes", "51")
    page.get_by_role("button", name="250 more relations").click()
    expect(graph(page)).to_have_attribute("data-nodes", "101")
    page.get_by_role("button", name="Collapse").click()
    expect(graph(page)).to_have_attribute("data-nodes", "1")


def test_every_change_can_be_undone_and_redone(watched: Watched) -> None:
    page = opened(watched, f"#/graph?seeds={HUB}&node={HUB}", 16)
    before = positions(page)
    page.get_by_role("button", name="Go to Spoke 1", exact=True).click()
    page.get_by_role("button", name="Hide", exact=True).click()
    expect(graph(page)).to_have_attribute("data-nodes", "15")
    page.keyboard.press("Control+z")
    expect(graph(page)).to_have_attribute("data-nodes", "16")
    expect(page.get_by_role("status").filter(has_text="Undone.")).to_be_attached()
    assert positions(page) == before
    page.get_by_role("button", name="Redo").click()
    expect(graph(page)).to_have_attribute("data-nodes", "15")
    page.get_by_role("button", name="Show the hidden").click()
    expect(graph(page)).to_have_attribute("data-nodes", "16")


def test_the_legend_filters_by_status_and_relation(watched: Watched) -> None:
    page = opened(watched, f"#/graph?story={IDS['story:kursk']}", 6)
    edges = int(graph(page).get_attribute("data-edges") or 0)
    page.get_by_role("checkbox", name=re.compile("^denied")).uncheck()
    expect(graph(page)).to_have_attribute("data-edges", str(edges - 1))
    page.get_by_role("checkbox", name=re.compile("^sent")).uncheck()
    expect(graph(page)).to_have_attribute("data-edges", str(edges - 4))
    page.reload()
    expect(graph(page)).to_have_attribute("data-edges", str(edges - 4))
    page.get_by_role("button", name="Clear", exact=True).click()
    expect(graph(page)).to_have_attribute("data-edges", str(edges))


def test_dragging_over_the_days_sets_the_dates(watched: Watched) -> None:
    page = opened(watched, f"#/graph?story={IDS['story:kursk']}", 6)
    july = page.locator(".everything li").filter(has_text="Kursk Oblast")
    expect(july).to_have_count(1)
    box = page.locator(".histogram-bars").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 2, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 4, box["y"] + 5)
    page.mouse.up()
    expect(page.get_by_label("From")).to_have_value("2025-06-17")
    expect(page.get_by_label("Until")).to_have_value("2025-06-17")
    expect(july).to_have_count(0)


def test_a_permalink_gives_the_same_entities_in_the_same_places(watched: Watched) -> None:
    page = opened(watched, f"#/graph?story={IDS['story:kursk']}", 6)
    expect(page).to_have_url(re.compile(r"[?&]n="))
    address, before = page.url, positions(page)
    assert len(before) == 6
    watched.open("#/stories")
    expect(page.get_by_role("heading", name="Stories", level=1)).to_be_visible()  # the graph has left the page
    page.goto(address)
    expect(graph(page)).to_have_attribute("data-nodes", "6")
    expect(page.get_by_role("button", name="Fit")).to_be_enabled()
    assert positions(page) == before


def test_a_path_between_two_entities_with_its_evidence(watched: Watched) -> None:
    page = opened(watched, f"#/graph?seeds={IDS['entity:shoigu']}&node={IDS['entity:shoigu']}", 2)
    page.get_by_role("button", name="Path from here").click()
    page.get_by_role("combobox", name="Add an entity").fill("ukraine")
    page.get_by_role("option", name="Ukraine").first.click()
    panel = page.get_by_role("complementary", name="Paths")
    expect(panel.locator(".path").first.locator(".path-node")).to_have_text(
        ["Sergei Shoigu", "Pyongyang", "North Korea", "Ukraine"]
    )
    panel.locator(".path-edge").first.click()
    expect(page.get_by_role("complementary", name="Evidence").locator("article.claim")).to_have_count(3)


def test_without_a_path_the_view_says_so(watched: Watched) -> None:
    page = opened(watched, f"#/graph?seeds={IDS['entity:shoigu']}&node={IDS['entity:shoigu']}", 2)
    page.get_by_role("button", name="Path from here").click()
    page.get_by_role("combobox", name="Add an entity").fill("helena")
    page.get_by_role("option", name="Helena Marsh").first.click()
    expect(page.get_by_role("complementary", name="Paths").locator(".notice")).to_be_visible()


def test_copied_cypher_gives_the_evidence_back(watched: Watched, filled: Store) -> None:
    page = watched.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    edge = IDS["relation:visit:occurred"]
    opened(watched, f"#/graph?story={IDS['story:kursk']}&edge={edge}", 6)
    page.get_by_role("button", name="Copy as Cypher").click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_attached()
    query = page.evaluate("() => navigator.clipboard.readText()")
    rows = filled.query(query, {}).rows
    assert len(rows) == 4
    assert {row[0] for row in rows} == {"Sergei Shoigu"}


def test_the_graph_is_saved_as_json_and_as_a_picture(watched: Watched, tmp_path: Path) -> None:
    page = opened(watched, f"#/graph?story={IDS['story:kursk']}", 6)
    with page.expect_download() as download:
        page.get_by_role("button", name="JSON").click()
    download.value.save_as(tmp_path / "graph.json")
    saved = json.loads((tmp_path / "graph.json").read_text("utf-8"))
    assert {node["name"] for node in saved["nodes"]} >= {"North Korea", "Kursk Oblast"}
    assert all(node["position"] for node in saved["nodes"])
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").click()
    download.value.save_as(tmp_path / "graph.png")
    assert (tmp_path / "graph.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_an_empty_graph_offers_stories(watched: Watched) -> None:
    page = watched.open("#/graph")
    page.get_by_role("button", name=re.compile("^Shoigu visits Pyongyang")).click()
    expect(graph(page)).to_have_attribute("data-nodes", "6")
