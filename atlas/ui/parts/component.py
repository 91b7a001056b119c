"""Elements of the page that a script of ours draws."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from streamlit.components import v2 as components

if TYPE_CHECKING:
    from collections.abc import Callable

# Streamlit wants the script itself; this one fetches ours, which the browser keeps.
_FETCH: Final = """
const base = window.__streamlit?.BACKEND_BASE_URL ?? new URL(".", location.href);
const {{ draw }} = await import(new URL("app/static/{path}", base));
export default draw;
"""


@cache
def scripted(name: str, path: str) -> Callable[..., Any]:
    """Return the component whose script lies in ``static/``; the page's styles hold within it.

    Parameters
    ----------
    name : str
        What Streamlit calls it.
    path : str
        Of the script below ``static/``; its ``draw`` receives the element and the data.
    """
    return components.component(name, js=_FETCH.format(path=path), isolate_styles=False)
