/** A story: what is reported, by whom, what is disputed, day by day, and its graph. */

import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { api, everyPage } from "../../api";
import { useLoad } from "../../load";
import { type ItemProps, useTitle } from "../../page";
import { Figure } from "../../parts/figures";
import { Icon } from "../../parts/icons";
import { Await } from "../../parts/states";
import { replaceAddress, to } from "../../routes";
import type { ArticleSummary, StoryDetail } from "../../shapes";
import { dateRange, t } from "../../text";
import { Articles } from "./articles";
import { Coverage } from "./coverage";
import { Disputes } from "./disputes";
import { Exports } from "./exports";
import { StoryGraph } from "./embed";
import { People } from "./people";
import { SourcePanel } from "./source";
import { Summary } from "./summary";
import { Timeline } from "./timeline";

export type OutletNames = ReadonlyMap<string, string>;

function Head({ story }: { story: StoryDetail }): JSX.Element {
  return (
    <header class="page-head story-head">
      <p class="kicker">
        {t("story.kicker")} <span>{dateRange(story.first_date, story.last_date)}</span>
      </p>
      <h1 lang={story.lang} dir="auto">
        {story.title || t("article.untitled")}
      </h1>
      <div class="story-head-row">
        <dl class="figures figures-large">
          <Figure what="article" n={story.articles} strong />
          <Figure what="origin" n={story.origins} strong />
          <Figure what="outlet" n={story.outlets} />
          <Figure what="language" n={story.languages.length} />
        </dl>
        <div class="story-actions">
          <Exports story={story.id} />
          <a class="button button-main" href={to.graph({ story: story.id })}>
            <Icon name="arrange" />
            {t("story.openGraph")}
          </a>
        </div>
      </div>
    </header>
  );
}

function outletNames(articles: readonly ArticleSummary[]): OutletNames {
  const names = new Map<string, string>();
  for (const { outlet } of articles) if (outlet) names.set(outlet.domain, outlet.name || outlet.domain);
  return names;
}

function Body(props: { story: StoryDetail; cited: string | null; cite: (source: string | null) => void }): JSX.Element {
  const { story } = props;
  const articles = useLoad(() => everyPage((cursor) => api.storyArticles(story.id, cursor)), story.id);
  const known = articles.state === "ready" ? articles.value : null;
  const names = useMemo(() => outletNames(known ?? []), [known]);
  return (
    <div class="story-columns">
      <div class="story-main">
        <Summary bullets={story.summary} names={names} cited={props.cited} cite={props.cite} />
        <Disputes disputes={story.disputes} names={names} />
        <Timeline story={story.id} />
        <StoryGraph story={story.id} />
        <section aria-labelledby="articles-title">
          <h2 id="articles-title">{t("story.articles")}</h2>
          <Await loaded={articles} rows={8}>
            {(list) => <Articles articles={list} />}
          </Await>
        </section>
      </div>
      <div class="story-side">
        <Coverage story={story} articles={known} />
        <People entities={story.entities} />
      </div>
    </div>
  );
}

export function StoryPage({ id, route }: ItemProps): JSX.Element {
  const story = useLoad((signal) => api.story(id, signal), id);
  useTitle(story.state === "ready" ? story.value.title : t("story.kicker"));
  const cited = route.query.get("source");
  const cite = (source: string | null) => replaceAddress(to.story(id, { source: source ?? undefined }));
  return (
    <div class={cited ? "page with-panel" : "page"}>
      {story.state !== "ready" && <h1 class="unseen">{t("story.kicker")}</h1>}
      <Await loaded={story} rows={8}>
        {(value) => (
          <>
            <Head story={value} />
            <Body story={value} cited={cited} cite={cite} />
          </>
        )}
      </Await>
      {cited && <SourcePanel source={cited} onClose={() => cite(null)} />}
    </div>
  );
}
