"""From the stories to a story to the sentence in its article."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import Watched
from tests.factories import small_graph

KURSK = small_graph().ids["story:kursk"]
SENTENCE = "North Korea will send 6,000 builders to Kursk to repair what the war destroyed."


def test_a_reader_walks_from_the_list_to_the_sentence(watched: Watched) -> None:
    page = watched.open("")
    page.get_by_role("link", name=re.compile("^Shoigu visits Pyongyang")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Shoigu visits Pyongyang")
    bullet = page.locator(".bullets > li").filter(has_text=SENTENCE)
    bullet.get_by_role("button", name="Source 1: North Wire").click()
    panel = page.get_by_role("complementary", name="Source")
    expect(panel.locator("mark[data-focus]")).to_have_text(SENTENCE)
    expect(panel.locator("mark.trigger")).to_have_text("send")
    expect(panel.locator(".outlet-tag")).to_contain_text("North Wire")
    expect(panel).to_contain_text("planned")
    panel.get_by_role("link", name="In the article").click()
    expect(page).to_have_url(re.compile(r"#/articles/art_"))
    expect(page.locator("mark[data-focus]")).to_have_text(SENTENCE)
    page.go_back()
    expect(page.get_by_role("complementary", name="Source")).to_be_visible()


def test_every_bullet_has_a_source_that_opens(watched: Watched) -> None:
    page = watched.open(f"#/stories/{KURSK}")
    bullets = page.locator(".bullets > li")
    expect(bullets.first).to_be_visible()
    for number in range(bullets.count()):
        bullets.nth(number).locator(".chip").first.click()
        expect(page.locator(".source mark[data-focus]").first).to_be_visible()
        expect(bullets.nth(number).locator(".chip").first).to_have_attribute("aria-pressed", "true")


def test_the_numbers_are_those_of_the_graph(watched: Watched) -> None:
    page = watched.open(f"#/stories/{KURSK}")
    figures = page.locator(".story-head .figure")
    expect(figures).to_have_text(["articles6", "independent origins5", "outlets5", "languages3"])
    expect(page.locator(".story-side .bias-bar")).to_have_attribute(
        "aria-label", "Outlets by bias: Center 2, Right 2, Unrated 1"
    )


def test_copies_stand_under_their_origin_and_filters_narrow_the_list(watched: Watched) -> None:
    page = watched.open(f"#/stories/{KURSK}")
    groups = page.locator(".origin-group")
    expect(groups).to_have_count(5)
    copied = groups.filter(has_text="1 copy or rewrite")
    copied.locator("summary").click()
    expect(copied.get_by_role("link", name="BREAKING: builders for Kursk, says Shoigu")).to_be_visible()
    page.get_by_label("Group copies under their origin").uncheck()
    expect(groups).to_have_count(6)
    page.get_by_role("combobox", name="Language").select_option("ru")
    expect(groups).to_have_count(1)
    expect(groups.locator(".article-line-title")).to_have_attribute("lang", "ru")


def test_what_is_disputed_names_each_value_with_its_outlets(watched: Watched) -> None:
    page = watched.open(f"#/stories/{KURSK}")
    row = page.locator(".dispute").get_by_role("row").filter(has_text="6,000 builders")
    expect(row).to_contain_text("Small Town Post")
    row.get_by_role("link", name="3 claims").click()
    expect(page.locator("article.claim .claim-quantity")).to_have_text(["6,000 builders"] * 2)
    copied = page.locator("article.claim").filter(has_text="Same sentence in 1 copy of this report")
    copied.locator("summary").click()
    expect(copied.locator(".claim-copy")).to_contain_text("Daily Harbour")


def test_each_status_of_an_event_is_its_own_list(watched: Watched) -> None:
    page = watched.open(f"#/events/{small_graph().ids['event:builders']}")
    page.get_by_role("button", name="denied 1").click()
    expect(page.locator("article.claim")).to_have_count(1)
    expect(page.locator("article.claim .sentence")).to_have_attribute("lang", "ru")
    expect(page).to_have_url(re.compile("status=denied"))


def test_a_retracted_article_says_so(watched: Watched) -> None:
    page = watched.open(f"#/articles/{small_graph().ids['article:retracted']}")
    expect(page.get_by_role("note")).to_have_text("Retracted on 19 Jun 2025. Its claims no longer count.")


def test_an_entity_shows_its_relations_and_aliases(watched: Watched) -> None:
    page = watched.open(f"#/entities/{small_graph().ids['entity:shoigu']}")
    expect(page.locator(".aliases li")).to_have_text(["Shoigu", "Сергей Шойгу", "쇼이구"])
    row = page.get_by_role("row").filter(has_text="Pyongyang")
    expect(row).to_contain_text("visited")
    expect(row.locator("td.number").first).to_have_text("3")
