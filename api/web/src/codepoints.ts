/** The API counts code points, the browser UTF-16 units: texts cut by the API's offsets. */

export interface Span {
  start: number;
  end: number;
}

/** A text that is cut by offsets in code points. */
export class CodePointText {
  private readonly points: string[];

  constructor(text: string) {
    this.points = Array.from(text);
  }

  get length(): number {
    return this.points.length;
  }

  slice(start: number, end: number): string {
    return this.points.slice(start, end).join("");
  }
}

/** Cut `[start, end)` at each border of the spans; every piece knows which spans cover it. */
export function pieces<S extends Span>(start: number, end: number, spans: readonly S[]): (Span & { spans: S[] })[] {
  const inside = spans.filter((span) => span.start < end && span.end > start && span.end > span.start);
  const borders = new Set([start, end]);
  for (const span of inside) {
    borders.add(Math.max(start, span.start));
    borders.add(Math.min(end, span.end));
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(1).map((right, i) => {
    const left = sorted[i] as number;
    return { start: left, end: right, spans: inside.filter((span) => span.start <= left && span.end >= right) };
  });
}
