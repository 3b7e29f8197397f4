"""What articles say stays text, and nothing is asked of other hosts."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Watched
from tests.e2e.world import ARTICLES, EMOJI_SENTENCE, EVENT, HOSTILE, HUB, STORY, spoke

PAGES = {
    "stories": "",
    "story": f"#/stories/{STORY}",
    "article": f"#/articles/{ARTICLES['hostile']}",
    "entity": f"#/entities/{spoke(2)}",
    "event": f"#/events/{EVENT}",
    "graph": f"#/graph?seeds={HUB}&node={HUB}",
    "cypher": "#/cypher?q=MATCH (a:Entity)-[r]->(b:Entity) WHERE b.name CONTAINS 'img' RETURN a, r, b, b.name",
}


@pytest.mark.parametrize("name", PAGES)
def test_markup_in_names_stays_text(watched: Watched, name: str) -> None:
    page = watched.open(PAGES[name])
    if name == "cypher":
        page.get_by_role("button", name="Table", exact=True).click()
    expect(page.locator("#main").get_by_text(HOSTILE).first).to_be_visible()
    assert page.locator("img, #main script").count() == 0
    assert "pwned" not in page.title() or HOSTILE in page.title()


def test_a_hostile_address_is_no_link(watched: Watched) -> None:
    page = watched.open(f"#/articles/{ARTICLES['hostile']}")
    expect(page.get_by_role("heading", level=1)).to_have_text(HOSTILE)
    assert page.locator("a[href^='javascript']").count() == 0


def test_markup_in_a_search_hit_stays_text(watched: Watched) -> None:
    page = watched.open("")
    page.get_by_role("combobox", name="Search stories").fill("hub")
    expect(page.get_by_role("option").filter(has_text=HOSTILE).first).to_be_visible()
    assert page.locator("img").count() == 0


def test_offsets_count_code_points(watched: Watched) -> None:
    page = watched.open(f"#/stories/{STORY}")
    page.locator(".chip").first.click()
    expect(page.locator(".source .prose mark[data-focus]")).to_have_text(EMOJI_SENTENCE)
    expect(page.locator(".source mark.trigger")).to_have_text("sent")


def test_right_to_left_text_says_so(watched: Watched) -> None:
    page = watched.open(f"#/articles/{ARTICLES['arabic']}")
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_attribute("lang", "ar")
    assert title.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert page.locator(".prose p").evaluate("element => getComputedStyle(element).direction") == "rtl"


def test_the_policy_is_strict(watched: Watched) -> None:
    response = watched.page.goto(watched.address)
    assert response is not None
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
