/** The articles of a story, copies under their origin, by language, bias and origin. */

import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { biasName, biasOrder } from "../../bias";
import { ArticleLine } from "../../parts/article";
import { Notice } from "../../parts/states";
import type { ArticleSummary } from "../../shapes";
import { languageName, t } from "../../text";

interface Filter {
  lang: string;
  bias: string;
  origin: "" | "copied" | "single";
}

const biasKey = (article: ArticleSummary) => article.outlet?.bias ?? "unrated";

function counted(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function fits(article: ArticleSummary, filter: Filter): boolean {
  const copied = article.origin_size > 1;
  return (
    (!filter.lang || article.lang === filter.lang) &&
    (!filter.bias || biasKey(article) === filter.bias) &&
    (!filter.origin || (filter.origin === "copied") === copied)
  );
}

/** Articles that share an origin, the earliest first; groups by their earliest article. */
function byOrigin(articles: readonly ArticleSummary[]): ArticleSummary[][] {
  const sorted = [...articles].sort((a, b) => (a.published ?? "9999").localeCompare(b.published ?? "9999"));
  const groups = new Map<string, ArticleSummary[]>();
  for (const article of sorted) {
    const key = article.origin_id ?? article.id;
    groups.set(key, [...(groups.get(key) ?? []), article]);
  }
  return [...groups.values()];
}

function Select(props: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  change: (value: string) => void;
}): JSX.Element {
  return (
    <label>
      <span>{props.label}</span>
      <select value={props.value} onChange={(event) => props.change(event.currentTarget.value)}>
        {props.options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Group({ articles }: { articles: readonly ArticleSummary[] }): JSX.Element {
  const [first, ...copies] = articles as [ArticleSummary, ...ArticleSummary[]];
  return (
    <li class="origin-group">
      <ArticleLine article={first} />
      {copies.length > 0 && (
        <details class="copies">
          <summary>{t("count.copies", { n: copies.length })}</summary>
          <ul>
            {copies.map((copy) => (
              <li key={copy.id}>
                <ArticleLine article={copy} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Filters(props: {
  articles: readonly ArticleSummary[];
  filter: Filter;
  change: (filter: Filter) => void;
}): JSX.Element {
  const { articles, filter, change } = props;
  const languages = Object.entries(counted(articles.map(({ lang }) => lang))).sort((a, b) => b[1] - a[1]);
  const all = ["", t("story.articles.all")] as const;
  return (
    <form class="filter-bar" onSubmit={(event) => event.preventDefault()}>
      <Select
        label={t("story.articles.lang")}
        value={filter.lang}
        options={[all, ...languages.map(([lang, n]) => [lang, `${languageName(lang)} (${n})`] as const)]}
        change={(lang) => change({ ...filter, lang })}
      />
      <Select
        label={t("story.articles.bias")}
        value={filter.bias}
        options={[all, ...biasOrder(counted(articles.map(biasKey))).map(([b, n]) => [b, `${biasName(b)} (${n})`] as const)]}
        change={(bias) => change({ ...filter, bias })}
      />
      <Select
        label={t("story.articles.origin")}
        value={filter.origin}
        options={[
          all,
          ["copied", t("story.articles.origin.copied")],
          ["single", t("story.articles.origin.single")],
        ]}
        change={(origin) => change({ ...filter, origin: origin as Filter["origin"] })}
      />
    </form>
  );
}

export function Articles({ articles }: { articles: readonly ArticleSummary[] }): JSX.Element {
  const [filter, setFilter] = useState<Filter>({ lang: "", bias: "", origin: "" });
  const [grouped, setGrouped] = useState(true);
  const fitting = useMemo(() => articles.filter((article) => fits(article, filter)), [articles, filter]);
  const groups = useMemo(
    () => (grouped ? byOrigin(fitting) : byOrigin(fitting).flat().map((one) => [one])),
    [fitting, grouped],
  );
  return (
    <>
      <div class="articles-tools">
        <Filters articles={articles} filter={filter} change={setFilter} />
        <label class="check">
          <input type="checkbox" checked={grouped} onChange={(event) => setGrouped(event.currentTarget.checked)} />
          {t("story.articles.group")}
        </label>
        <p class="articles-count" role="status">
          {t("count.of", { n: fitting.length, all: articles.length })}
        </p>
      </div>
      {groups.length === 0 && <Notice title={t("story.articles.none")} />}
      <ul class="article-lines">
        {groups.map((group) => (
          <Group key={(group[0] as ArticleSummary).id} articles={group} />
        ))}
      </ul>
    </>
  );
}
