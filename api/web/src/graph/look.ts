/** How the graph is drawn: shape says the type of an entity, line the status of a relation, width its origins. */

import type { StylesheetJson } from "cytoscape";
import type { Status } from "../shapes";
import { themeColour } from "../theme";
import { QUADS } from "./quads";

export const SHAPES = {
  PERSON: "ellipse",
  ORG: "round-rectangle",
  GPE: "hexagon",
  LOC: "diamond",
  FAC: "pentagon",
  NORP: "octagon",
  EVENT: "star",
  PRODUCT: "round-triangle",
  MISC: "vee",
} as const;

/** Dashes of each status; `[]` is a solid line. The legend draws the same. */
export const DASHES: Record<Status, readonly number[]> = {
  occurred: [],
  ongoing: [],
  planned: [9, 5],
  possible: [2, 5],
  alleged: [10, 4, 2, 4],
  demanded: [4, 3],
  denied: [2, 3],
  negated: [12, 4],
};

const CROSSED: readonly Status[] = ["denied", "negated"];
const HOLLOW: readonly Status[] = ["planned", "possible", "alleged", "demanded"];

export const edgeWidth = (origins: number) => Math.min(8, 1 + 1.1 * Math.sqrt(Math.max(0, origins - 0.5)));
export const nodeSize = (articles: number) => Math.min(54, 20 + 3.4 * Math.sqrt(articles));

function statusRules(): StylesheetJson {
  return (Object.entries(DASHES) as [Status, readonly number[]][]).flatMap(([status, dashes]) => [
    {
      selector: `edge[status="${status}"]`,
      style: {
        "line-style": dashes.length ? "dashed" : "solid",
        ...(dashes.length ? { "line-dash-pattern": [...dashes] } : {}),
        "target-arrow-shape": status === "ongoing" ? "vee" : "triangle",
        "target-arrow-fill": HOLLOW.includes(status) ? "hollow" : "filled",
        ...(CROSSED.includes(status) ? { "mid-target-arrow-shape": "tee", "arrow-scale": 1.1 } : {}),
      },
    },
  ]);
}

function colourRules(): StylesheetJson {
  const types = Object.entries(SHAPES).map(([type, shape]) => ({
    selector: `node[type="${type}"]`,
    style: { shape, "background-color": themeColour(`--type-${type.toLowerCase()}`) },
  }));
  const quads = QUADS.map((quad) => {
    const colour = themeColour(`--quad-${quad}`);
    return {
      selector: `edge[quad="${quad}"]`,
      style: { "line-color": colour, "target-arrow-color": colour, "mid-target-arrow-color": colour },
    };
  });
  return [...types, ...quads];
}

function baseRules(font: string): StylesheetJson {
  const [ink, quiet, ground] = [themeColour("--ink"), themeColour("--ink-quiet"), themeColour("--canvas")];
  return [
    {
      selector: "node",
      style: {
        label: "data(name)",
        width: "data(size)",
        height: "data(size)",
        color: ink,
        "font-family": font,
        "font-size": 12,
        "font-weight": 500,
        "text-valign": "bottom",
        "text-margin-y": 5,
        "text-wrap": "wrap",
        "text-max-width": "128px",
        "text-background-color": ground,
        "text-background-opacity": 0.82,
        "text-background-padding": "2px",
        "min-zoomed-font-size": 5,
        "border-width": 1.5,
        "border-color": ground,
      },
    },
    {
      selector: "edge",
      style: {
        width: "data(width)",
        "curve-style": "bezier",
        "control-point-step-size": 34,
        "arrow-scale": 0.9,
        opacity: 0.85,
        "font-family": font,
        "font-size": 10.5,
        color: quiet,
        "text-rotation": "autorotate",
        "text-background-color": ground,
        "text-background-opacity": 0.9,
        "text-background-padding": "2px",
        "min-zoomed-font-size": 8,
      },
    },
    { selector: "edge.named", style: { label: "data(label)" } },
  ];
}

function chosenRules(): StylesheetJson {
  const accent = themeColour("--accent");
  return [
    { selector: ".dim", style: { opacity: 0.5 } },
    { selector: ".faint", style: { opacity: 0.3 } },
    { selector: "node.faint", style: { "text-opacity": 0.5 } },
    { selector: "edge.path", style: { "underlay-color": accent, "underlay-opacity": 0.35, "underlay-padding": 5 } },
    { selector: "node:selected", style: { "border-width": 4, "border-color": accent, "font-weight": 700 } },
    {
      selector: "edge:selected",
      style: { label: "data(label)", "underlay-color": accent, "underlay-opacity": 0.3, "underlay-padding": 6, opacity: 1 },
    },
  ];
}

/** The whole style sheet in the colours of the present theme. */
export function look(): StylesheetJson {
  const font = getComputedStyle(document.body).fontFamily;
  return [...baseRules(font), ...colourRules(), ...statusRules(), ...chosenRules()];
}
