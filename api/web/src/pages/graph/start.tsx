/** An empty graph: where to begin. */

import type { JSX } from "preact";
import { api } from "../../api";
import type { Explorer } from "../../graph/explorer";
import { useLoad } from "../../load";
import { Await } from "../../parts/states";
import { t } from "../../text";

const OFFERED = 5;

export function Start({ explorer }: { explorer: Explorer }): JSX.Element {
  const stories = useLoad((signal) => api.stories({ sort: "size", limit: OFFERED }, signal), "start");
  return (
    <div class="graph-start">
      <h2>{t("graph.start")}</h2>
      <p class="quiet">{t("graph.start.note")}</p>
      <Await loaded={stories} rows={3}>
        {({ items }) => (
          <ul class="story-links">
            {items.map((story) => (
              <li key={story.id}>
                <button type="button" class="plain" lang={story.lang} dir="auto" onClick={() => void explorer.addStory(story.id)}>
                  {story.title}
                </button>
                <span class="note">
                  {t("count.articles", { n: story.articles })} · {t("count.origins", { n: story.origins })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Await>
    </div>
  );
}
