/** The stories, as a front page: most recent or largest first. */

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api } from "../api";
import { usePages } from "../load";
import { type PageProps, useTitle } from "../page";
import { BiasBar } from "../parts/bias";
import { Figure, OriginShare } from "../parts/figures";
import { Await, More, Notice } from "../parts/states";
import { replaceAddress, to } from "../routes";
import type { StorySummary } from "../shapes";
import { dateRange, languageName, number, t } from "../text";

const LANGUAGES = ["ar", "de", "en", "es", "fa", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh"];
const WAIT_MS = 200;
const NAMED = 3;

function Languages({ story }: { story: StorySummary }): JSX.Element {
  const named = story.languages.slice(0, NAMED);
  const rest = story.languages.length - named.length;
  return (
    <>
      {named.map(({ lang, articles }) => `${languageName(lang)} ${number(articles)}`).join(", ")}
      {rest > 0 && ` +${rest}`}
    </>
  );
}

function StoryCard({ story, first }: { story: StorySummary; first: boolean }): JSX.Element {
  return (
    <article class={first ? "story-card story-card-first" : "story-card"}>
      <div class="story-card-text">
        <p class="story-card-meta">
          <span>{dateRange(story.first_date, story.last_date)}</span>
          <span>
            <Languages story={story} />
          </span>
        </p>
        <h2 lang={story.lang} dir="auto">
          <a href={to.story(story.id)}>{story.title || t("article.untitled")}</a>
        </h2>
        {story.lead && (
          <p class="lead" lang={story.lang} dir="auto">
            {story.lead}
          </p>
        )}
      </div>
      <div class="story-card-side">
        <dl class="figures">
          <Figure what="article" n={story.articles} strong />
          <Figure what="origin" n={story.origins} strong />
          <Figure what="outlet" n={story.outlets} />
        </dl>
        <OriginShare articles={story.articles} origins={story.origins} />
        <BiasBar counts={story.bias} />
      </div>
    </article>
  );
}

interface Filter {
  q: string;
  sort: string;
  lang: string;
}

function FilterBar({ filter, change }: { filter: Filter; change: (filter: Filter) => void }): JSX.Element {
  const [q, setQ] = useState(filter.q);
  useEffect(() => setQ(filter.q), [filter.q]);
  useEffect(() => {
    if (q === filter.q) return;
    const timer = setTimeout(() => change({ ...filter, q }), WAIT_MS);
    return () => clearTimeout(timer);
  }, [q]);
  return (
    <form class="filter-bar" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span class="unseen">{t("stories.filter")}</span>
        <input
          type="search"
          placeholder={t("stories.filter")}
          value={q}
          onInput={(event) => setQ(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>{t("stories.lang")}</span>
        <select value={filter.lang} onChange={(event) => change({ ...filter, lang: event.currentTarget.value })}>
          <option value="">{t("stories.lang.all")}</option>
          {LANGUAGES.map((lang) => (
            <option key={lang} value={lang}>
              {languageName(lang)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("stories.sort")}</span>
        <select value={filter.sort} onChange={(event) => change({ ...filter, sort: event.currentTarget.value })}>
          <option value="recent">{t("stories.sort.recent")}</option>
          <option value="size">{t("stories.sort.size")}</option>
        </select>
      </label>
    </form>
  );
}

function NoStories({ filtered, clear }: { filtered: boolean; clear: () => void }): JSX.Element {
  if (!filtered)
    return (
      <Notice title={t("stories.empty")}>
        <p>{t("stories.empty.remedy")}</p>
      </Notice>
    );
  return (
    <Notice title={t("stories.noMatch")}>
      <p>{t("stories.noMatch.remedy")}</p>
      <button type="button" class="button" onClick={clear}>
        {t("stories.clear")}
      </button>
    </Notice>
  );
}

export function StoriesPage({ route }: PageProps): JSX.Element {
  useTitle(t("stories.title"));
  const filter = {
    q: route.query.get("q") ?? "",
    sort: route.query.get("sort") === "size" ? "size" : "recent",
    lang: route.query.get("lang") ?? "",
  };
  const pages = usePages(
    (cursor, signal) => api.stories({ ...filter, cursor, limit: 20 }, signal),
    JSON.stringify(filter),
  );
  const change = (next: Filter) =>
    replaceAddress(to.stories({ q: next.q, lang: next.lang, sort: next.sort === "size" ? "size" : undefined }));
  return (
    <div class="page">
      <header class="page-head page-head-row">
        <h1>{t("stories.title")}</h1>
        <FilterBar filter={filter} change={change} />
      </header>
      <Await loaded={pages.first} rows={6}>
        {() =>
          pages.items.length ? (
            <div class="story-cards">
              {pages.items.map((story, i) => (
                <StoryCard key={story.id} story={story} first={i === 0} />
              ))}
              <More pages={pages} />
            </div>
          ) : (
            <NoStories
              filtered={Boolean(filter.q || filter.lang)}
              clear={() => change({ q: "", lang: "", sort: filter.sort })}
            />
          )
        }
      </Await>
    </div>
  );
}
