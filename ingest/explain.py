"""A record for a reader: which head, rule or frame made each event and triple."""

from graph.model import Argument, EventMention, Record, Triple


def explain(record: Record) -> str:
    """Lines of text: the events and triples of an article with their status, roles and what made them."""
    lines = [f"{record.id} ({record.lang}), extractor {record.extractor}"]
    lines += [
        f"  name   {mention.text} {mention.type} {mention.wikidata or ''}".rstrip() for mention in record.mentions
    ]
    lines += [line for event in record.events for line in _event(event)]
    lines += [_triple(triple) for triple in record.triples]
    lines += [f"  time   {time.text} {time.type} {time.value or 'not anchored'}" for time in record.times]
    lines += [f"  error  {error}" for error in record.errors]
    return "\n".join(lines)


def _event(event: EventMention) -> list[str]:
    first = (
        f"  event  {event.text} -> {event.type} {event.relation} {event.status}"
        f" [{event.polarity} {event.certainty} {event.tense}] {event.confidence:.2f} by {event.head or '?'}"
    )
    roles = (
        ("actor", event.actors),
        ("recipient", event.recipients),
        ("theme", event.themes),
        ("instrument", event.instruments),
        ("place", (event.place,) if event.place else ()),
        ("said by", (event.attribution,) if event.attribution else ()),
    )
    lines = [f"           {role}: {_argument(argument)}" for role, arguments in roles for argument in arguments]
    lines += [f"           date: {event.date.value}"] if event.date else []
    lines += [f"           quantity: {one.comparison} {one.value:g} {one.unit}" for one in event.quantities]
    return [first, *lines]


def _argument(argument: Argument) -> str:
    return f"{argument.text} ({argument.entity})" if argument.entity else argument.text


def _triple(triple: Triple) -> str:
    name = f" {triple.relation.type}" if triple.relation.type else ""
    return (
        f"  triple {triple.subject.text} | {triple.relation.text}{name} | {triple.object.text}"
        f" {triple.confidence:.2f} by {triple.head or '?'}"
    )
