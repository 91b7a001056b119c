"""One story, many forms: the steps of a talk about the network or a part of it, made from the data once.

>>> from atlas.load import load_network
>>> network = load_network()
>>> story = make_story(network, read_scope("country:KOR", network))
>>> [step.code for step in story.steps][:4]
['title', 'where', 'how', 'work']
"""

from __future__ import annotations

from atlas.story.model import Column, LeftOut, NothingToTell, Source, Step, Story, Table, arranged
from atlas.story.pictures import Bars, Line, Picture, Place, Points, Series
from atlas.story.scope import NETWORK, Scope, UnknownScope, read_scope, scope_of
from atlas.story.steps import MAKERS, Maker, make_story

__all__ = [
    "MAKERS",
    "NETWORK",
    "Bars",
    "Column",
    "LeftOut",
    "Line",
    "Maker",
    "NothingToTell",
    "Picture",
    "Place",
    "Points",
    "Scope",
    "Series",
    "Source",
    "Step",
    "Story",
    "Table",
    "UnknownScope",
    "arranged",
    "make_story",
    "read_scope",
    "scope_of",
]
