/** The shape by which the graph draws a type of entity, small enough for a line of text. */

import type { JSX } from "preact";

const OUTLINES: Record<string, string> = {
  PERSON: "M7 1a6 6 0 1 0 0 12A6 6 0 0 0 7 1Z",
  ORG: "M3.5 2h7A1.5 1.5 0 0 1 12 3.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 2 10.5v-7A1.5 1.5 0 0 1 3.5 2Z",
  GPE: "M4 1.5h6L13 7l-3 5.5H4L1 7Z",
  LOC: "M7 1l6 6-6 6-6-6Z",
  FAC: "M7 1l6 4.6-2.3 7H3.3L1 5.6Z",
  NORP: "M4.5 1h5L13 4.5v5L9.5 13h-5L1 9.5v-5Z",
  EVENT: "M7 .8l1.8 4.1 4.4.4-3.3 3 1 4.4L7 10.4l-3.9 2.3 1-4.4-3.3-3 4.4-.4Z",
  PRODUCT: "M7 1.5 13 12H1Z",
  MISC: "M7 4.5 12.5 2 7 13 1.5 2Z",
};

export function ShapeMark({ type }: { type: string }): JSX.Element {
  return (
    <svg class="shape-mark" data-type={type} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <path d={OUTLINES[type] ?? OUTLINES.MISC} />
    </svg>
  );
}
