"""What is said of charts on pages with filters, after what they count."""

from __future__ import annotations

from atlas.wording import gettext as _


def apply() -> str:
    """Return that a chart counts the members that fit the filters."""
    return _("Follows the filters.")


def do_not_apply() -> str:
    """Return that a chart is about the whole network, whatever is chosen."""
    return _("The filters do not apply.")
