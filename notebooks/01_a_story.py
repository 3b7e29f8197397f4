# %% [markdown]
# # A story in pandas, NetworkX and pyvis
#
# Needs a graph with at least one story: `make demo` makes one. Opens the store that the settings name.

# %%
import os
from collections import Counter
from pathlib import Path

import networkx as nx
import pandas as pd

from graph.analytics import centrality, communities, to_networkx
from graph.export import export
from graph.settings import GraphSettings
from graph.store import open_store

store = open_store(GraphSettings())

# %% [markdown]
# ## The largest story

# %%
stories = pd.DataFrame(
    store.read(
        "MATCH (s:Story) RETURN s.id AS id, s.title AS title, s.articles AS articles, s.outlets AS outlets, "
        "s.origins AS origins ORDER BY s.articles DESC, s.id LIMIT 10"
    )
)
story_id = stories.loc[0, "id"]
stories

# %% [markdown]
# ## Who reports it: outlets by bias, unrated ones included

# %%
articles = pd.DataFrame(
    store.read(
        "MATCH (s:Story) WHERE s.id = $id MATCH (a:Article)-[:IN_STORY]->(s) MATCH (a)-[:PUBLISHED_BY]->(o:Outlet) "
        "MATCH (a)-[:HAS_ORIGIN]->(g:Origin) "
        "RETURN a.title AS title, a.lang AS lang, a.published AS published, o.name AS outlet, o.bias AS bias, "
        "g.id AS origin",
        id=story_id,
    )
)
articles["bias"] = articles["bias"].fillna("unrated")
bias = articles.drop_duplicates("outlet")["bias"].value_counts()
bias

# %% [markdown]
# ## Copies are not corroboration: articles against independent origins

# %%
copies = articles.groupby("origin").size().sort_values(ascending=False)
print(f"{len(articles)} articles go back to {len(copies)} origins; the largest has {copies.iloc[0]} copies")

# %% [markdown]
# ## What is said, by status: a plan is not a fact

# %%
claims = pd.DataFrame(
    store.read(
        "MATCH (s:Story) WHERE s.id = $id MATCH (e:Event)-[:IN_STORY]->(s) MATCH (c:Claim)-[:ASSERTS]->(e) "
        "RETURN e.title AS event, c.status AS status, c.value AS value, c.unit AS unit, c.sentence AS sentence",
        id=story_id,
    )
)
claims.groupby(["event", "status"]).size().unstack(fill_value=0).sort_values("occurred", ascending=False).head(10)

# %% [markdown]
# ## The story's entities as a NetworkX graph

# %%
network = to_networkx(store, story=story_id)
names = nx.get_node_attributes(network, "name")
ranking = centrality(network)
pd.Series({names[node]: round(score, 3) for node, score in ranking.items()}).sort_values(ascending=False).head(10)

# %%
groups = communities(network)
print(f"{network.number_of_nodes()} entities, {network.number_of_edges()} relations, {len(groups)} communities")
print(Counter(data["status"] for *_, data in network.edges(data=True)))

# %% [markdown]
# ## A view to pass on: one HTML file that asks no other host for anything

# %%
folder = Path(os.environ.get("EVENTGRAPH_NOTEBOOK_OUT", "var"))
folder.mkdir(parents=True, exist_ok=True)
view = folder / "story.html"
export(store, "html", view, story=story_id)
print(view, view.stat().st_size, "bytes")
store.close()
