"""The demo corpus keeps its promises: counts, ratings, and a truth file that agrees with the articles."""

import csv
import json
import re
from collections import Counter
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
DEMO = ROOT / "demo"
ONTOLOGY = ROOT / "graph" / "ontology"
MAIN_STORY = "kursk-builders"
STORIES = sorted(path.stem for path in (DEMO / "truth").glob("*.json"))
SPACELESS = {"ja", "zh"}
KINDS = {
    "independent",
    "copy",
    "cut",
    "topped",
    "rewrite",
    "translation",
    "bad_translation",
    "citing",
    "correction",
    "retraction",
}
BIASES = {"Left", "Lean Left", "Center", "Lean Right", "Right"}
FACTUALITIES = {"Very High", "High", "Mixed", "Low"}
RATING = ("bias", "factuality", "rating_source", "rating_date")

Row = dict[str, str]
Json = dict[str, Any]


@cache
def outlets() -> dict[str, Row]:
    with (DEMO / "outlets.csv").open(encoding="utf-8", newline="") as file:
        return {row["domain"]: row for row in csv.DictReader(file)}


@cache
def truth(story: str) -> Json:
    loaded: Json = json.loads((DEMO / "truth" / f"{story}.json").read_text(encoding="utf-8"))
    return loaded


@cache
def articles(story: str) -> dict[str, Json]:
    folder = DEMO / "articles" / story
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


@cache
def ontology(name: str) -> Json:
    loaded: Json = yaml.safe_load((ONTOLOGY / name).read_text(encoding="utf-8"))
    return loaded


def shingles(article: Json) -> set[tuple[str, ...]]:
    """Four words each; eight characters where the script puts no spaces between words."""
    words = re.findall(r"\w+", article["text"].lower())
    units, size = (list("".join(words)), 8) if article["lang"] in SPACELESS else (words, 4)
    return {tuple(units[at : at + size]) for at in range(len(units) - size + 1)}


def shared(left: Json, right: Json) -> float:
    """Part of the shorter text's shingles that the longer one has too."""
    one, other = shingles(left), shingles(right)
    return len(one & other) / max(1, min(len(one), len(other)))


def origin_article(story: str, entry: Json) -> Json:
    return articles(story)[f"{entry['origin']}.json"]


def test_every_folder_of_articles_has_a_truth_file() -> None:
    folders = sorted(path.name for path in (DEMO / "articles").iterdir() if path.is_dir())
    assert folders == STORIES
    assert MAIN_STORY in STORIES


def test_outlets_are_rated_whole_or_not_at_all() -> None:
    for row in outlets().values():
        filled = {bool(row[column]) for column in RATING}
        assert len(filled) == 1, row["domain"]
        if row["bias"]:
            assert row["bias"] in BIASES
            assert row["factuality"] in FACTUALITIES
            datetime.fromisoformat(row["rating_date"])


def test_outlets_are_fictional_and_many() -> None:
    rows = outlets().values()
    assert len(rows) >= 60
    assert all(row["domain"].endswith(".example") for row in rows)
    assert all(row["rating_source"].endswith(".example") for row in rows if row["bias"])
    assert all(re.fullmatch("[A-Z]{3}", row["country"]) for row in rows)
    assert all(re.fullmatch("[a-z]{2}", row["language"]) for row in rows)
    assert len({row["name"] for row in rows}) == len(rows)
    assert len({row["country"] for row in rows}) >= 12
    unrated = sum(not row["bias"] for row in rows) / len(rows)
    assert 0.15 <= unrated <= 0.25


def test_main_story_has_94_articles_of_many_outlets_and_languages() -> None:
    told = articles(MAIN_STORY).values()
    assert len(told) == 94
    assert len({article["outlet"] for article in told}) >= 40
    assert len({article["lang"] for article in told}) >= 8


def test_main_story_has_42_percent_center_among_rated_outlets() -> None:
    domains = {article["outlet"] for article in articles(MAIN_STORY).values()}
    biases = [outlets()[domain]["bias"] for domain in domains]
    rated = [bias for bias in biases if bias]
    assert round(100 * rated.count("Center") / len(rated)) == 42
    assert len(rated) < len(biases)


def test_main_story_has_every_kind_of_syndication() -> None:
    kinds = Counter(entry["kind"] for entry in truth(MAIN_STORY)["articles"])
    assert set(kinds) == KINDS
    assert 28 <= kinds["independent"] <= 36


def test_urls_are_unique_over_all_stories() -> None:
    urls = Counter(article["url"] for story in STORIES for article in articles(story).values())
    assert [url for url, count in urls.items() if count > 1] == []


@pytest.mark.parametrize("story", STORIES)
def test_truth_names_every_file_and_no_other(story: str) -> None:
    named = [entry["file"] for entry in truth(story)["articles"]]
    assert truth(story)["story"] == story
    assert sorted(named) == sorted(articles(story))


