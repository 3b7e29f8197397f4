/** The Cypher page: a query, its parameters, its answer, and the queries before it. */

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Failure, api } from "../../api";
import { type PageProps, useTitle } from "../../page";
import { Icon } from "../../parts/icons";
import { Notice } from "../../parts/states";
import { replaceAddress, to } from "../../routes";
import type { Schema } from "../../shapes";
import { t } from "../../text";
import { Answer, type Ran } from "./answer";
import { Editor } from "./editor";
import { EXAMPLES, type Example } from "./examples";
import { type Place, placeOf } from "./errors";
import { type Past, clearPast, keepPast, readPast } from "./past";

type Outcome =
  | { state: "idle" }
  | { state: "running" }
  | { state: "failed"; title: string; detail: string; place: Place | null }
  | { state: "done"; ran: Ran; key: number };

function readParameters(text: string): Record<string, unknown> {
  if (!text.trim()) return {};
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new SyntaxError(text.trim());
  return value as Record<string, unknown>;
}

function failed(error: unknown): Outcome {
  const failure = error instanceof Failure ? error : new Failure(0, null);
  if (failure.status === 0)
    return { state: "failed", title: t("state.unreachable"), detail: t("state.unreachable.remedy"), place: null };
  const title = failure.problem?.title ?? t("cypher.failed");
  return { state: "failed", title, detail: failure.problem?.detail ?? "", place: placeOf(failure.problem) };
}

async function runQuery(query: string, parameters: string, signal: AbortSignal): Promise<Outcome> {
  let values: Record<string, unknown>;
  try {
    values = readParameters(parameters);
  } catch (error) {
    const detail = t("cypher.parameters.bad", { detail: error instanceof Error ? error.message : "" });
    return { state: "failed", title: t("cypher.failed"), detail, place: null };
  }
  const started = performance.now();
  try {
    const answer = await api.query(query, values, signal);
    return { state: "done", ran: { answer, ms: Math.round(performance.now() - started) }, key: started };
  } catch (error) {
    return signal.aborted ? { state: "idle" } : failed(error);
  }
}

function useSchema(): { current: Schema | null } {
  const schema = useRef<Schema | null>(null);
  useEffect(() => {
    api.schema().then(
      (value) => {
        schema.current = value;
      },
      () => undefined, // Without it the editor completes keywords only.
    );
  }, []);
  return schema;
}

function Side(props: { past: Past[]; choose: (past: Past) => void; clear: () => void }): JSX.Element {
  const example = ({ query, parameters = "" }: Example) => props.choose({ query, parameters });
  return (
    <aside class="cypher-side" aria-label={t("cypher.examples")}>
      <h2>{t("cypher.examples")}</h2>
      <ul class="query-list">
        {EXAMPLES.map((item) => (
          <li key={item.title}>
            <button type="button" class="plain" onClick={() => example(item)}>
              {t(item.title)}
            </button>
          </li>
        ))}
      </ul>
      <h2>{t("cypher.history")}</h2>
      {props.past.length === 0 && <p class="quiet">{t("cypher.history.none")}</p>}
      <ul class="query-list query-list-past">
        {props.past.map((item) => (
          <li key={item.query}>
            <button type="button" class="plain" title={item.query} onClick={() => props.choose(item)}>
              <code>{item.query.replace(/\s+/g, " ")}</code>
            </button>
          </li>
        ))}
      </ul>
      {props.past.length > 0 && (
        <button type="button" class="plain note" onClick={props.clear}>
          {t("cypher.history.clear")}
        </button>
      )}
    </aside>
  );
}

function Result({ outcome }: { outcome: Outcome }): JSX.Element | null {
  if (outcome.state === "idle")
    return (
      <Notice title={t("cypher.idle")}>
        <p>{t("cypher.idle.note")}</p>
      </Notice>
    );
  if (outcome.state === "running") return <p class="quiet">{t("cypher.running")}</p>;
  if (outcome.state === "done") return <Answer key={outcome.key} ran={outcome.ran} />;
  return (
    <Notice title={outcome.title} kind="error">
      {outcome.place && <p class="error-place">{t("cypher.position", { ...outcome.place })}</p>}
      <p class="error-detail" dir="auto">
        {outcome.detail}
      </p>
    </Notice>
  );
}

interface Session {
  outcome: Outcome;
  past: Past[];
  run: (query: string, parameters: string) => Promise<Outcome>;
  stop: () => void;
  forget: () => void;
}

/** The query under way or the last one's outcome, and those before it. A new query takes an older one's place. */
function useSession(): Session {
  const [outcome, setOutcome] = useState<Outcome>({ state: "idle" });
  const [past, setPast] = useState(readPast);
  const control = useRef<AbortController | null>(null);
  const run = async (query: string, parameters: string) => {
    control.current?.abort();
    const mine = new AbortController();
    control.current = mine;
    setOutcome({ state: "running" });
    replaceAddress(to.cypher(query, parameters));
    setPast((list) => keepPast(list, { query, parameters }));
    const result = await runQuery(query, parameters, mine.signal);
    if (control.current === mine) setOutcome(result);
    return result;
  };
  return { outcome, past, run, stop: () => control.current?.abort(), forget: () => setPast(clearPast()) };
}

function Controls(props: {
  running: boolean;
  run: () => void;
  stop: () => void;
  parameters: string;
  change: (parameters: string) => void;
}): JSX.Element {
  return (
    <div class="cypher-run">
      <button type="button" class="button button-main" onClick={props.run}>
        <Icon name="run" />
        {t("cypher.run")}
      </button>
      {props.running && (
        <button type="button" class="button" onClick={props.stop}>
          {t("cypher.stop")}
        </button>
      )}
      <span class="note">{t("cypher.hint")}</span>
      <label class="parameters">
        <span>{t("cypher.parameters")}</span>
        <input
          type="text"
          value={props.parameters}
          placeholder='{ "name": "…" }'
          spellcheck={false}
          onInput={(event) => props.change(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}

export function CypherPage({ route }: PageProps): JSX.Element {
  useTitle(t("cypher.title"));
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const parameters = useRef(route.query.get("p") ?? "");
  const [shown, setShown] = useState(parameters.current);
  const schema = useSchema();
  const session = useSession();
  const change = (text: string) => {
    parameters.current = text;
    setShown(text);
  };
  const run = async () => {
    const query = editor.current?.text.trim();
    if (!query) return;
    editor.current?.mark(null);
    const result = await session.run(query, parameters.current);
    if (result.state === "failed") editor.current?.mark(result.place, result.detail);
  };
  const choose = (item: Past) => {
    if (editor.current) editor.current.text = item.query;
    change(item.parameters);
    void run();
  };
  useEffect(() => {
    const asked = route.query.get("q");
    const text = asked ?? (EXAMPLES[0] as Example).query;
    const made = new Editor(host.current as HTMLDivElement, {
      label: t("cypher.editor"),
      text,
      schema: () => schema.current,
      run: () => void run(),
    });
    editor.current = made;
    if (asked) void run();
    return () => made.destroy();
  }, []);
  return (
    <div class="page cypher-page">
      <h1>{t("cypher.title")}</h1>
      <div class="cypher-columns">
        <div class="cypher-main">
          <div class="editor" ref={host} />
          <Controls
            running={session.outcome.state === "running"}
            run={() => void run()}
            stop={session.stop}
            parameters={shown}
            change={change}
          />
          <Result outcome={session.outcome} />
        </div>
        <Side past={session.past} choose={choose} clear={session.forget} />
      </div>
    </div>
  );
}
