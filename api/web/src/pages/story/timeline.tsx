/** A story day by day, and the events in it by date. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { api } from "../../api";
import { useLoad } from "../../load";
import { Days } from "../../parts/days";
import { StatusMark } from "../../parts/refs";
import { Await } from "../../parts/states";
import { to } from "../../routes";
import type { EventSummary } from "../../shapes";
import { knownDate, t } from "../../text";

const SHOWN = 12;

const start = (event: EventSummary) => event.date?.start ?? "9999";

export function eventDate(event: EventSummary): string {
  return (event.date && knownDate(event.date)) || t("story.events.undated");
}

export function EventLine({ event }: { event: EventSummary }): JSX.Element {
  return (
    <li class="event-line">
      <span class="event-date">{eventDate(event)}</span>
      <span class="event-what">
        <a href={to.event(event.id)} dir="auto">
          {event.title}
        </a>{" "}
        <StatusMark status={event.status} />
      </span>
      <span class="event-support">{t("count.origins", { n: event.origins })}</span>
    </li>
  );
}

/** The best supported events by date; the others when asked for. */
function Events({ events }: { events: readonly EventSummary[] }): JSX.Element {
  const [all, setAll] = useState(false);
  const ranked = [...events].sort((a, b) => b.origins - a.origins || b.claims - a.claims);
  const shown = all ? ranked : ranked.slice(0, SHOWN);
  return (
    <>
      <h3>{t("story.events")}</h3>
      <ol class="event-lines">
        {shown
          .sort((a, b) => start(a).localeCompare(start(b)))
          .map((event) => (
            <EventLine key={event.id} event={event} />
          ))}
      </ol>
      {shown.length < events.length && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {t("count.more", { n: events.length - shown.length })}
        </button>
      )}
    </>
  );
}

export function Timeline({ story }: { story: string }): JSX.Element {
  const timeline = useLoad((signal) => api.storyTimeline(story, signal), story);
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t("story.timeline")}</h2>
      <Await loaded={timeline} rows={4}>
        {({ days, events }) => (
          <>
            <Days
              days={days.map(({ date, articles, origins }) => ({ date, all: articles, part: origins }))}
              all={t("story.timeline.articles")}
              part={t("story.timeline.origins")}
            />
            {events.length > 0 && <Events events={events} />}
          </>
        )}
      </Await>
    </section>
  );
}
