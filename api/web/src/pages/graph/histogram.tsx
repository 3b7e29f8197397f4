/** When the relations were first reported; dragging over it sets the two dates. The date fields do the same by keys. */

import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { type Bucket, buckets } from "../../graph/buckets";
import { dateText, shortDate, t } from "../../text";

interface Props {
  dates: readonly string[];
  from: string;
  until: string;
  choose: (from: string, until: string) => void;
}

const inside = (bucket: Bucket, from: string, until: string) =>
  (!from || bucket.until >= from) && (!until || bucket.from <= until);

export function Histogram({ dates, from, until, choose }: Props): JSX.Element | null {
  const bars = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<[number, number] | null>(null);
  const all = buckets(dates);
  if (all.length < 2) return null;
  const most = Math.max(...all.map(({ n }) => n));
  const at = (event: PointerEvent) => {
    const { left, width } = (bars.current as HTMLDivElement).getBoundingClientRect();
    return Math.max(0, Math.min(all.length - 1, Math.floor(((event.clientX - left) / width) * all.length)));
  };
  const chosen = drag && [Math.min(...drag), Math.max(...drag)];
  const lit = (bucket: Bucket, i: number) =>
    chosen ? i >= (chosen[0] as number) && i <= (chosen[1] as number) : inside(bucket, from, until);
  const finish = () => {
    if (chosen) choose((all[chosen[0] as number] as Bucket).from, (all[chosen[1] as number] as Bucket).until);
    setDrag(null);
  };
  return (
    <div class="histogram" aria-hidden="true" title={t("graph.histogram")}>
      <div
        class="histogram-bars"
        ref={bars}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag([at(event), at(event)]);
        }}
        onPointerMove={(event) => drag && setDrag([drag[0], at(event)])}
        onPointerUp={finish}
        onPointerCancel={() => setDrag(null)}
      >
        {all.map((bucket, i) => (
          <span key={bucket.from} class={lit(bucket, i) ? "histogram-bar" : "histogram-bar histogram-off"}>
            <span style={{ height: `${(100 * bucket.n) / most}%` }} />
          </span>
        ))}
      </div>
      <p class="histogram-ends">
        <span>{shortDate((all[0] as Bucket).from)}</span>
        <span>{dateText((all.at(-1) as Bucket).until)}</span>
      </p>
    </div>
  );
}
