/** The legend, which is also the filter: relation types, statuses, entity types, origins, dates. */

import type { ComponentChildren, JSX } from "preact";
import type { Explorer } from "../../graph/explorer";
import { QUADS, type Quad, quadOf } from "../../graph/quads";
import { type Filters, NO_FILTERS, isFiltered, toggled } from "../../graph/view";
import { Histogram } from "./histogram";
import { ShapeMark } from "../../parts/shape";
import { StatusLine } from "../../parts/refs";
import type { Status } from "../../shapes";
import { number, relationName, statusName, t, typeName } from "../../text";

const STATUSES: readonly Status[] = [
  "occurred",
  "ongoing",
  "planned",
  "possible",
  "alleged",
  "demanded",
  "denied",
  "negated",
];

function Item(props: { on: boolean; n: number; toggle: () => void; children: ComponentChildren }): JSX.Element {
  return (
    <label class="legend-item">
      <input type="checkbox" checked={props.on} onChange={props.toggle} />
      <span class="legend-name">{props.children}</span>
      <span class="legend-n">{number(props.n)}</span>
    </label>
  );
}

interface Facet {
  explorer: Explorer;
  filters: Filters;
  counts: Map<string, number>;
}

function Statuses({ explorer, filters, counts }: Facet): JSX.Element {
  return (
    <fieldset>
      <legend>{t("graph.statuses")}</legend>
      {STATUSES.filter((status) => counts.has(status)).map((status) => (
        <Item
          key={status}
          on={!filters.statuses.includes(status)}
          n={counts.get(status) ?? 0}
          toggle={() => void explorer.filter({ ...filters, statuses: toggled(filters.statuses, status) })}
        >
          <StatusLine status={status} /> {statusName(status)}
        </Item>
      ))}
    </fieldset>
  );
}

function Types({ explorer, filters, counts }: Facet): JSX.Element {
  return (
    <fieldset>
      <legend>{t("graph.types")}</legend>
      {[...counts].map(([type, n]) => (
        <Item
          key={type}
          on={!filters.types.includes(type)}
          n={n}
          toggle={() => void explorer.filter({ ...filters, types: toggled(filters.types, type) })}
        >
          <ShapeMark type={type} /> {typeName(type)}
        </Item>
      ))}
    </fieldset>
  );
}

function Relations({ explorer, filters, counts }: Facet): JSX.Element {
  const quads = new Map<string, Quad>();
  for (const edge of explorer.known.edges.values()) quads.set(edge.relation, quadOf(edge.type));
  const groups = QUADS.map((quad) => [quad, [...counts].filter(([name]) => quads.get(name) === quad)] as const);
  return (
    <fieldset>
      <legend>{t("graph.relations")}</legend>
      {groups
        .filter(([, members]) => members.length)
        .map(([quad, members]) => (
          <div key={quad} class="legend-group">
            <p class="legend-quad">
              <span class="quad-mark" data-quad={quad} /> {t(`quad.${quad}`)}
            </p>
            {members
              .sort((a, b) => b[1] - a[1])
              .map(([name, n]) => (
                <Item
                  key={name}
                  on={!filters.relations.includes(name)}
                  n={n}
                  toggle={() => void explorer.filter({ ...filters, relations: toggled(filters.relations, name) })}
                >
                  {relationName(name)}
                </Item>
              ))}
          </div>
        ))}
    </fieldset>
  );
}

function Bounds({ explorer, filters }: Omit<Facet, "counts">): JSX.Element {
  const change = (part: Partial<Filters>) => void explorer.filter({ ...filters, ...part });
  return (
    <div class="legend-bounds">
      <label class="legend-range">
        <span>{t("graph.minOrigins", { n: filters.minOrigins })}</span>
        <input
          type="range"
          min={1}
          max={20}
          value={filters.minOrigins}
          aria-label={t("graph.minOrigins.label")}
          onChange={(event) => change({ minOrigins: Number(event.currentTarget.value) })}
        />
      </label>
      <Histogram
        dates={explorer.known.dates(explorer.view)}
        from={filters.from}
        until={filters.until}
        choose={(from, until) => change({ from, until })}
      />
      <div class="legend-dates">
        <label>
          <span>{t("graph.from")}</span>
          <input type="date" value={filters.from} onChange={(event) => change({ from: event.currentTarget.value })} />
        </label>
        <label>
          <span>{t("graph.until")}</span>
          <input type="date" value={filters.until} onChange={(event) => change({ until: event.currentTarget.value })} />
        </label>
      </div>
    </div>
  );
}

export function Legend({ explorer }: { explorer: Explorer }): JSX.Element | null {
  const { view } = explorer;
  const { filters } = view;
  if (view.nodes.length === 0) return null;
  const facets = explorer.known.facets(view);
  return (
    <section class="legend" aria-labelledby="legend-title">
      <header class="legend-head">
        <h2 id="legend-title">{t("graph.filters")}</h2>
        {isFiltered(filters) && (
          <button type="button" class="plain" onClick={() => void explorer.filter(NO_FILTERS)}>
            {t("graph.clearFilters")}
          </button>
        )}
      </header>
      {view.hidden.length > 0 && (
        <p class="legend-hidden">
          {t("graph.hidden", { n: view.hidden.length })}{" "}
          <button type="button" class="plain" onClick={() => void explorer.showHidden()}>
            {t("graph.showHidden")}
          </button>
        </p>
      )}
      <Bounds explorer={explorer} filters={filters} />
      <Statuses explorer={explorer} filters={filters} counts={facets.statuses} />
      <Relations explorer={explorer} filters={filters} counts={facets.relations} />
      <Types explorer={explorer} filters={filters} counts={facets.types} />
      <p class="note">{t("graph.width")}</p>
    </section>
  );
}
