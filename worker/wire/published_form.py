"""Adapts pydantic's schemas of the types to what `encode` makes of their values."""

from typing import TypeAlias, cast

Node: TypeAlias = dict[str, object]


def published_form(node: Node) -> Node:
    """The schema of a value as it is published, at any depth.

    What is None or empty is left out: so nothing is nullable, an array or a map has at least one entry, and a
    property is required unless its value may be one of these. Defaults are written out, so none is named.
    """
    node = {key: value for key, value in _without_null(node).items() if key not in ("title", "default")}
    if "properties" in node:
        properties = _children(node, "properties")
        node["required"] = [name for name, child in properties.items() if not _may_be_absent(child)]
        node["properties"] = {name: published_form(child) for name, child in properties.items()}
    if "items" in node:
        node = {"minItems": 1, **node, "items": published_form(cast("Node", node["items"]))}
    if isinstance(values := node.get("additionalProperties"), dict):
        node = {"minProperties": 1, **node, "additionalProperties": published_form(values)}
    if "anyOf" in node:
        node["anyOf"] = [published_form(choice) for choice in cast("list[Node]", node["anyOf"])]
    return node


def _children(node: Node, key: str) -> dict[str, Node]:
    return cast("dict[str, Node]", node[key])


def _without_null(node: Node) -> Node:
    choices = cast("list[Node]", node.get("anyOf", []))
    left = [choice for choice in choices if choice.get("type") != "null"]
    if len(left) == 1:
        return {**{key: value for key, value in node.items() if key != "anyOf"}, **left[0]}
    return {**node, "anyOf": left} if choices else node


def _may_be_absent(node: Node) -> bool:
    choices = cast("list[Node]", node.get("anyOf", [node]))
    return any(choice.get("type") in ("null", "array") or "additionalProperties" in choice for choice in choices)
