"""What the page of the talk says, and what its controls are called."""

from __future__ import annotations

from atlas.wording import gettext as _


def title(name: str) -> str:
    """Return the title: whose story is told."""
    return _("Present: {name}").format(name=name)


def lead() -> str:
    """Return what to do, in two sentences."""
    return _(
        "Choose what to tell, in which order and under which titles, then start. "
        "The address keeps all of it: copy it for a colleague, or open it again at the meeting."
    )


def link() -> str:
    """Return the name of the way to the talk."""
    return _("Present this at a meeting")


def controls() -> dict[str, str]:
    """Return the words of the script (``static/present/present.js``); names in braces are put in there."""
    return {
        "talk": _("Talk"),
        "begin": _("Start the talk"),
        "tell": _("Tell “{step}”"),
        "title": _("Title of “{step}” for this talk"),
        "up": _("Tell “{step}” earlier"),
        "down": _("Tell “{step}” later"),
        "back": _("Previous step (left arrow)"),
        "next": _("Next step (right arrow or space)"),
        "loop": _("Go on by itself, every twelve seconds (L)"),
        "black": _("Black screen (B)"),
        "full": _("Full screen (F)"),
        "leave": _("Leave the talk (Escape)"),
        "place": _("{number} of {all}"),
    }
