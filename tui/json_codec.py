"""Convert dataclasses to JSON values and back, guided by the types of their fields.

A dataclass is an object with a key for each field, an enum its value, a tuple or set an array. A named tuple is
a flat array: a named tuple inside it is spliced in, so that Block(kind, Span(0, 12)) is ["turn", 0, 12].
A field of type `Any` is passed on unchanged. The metadata of a field may give

- "key": its key in JSON, where that is not its name;
- "digits": the number of decimal places it is rounded to;
- "in_json": False for a field that is stored elsewhere, such as in a column; `decode` is passed its value.

Decoding takes nothing on trust: a value of another type raises InvalidJson, and so does a missing key unless
its field has a default. Whether the values make sense together is for the caller to check.

This is not msgspec, although that is faster: importing it takes longer than decoding an analysis, on the way to
the first screen, and it refuses the lone surrogates that the text of a file may hold.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeVar, cast, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
_PLAIN = {str: "a text", int: "a whole number", bool: "true or false"}


class InvalidJson(ValueError):
    """A JSON value is not of the expected type; the message is a clause that says where and why."""


class _Codec(NamedTuple):
    encode: Callable[[Any], Any]
    decode: Callable[..., Any]


def encode(value: object) -> Any:
    """Return a dataclass or named tuple as values for the json module."""
    kind: Any = type(value)
    return _codec(kind).encode(value)


def decode(kind: type[_T], data: object, **others: object) -> _T:
    """Return the dataclass or named tuple that `encode` turned into `data`.

    `others` are its fields that are not in `data`. Raises InvalidJson for anything else.
    """
    of: Any = kind
    return cast("_T", _codec(of).decode(data, **others))


@cache
def _codec(kind: Any) -> _Codec:
    origin = get_origin(kind)
    if kind in _PLAIN:
        return _plain(kind)
    if kind is Any:
        return _Codec(_unchanged, _unchanged)
    if kind is float:
        return _Codec(_unchanged, _decode_float)
    if origin is UnionType:
        return _optional(kind)
    if origin in (tuple, frozenset):
        return _array(origin, get_args(kind))
    if dataclasses.is_dataclass(kind):
        return _object(cast("type", kind))
    if issubclass(kind, Enum):
        return _enum(kind)
    if hasattr(kind, "_fields"):
        return _flat_array(kind)
    raise TypeError(f"no rule for {kind}")


def _unchanged(value: Any) -> Any:
    return value


def _plain(kind: type) -> _Codec:
    def decode(data: Any) -> Any:
        if type(data) is not kind:
            raise InvalidJson(f"{_PLAIN[kind]} is wanted, not {_shown(data)}")
        return data

    return _Codec(_unchanged, decode)


def _decode_float(data: Any) -> float:
    if type(data) is not float and type(data) is not int:
        raise InvalidJson(f"a number is wanted, not {_shown(data)}")
    return data


def _optional(kind: UnionType) -> _Codec:
    (inner,) = (_codec(each) for each in get_args(kind) if each is not NoneType)
    if inner.encode is _unchanged:
        return _Codec(_unchanged, lambda data: None if data is None else inner.decode(data))
    return _Codec(
        lambda value: None if value is None else inner.encode(value),
        lambda data: None if data is None else inner.decode(data),
    )


def _array(container: type, inner: tuple[Any, ...]) -> _Codec:
    """Handle tuples of one type, tuples of a fixed length, and sets, which are sorted."""
    if container is tuple and inner[-1] is not Ellipsis:
        return _fixed(tuple, list(inner))
    item = _codec(inner[0])

    def encode(values: Any) -> list[Any]:
        encoded = map(item.encode, values)
        return sorted(encoded) if container is frozenset else list(encoded)

    def decode(data: Any) -> Any:
        if type(data) is not list:
            raise InvalidJson(f"a list is wanted, not {_shown(data)}")
        return container(map(item.decode, data))

    return _Codec(encode, decode)


def _fixed(make: Callable[[list[Any]], Any], kinds: list[Any]) -> _Codec:
    """Handle arrays with one item of each of `kinds`; with a fast path for plain ones, as in a span."""
    items = [_codec(kind) for kind in kinds]

    def encode(values: Any) -> list[Any]:
        return [item.encode(value) for item, value in zip(items, values, strict=True)]

    def decode(data: Any) -> Any:
        if type(data) is not list or len(data) != len(items):
            raise InvalidJson(f"a list of {len(items)} is wanted, not {_shown(data)}")
        return make([item.decode(value) for item, value in zip(items, data, strict=True)])

    def decode_plain(data: Any) -> Any:
        return make(data) if type(data) is list and [*map(type, data)] == kinds else decode(data)

    plain = all(kind in _PLAIN for kind in kinds)
    return _Codec(list, decode_plain) if plain else _Codec(encode, decode)


def _enum(kind: type[Enum]) -> _Codec:
    members = {member.value: member for member in kind}

    def decode(data: Any) -> Any:
        try:
            return members[data]
        except (KeyError, TypeError):
            raise InvalidJson(f"{_shown(data)} is not one of {', '.join(map(str, members))}") from None

    return _Codec(lambda value: value.value, decode)


def _flat_array(kind: Any) -> _Codec:
    hints = get_type_hints(kind)
    kinds = [hints[name] for name in kind._fields]
    if not any(map(_width, kinds)):
        return _fixed(kind._make, kinds)
    items = [(_codec(each), _width(each)) for each in kinds]
    whole = sum(width or 1 for _, width in items)

    def encode(value: Any) -> list[Any]:
        out: list[Any] = []
        for (item, width), part in zip(items, value, strict=True):
            out += item.encode(part) if width else [item.encode(part)]
        return out

    def decode(data: Any) -> Any:
        if type(data) is not list or len(data) != whole:
            raise InvalidJson(f"a list of {whole} is wanted, not {_shown(data)}")
        values, at = [], 0
        for item, width in items:
            values.append(item.decode(data[at : at + width] if width else data[at]))
            at += width or 1
        return kind(*values)

    return _Codec(encode, decode)


def _width(kind: Any) -> int:
    """Return how many items of a flat array a named tuple takes; 0 for anything else."""
    if not hasattr(kind, "_fields"):
        return 0
    return sum(_width(hint) or 1 for hint in get_type_hints(kind).values())


def _object(kind: type) -> _Codec:
    hints = get_type_hints(kind)
    fields = []
    for field in dataclasses.fields(kind):
        if not field.metadata.get("in_json", True):
            continue
        encode_field, decode_field = _codec(hints[field.name])
        if (digits := field.metadata.get("digits")) is not None:
            encode_field = partial(round, ndigits=digits)
        has_default = (field.default, field.default_factory) != (dataclasses.MISSING, dataclasses.MISSING)
        key = field.metadata.get("key", field.name)
        fields.append((field.name, key, encode_field, decode_field, has_default))

    def encode(value: Any) -> dict[str, Any]:
        return {key: encode_field(getattr(value, name)) for name, key, encode_field, _, _ in fields}

    def decode(data: Any, **values: Any) -> Any:
        if type(data) is not dict:
            raise InvalidJson(f"an object is wanted, not {_shown(data)}")
        for name, key, _, decode_field, has_default in fields:
            if key in data:
                try:
                    values[name] = decode_field(data[key])
                except InvalidJson as error:
                    raise InvalidJson(f"“{key}”: {error}") from None
            elif not has_default:
                raise InvalidJson(f"“{key}” is missing")
        return kind(**values)

    return _Codec(encode, decode)


def _shown(data: object) -> str:
    if data is None or isinstance(data, bool | int | float | str):
        return repr(data)[:40]
    return "an object" if isinstance(data, dict) else "a list"
