/** The nodes and relations of an answer, drawn. */

import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { arrange } from "../../graph/arrange";
import { Canvas } from "../../graph/canvas";
import type { Shown } from "../../graph/known";
import { to, go } from "../../routes";
import { t } from "../../text";

export function AnswerGraph({ shown }: { shown: Shown }): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const nothing = () => undefined;
    const entity = (id: string) => id.startsWith("ent_") && go(to.entity(id));
    const canvas = new Canvas(container.current as HTMLDivElement, {
      chooseNode: (id) => canvas.choose(id),
      chooseEdge: (id) => canvas.choose(id),
      chooseNothing: () => canvas.choose(null),
      open: entity,
      moved: nothing,
    });
    let gone = false;
    const ids = shown.nodes.map(({ id }) => id);
    void arrange(ids, shown.edges, {}, canvas.aspect).then((places) => {
      if (gone) return;
      canvas.show(shown, places);
      canvas.fit();
    });
    return () => {
      gone = true;
      canvas.destroy();
    };
  }, [shown]);
  const label = t("graph.shown", { nodes: shown.nodes.length, edges: shown.edges.length });
  return <div class="canvas canvas-answer" ref={container} role="img" aria-label={label} />;
}
