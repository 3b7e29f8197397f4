/** Every claim behind a relation. */

import type { JSX } from "preact";
import { api } from "../../api";
import { usePages } from "../../load";
import { ClaimList } from "../../parts/claims";
import { Await, More, Notice } from "../../parts/states";
import type { RelationEdge } from "../../shapes";
import { t } from "../../text";

export function Evidence({ edge }: { edge: RelationEdge }): JSX.Element {
  const pages = usePages((cursor, signal) => api.evidence(edge.id, cursor, signal), edge.id);
  return (
    <Await loaded={pages.first} rows={5}>
      {() => (
        <div class="evidence">
          {pages.items.length === 0 && <Notice title={t("evidence.none")} />}
          <ClaimList claims={pages.items} />
          <More pages={pages} />
        </div>
      )}
    </Await>
  );
}
