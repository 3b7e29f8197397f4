/** What the sources disagree on: every value, and who gives it. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { api } from "../../api";
import { useLoad } from "../../load";
import { to } from "../../routes";
import type { Dispute, DisputedValue, Status } from "../../shapes";
import { number, t } from "../../text";
import { StatusMark } from "../../parts/refs";
import type { OutletNames } from "./page";

const NAMED = 4;
const SHOWN = 3;

function Outlets({ domains, names }: { domains: readonly string[]; names: OutletNames }): JSX.Element {
  const named = domains.slice(0, NAMED).map((domain) => names.get(domain) ?? domain);
  const rest = domains.slice(NAMED).map((domain) => names.get(domain) ?? domain);
  return (
    <span dir="auto">
      {named.join(", ")}
      {rest.length > 0 && (
        <span class="rest" title={rest.join(", ")}>
          {" "}
          {t("count.more", { n: rest.length })}
        </span>
      )}
    </span>
  );
}

/** The status behind each reading, as the API's vocabulary pairs them. */
type Readings = ReadonlyMap<string, Status>;

function useReadings(wanted: boolean): Readings {
  const schema = useLoad((signal) => (wanted ? api.schema(signal) : Promise.resolve(null)), String(wanted));
  const pairs = schema.state === "ready" && schema.value ? Object.entries(schema.value.statuses) : [];
  return new Map(pairs.map(([status, reading]) => [reading, status as Status]));
}

function claimsAddress(dispute: Dispute, value: DisputedValue): string {
  return to.event(dispute.event.id, { claims: value.claim_ids.join(",") });
}

interface Context {
  dispute: Dispute;
  names: OutletNames;
  readings: Readings;
}

function Row({ dispute, value, names, readings }: Context & { value: DisputedValue }): JSX.Element {
  const status = dispute.kind === "status" ? readings.get(value.label) : undefined;
  const most = Math.max(...dispute.values.map(({ origins }) => origins), 1);
  return (
    <tr>
      <th scope="row" dir="auto">
        {status ? <StatusMark status={status} /> : value.label}
      </th>
      <td>
        <span class="dispute-origins">
          <span class="dispute-bar" style={{ width: `calc((100% - 2rem) * ${value.origins / most})` }} aria-hidden="true" />
          <span class="dispute-n">{number(value.origins)}</span>
        </span>
      </td>
      <td class="dispute-outlets">
        <Outlets domains={value.outlets} names={names} />
      </td>
      <td class="number">
        <a href={claimsAddress(dispute, value)}>{t("count.claims", { n: value.claims })}</a>
      </td>
    </tr>
  );
}

function Values(context: Context): JSX.Element {
  const { dispute } = context;
  return (
    <tbody>
      <tr class="dispute-kind">
        <th scope="rowgroup" colSpan={4}>
          {t(`story.disputed.${dispute.kind}`)}
        </th>
      </tr>
      {dispute.values.map((value) => (
        <Row key={value.label} {...context} value={value} />
      ))}
    </tbody>
  );
}

function DisputedEvent({ disputes, ...rest }: Omit<Context, "dispute"> & { disputes: readonly Dispute[] }): JSX.Element {
  const event = (disputes[0] as Dispute).event;
  return (
    <div class="dispute">
      <h3>
        <a href={to.event(event.id)} dir="auto">
          {event.title}
        </a>
      </h3>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t("story.disputed.value")}</th>
            <th scope="col">{t("story.disputed.origins")}</th>
            <th scope="col">{t("story.disputed.by")}</th>
            <th scope="col">{t("story.disputed.claims")}</th>
          </tr>
        </thead>
        {disputes.map((dispute, i) => (
          <Values key={i} dispute={dispute} {...rest} />
        ))}
      </table>
    </div>
  );
}

/** Disputes over one event stand together; events in the order given. */
function byEvent(disputes: readonly Dispute[]): Dispute[][] {
  const groups = new Map<string, Dispute[]>();
  for (const dispute of disputes) groups.set(dispute.event.id, [...(groups.get(dispute.event.id) ?? []), dispute]);
  return [...groups.values()];
}

export function Disputes({ disputes, names }: { disputes: readonly Dispute[]; names: OutletNames }): JSX.Element | null {
  const readings = useReadings(disputes.some(({ kind }) => kind === "status"));
  const [all, setAll] = useState(false);
  const groups = byEvent(disputes);
  const shown = all ? groups : groups.slice(0, SHOWN);
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="disputed-title">
      <h2 id="disputed-title">{t("story.disputed")}</h2>
      {shown.map((group) => (
        <DisputedEvent key={group[0]?.event.id} disputes={group} names={names} readings={readings} />
      ))}
      {shown.length < groups.length && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {t("count.more", { n: groups.length - shown.length })}
        </button>
      )}
    </section>
  );
}
