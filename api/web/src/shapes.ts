/** What the API answers with: the shapes of api/schemas.py. */

export type Status =
  | "occurred"
  | "ongoing"
  | "planned"
  | "possible"
  | "alleged"
  | "demanded"
  | "denied"
  | "negated";

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  [extension: string]: unknown;
}

export interface EntityRef {
  id: string;
  name: string;
  type: string;
}

export interface EntityCount extends EntityRef {
  articles: number;
}

export interface GraphNode extends EntityCount {
  degree: number;
}

export interface EntitySummary extends EntityCount {
  wikidata: string | null;
  country: string | null;
  lat: number | null;
  lon: number | null;
  aliases: string[];
  claims: number;
}

export interface OutletRef {
  domain: string;
  name: string;
  country: string | null;
  bias: string | null;
  factuality: string | null;
  owner: string | null;
  rating_source: string | null;
  rating_date: string | null;
}

export interface ArticleSummary {
  id: string;
  title: string;
  url: string | null;
  lang: string;
  published: string | null;
  outlet: OutletRef | null;
  story_id: string | null;
  origin_id: string | null;
  origin_size: number;
  retracted_at: string | null;
}

export interface RelationEdge {
  id: string;
  source: string;
  target: string;
  relation: string;
  reading: string;
  inverse: string;
  verb: string | null;
  status: Status;
  type: string | null;
  claims: number;
  origins: number;
  outlets: number;
  first_date: string | null;
  last_date: string | null;
}

export interface EventDate {
  value: string | null;
  granularity: string | null;
  start: string | null;
  end: string | null;
}

export interface Quantity {
  value: number;
  unit: string;
  comparison: string;
  text: string;
}

export interface SourcedQuantity extends Quantity {
  claims: number;
  origins: number;
}

export interface EventSummary {
  id: string;
  title: string;
  type: string;
  relation: string;
  status: Status;
  statuses: Partial<Record<Status, number>>;
  date: EventDate | null;
  place: EntityRef | null;
  actors: EntityRef[];
  recipients: EntityRef[];
  themes: EntityRef[];
  claims: number;
  origins: number;
  outlets: number;
  story_ids: string[];
  quantities: SourcedQuantity[];
}

export interface Trigger {
  start: number;
  end: number;
  text: string;
}

export interface Claim {
  id: string;
  sentence: string;
  start: number;
  end: number;
  trigger: Trigger;
  type: string;
  relation: string;
  polarity: string;
  certainty: string;
  tense: string;
  status: Status;
  confidence: number;
  quantity: Quantity | null;
  attribution: string | null;
  attributed_to: EntityRef | null;
  extractor: string;
  lang: string;
  event_id: string;
  article: ArticleSummary;
}

export interface LanguageCount {
  lang: string;
  articles: number;
}

export interface StorySummary {
  id: string;
  title: string;
  lang: string;
  first_date: string | null;
  last_date: string | null;
  articles: number;
  outlets: number;
  origins: number;
  languages: LanguageCount[];
  bias: Record<string, number>;
  lead: string;
}

export interface Citation {
  claim_id: string;
  article_id: string;
  outlet: string | null;
  start: number;
  end: number;
}

export interface SummaryBullet {
  text: string;
  lang: string;
  claims: number;
  origins: number;
  citations: Citation[];
}

export interface DisputedValue {
  label: string;
  claims: number;
  origins: number;
  outlets: string[];
  claim_ids: string[];
}

export interface Dispute {
  event: EventSummary;
  kind: "quantity" | "status";
  values: DisputedValue[];
}

export interface StoryDetail extends StorySummary {
  summary: SummaryBullet[];
  factuality: Record<string, number>;
  owners: Record<string, number>;
  entities: EntityCount[];
  events: EventSummary[];
  disputes: Dispute[];
}

export interface StoryTimeline {
  days: { date: string; articles: number; origins: number }[];
  events: EventSummary[];
}

export interface EntityDetail extends EntitySummary {
  relations: RelationEdge[];
  neighbours: EntityRef[];
  stories: StorySummary[];
  timeline: { date: string; claims: number }[];
}

export interface RelationDetail extends RelationEdge {
  source_entity: EntityRef;
  target_entity: EntityRef;
  events: EventSummary[];
}

export interface MentionSpan {
  start: number;
  end: number;
  entity: EntityRef;
}

export interface ArticleDetail extends ArticleSummary {
  text: string;
  mentions: MentionSpan[];
  claims: Claim[];
}

export interface Graph {
  nodes: GraphNode[];
  edges: RelationEdge[];
  truncated: boolean;
  more: number;
}

export interface Paths {
  paths: { nodes: EntityRef[]; edges: RelationEdge[] }[];
  message: string;
}

export type SearchKind = "entity" | "story" | "article" | "event";

export interface SearchHit {
  kind: SearchKind;
  id: string;
  label: string;
  detail: string;
  count: number;
}

export interface Schema {
  labels: string[];
  relations: { name: string; root: string; reading: string; inverse: string; symmetric: boolean }[];
  statement_edges: string[];
  properties: Record<string, string[]>;
  event_types: Record<string, string>;
  statuses: Record<string, string>;
}

export interface GraphStatus {
  version: string;
  engine: string;
  counts: Record<
    "articles" | "outlets" | "origins" | "stories" | "entities" | "events" | "claims" | "relations",
    number
  >;
  revision: string;
}

export interface QueryAnswer {
  columns: string[];
  rows: unknown[][];
  truncated: boolean;
}
