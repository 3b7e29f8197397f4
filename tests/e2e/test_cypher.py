"""The Cypher page: run, views, parameters, errors with their place, history."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Watched

VISITS = "MATCH (a:Entity)-[r:VISITED]->(b:Entity) RETURN a.name, b.name, r.claims, r.origins"


def ran(watched: Watched, query: str, parameters: str = "") -> Page:
    return watched.open(f"#/cypher?q={quote(query)}&p={quote(parameters)}")


def write(page: Page, query: str) -> None:
    editor = page.get_by_role("textbox", name="Cypher query")
    editor.click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(query)


def test_a_written_query_runs_by_ctrl_enter(watched: Watched) -> None:
    page = watched.open("#/cypher")
    write(page, VISITS)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".table-answer tbody tr")).to_have_count(1)
    expect(page.locator(".table-answer tbody td")).to_have_text(["Sergei Shoigu", "Pyongyang", "4", "3"])
    page.get_by_role("button", name="JSON").click()
    expect(page.locator("pre.json")).to_contain_text('"a.name": "Sergei Shoigu"')
    page.reload()
    expect(page.locator(".table-answer tbody tr")).to_have_count(1)


def test_nodes_and_relations_are_drawn(watched: Watched) -> None:
    page = ran(watched, "MATCH (a:Entity)-[r:VISITED]->(b:Entity) RETURN a, r, b")
    expect(page.get_by_role("img", name="2 entities, 1 relations")).to_be_visible()
    page.get_by_role("button", name="Table", exact=True).click()
    page.get_by_role("link", name="Sergei Shoigu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sergei Shoigu")


def test_parameters_are_passed(watched: Watched) -> None:
    query = "MATCH (a:Entity) WHERE a.name = $name RETURN a.type"
    page = ran(watched, query, '{"name": "Helena Marsh"}')
    expect(page.locator(".table-answer tbody td")).to_have_text(["PERSON"])
    ran(watched, query, '{"name": ')
    expect(page.get_by_role("alert")).to_contain_text("The parameters are not a JSON object")


def test_an_error_shows_its_place(watched: Watched) -> None:
    page = ran(watched, "MATCH (a:Entity)\nRETRUN a")
    expect(page.get_by_role("alert")).to_contain_text("Line 2, column 1")
    expect(page.get_by_role("alert")).to_contain_text("RETRUN")
    expect(page.locator(".cm-lintRange-error")).to_have_text("RETRUN")


def test_a_write_is_refused(watched: Watched) -> None:
    page = ran(watched, "CREATE (a:Entity {id: 'x'}) RETURN a")
    expect(page.get_by_role("alert")).to_contain_text("CREATE")


def test_a_cut_answer_says_so(watched: Watched) -> None:
    page = ran(watched, "UNWIND range(1, 20000) AS n RETURN n")
    expect(page.locator(".truncated")).to_contain_text("Cut off after")


def test_an_answer_without_rows_says_so(watched: Watched) -> None:
    page = ran(watched, "MATCH (a:Entity {name: 'nobody'}) RETURN a")
    expect(page.get_by_text("The query ran and matched nothing.")).to_be_visible()


@pytest.mark.parametrize("number", range(8))
def test_every_example_runs(watched: Watched, number: int) -> None:
    page = watched.open("#/cypher")
    page.locator(".query-list").first.get_by_role("button").nth(number).click()
    expect(page.locator(".answer")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_the_editor_completes_the_vocabulary(watched: Watched) -> None:
    page = watched.open("#/cypher")
    write(page, "MATCH (a:Ent")
    expect(page.locator(".cm-tooltip-autocomplete")).to_contain_text("Entity")
    write(page, "MATCH (a)-[r:VISI")
    expect(page.locator(".cm-tooltip-autocomplete")).to_contain_text("VISITED")


def test_what_ran_is_kept(watched: Watched) -> None:
    page = ran(watched, VISITS)
    expect(page.locator(".answer")).to_be_visible()
    watched.open("#/cypher")
    page.locator(".query-list-past").get_by_role("button", name=re.compile("VISITED")).click()
    expect(page.locator(".table-answer tbody tr")).to_have_count(1)
