/** Queries to start from; each runs on the graph as it is. */

import type { MessageKey } from "../../messages";

export interface Example {
  title: MessageKey;
  query: string;
  parameters?: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    title: "example.visits",
    query: `MATCH (a:Entity)-[r:VISITED]->(b:Entity)
RETURN a.name, b.name, r.status, r.claims, r.origins
ORDER BY r.origins DESC`,
  },
  {
    title: "example.agreement",
    query: `MATCH (a:Entity)-[r:AGREED_WITH|SIGNED_WITH]->(b:Entity)
RETURN a.name, type(r) AS relation, b.name, r.status, r.origins, r.first_date
ORDER BY r.origins DESC`,
  },
  {
    title: "example.denials",
    query: `MATCH (c:Claim)-[:ASSERTS]->(e:Event), (c)-[:IN_ARTICLE]->(a:Article)-[:PUBLISHED_BY]->(o:Outlet)
WHERE c.status IN ['denied', 'negated']
RETURN e.title, c.status, c.sentence, o.name, a.published_date
ORDER BY a.published_date LIMIT 50`,
  },
  {
    title: "example.planned",
    query: `MATCH (a:Entity)-[r {status: 'planned'}]->(b:Entity)
RETURN a.name, type(r) AS relation, b.name, r.origins, r.outlets
ORDER BY r.origins DESC LIMIT 50`,
  },
  {
    title: "example.graph",
    query: `MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.origins >= 3
RETURN a, r, b
ORDER BY r.origins DESC LIMIT 60`,
  },
  {
    title: "example.copies",
    query: `MATCH (a:Article)-[:HAS_ORIGIN]->(o:Origin)
WITH o, count(a) AS copies, collect(DISTINCT a.outlet) AS outlets
WHERE copies > 1
RETURN o.id, copies, size(outlets) AS outlets, o.first_published
ORDER BY copies DESC LIMIT 20`,
  },
  {
    title: "example.quantities",
    query: `MATCH (c:Claim)-[:ASSERTS]->(e:Event)
WHERE c.value IS NOT NULL
WITH e, c.unit AS unit, collect(DISTINCT c.value) AS figures, count(c) AS claims
WHERE size(figures) > 1
RETURN e.title, unit, figures, claims
ORDER BY claims DESC LIMIT 20`,
  },
  {
    title: "example.parameter",
    query: `MATCH (a:Entity)-[r]->(b:Entity)
WHERE toLower(a.name) CONTAINS toLower($name)
RETURN a.name, type(r) AS relation, b.name, r.status, r.origins
ORDER BY r.origins DESC LIMIT 50`,
    parameters: '{ "name": "Shoigu" }',
  },
];
