/** The answer of a query: as a table, a graph, or JSON. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Notice } from "../../parts/states";
import { to } from "../../routes";
import type { QueryAnswer } from "../../shapes";
import { number, t } from "../../text";
import { AnswerGraph } from "./drawing";
import { csvOf, graphOf, isNode, valueText } from "./values";

const DRAWN_ROWS = 500;

export interface Ran {
  answer: QueryAnswer;
  ms: number;
}

const PAGES = { Entity: to.entity, Event: to.event, Story: to.story, Article: to.article } as const;
const PAGE_OF_ID: Record<string, (id: string) => string> = {
  ent: to.entity,
  evt: to.event,
  sto: to.story,
  art: (id) => to.article(id),
};

/** The page of a value that is, or is the id of, something with a page. */
function pageOf(value: unknown): string | null {
  if (isNode(value)) {
    const label = value.labels.find((name): name is keyof typeof PAGES => name in PAGES);
    return label && typeof value.properties.id === "string" ? PAGES[label](value.properties.id) : null;
  }
  if (typeof value !== "string" || !/^[a-z]{3}_[a-z2-7]{16}$/.test(value)) return null;
  return PAGE_OF_ID[value.slice(0, 3)]?.(value) ?? null;
}

function Cell({ value }: { value: unknown }): JSX.Element {
  if (value === null) return <td class="null">null</td>;
  if (typeof value === "number") return <td class="number">{number(value)}</td>;
  const page = pageOf(value);
  return <td dir="auto">{page ? <a href={page}>{valueText(value)}</a> : valueText(value)}</td>;
}

function Table({ answer }: { answer: QueryAnswer }): JSX.Element {
  const [all, setAll] = useState(false);
  const rows = all ? answer.rows : answer.rows.slice(0, DRAWN_ROWS);
  const numeric = answer.columns.map((_, i) => answer.rows.every((row) => row[i] === null || typeof row[i] === "number"));
  return (
    <>
      <div class="table-scroll" tabIndex={0} role="group" aria-label={t("cypher.table")}>
        <table class="table table-answer">
          <thead>
            <tr>
              {answer.columns.map((column, i) => (
                <th scope="col" key={column} class={numeric[i] ? "number" : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                {row.map((value, j) => (
                  <Cell key={j} value={value} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < answer.rows.length && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {t("count.more", { n: answer.rows.length - rows.length })}
        </button>
      )}
    </>
  );
}

type Look = "table" | "graph" | "json";
const LOOKS: readonly Look[] = ["table", "graph", "json"];

function Body({ answer, look }: { answer: QueryAnswer; look: Look }): JSX.Element {
  if (answer.rows.length === 0) return <Notice title={t("cypher.empty")} />;
  if (look === "table") return <Table answer={answer} />;
  if (look === "json")
    return (
      <pre class="json" tabIndex={0} dir="ltr">
        {JSON.stringify(answer.rows.map((row) => Object.fromEntries(answer.columns.map((c, i) => [c, row[i]]))), null, 2)}
      </pre>
    );
  const shown = graphOf(answer);
  return shown.nodes.length ? <AnswerGraph shown={shown} /> : <Notice title={t("cypher.noGraph")} />;
}

export function Answer({ ran }: { ran: Ran }): JSX.Element {
  const { answer, ms } = ran;
  const [look, setLook] = useState<Look>(() => (graphOf(answer).edges.length ? "graph" : "table"));
  return (
    <section class="answer" aria-label={t("cypher.views")}>
      <header class="answer-head">
        <div class="tabs" role="group" aria-label={t("cypher.views")}>
          {LOOKS.map((name) => (
            <button type="button" key={name} aria-pressed={look === name} onClick={() => setLook(name)}>
              {t(`cypher.${name}`)}
            </button>
          ))}
        </div>
        <span class="note" role="status">
          {t("cypher.took", { rows: t("count.rows", { n: answer.rows.length }), ms })}
        </span>
        <button type="button" class="plain" onClick={() => void navigator.clipboard.writeText(csvOf(answer))}>
          {t("cypher.copyCsv")}
        </button>
      </header>
      {answer.truncated && (
        <p class="truncated" role="status">
          {t("cypher.truncated", { n: answer.rows.length })}
        </p>
      )}
      <Body answer={answer} look={look} />
    </section>
  );
}
