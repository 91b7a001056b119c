"""What stands in a deck beside what the story says: names in its charts, heads in its notes, words of its button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.wording import gettext as _
from atlas.wording import number

if TYPE_CHECKING:
    from atlas.story.model import Source


def label() -> str:
    """Return the text of the button that makes the deck."""
    return _("Slides (PowerPoint)")


def save_label() -> str:
    """Return the text of the button that hands the deck over once more."""
    return _("Save the slides")


def begun() -> str:
    """Return that the story is being gathered."""
    return _("Gathering what the slides say …")


def progress(made: int, of_all: int, title: str) -> str:
    """Return how far the deck is: the step that is made now."""
    return _("Slide {number} of {all}: {title}").format(number=number(made), all=number(of_all), title=title)


def done() -> str:
    """Return that the deck is there."""
    return _("The slides are ready and are being saved.")


def nothing_told() -> str:
    """Return why there are no slides: no step of the talk is told."""
    return _("All steps are switched off, so there are no slides to make: switch one on.")


def text_at_the_end() -> str:
    """Return what the part of a bar is called that carries the text at its end."""
    return _("Text at the end of the bar")


def counts_of_others(name: str) -> str:
    """Return what the dotted line counts; ``name`` is what the solid one does."""
    return _("{name}, counts in the press").format(name=name)


def counted_title() -> str:
    """Return the head above what a slide counts, in the notes."""
    return _("What is counted")


def notes_title() -> str:
    """Return the head above the remarks in the notes."""
    return _("To bear in mind")


def sources_title() -> str:
    """Return the head above the sources in the notes."""
    return _("Sources")


def source(of: Source) -> str:
    """Return a source on one line."""
    if not of.address:
        return of.title
    return _("{title}: {address}").format(title=of.title.rstrip("."), address=of.address)


def left_out(title: str, reason: str) -> str:
    """Return why a step is not told, on one line."""
    return _("{title}: {reason}").format(title=title, reason=reason)
