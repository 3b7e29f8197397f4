/** What the sources disagree on: every value, and who gives it. */

import type { JSX } from "preact";
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

function claimsAddress(dispute: Dispute, value: DisputedValue): string {
  if (dispute.kind === "status") return to.event(dispute.event.id, { status: value.label });
  return to.event(dispute.event.id, { claims: value.claim_ids.join(",") });
}

function Row({ dispute, value, names }: { dispute: Dispute; value: DisputedValue; names: OutletNames }): JSX.Element {
  const most = Math.max(...dispute.values.map(({ origins }) => origins), 1);
  return (
    <tr>
      <th scope="row" dir="auto">
        {dispute.kind === "status" ? <StatusMark status={value.label as Status} /> : value.label}
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

function DisputeTable({ dispute, names }: { dispute: Dispute; names: OutletNames }): JSX.Element {
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
            <Row key={value.label} dispute={dispute} value={value} names={names} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Disputes({ disputes, names }: { disputes: readonly Dispute[]; names: OutletNames }): JSX.Element | null {
  if (disputes.length === 0) return null;
  return (
    <section aria-labelledby="disputed-title">
      <h2 id="disputed-title">{t("story.disputed")}</h2>
      {disputes.map((dispute) => (
        <DisputeTable key={dispute.event.id + dispute.kind} dispute={dispute} names={names} />
      ))}
    </section>
  );
}
