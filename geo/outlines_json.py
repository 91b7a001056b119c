"""The pieces of the base map's files: GeoJSON with no more digits than are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def simple(shape: BaseGeometry, tolerance: float) -> BaseGeometry:
    """Return the shape with less detail, or as it is where nothing would be left of it."""
    coarser = shape.simplify(tolerance)
    return shape if coarser.is_empty else coarser


def feature(iso3: str, part: str, shape: BaseGeometry, decimals: int) -> dict[str, Any]:
    """Return a GeoJSON feature; ``part`` says whether it is filled, outlined or both."""
    from shapely.geometry import mapping

    return {
        "type": "Feature",
        "properties": {"iso3": iso3, "part": part},
        "geometry": _rounded(mapping(shape), decimals),
    }


def _rounded(geometry: Any, decimals: int) -> Any:
    if isinstance(geometry, dict):
        return {key: _rounded(value, decimals) for key, value in geometry.items()}
    if isinstance(geometry, list | tuple):
        return [_rounded(value, decimals) for value in geometry]
    return round(geometry, decimals) if isinstance(geometry, float) else geometry
