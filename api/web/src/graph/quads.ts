/** Event types grouped for colour: the quad classes of PLOVER, with states on their own. */

export type Quad = "talk" | "cooperation" | "conflict" | "state" | "other";

export const QUADS: readonly Quad[] = ["talk", "cooperation", "conflict", "state", "other"];

const MEMBERS: Record<Exclude<Quad, "other">, readonly string[]> = {
  talk: ["AGREE", "CONSULT", "SUPPORT"],
  cooperation: ["COOPERATE", "AID", "YIELD", "RETREAT"],
  conflict: ["REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
  state: ["HOLDS_POST", "PART_OF", "LOCATED_IN", "OWNS", "KIN_OF"],
};

const BY_TYPE = new Map(Object.entries(MEMBERS).flatMap(([quad, types]) => types.map((type) => [type, quad as Quad])));

export const quadOf = (type: string | null): Quad => BY_TYPE.get(type ?? "") ?? "other";
