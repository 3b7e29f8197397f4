/** Values of an answer: as text, and what of them is a graph. */

import type { Shown } from "../../graph/known";
import type { GraphNode, QueryAnswer, RelationEdge, Status } from "../../shapes";
import { number, relationName } from "../../text";

type Properties = Record<string, unknown>;

interface NodeValue {
  labels: string[];
  properties: Properties;
}

interface RelationValue {
  type: string;
  start: string;
  end: string;
  properties: Properties;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isNode = (value: unknown): value is NodeValue =>
  isObject(value) && Array.isArray(value.labels) && isObject(value.properties);

export const isRelation = (value: unknown): value is RelationValue =>
  isObject(value) && typeof value.type === "string" && isObject(value.properties) && typeof value.start === "string";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** How a node is called: the first property that names things of its kind. */
export function nodeName({ labels, properties }: NodeValue): string {
  for (const key of ["name", "title", "sentence", "domain", "id"]) {
    const name = text(properties[key]);
    if (name) return name.length > 60 ? `${name.slice(0, 57)}…` : name;
  }
  return labels[0] ?? "";
}

/** A value as one line of text. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isInteger(value) ? number(value) : String(value);
  if (isNode(value)) return nodeName(value);
  if (isRelation(value)) return relationName(value.type);
  if (Array.isArray(value)) return value.map(valueText).join(", ");
  return JSON.stringify(value);
}

function* graphValues(value: unknown): Generator<NodeValue | RelationValue> {
  if (isNode(value) || isRelation(value)) yield value;
  else if (Array.isArray(value)) for (const item of value) yield* graphValues(item);
  else if (isObject(value)) for (const item of Object.values(value)) yield* graphValues(item);
}

function asNode(value: NodeValue): GraphNode {
  const { properties, labels } = value;
  const type = text(properties.type) && labels.includes("Entity") ? text(properties.type) : (labels[0] ?? "");
  const articles = typeof properties.articles === "number" ? properties.articles : 4;
  return { id: text(properties.id), name: nodeName(value), type, articles, degree: 0 };
}

function asEdge({ type, start, end, properties }: RelationValue): RelationEdge {
  const count = (key: string) => (typeof properties[key] === "number" ? (properties[key] as number) : 1);
  return {
    id: text(properties.id) || `${start} ${type} ${end}`,
    source: start,
    target: end,
    relation: type,
    reading: relationName(type),
    inverse: relationName(type),
    verb: text(properties.verb) || null,
    status: (text(properties.status) || "occurred") as Status,
    type: text(properties.type) || null,
    claims: count("claims"),
    origins: count("origins"),
    outlets: count("outlets"),
    first_date: text(properties.first_date) || null,
    last_date: text(properties.last_date) || null,
  };
}

/** The nodes and relations in an answer, each once; a relation without both its ends is left out. */
export function graphOf(answer: QueryAnswer): Shown {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, RelationEdge>();
  for (const value of graphValues(answer.rows)) {
    if (isNode(value)) {
      const node = asNode(value);
      if (node.id) nodes.set(node.id, node);
    } else {
      const edge = asEdge(value);
      edges.set(edge.id, edge);
    }
  }
  const whole = [...edges.values()].filter(({ source, target }) => nodes.has(source) && nodes.has(target));
  return { nodes: [...nodes.values()], edges: whole };
}

/** The answer as comma-separated values. */
export function csvOf({ columns, rows }: QueryAnswer): string {
  const cell = (value: unknown) => {
    const plain = typeof value === "number" ? String(value) : valueText(value);
    return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  return [columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
}
