"""The page, the error, and the base of all answers."""

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Item = TypeVar("Item")


class Shape(BaseModel):
    """Base of all answers: nothing that is not declared leaves the API."""

    model_config = ConfigDict(extra="forbid")


class Page(Shape, Generic[Item]):
    """A page of a list in a stable order; `next` is the cursor of the page after it, null on the last."""

    items: list[Item]
    next: str | None = Field(default=None, description="Pass it as `cursor` to get the page after this one.")


class Problem(BaseModel):
    """RFC 9457 problem details, the shape of every error."""

    model_config = ConfigDict(extra="allow")

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str
