"""Short articles for the clustering tests."""

from datetime import UTC, datetime

from graph.ids import content_id
from graph.model import Article, Record
from ingest.cluster import Signature, signature

DAM = (
    "The Kalvara dam in northern Ostrava province burst on Monday after three weeks of rain, sending a wall of water "
    "into the town of Belzin. Rescue workers pulled 214 people from rooftops by nightfall. Governor Ilse Tamberg said "
    "that 37 residents were still missing and that the army would take over the search on Tuesday. Engineers had "
    "warned about cracks in the spillway since 2019, according to documents seen by this newspaper. The operator, "
    "Hydromera, declined to comment. Schools in four districts will stay closed until further notice."
)
DAM_INDEPENDENT = (
    "Families in Belzin searched the mud for relatives a day after the collapse of the Kalvara dam. In the gym of the "
    "secondary school, where 214 rescued townspeople spent the night, volunteers handed out blankets and soup. Ilse "
    "Tamberg, the governor, came by at noon and was shouted at. Nobody could say how many of the 37 missing had been "
    "at home. A retired engineer said he had written nine letters to Hydromera about the cracked spillway."
)
DAM_GERMAN = (
    "Der Kalvara-Damm im Norden der Provinz Ostrava ist am Montag nach drei Wochen Regen gebrochen und hat eine "
    "Wasserwand in die Stadt Belzin geschickt. Rettungskräfte holten bis zum Einbruch der Nacht 214 Menschen von den "
    "Dächern. Gouverneurin Ilse Tamberg sagte, 37 Bewohner würden noch vermisst und die Armee werde am Dienstag die "
    "Suche übernehmen. Ingenieure hatten seit 2019 vor Rissen im Überlauf gewarnt, wie aus Dokumenten hervorgeht, die "
    "dieser Zeitung vorliegen. Der Betreiber Hydromera wollte sich nicht äußern. Die Schulen in vier Bezirken bleiben "
    "bis auf Weiteres geschlossen."
)
DAM_KOREAN = (
    "오스트라바주 북부의 칼바라 댐이 3주간의 비 끝에 월요일 붕괴하면서 벨진 마을로 물이 쏟아져 들어왔다. 구조대원들은 "
    "해 질 녘까지 지붕에서 214명을 구조했다. 일제 탐베르크 주지사는 주민 37명이 여전히 실종 상태이며 화요일부터 군이 "
    "수색을 맡을 것이라고 말했다. 기술자들은 2019년부터 여수로의 균열을 경고해 왔다. "
    "운영사 하이드로메라는 논평을 거부했다. 네 개 지역의 학교는 추후 공지가 있을 때까지 문을 닫는다."
)
ELECTION = (
    "Voters in Marensk chose Darya Velikhova as their first woman mayor on Sunday, ending sixteen years of rule by the "
    "Harbour Party. With 98 percent of ballots counted she had 54.2 percent, the election office said. Her rival, the "
    "incumbent Osip Brandt, conceded shortly before midnight and called on his supporters to stay calm. Velikhova, a "
    "former judge, promised cheaper tram tickets and an audit of the port's accounts."
)


def article(
    text: str, *, title: str = "", lang: str = "en", day: str | None = "2025-03-04", outlet: str = ""
) -> Article:
    """An article of that day, or without a date."""
    published = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
    key = content_id("art", outlet, title, text, day or "")
    return Article(id=key, text=text, title=title, lang=lang, published=published, outlet=outlet or None)


def sign(text: str, **fields: str | None) -> Signature:
    """The signature of such an article, without a record."""
    made = article(text, **fields)  # type: ignore[arg-type]
    return signature(made, Record(id=made.id, lang=made.lang))