@pytest.mark.parametrize("story", STORIES)
def test_articles_are_complete(story: str) -> None:
    for name, article in articles(story).items():
        assert set(article) == {"url", "outlet", "title", "published", "lang", "text"}, name
        assert all(value.strip() == value and value for value in article.values()), name
        assert article["outlet"] in outlets(), name
        assert urlsplit(article["url"]).hostname == article["outlet"], name
        assert datetime.fromisoformat(article["published"]).utcoffset() is not None, name


@pytest.mark.parametrize("story", STORIES)
def test_files_are_written_alike(story: str) -> None:
    for path in [*(DEMO / "articles" / story).glob("*.json"), DEMO / "truth" / f"{story}.json"]:
        text = path.read_text(encoding="utf-8")
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n", path.name


@pytest.mark.parametrize("story", STORIES)
def test_only_example_domains_are_named(story: str) -> None:
    for name, article in articles(story).items():
        hosts = re.findall(r"https?://([\w.-]+)|\b([\w-]+\.(?:com|org|net|info|ru|kr))\b", json.dumps(article))
        assert all((host or bare).endswith(".example") for host, bare in hosts), name


@pytest.mark.parametrize("story", STORIES)
def test_origins_are_independent_articles(story: str) -> None:
    for entry in truth(story)["articles"]:
        assert entry["kind"] in KINDS, entry
        own = entry["file"] == f"{entry['origin']}.json"
        assert own == (entry["kind"] == "independent"), entry
        assert f"{entry['origin']}.json" in articles(story), entry


@pytest.mark.parametrize("story", STORIES)
def test_nothing_is_published_before_its_origin(story: str) -> None:
    for entry in truth(story)["articles"]:
        published = datetime.fromisoformat(articles(story)[entry["file"]]["published"])
        assert published >= datetime.fromisoformat(origin_article(story, entry)["published"]), entry


@pytest.mark.parametrize("story", STORIES)
def test_copies_share_their_text_with_the_origin(story: str) -> None:
    for entry in truth(story)["articles"]:
        if entry["kind"] in {"copy", "cut", "topped"}:
            article, origin = articles(story)[entry["file"]], origin_article(story, entry)
            assert article["lang"] == origin["lang"], entry
            assert shared(article, origin) >= 0.7, entry


@pytest.mark.parametrize("story", STORIES)
def test_cuts_are_shorter_and_topped_copies_begin_anew(story: str) -> None:
    for entry in truth(story)["articles"]:
        text, origin = articles(story)[entry["file"]]["text"], origin_article(story, entry)["text"]
        if entry["kind"] == "cut":
            assert len(text) < 0.9 * len(origin), entry
        if entry["kind"] == "topped":
            assert text.split("\n\n")[0] not in origin, entry


@pytest.mark.parametrize("story", STORIES)
def test_translations_change_the_language(story: str) -> None:
    for entry in truth(story)["articles"]:
        if entry["kind"] in {"translation", "bad_translation"}:
            assert articles(story)[entry["file"]]["lang"] != origin_article(story, entry)["lang"], entry


@pytest.mark.parametrize("story", STORIES)
def test_independent_articles_are_not_copies_of_each_other(story: str) -> None:
    names = [entry["file"] for entry in truth(story)["articles"] if entry["kind"] == "independent"]
    for at, name in enumerate(names):
        for other in names[at + 1 :]:
            assert shared(articles(story)[name], articles(story)[other]) < 0.15, (name, other)


def told_in(story: str) -> str:
    return "\n".join(f"{article['title']}\n{article['text']}" for article in articles(story).values())


@pytest.mark.parametrize("story", STORIES)
def test_entities_stand_in_the_articles(story: str) -> None:
    told = told_in(story)
    for entity in truth(story)["entities"]:
        assert any(form in told for form in [entity["name"], *entity["aliases"]]), entity["name"]


def test_main_story_has_every_alias_in_its_articles() -> None:
    told = told_in(MAIN_STORY)
    for entity in truth(MAIN_STORY)["entities"]:
        assert [alias for alias in entity["aliases"] if alias not in told] == [], entity["name"]


@pytest.mark.parametrize("story", STORIES)
def test_facts_use_the_closed_vocabulary_and_known_entities(story: str) -> None:
    entities = [entity["name"] for entity in truth(story)["entities"]]
    origins = {entry["origin"] for entry in truth(story)["articles"]}
    assert len(set(entities)) == len(entities)
    for fact in truth(story)["facts"]:
        assert fact["relation"] in ontology("relations.yaml"), fact
        assert fact["status"] in ontology("events.yaml")["statuses"], fact
        assert {fact["subject"], fact["object"]} <= set(entities), fact
        assert fact["origins"], fact
        assert set(fact["origins"]) <= origins, fact
