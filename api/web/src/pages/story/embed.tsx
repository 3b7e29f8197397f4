/** A story's graph inside its page: drawn once it comes near, opened in the graph view by a click. */

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { api } from "../../api";
import { useLoad } from "../../load";
import { Await } from "../../parts/states";
import { go, to } from "../../routes";
import type { Graph } from "../../shapes";
import { t } from "../../text";

const LIMIT = 30;

function useNear(): [preact.RefObject<HTMLElement>, boolean] {
  const element = useRef<HTMLElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: "300px" },
    );
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, near];
}

async function draw(container: HTMLElement, story: string, graph: Graph): Promise<() => void> {
  const [{ Canvas }, { arrange }] = await Promise.all([import("../../graph/canvas"), import("../../graph/arrange")]);
  const open = (query: Record<string, string>) => go(to.graph({ story, ...query }));
  const places = await arrange(
    graph.nodes.map(({ id }) => id),
    graph.edges,
    {},
    container.clientWidth / Math.max(1, container.clientHeight),
  );
  const nothing = () => undefined;
  const canvas = new Canvas(
    container,
    {
      chooseNode: (node) => open({ node }),
      chooseEdge: (edge) => open({ edge }),
      chooseNothing: nothing,
      open: nothing,
      moved: nothing,
    },
    { still: true },
  );
  canvas.show(graph, places);
  canvas.fit();
  return () => canvas.destroy();
}

function Drawing({ story, graph }: { story: string; graph: Graph }): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    let destroy: (() => void) | null = null;
    void draw(container.current as HTMLDivElement, story, graph).then((done) => {
      if (gone) done();
      else destroy = done;
    });
    return () => {
      gone = true;
      destroy?.();
    };
  }, [graph]);
  const label = t("graph.shown", { nodes: graph.nodes.length, edges: graph.edges.length });
  return <div class="canvas canvas-embedded" ref={container} role="img" aria-label={label} />;
}

function Near({ story }: { story: string }): JSX.Element {
  const graph = useLoad((signal) => api.storyGraph(story, LIMIT, signal), story);
  return (
    <Await loaded={graph} rows={6}>
      {(value) =>
        value.edges.length ? <Drawing story={story} graph={value} /> : <p class="quiet">{t("story.graph.none")}</p>
      }
    </Await>
  );
}

export function StoryGraph({ story }: { story: string }): JSX.Element {
  const [element, near] = useNear();
  return (
    <section class="story-graph" ref={element} aria-labelledby="graph-title">
      <header class="section-head">
        <h2 id="graph-title">{t("story.graph")}</h2>
        <a href={to.graph({ story })}>{t("story.openGraph")}</a>
      </header>
      {near && <Near story={story} />}
    </section>
  );
}
