/** What the sources disagree on: every value, and who gives it. */

import type { JSX } from "preact";
import { api } from "../../api";
import { useLoad } from "../../load";
import { to } from "../../routes";
import type { Dispute, DisputedValue, Status } from "../../shapes";
import { number, t } from "../../text";
import { StatusMark } from "../../parts/refs";
import type { OutletNames } from "./page";

const NAMED = 4;

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
          <span class="dispute-bar" style={{ width: `${(100 * value.origins) / most}%` }} aria-hidden="true" />
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

function DisputeTable(context: Context): JSX.Element {
  const { dispute } = context;
  return (
    <div class="dispute">
      <h3>
        <span class="dispute-kind">{t(`story.disputed.${dispute.kind}`)}</span>
        <a href={to.event(dispute.event.id)} dir="auto">
          {dispute.event.title}
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
        <tbody>
          {dispute.values.map((value) => (
            <Row key={value.label} {...context} value={value} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Disputes({ disputes, names }: { disputes: readonly Dispute[]; names: OutletNames }): JSX.Element | null {
  const readings = useReadings(disputes.some(({ kind }) => kind === "status"));
  if (disputes.length === 0) return null;
  return (
    <section aria-labelledby="disputed-title">
      <h2 id="disputed-title">{t("story.disputed")}</h2>
      {disputes.map((dispute) => (
        <DisputeTable key={dispute.event.id + dispute.kind} dispute={dispute} names={names} readings={readings} />
      ))}
    </section>
  );
}
