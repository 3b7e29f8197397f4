/** The explorer: one page for each route. */

import { type ComponentType, type JSX, render } from "preact";
import { useLoad } from "./load";
import type { ItemProps, PageProps } from "./page";
import { ArticlePage } from "./pages/article";
import { EntityPage } from "./pages/entity";
import { EventPage } from "./pages/event";
import { StoriesPage } from "./pages/stories";
import { StoryPage } from "./pages/story/page";
import { Await, Notice } from "./parts/states";
import { type Route, to, useRoute } from "./routes";
import { Shell } from "./shell";
import { t } from "./text";
import "./styles/index.css";

const ITEMS: Record<string, ComponentType<ItemProps>> = {
  stories: StoryPage,
  articles: ArticlePage,
  entities: EntityPage,
  events: EventPage,
};

/** Heavy pages come when they are opened: Cytoscape and CodeMirror are not in the first load. */
const LATER: Record<string, () => Promise<ComponentType<PageProps>>> = {
  graph: () => import("./pages/graph/page").then((module) => module.GraphPage),
  cypher: () => import("./pages/cypher/page").then((module) => module.CypherPage),
};

function Later({ name, route }: { name: string; route: Route }): JSX.Element {
  const page = useLoad(() => (LATER[name] as () => Promise<ComponentType<PageProps>>)(), name);
  return <Await loaded={page}>{(Page) => <Page route={route} />}</Await>;
}

function NotFound(): JSX.Element {
  return (
    <div class="page">
      <h1 class="unseen">{t("state.notFound")}</h1>
      <Notice title={t("state.notFound")}>
        <p>{t("state.notFound.page")}</p>
        <a class="button" href={to.stories()}>
          {t("state.notFound.back")}
        </a>
      </Notice>
    </div>
  );
}

function CurrentPage({ route }: { route: Route }): JSX.Element {
  const [section = "stories", id, ...rest] = route.path;
  if (rest.length) return <NotFound />;
  const Item = ITEMS[section];
  if (id && Item) return <Item key={id} id={id} route={route} />;
  if (id) return <NotFound />;
  if (section === "stories") return <StoriesPage route={route} />;
  if (section in LATER) return <Later key={section} name={section} route={route} />;
  return <NotFound />;
}

function App(): JSX.Element {
  const route = useRoute();
  return (
    <Shell route={route}>
      <CurrentPage route={route} />
    </Shell>
  );
}

render(<App />, document.getElementById("app") as HTMLElement);
