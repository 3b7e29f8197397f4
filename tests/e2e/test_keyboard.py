"""Everything without a pointer."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import Watched
from tests.factories import small_graph

IDS = small_graph().ids


def test_from_the_search_to_the_evidence_by_keys_alone(watched: Watched) -> None:
    page = watched.open("")
    expect(page.get_by_role("heading", name="Stories", level=1)).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("g")
    search = page.get_by_role("combobox", name="Add an entity")
    expect(search).to_be_visible()
    page.keyboard.press("Tab")
    while not search.evaluate("element => element === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.type("pyong")
    expect(page.get_by_role("option").first).to_contain_text("Pyongyang")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator(".graph-page")).to_have_attribute("data-nodes", "3")
    canvas = page.get_by_role("application")
    while not canvas.evaluate("element => element === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("e")
    neighbour = page.locator(".neighbour-edge").first
    expect(neighbour).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".neighbour-edge").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    panel = page.get_by_role("complementary", name="Evidence")
    expect(panel.locator("article.claim")).to_have_count(3)
    expect(panel).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)


def test_arrow_keys_walk_the_drawing_and_say_where_they_are(watched: Watched) -> None:
    page = watched.open(f"#/graph?seeds={IDS['entity:pyongyang']}")
    expect(page.locator(".graph-page")).to_have_attribute("data-nodes", "3")
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    said = page.locator(".graph-said")
    expect(said).to_have_text(re.compile(r"^Pyongyang, Country or city, 2 relations shown\.$"))
    names = set()
    for key in ("ArrowLeft", "ArrowRight", "ArrowRight", "ArrowUp", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
        names.add((said.text_content() or "").split(",")[0])
    assert len(names) >= 2
    page.keyboard.press("h")
    expect(said).to_contain_text("is hidden.")
    expect(page.locator(".graph-page")).to_have_attribute("data-nodes", "2")


def test_the_slash_key_searches_and_enter_opens(watched: Watched) -> None:
    page = watched.open("")
    expect(page.get_by_role("heading", name="Stories", level=1)).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("helena")
    expect(page.get_by_role("option").first).to_contain_text("Helena Marsh")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Helena Marsh")
    expect(page.get_by_role("main")).to_be_focused()


def test_the_panel_takes_the_focus_and_gives_it_back(watched: Watched) -> None:
    page = watched.open(f"#/stories/{IDS['story:kursk']}")
    chip = page.locator(".chip").first
    chip.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("complementary", name="Source")
    expect(panel).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(chip).to_be_focused()


def test_the_shortcuts_are_listed(watched: Watched) -> None:
    page = watched.open("")
    expect(page.get_by_role("heading", name="Stories", level=1)).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
