/** The entities that a story speaks of most, by kind. */

import type { JSX } from "preact";
import { EntityLink } from "../../parts/refs";
import type { EntityCount } from "../../shapes";
import { number, t, typeName } from "../../text";

const ORDER = ["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "MISC"];

export function People({ entities }: { entities: readonly EntityCount[] }): JSX.Element | null {
  if (entities.length === 0) return null;
  const groups = ORDER.map((type) => [type, entities.filter((entity) => entity.type === type)] as const);
  return (
    <section class="side-block" aria-labelledby="people-title">
      <h2 id="people-title">{t("story.people")}</h2>
      {groups
        .filter(([, members]) => members.length)
        .map(([type, members]) => (
          <div class="people" key={type}>
            <h3>{typeName(type)}</h3>
            <ul>
              {members.map((entity) => (
                <li key={entity.id}>
                  <EntityLink entity={entity} typed />
                  <span class="people-n">{number(entity.articles)}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}
