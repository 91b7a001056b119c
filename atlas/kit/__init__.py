"""The offline kit: a part of the network as one file of HTML with its map, search, filters, list, cards and talk.

The map and the talk in it are those of the app (``static/map``, ``static/present``); what a member's card and the
filters say comes from where the app takes it.  Nothing in the file asks anybody for anything.
"""

from atlas.kit.page import build_kit

__all__ = ["build_kit"]
