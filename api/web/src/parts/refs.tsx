/** Short references: an entity, an outlet with its bias, a status, a foreign text. */

import type { JSX } from "preact";
import { biasName, biasRank } from "../bias";
import { to } from "../routes";
import type { EntityRef, OutletRef, Status } from "../shapes";
import { languageName, statusName, t, typeName } from "../text";

/** Text in the language of its source, in the direction of its script. */
export function Foreign(props: { text: string; lang: string; class?: string }): JSX.Element {
  return (
    <span lang={props.lang} dir="auto" class={props.class}>
      {props.text}
    </span>
  );
}

export function EntityLink({ entity, typed = false }: { entity: EntityRef; typed?: boolean }): JSX.Element {
  return (
    <a class="entity-link" href={to.entity(entity.id)} dir="auto" title={typed ? undefined : typeName(entity.type)}>
      {entity.name}
    </a>
  );
}

export function EntityList({ entities }: { entities: readonly EntityRef[] }): JSX.Element {
  return (
    <span class="entity-list">
      {entities.map((entity, i) => (
        <span key={entity.id}>
          {i > 0 && ", "}
          <EntityLink entity={entity} />
        </span>
      ))}
    </span>
  );
}

export function BiasTag({ bias }: { bias: string | null }): JSX.Element {
  return (
    <span class="bias-tag" data-bias={biasRank(bias)}>
      {biasName(bias)}
    </span>
  );
}

export function OutletTag({ outlet }: { outlet: OutletRef | null }): JSX.Element {
  return (
    <span class="outlet-tag">
      <span class="outlet-name" dir="auto">
        {outlet ? outlet.name || outlet.domain : t("outlet.unknown")}
      </span>
      <BiasTag bias={outlet?.bias ?? null} />
    </span>
  );
}

export function StatusMark({ status }: { status: Status }): JSX.Element {
  return (
    <span class="status-mark" data-status={status}>
      <StatusLine status={status} />
      {statusName(status)}
    </span>
  );
}

/** The line by which the graph draws a status, as a small picture. */
export function StatusLine({ status }: { status: Status }): JSX.Element {
  const crossed = status === "denied" || status === "negated";
  return (
    <svg class="status-line" data-status={status} viewBox="0 0 28 10" width="28" height="10" aria-hidden="true">
      <path d="M1 5H27" />
      {crossed && <path class="status-cross" d="M11 1 17 9M17 1 11 9" />}
    </svg>
  );
}

export function LanguageTag({ lang }: { lang: string }): JSX.Element {
  return <span class="lang-tag">{languageName(lang)}</span>;
}
