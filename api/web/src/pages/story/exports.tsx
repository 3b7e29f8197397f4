/** The story as a file in other tools' formats. */

import type { JSX } from "preact";
import { exportAddress } from "../../api";
import { Icon } from "../../parts/icons";
import { t } from "../../text";

const FORMATS = ["csv", "graphml", "gexf", "jsonl", "jsonld", "ftm", "html"] as const;

export function Exports({ story }: { story: string }): JSX.Element {
  return (
    <details class="menu">
      <summary class="button">
        <Icon name="save" />
        {t("story.export")}
      </summary>
      <ul>
        {FORMATS.map((format) => (
          <li key={format}>
            <a href={exportAddress(format, story)} download>
              {t(`format.${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
