/** The typed client of the HTTP API: one function an endpoint, every failure a `Failure`. */

import type {
  ArticleDetail,
  ArticleSummary,
  Claim,
  EntityDetail,
  EntitySummary,
  EventSummary,
  Graph,
  GraphStatus,
  OutletRef,
  Page,
  Paths,
  Problem,
  QueryAnswer,
  RelationDetail,
  Schema,
  SearchHit,
  SearchKind,
  StoryDetail,
  StorySummary,
  StoryTimeline,
} from "./shapes";

type Value = string | number | readonly string[] | null | undefined;
type Parameters = Record<string, Value>;

const PREFIX = "/api/v1";

/** An answer that is not the one asked for: a problem of the server, or no server at all (`status` 0). */
export class Failure extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(problem?.detail || problem?.title || "");
  }
}

function queryString(parameters: Parameters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null || value === undefined || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text && `?${text}`;
}

async function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(PREFIX + path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Failure(0, null);
  }
  if (response.ok) return (await response.json()) as Answer;
  const problem = (await response.json().catch(() => null)) as Problem | null;
  throw new Failure(response.status, problem);
}

function get<Answer>(path: string, parameters: Parameters, signal?: AbortSignal): Promise<Answer> {
  const init: RequestInit = { headers: { accept: "application/json" } };
  if (signal) init.signal = signal;
  return ask<Answer>(path + queryString(parameters), init);
}

const segment = encodeURIComponent;


export const api = {
  status: (signal?: AbortSignal) => get<GraphStatus>("/status", {}, signal),
  schema: (signal?: AbortSignal) => get<Schema>("/schema", {}, signal),
  outlets: (cursor?: string | null, signal?: AbortSignal) =>
    get<Page<OutletRef>>("/outlets", { limit: 500, cursor }, signal),
  search: (q: string, kind: readonly SearchKind[], limit: number, signal?: AbortSignal) =>
    get<{ items: SearchHit[] }>("/search", { q, kind, limit }, signal),
  stories: (p: { q?: string; lang?: string; sort?: string; cursor?: string | null; limit?: number }, signal?: AbortSignal) =>
    get<Page<StorySummary>>("/stories", p, signal),
  story: (id: string, signal?: AbortSignal) => get<StoryDetail>(`/stories/${segment(id)}`, {}, signal),
  storyArticles: (id: string, cursor?: string | null, signal?: AbortSignal) =>
    get<Page<ArticleSummary>>(`/stories/${segment(id)}/articles`, { limit: 500, cursor }, signal),
  storyTimeline: (id: string, signal?: AbortSignal) =>
    get<StoryTimeline>(`/stories/${segment(id)}/timeline`, {}, signal),
  storyGraph: (id: string, limit: number, signal?: AbortSignal) =>
    get<Graph>(`/stories/${segment(id)}/graph`, { limit }, signal),
  entities: (p: { q?: string; type?: string; limit?: number }, signal?: AbortSignal) =>
    get<Page<EntitySummary>>("/entities", p, signal),
  entity: (id: string, signal?: AbortSignal) => get<EntityDetail>(`/entities/${segment(id)}`, {}, signal),
  neighbourhood: (id: string, limit: number, signal?: AbortSignal) =>
    get<Graph>(`/entities/${segment(id)}/neighbourhood`, { limit }, signal),
  relation: (id: string, signal?: AbortSignal) => get<RelationDetail>(`/relations/${segment(id)}`, {}, signal),
  evidence: (id: string, cursor?: string | null, signal?: AbortSignal) =>
    get<Page<Claim>>(`/relations/${segment(id)}/evidence`, { limit: 50, cursor }, signal),
  events: (p: { entity?: string; story?: string; limit?: number; cursor?: string | null }, signal?: AbortSignal) =>
    get<Page<EventSummary>>("/events", p, signal),
  event: (id: string, signal?: AbortSignal) => get<EventSummary>(`/events/${segment(id)}`, {}, signal),
  eventClaims: (id: string, cursor?: string | null, signal?: AbortSignal) =>
    get<Page<Claim>>(`/events/${segment(id)}/claims`, { limit: 100, cursor }, signal),
  article: (id: string, signal?: AbortSignal) => get<ArticleDetail>(`/articles/${segment(id)}`, {}, signal),
  articles: (p: { origin?: string; story?: string; limit?: number }, signal?: AbortSignal) =>
    get<Page<ArticleSummary>>("/articles", p, signal),
  paths: (source: string, target: string, signal?: AbortSignal) =>
    get<Paths>("/paths", { source, target, max_hops: 4, limit: 3 }, signal),
  query: (query: string, parameters: Record<string, unknown>, signal?: AbortSignal) => {
    const init: RequestInit = {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ query, parameters }),
    };
    if (signal) init.signal = signal;
    return ask<QueryAnswer>("/query", init);
  },
};

/** Where a story is downloaded from, in one of the export formats. */
export const exportAddress = (format: string, story: string): string =>
  `${PREFIX}/export/${segment(format)}${queryString({ story })}`;

/** Read every page of a list, in order. */
export async function everyPage<Item>(page: (cursor: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const next: Page<Item> = await page(cursor);
    items.push(...next.items);
    cursor = next.next;
  } while (cursor);
  return items;
}
