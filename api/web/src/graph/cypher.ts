/** What is chosen or shown, as a Cypher query that gives it back. */

import type { GraphNode, RelationEdge } from "../shapes";
import type { Shown } from "./known";

const quoted = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** From a relation to its claims, articles and outlets. */
export function edgeCypher(edge: RelationEdge): string {
  return [
    `MATCH (a:Entity {id: ${quoted(edge.source)}})-[r:${edge.relation} {id: ${quoted(edge.id)}}]->(b:Entity {id: ${quoted(edge.target)}})`,
    "MATCH (a)<-[:ACTOR]-(e:Event)-[:ACTOR|RECIPIENT|PLACE|THEME]->(b)",
    "MATCH (c:Claim)-[:ASSERTS]->(e) WHERE r.id IN c.supports",
    "MATCH (c)-[:IN_ARTICLE]->(article:Article)-[:PUBLISHED_BY]->(o:Outlet)",
    "RETURN a.name, r.status, b.name, o.name, article.title, c.sentence",
    "ORDER BY article.published LIMIT 100",
  ].join("\n");
}

export function nodeCypher(node: GraphNode): string {
  return [
    `MATCH (a:Entity {id: ${quoted(node.id)}})-[r]-(b:Entity)`,
    "RETURN a, r, b",
    "ORDER BY r.origins DESC LIMIT 50",
  ].join("\n");
}

export function shownCypher({ nodes }: Shown): string {
  const ids = nodes.map(({ id }) => quoted(id)).join(", ");
  return [`WITH [${ids}] AS ids`, "MATCH (a:Entity)-[r]->(b:Entity)", "WHERE a.id IN ids AND b.id IN ids", "RETURN a, r, b"].join("\n");
}
