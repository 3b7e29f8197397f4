/** The queries that were run, kept in this browser. */

const KEY = "eventgraph.queries";
const MOST = 30;

export interface Past {
  query: string;
  parameters: string;
}

export function readPast(): Past[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? (kept as Past[]).filter((item) => typeof item?.query === "string") : [];
  } catch {
    return [];
  }
}

function write(list: Past[]): Past[] {
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // Storage may be full or refused; the list then lasts as long as the page.
  }
  return list;
}

/** Put a query first; an older run of the same one goes. */
export function keepPast(list: readonly Past[], item: Past): Past[] {
  return write([item, ...list.filter(({ query }) => query !== item.query)].slice(0, MOST));
}

export const clearPast = (): Past[] => write([]);
