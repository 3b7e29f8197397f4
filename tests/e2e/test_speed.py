"""What a reader waits for."""

import time

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Watched
from tests.e2e.world import HUB, SPOKES

TRIES = 3
LIMIT_MS = 1000.0

DRAWN = """limit => new Promise(resolve => {
  const page = document.querySelector('.graph-page');
  const seen = () => {
    if (page.dataset.nodes !== String(limit)) return false;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const data = performance.getEntriesByType('resource').filter(entry => entry.name.includes('/neighbourhood'));
      resolve(performance.now() - Math.max(...data.map(entry => entry.responseEnd)));
    }));
    return true;
  };
  if (seen()) return;
  const observer = new MutationObserver(() => seen() && observer.disconnect());
  observer.observe(page, { attributes: true });
})"""


def crowding() -> float:
    """How many times longer work takes here now than its own computing: 1 on a machine with a core to spare."""
    wall, own = time.perf_counter(), time.thread_time()
    while time.thread_time() - own < 0.2:
        sum(range(1000))
    return max(1.0, (time.perf_counter() - wall) / (time.thread_time() - own))


def first_paint(page: Page) -> float:
    paint = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
    while (start := page.evaluate(paint)) is None:
        page.wait_for_timeout(20)
    return float(start)


def test_the_first_paint_comes_within_a_second(watched: Watched) -> None:
    shares = []
    for _ in range(TRIES):
        page = watched.open("")
        expect(page.locator(".story-card").first).to_be_visible()
        shares.append(first_paint(page) / crowding())
    assert min(shares) < LIMIT_MS, shares


def test_three_hundred_nodes_are_drawn_within_a_second_of_their_data(watched: Watched) -> None:
    shares = []
    for _ in range(TRIES):
        page = watched.open(f"#/graph?x={HUB.removeprefix('ent_')}*{SPOKES}")
        page.locator(".graph-page").wait_for()
        drawn = float(page.evaluate(DRAWN, SPOKES + 1))
        shares.append(drawn / crowding())
    assert min(shares) < LIMIT_MS, shares


def test_the_heavy_parts_come_only_when_they_are_needed(watched: Watched) -> None:
    page = watched.open("")
    expect(page.locator(".story-card").first).to_be_visible()
    scripts = [url for url in watched.requests if url.endswith(".js")]
    assert not [url for url in scripts if "canvas" in url or "page-" in url], scripts
