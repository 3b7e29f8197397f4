"""The small graph of the contract tests, made of `fixtures/small_graph.yaml` with real ids, offsets and counts."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from graph.ids import Kind, content_id
from graph.ontology import statuses
from graph.rows import Batch, EdgeRow, NodeRow, Value

FIXTURE = Path(__file__).parent / "fixtures" / "small_graph.yaml"
KNOWN_STATUSES = tuple(statuses())
EXTRACTOR = "fixture/1"

Spec = dict[str, Any]


@dataclass
class SmallGraph:
    """The fixture with its ids; `batch()` is what a store has to hold."""

    spec: Spec
    nodes: list[NodeRow] = field(default_factory=list)
    edges: list[EdgeRow] = field(default_factory=list)

    @cached_property
    def ids(self) -> dict[str, str]:
        """Ids by `kind:key`, e.g. `entity:shoigu`, `article:wire`, `claim:3`, `relation:builders:planned`."""
        spec, found = self.spec, {}
        for key, entity in spec["entities"].items():
            name = (entity["wikidata"],) if "wikidata" in entity else (entity["type"], entity["name"].casefold())
            found[f"entity:{key}"] = content_id("ent", *name)
        for key, article in spec["articles"].items():
            url = article_url(key, article)
            found[f"article:{key}"] = content_id("art", url, article["outlet"], article["title"], article["text"])
        kinds: dict[str, Kind] = {"story": "sto", "origin": "ori"}
        for group, kind in kinds.items():
            for name in {article[group] for article in spec["articles"].values()}:
                found[f"{group}:{name}"] = self._group_id(group, name, kind, found)
        for number, claim in enumerate(spec["claims"]):
            span = self.trigger(claim)
            article = found[f"article:{claim['article']}"]
            found[f"claim:{number}"] = content_id("clm", article, *map(str, span), str(claim["event"]))
        for key, event in spec["events"].items():
            claims = [found[f"claim:{number}"] for number, claim in enumerate(spec["claims"]) if claim["event"] == key]
            found[f"event:{key}"] = content_id("evt", min(claims))
            for status in self.statuses(key):
                start, end = (found[f"entity:{name}"] for name in event["edge"])
                found[f"relation:{key}:{status}"] = content_id("rel", start, event["relation"], "", end, status)
        return found

    def _group_id(self, group: str, name: str, kind: Kind, found: dict[str, str]) -> str:
        members = [key for key, article in self.spec["articles"].items() if article[group] == name]
        first = min(members, key=lambda key: (self.spec["articles"][key]["published"], found[f"article:{key}"]))
        return content_id(kind, found[f"article:{first}"])

    def statuses(self, event: str) -> list[str]:
        """Statuses of the event's claims, strongest first."""
        said = {claim.get("status", "occurred") for claim in self.spec["claims"] if claim["event"] == event}
        return [status for status in KNOWN_STATUSES if status in said]

    def best_status(self, event: str) -> str:
        """The status with most independent origins, then most claims, then the strongest."""
        ranked = [(self.support(event, status), status) for status in self.statuses(event)]
        return max(ranked, key=lambda one: (one[0]["origins"], one[0]["claims"]))[1]

    def sentence(self, claim: Spec) -> tuple[int, int]:
        return _span(self.spec["articles"][claim["article"]]["text"], claim["sentence"])

    def trigger(self, claim: Spec) -> tuple[int, int]:
        start, _ = self.sentence(claim)
        offset = claim["sentence"].index(claim["trigger"])
        return start + offset, start + offset + len(claim["trigger"])

    def support(self, event: str, status: str | None = None) -> dict[str, int]:
        """Claims, independent origins and outlets behind an event, or behind one status of it."""
        chosen = [claim for claim in self.spec["claims"] if claim["event"] == event]
        chosen = [claim for claim in chosen if status in (None, claim.get("status", "occurred"))]
        articles = [self.spec["articles"][claim["article"]] for claim in chosen]
        return {
            "claims": len(chosen),
            "origins": len({article["origin"] for article in articles}),
            "outlets": len({article["outlet"] for article in articles}),
        }

    def node(self, label: str, identifier: str, properties: dict[str, Value]) -> None:
        self.nodes.append(NodeRow(label, identifier, properties))

    def edge(self, kind: str, start: tuple[str, str], end: tuple[str, str], **properties: Value) -> None:
        identifier = content_id("edg", kind, start[1], end[1])
        self.edges.append(EdgeRow(kind, identifier, *start, *end, properties))

    def batch(self) -> Batch:
        """Everything that a store has to hold."""
        self.nodes, self.edges = [], []
        self._outlets()
        self._entities()
        self._groups()
        for key, article in self.spec["articles"].items():
            self._article(key, article)
        for key, event in self.spec["events"].items():
            self._event(key, event)
        for number, claim in enumerate(self.spec["claims"]):
            self._claim(number, claim)
        for judgement in self.spec["judgements"]:
            self._judgement(judgement)
        return Batch(nodes=self.nodes, edges=self.edges)

    def _outlets(self) -> None:
        for domain, outlet in self.spec["outlets"].items():
            self.node("Outlet", content_id("out", domain), {"domain": domain, **outlet})

    def _entities(self) -> None:
        texts = [article["text"] for article in self.spec["articles"].values()]
        for key, entity in self.spec["entities"].items():
            known = {name: value for name, value in entity.items() if name != "forms"}
            articles = sum(bool(_spans(text, entity["forms"])) for text in texts)
            aliases = {"alias_text": " | ".join(entity["aliases"])} if entity["aliases"] else {}
            counted = {"normalised": entity["name"].casefold(), "articles": articles} | aliases
            self.node("Entity", self.ids[f"entity:{key}"], known | counted)

    def _groups(self) -> None:
        articles = self.spec["articles"].values()
        for name in sorted({article["story"] for article in articles}):
            members = [article for article in articles if article["story"] == name]
            dates = sorted(article["published"][:10] for article in members)
            languages = Counter(article["lang"] for article in members)
            story: dict[str, Value] = {
                "title": members[0]["title"], "lang": members[0]["lang"], "first_date": dates[0],
                "last_date": dates[-1], "articles": len(members), "languages": sorted(languages),
                "outlets": len({article["outlet"] for article in members}),
                "origins": len({article["origin"] for article in members}),
            }  # fmt: skip
            self.node("Story", self.ids[f"story:{name}"], story)
        for name in sorted({article["origin"] for article in articles}):
            members = [article for article in articles if article["origin"] == name]
            first = min(members, key=lambda article: str(article["published"]))
            origin = {"articles": len(members), "first_published": first["published"], "outlet": first["outlet"]}
            self.node("Origin", self.ids[f"origin:{name}"], origin)

    def _article(self, key: str, article: Spec) -> None:
        node = ("Article", self.ids[f"article:{key}"])
        known = {name: article.get(name) for name in ("title", "text", "lang", "outlet", "published", "retracted_at")}
        made = {"url": article_url(key, article), "published_date": article["published"][:10], "pending": False}
        counted = {"known_at": article["published"], "words": len(article["text"].split())}
        self.node(*node, known | made | counted)
        self.edge("PUBLISHED_BY", node, ("Outlet", content_id("out", article["outlet"])))
        self.edge("IN_STORY", node, ("Story", self.ids[f"story:{article['story']}"]))
        self.edge("HAS_ORIGIN", node, ("Origin", self.ids[f"origin:{article['origin']}"]))
        for name, entity in self.spec["entities"].items():
            spans = _spans(article["text"], entity["forms"])
            if spans:
                forms = sorted({article["text"][start:end] for start, end in spans})
                cut = [f"{start}:{end}" for start, end in spans]
                target = ("Entity", self.ids[f"entity:{name}"])
                self.edge("MENTIONS", node, target, spans=cut, count=len(cut), forms=forms)

    def _event(self, key: str, event: Spec) -> None:
        node = ("Event", self.ids[f"event:{key}"])
        shown = ("type", "relation", "verb", "title", "date", "granularity", "start", "end")
        known = {name: event.get(name) for name in shown}
        self.node(*node, known | {"status": self.best_status(key)} | self.support(key))
        for role, names in event["roles"].items():
            for name in names:
                text = self.spec["entities"][name]["forms"][0]
                self.edge(role, node, ("Entity", self.ids[f"entity:{name}"]), text=text)
        claims = [claim for claim in self.spec["claims"] if claim["event"] == key]
        for story in sorted({self.spec["articles"][claim["article"]]["story"] for claim in claims}):
            self.edge("IN_STORY", node, ("Story", self.ids[f"story:{story}"]))
        start, end = (("Entity", self.ids[f"entity:{name}"]) for name in event["edge"])
        for status in self.statuses(key):
            identifier = self.ids[f"relation:{key}:{status}"]
            properties: dict[str, Value] = {
                "type": event["type"], "verb": event["verb"], "status": status, "confidence": 0.9,
                "first_date": event.get("start"), "last_date": event.get("end"), **self.support(key, status),
            }  # fmt: skip
            self.edges.append(EdgeRow(event["relation"], identifier, *start, *end, properties))

    def _claim(self, number: int, claim: Spec) -> None:
        node = ("Claim", self.ids[f"claim:{number}"])
        article = self.spec["articles"][claim["article"]]
        event = self.spec["events"].get(claim["event"], {"type": "CONSULT", "relation": "VISITED"})
        quantity = claim.get("quantity", {})
        (start, end), (trigger_start, trigger_end) = self.sentence(claim), self.trigger(claim)
        said: dict[str, Value] = {
            "sentence": claim["sentence"], "start": start, "end": end, "trigger": claim["trigger"],
            "trigger_start": trigger_start, "trigger_end": trigger_end, "type": event["type"],
            "relation": event["relation"], "polarity": claim.get("polarity", "POS"),
            "certainty": claim.get("certainty", "CERTAIN"), "tense": claim.get("tense", "NON_FUTURE"),
            "status": claim.get("status", "occurred"), "attribution": claim.get("attribution"), "confidence": 0.9,
            "extractor": EXTRACTOR, "lang": article["lang"], "known_at": article["published"],
            "retracted_at": article.get("retracted_at"), "value": _number(quantity.get("value")),
            "unit": quantity.get("unit"), "quantity": quantity.get("text"),
            "comparison": quantity.get("comparison", "=") if quantity else None,
        }  # fmt: skip
        relation = self.ids.get(f"relation:{claim['event']}:{said['status']}")
        self.node(*node, said | {"supports": [relation] if relation else []})
        self.edge("IN_ARTICLE", node, ("Article", self.ids[f"article:{claim['article']}"]))
        if claim["event"]:
            self.edge("ASSERTS", node, ("Event", self.ids[f"event:{claim['event']}"]))
        if "attributed_to" in claim:
            self.edge("ATTRIBUTED_TO", node, ("Entity", self.ids[f"entity:{claim['attributed_to']}"]))

    def _judgement(self, judgement: Spec) -> None:
        sides = {side: self.ids[f"entity:{judgement[side]}"] for side in ("left", "right")}
        names = {f"{side}_name": self.spec["entities"][judgement[side]]["name"] for side in sides}
        identifier = content_id("jdg", *sorted(sides.values()), judgement["at"])
        self.node("Judgement", identifier, judgement | sides | names)


def article_url(key: str, article: Spec) -> str:
    return f"https://{article['outlet']}/{key}"


def _number(value: int | None) -> float | None:
    return None if value is None else float(value)


def _span(text: str, part: str) -> tuple[int, int]:
    start = text.index(part)
    return start, start + len(part)


def _spans(text: str, forms: list[str]) -> list[tuple[int, int]]:
    pattern = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return [match.span() for match in re.finditer(pattern, text)]


@cache
def small_graph() -> SmallGraph:
    """The small graph; read its spec and ids, do not change them."""
    return SmallGraph(yaml.safe_load(FIXTURE.read_text("utf-8")))
