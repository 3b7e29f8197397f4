/** An entity: what it is, what it did with whom, in which stories, day by day. */

import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { api } from "../api";
import { useLoad } from "../load";
import { type ItemProps, useTitle } from "../page";
import { Days } from "../parts/days";
import { Figure } from "../parts/figures";
import { Icon } from "../parts/icons";
import { EntityLink, StatusMark } from "../parts/refs";
import { Await } from "../parts/states";
import { to } from "../routes";
import type { EntityDetail, EntityRef, RelationEdge } from "../shapes";
import { countryName, dateRange, number, t, typeName } from "../text";

const SHOWN_ALIASES = 14;

function Head({ entity }: { entity: EntityDetail }): JSX.Element {
  const wikidata = entity.wikidata && /^Q\d+$/.test(entity.wikidata) ? entity.wikidata : null;
  return (
    <header class="page-head">
      <p class="kicker">
        {typeName(entity.type)} {entity.country && <span>{countryName(entity.country)}</span>}
        {wikidata && (
          <a href={`https://www.wikidata.org/wiki/${wikidata}`} rel="noreferrer noopener" target="_blank">
            {t("entity.wikidata", { id: wikidata })} <Icon name="external" />
          </a>
        )}
      </p>
      <h1 dir="auto">{entity.name}</h1>
      <div class="story-head-row">
        <dl class="figures figures-large">
          <Figure what="article" n={entity.articles} strong />
          <Figure what="claim" n={entity.claims} />
        </dl>
        <a class="button button-main" href={to.graph({ seeds: entity.id })}>
          <Icon name="arrange" />
          {t("entity.openGraph")}
        </a>
      </div>
    </header>
  );
}

function RelationRow({ edge, self, other }: { edge: RelationEdge; self: string; other: EntityRef }): JSX.Element {
  return (
    <tr>
      <td>{edge.source === self ? edge.reading : edge.inverse}</td>
      <th scope="row">
        <EntityLink entity={other} />
      </th>
      <td>
        <StatusMark status={edge.status} />
      </td>
      <td class="number">{number(edge.origins)}</td>
      <td class="number">
        <a href={to.graph({ seeds: [edge.source, edge.target].join(","), edge: edge.id })}>{number(edge.claims)}</a>
      </td>
      <td class="nowrap wide-only">{dateRange(edge.first_date, edge.last_date)}</td>
    </tr>
  );
}

const HEADS = ["relation", "other", "status", "origins", "claims", "dates"] as const;

function Relations({ entity }: { entity: EntityDetail }): JSX.Element {
  const [filter, setFilter] = useState("");
  const others = useMemo(() => new Map(entity.neighbours.map((ref) => [ref.id, ref])), [entity]);
  const rows = entity.relations.map((edge) => {
    const id = edge.source === entity.id ? edge.target : edge.source;
    return { edge, other: others.get(id) ?? (id === entity.id ? entity : { id, name: id, type: "MISC" }) };
  });
  const wanted = filter.trim().toLowerCase();
  const shown = rows.filter(({ edge, other }) =>
    `${edge.reading} ${edge.inverse} ${other.name} ${edge.status}`.toLowerCase().includes(wanted),
  );
  if (rows.length === 0) return <p class="quiet">{t("entity.relations.none")}</p>;
  return (
    <>
      <div class="filter-bar">
        <label>
          <span class="unseen">{t("entity.filter")}</span>
          <input
            type="search"
            placeholder={t("entity.filter")}
            value={filter}
            onInput={(event) => setFilter(event.currentTarget.value)}
          />
        </label>
        <span class="note" role="status">
          {t("count.of", { n: shown.length, all: rows.length })}
        </span>
      </div>
      <div class="table-scroll" tabIndex={0} role="group" aria-label={t("entity.relations")}>
        <table class="table">
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th
                  scope="col"
                  key={head}
                  class={head === "origins" || head === "claims" ? "number" : head === "dates" ? "wide-only" : undefined}
                >
                  {t(`entity.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ edge, other }) => (
              <RelationRow key={edge.id} edge={edge} self={entity.id} other={other} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Aliases({ names }: { names: readonly string[] }): JSX.Element {
  const [all, setAll] = useState(false);
  const shown = all ? names : names.slice(0, SHOWN_ALIASES);
  return (
    <ul class="aliases">
      {shown.map((name) => (
        <li key={name} dir="auto">
          {name}
        </li>
      ))}
      {shown.length < names.length && (
        <li class="aliases-more">
          <button type="button" class="plain" onClick={() => setAll(true)}>
            {t("count.more", { n: names.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  );
}

function Aside({ entity }: { entity: EntityDetail }): JSX.Element {
  return (
    <>
      {entity.aliases.length > 0 && (
        <section class="side-block" aria-labelledby="aliases-title">
          <h2 id="aliases-title">{t("entity.aliases")}</h2>
          <Aliases names={entity.aliases} />
        </section>
      )}
      {entity.timeline.length > 0 && (
        <section class="side-block" aria-labelledby="days-title">
          <h2 id="days-title">{t("entity.timeline")}</h2>
          <Days days={entity.timeline.map(({ date, claims }) => ({ date, all: claims }))} all={t("label.claims")} />
        </section>
      )}
      <section class="side-block" aria-labelledby="stories-title">
        <h2 id="stories-title">{t("entity.stories")}</h2>
        {entity.stories.length === 0 && <p class="quiet">{t("entity.stories.none")}</p>}
        <ul class="story-links">
          {entity.stories.map((story) => (
            <li key={story.id}>
              <a href={to.story(story.id)} lang={story.lang} dir="auto">
                {story.title}
              </a>
              <span class="note">
                {t("count.articles", { n: story.articles })} · {t("count.origins", { n: story.origins })}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

export function EntityPage({ id }: ItemProps): JSX.Element {
  const entity = useLoad((signal) => api.entity(id, signal), id);
  useTitle(entity.state === "ready" ? entity.value.name : t("kind.entity"));
  return (
    <div class="page">
      {entity.state !== "ready" && <h1 class="unseen">{t("kind.entity")}</h1>}
      <Await loaded={entity} rows={8}>
        {(value) => (
          <>
            <Head entity={value} />
            <div class="story-columns">
              <section class="story-main" aria-labelledby="relations-title">
                <h2 id="relations-title">{t("entity.relations")}</h2>
                <Relations entity={value} />
              </section>
              <div class="story-side">
                <Aside entity={value} />
              </div>
            </div>
          </>
        )}
      </Await>
    </div>
  );
}
