/** Hooks that load from the API: one state for what is under way, there, or failed. */

import { useCallback, useEffect, useState } from "preact/hooks";
import { Failure } from "./api";
import type { Page } from "./shapes";

export type Loaded<Value> =
  | { state: "loading" }
  | { state: "failed"; failure: Failure; retry: () => void }
  | { state: "ready"; value: Value };

function asFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure(0, null);
}

/** Load on mount and whenever `key` changes; a load that is no longer wanted is aborted. */
export function useLoad<Value>(load: (signal: AbortSignal) => Promise<Value>, key: string): Loaded<Value> {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<{ key: string; value: Loaded<Value> } | null>(null);
  useEffect(() => {
    const control = new AbortController();
    const retry = () => {
      setLoaded(null);
      setAttempt((n) => n + 1);
    };
    const settle = (value: Loaded<Value>) => {
      if (!control.signal.aborted) setLoaded({ key, value });
    };
    load(control.signal).then(
      (value) => settle({ state: "ready", value }),
      (error: unknown) => settle({ state: "failed", failure: asFailure(error), retry }),
    );
    return () => control.abort();
  }, [key, attempt]);
  return loaded && loaded.key === key ? loaded.value : { state: "loading" };
}

export interface Pages<Item> {
  items: Item[];
  first: Loaded<null>;
  hasMore: boolean;
  busy: boolean;
  failure: Failure | null;
  more: () => void;
}

/** A list read page by page: the first at once, the next when asked for. */
export function usePages<Item>(
  page: (cursor: string | null, signal: AbortSignal) => Promise<Page<Item>>,
  key: string,
): Pages<Item> {
  const first = useLoad((signal) => page(null, signal), key);
  const [rest, setRest] = useState<{ key: string; items: Item[]; next: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const own = rest && rest.key === key ? rest : null;
  const start = first.state === "ready" ? first.value : null;
  const items = start ? [...start.items, ...(own?.items ?? [])] : [];
  const next = own ? own.next : (start?.next ?? null);
  const more = useCallback(() => {
    if (!next || busy) return;
    setBusy(true);
    setFailure(null);
    page(next, new AbortController().signal)
      .then((got) => setRest({ key, items: [...(own?.items ?? []), ...got.items], next: got.next }))
      .catch((error: unknown) => setFailure(asFailure(error)))
      .finally(() => setBusy(false));
  }, [key, next, busy, own]);
  const state: Loaded<null> = first.state === "ready" ? { state: "ready", value: null } : first;
  return { items, first: state, hasMore: next !== null, busy, failure, more };
}
