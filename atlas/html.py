"""HTML from templates: the one way in which anything from the data becomes part of a page.

The templates stand in ``atlas/templates``, one per card.  Every value is escaped unless a template made it; messages
go through the visitor's language, and a value that a template names and nobody gave is an error.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from atlas import addresses, wording

TEMPLATES: Final = Path(__file__).resolve().parent / "templates"

_ENVIRONMENT: Final = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
_ENVIRONMENT.globals |= {"_": wording.gettext, "ngettext": wording.ngettext, "language": wording.language}
_ENVIRONMENT.filters |= {
    "number": wording.number,
    "percent": wording.percent,
    "day": wording.day,
    "country": wording.country_name,
    "listing": wording.listing,
}
_ENVIRONMENT.tests["linkable"] = addresses.is_linkable


def render(name: str, /, **values: object) -> Markup:
    """Return a template filled in, safe to be part of another.

    Parameters
    ----------
    name : str
        File in ``atlas/templates`` without its ending.
    **values
        What the template names.

    Raises
    ------
    jinja2.UndefinedError
        When the template names a value that is not given.
    """
    return render_file(f"{name}.html", **values)


def render_file(file: str, /, **values: object) -> Markup:
    """Return a template of any kind (HTML, XML) filled in, with every value escaped.

    Parameters
    ----------
    file : str
        File in ``atlas/templates``, with its ending.
    **values
        What the template names.
    """
    return Markup(_ENVIRONMENT.get_template(file).render(values))  # noqa: S704 - made by escaping templates
