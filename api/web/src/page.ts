/** What every page is given, and the title that it sets. */

import { useEffect } from "preact/hooks";
import type { Route } from "./routes";
import { t } from "./text";

export interface PageProps {
  route: Route;
}

export interface ItemProps extends PageProps {
  id: string;
}

/** Set the title of the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · ${t("app.name")}` : t("app.name");
  }, [title]);
}
