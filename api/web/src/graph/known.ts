/** The part of the graph that was loaded so far, and what of it a view shows. */

import type { Graph, GraphNode, RelationEdge } from "../shapes";
import type { Filters, View } from "./view";

export interface Shown {
  nodes: GraphNode[];
  edges: RelationEdge[];
}

function fits(edge: RelationEdge, filters: Filters): boolean {
  return (
    edge.origins >= filters.minOrigins &&
    !filters.relations.includes(edge.relation) &&
    !filters.statuses.includes(edge.status) &&
    (!filters.from || (edge.last_date ?? edge.first_date ?? "") >= filters.from) &&
    (!filters.until || (edge.first_date ?? edge.last_date ?? "9999") <= filters.until)
  );
}

export class Known {
  readonly nodes = new Map<string, GraphNode>();
  readonly edges = new Map<string, RelationEdge>();
  /** Relations of an expanded entity that its limit left out. */
  readonly more = new Map<string, number>();

  add(graph: Pick<Graph, "nodes" | "edges">): void {
    for (const node of graph.nodes) this.nodes.set(node.id, node);
    for (const edge of graph.edges) this.edges.set(edge.id, edge);
  }

  /** Edges between the nodes of a view that are not hidden, before its filters. */
  private within(view: View): RelationEdge[] {
    const inside = new Set(view.nodes);
    for (const id of view.hidden) inside.delete(id);
    return [...this.edges.values()].filter((edge) => inside.has(edge.source) && inside.has(edge.target));
  }

  /** What a view shows; an entity that filters leave without a relation goes too, unless it was asked for itself. */
  shown(view: View): Shown {
    const within = this.within(view);
    const wanted = (id: string) => !view.filters.types.includes(this.nodes.get(id)?.type ?? "");
    const edges = within.filter((edge) => fits(edge, view.filters) && wanted(edge.source) && wanted(edge.target));
    const joined = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
    const hadEdge = new Set(within.flatMap((edge) => [edge.source, edge.target]));
    const nodes = view.nodes.flatMap((id) => {
      const node = this.nodes.get(id);
      if (!node || view.hidden.includes(id) || !wanted(id)) return [];
      return joined.has(id) || !hadEdge.has(id) || id in view.expanded ? [node] : [];
    });
    return { nodes, edges };
  }

  /** Relations, statuses and types of a view with how many relations (entities) have them, before its filters. */
  facets(view: View): Record<"relations" | "statuses" | "types", Map<string, number>> {
    const relations = new Map<string, number>();
    const statuses = new Map<string, number>();
    const types = new Map<string, number>();
    const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
    for (const edge of this.within(view)) {
      count(relations, edge.relation);
      count(statuses, edge.status);
    }
    for (const id of view.nodes) {
      const node = this.nodes.get(id);
      if (node && !view.hidden.includes(id)) count(types, node.type);
    }
    return { relations, statuses, types };
  }

  /** When each relation of a view was first reported, before its filters. */
  dates(view: View): string[] {
    return this.within(view).flatMap((edge) => edge.first_date ?? edge.last_date ?? []);
  }

  /** Entities of a view that hang on one entity alone. */
  leaves(view: View, id: string): Set<string> {
    const neighbours = new Map<string, Set<string>>();
    for (const edge of this.within(view)) {
      for (const [a, b] of [[edge.source, edge.target], [edge.target, edge.source]] as const) {
        neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
      }
    }
    const leaves = [...(neighbours.get(id) ?? [])].filter((other) => {
      const around = neighbours.get(other) as Set<string>;
      return other !== id && !(other in view.expanded) && [...around].every((n) => n === id || n === other);
    });
    return new Set(leaves);
  }
}
