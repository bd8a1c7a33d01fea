"""A property that is worked out once: `cached_property` without its lock, which costs more than most of ours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):
    """Keeps what a method gives in the instance, where it is found before this descriptor the next time."""

    def __init__(self, method: Callable[[Any], T]) -> None:
        """Wrap a method without arguments."""
        self._method, self._name, self.__doc__ = method, method.__name__, method.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> Self | T:
        """The value, worked out now."""
        if instance is None:
            return self
        value = self._method(instance)
        instance.__dict__[self._name] = value
        return value
