/** An event: roles, what its claims say of it, figures that disagree, and every claim. */

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { api } from "../api";
import { useLoad, usePages } from "../load";
import { type ItemProps, useTitle } from "../page";
import { ClaimList } from "../parts/claims";
import { Figure } from "../parts/figures";
import { EntityList, StatusMark } from "../parts/refs";
import { Await, More, Notice } from "../parts/states";
import { replaceAddress, to } from "../routes";
import type { EntityRef, EventSummary, SourcedQuantity, Status } from "../shapes";
import { number, relationName, statusName, t } from "../text";
import { eventDate } from "./story/timeline";

const NAMED_STORIES = 5;

function Head({ event }: { event: EventSummary }): JSX.Element {
  return (
    <header class="page-head">
      <p class="kicker">
        {t("event.kicker")} <span>{eventDate(event)}</span>
      </p>
      <h1 dir="auto">{event.title}</h1>
      <div class="story-head-row">
        <dl class="figures figures-large">
          <Figure what="claim" n={event.claims} strong />
          <Figure what="origin" n={event.origins} strong />
          <Figure what="outlet" n={event.outlets} />
        </dl>
        <StatusMark status={event.status} />
      </div>
    </header>
  );
}

function Role({ name, entities }: { name: string; entities: readonly EntityRef[] }): JSX.Element | null {
  if (entities.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <EntityList entities={entities} />
      </dd>
    </div>
  );
}

function StoryName({ id }: { id: string }): JSX.Element {
  const story = useLoad((signal) => api.story(id, signal), id);
  if (story.state !== "ready") return <a href={to.story(id)}>{t("story.kicker")}</a>;
  return (
    <a href={to.story(id)} lang={story.value.lang} dir="auto">
      {story.value.title}
    </a>
  );
}

function Stories({ ids }: { ids: readonly string[] }): JSX.Element | null {
  if (ids.length === 0) return null;
  return (
    <section class="side-block" aria-labelledby="event-stories-title">
      <h2 id="event-stories-title">{t("event.stories")}</h2>
      <ul class="story-links">
        {ids.slice(0, NAMED_STORIES).map((id) => (
          <li key={id}>
            <StoryName id={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Roles({ event }: { event: EventSummary }): JSX.Element {
  return (
    <section class="side-block" aria-labelledby="roles-title">
      <h2 id="roles-title">{t("event.roles")}</h2>
      <dl class="roles">
        <Role name={t("event.actor")} entities={event.actors} />
        <Role name={t("event.recipient")} entities={event.recipients} />
        <Role name={t("event.theme")} entities={event.themes} />
        <Role name={t("event.place")} entities={event.place ? [event.place] : []} />
        <div>
          <dt>{t("event.date")}</dt>
          <dd>{eventDate(event)}</dd>
        </div>
        <div>
          <dt>{t("event.type")}</dt>
          <dd>
            {relationName(event.relation)} <span class="note">({relationName(event.type)})</span>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Quantities({ quantities }: { quantities: readonly SourcedQuantity[] }): JSX.Element | null {
  if (quantities.length === 0) return null;
  return (
    <section class="side-block" aria-labelledby="quantities-title">
      <h2 id="quantities-title">{t("event.quantities")}</h2>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t("event.quantity")}</th>
            <th scope="col" class="number">
              {t("entity.origins")}
            </th>
            <th scope="col" class="number">
              {t("entity.claims")}
            </th>
          </tr>
        </thead>
        <tbody>
          {quantities.map((quantity) => (
            <tr key={quantity.text + quantity.value + quantity.comparison}>
              <th scope="row" dir="auto">
                {quantity.text}
              </th>
              <td class="number">{number(quantity.origins)}</td>
              <td class="number">{number(quantity.claims)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">{t("event.quantities.note")}</p>
    </section>
  );
}

function StatusTabs(props: { event: EventSummary; status: string; choose: (status: string) => void }): JSX.Element {
  const rows = Object.entries(props.event.statuses) as [Status, number][];
  return (
    <div class="tabs" role="group" aria-label={t("event.statuses")}>
      <button type="button" aria-pressed={!props.status} onClick={() => props.choose("")}>
        {t("event.claims.all")} <b>{number(props.event.claims)}</b>
      </button>
      {rows.map(([status, n]) => (
        <button
          type="button"
          key={status}
          aria-pressed={props.status === status}
          aria-label={`${statusName(status)} ${n}`}
          onClick={() => props.choose(status)}
        >
          <StatusMark status={status} /> <b>{number(n)}</b>
        </button>
      ))}
    </div>
  );
}

function Claims({ event, route }: { event: EventSummary } & Pick<ItemProps, "route">): JSX.Element {
  const pages = usePages((cursor, signal) => api.eventClaims(event.id, cursor, signal), event.id);
  const status = route.query.get("status") ?? "";
  const chosen = (route.query.get("claims") ?? "").split(",").filter(Boolean);
  const shown = pages.items.filter(
    (claim) => (!status || claim.status === status) && (!chosen.length || chosen.includes(claim.id)),
  );
  useEffect(() => {
    if (shown.length === 0 && pages.hasMore && !pages.busy && !pages.failure) pages.more();
  });
  return (
    <section class="story-main" aria-labelledby="claims-title">
      <h2 id="claims-title">{t("event.claims")}</h2>
      <StatusTabs
        event={event}
        status={status}
        choose={(next) => replaceAddress(to.event(event.id, { status: next || undefined }))}
      />
      {chosen.length > 0 && (
        <p class="note">
          {t("event.claims.chosen")} <a href={to.event(event.id)}>{t("event.claims.showAll")}</a>
        </p>
      )}
      <Await loaded={pages.first} rows={6}>
        {() => (
          <>
            {shown.length === 0 && !pages.hasMore && <Notice title={t("event.claims.none")} />}
            <ClaimList claims={shown} inEvent />
            <More pages={pages} />
          </>
        )}
      </Await>
    </section>
  );
}

export function EventPage({ id, route }: ItemProps): JSX.Element {
  const event = useLoad((signal) => api.event(id, signal), id);
  useTitle(event.state === "ready" ? event.value.title : t("event.kicker"));
  return (
    <div class="page">
      {event.state !== "ready" && <h1 class="unseen">{t("event.kicker")}</h1>}
      <Await loaded={event} rows={6}>
        {(value) => (
          <>
            <Head event={value} />
            <div class="story-columns">
              <Claims event={value} route={route} />
              <div class="story-side">
                <Roles event={value} />
                <Quantities quantities={value.quantities} />
                <Stories ids={value.story_ids} />
              </div>
            </div>
          </>
        )}
      </Await>
    </div>
  );
}
