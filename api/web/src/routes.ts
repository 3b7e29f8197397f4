/** Hash routes: where the reader is, as a path and its parameters, both in the address. */

import { useEffect, useState } from "preact/hooks";

export interface Route {
  path: string[];
  query: URLSearchParams;
}

function parse(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#/, "").split(/\?(.*)/s);
  return { path: path.split("/").filter(Boolean).map(decode), query: new URLSearchParams(query) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a page, for `href`. */
export function href(path: readonly string[], query: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  const text = search.toString();
  return `#/${path.map(encodeURIComponent).join("/")}${text && `?${text}`}`;
}

export const to = {
  stories: (query: Record<string, string | undefined> = {}) => href(["stories"], query),
  story: (id: string, query: Record<string, string | undefined> = {}) => href(["stories", id], query),
  article: (id: string, claim?: string) => href(["articles", id], { claim }),
  entity: (id: string) => href(["entities", id]),
  event: (id: string, query: Record<string, string | undefined> = {}) => href(["events", id], query),
  graph: (query: Record<string, string | undefined> = {}) => href(["graph"], query),
  cypher: (query?: string, parameters?: string) => href(["cypher"], { q: query, p: parameters }),
};

const changed = new EventTarget();

/** Put another address in place of the current one, without a step in the browser's history. */
export function replaceAddress(address: string): void {
  if (address === location.hash) return;
  history.replaceState(history.state, "", address);
  changed.dispatchEvent(new Event("change"));
}

export function go(address: string): void {
  location.hash = address;
}

export function currentRoute(): Route {
  return parse(location.hash);
}

export function useRoute(): Route {
  const [route, setRoute] = useState(currentRoute);
  useEffect(() => {
    const update = () => setRoute(currentRoute());
    addEventListener("hashchange", update);
    changed.addEventListener("change", update);
    return () => {
      removeEventListener("hashchange", update);
      changed.removeEventListener("change", update);
    };
  }, []);
  return route;
}
