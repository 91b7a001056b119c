"""The wishes of the partner finder: widgets are their state, the URL is read on arrival and written after.

A preset sets the weights and its conditions (another region, award winners only, a distance); the sliders change its
weights, so a link names the preset and the weights that differ from it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas.partners import PRESETS, REASONS, Weights, reason_label
from atlas.ui.frame import keys, state
from atlas.wording import gettext as _
from atlas.wording import number

if TYPE_CHECKING:
    from collections.abc import Iterator

DEFAULT: Final = "alike"
FULL: Final = 100
"""Weights are whole hundredths on screen and in links."""
_OURS: Final = (keys.PRESET, *(keys.WEIGHT + reason for reason in REASONS), keys.OTHER_REGION)


def adopt_url() -> None:
    """Give the widgets what the link says, on arrival and on the way back; what cannot be read is named."""
    if keys.PARTNERS_ADOPTED in st.session_state and not state.came_back():
        return
    st.session_state[keys.PARTNERS_ADOPTED] = True
    st.session_state[keys.PARTNER_NOTICES] = list(_adopted())


def _adopted() -> Iterator[str]:
    """Set the widgets and yield a sentence for each value that is ignored."""
    preset = st.query_params.get(keys.PRESET, DEFAULT)
    if preset not in PRESETS:
        yield _("The link asks for the question “{value}”, which is not known. It is ignored.").format(
            value=preset[:80]
        )
        preset = DEFAULT
    st.session_state[keys.PRESET] = preset
    st.session_state[keys.OTHER_REGION] = st.query_params.get(keys.OTHER_REGION) == "1"
    use_preset_weights()
    for reason in REASONS:
        name = keys.WEIGHT + reason
        if (given := st.query_params.get(name)) is None:
            continue
        if (weight := _hundredths(given)) is not None:
            st.session_state[name] = weight
        else:
            yield _(
                "The link gives the weight “{name}” as “{value}”, which is no whole number from 0 to {most}. "
                "It is ignored."
            ).format(name=reason_label(reason), value=given[:80], most=number(FULL))


def _hundredths(text: str) -> int | None:
    short_enough = text.isascii() and text.isdigit() and len(text) <= len(str(FULL))
    return int(text) if short_enough and int(text) <= FULL else None


def write_url() -> None:
    """Show the wishes in the URL; defaults are left out."""
    given = {name: st.query_params.get_all(name) for name in st.query_params}
    wanted = {name: values for name, values in given.items() if name not in _OURS} | wishes()
    if wanted != given:
        st.query_params.from_dict(wanted)


def wishes() -> dict[str, list[str]]:
    """Return the query parameters that say what is wanted; none for the defaults, or before the finder was seen."""
    if keys.PARTNERS_ADOPTED not in st.session_state:
        return {}
    usual = _preset_weights()
    wanted = {name: [str(st.session_state[name])] for name in usual if st.session_state[name] != usual[name]}
    if chosen_preset() != DEFAULT:
        wanted[keys.PRESET] = [chosen_preset()]
    if wants_other_region():
        wanted[keys.OTHER_REGION] = ["1"]
    return wanted


def chosen_preset() -> str:
    """Return the question that is asked."""
    return st.session_state.get(keys.PRESET) or DEFAULT


def _preset_weights() -> dict[str, int]:
    preset = PRESETS[chosen_preset()]
    return {keys.WEIGHT + reason: round(preset.of(reason) * FULL) for reason in REASONS}


def use_preset_weights() -> None:
    """Move the sliders where the chosen preset has them."""
    st.session_state.update(_preset_weights())


def forget_notices() -> None:
    """Stop naming what was wrong with the link: the visitor went on from it."""
    st.session_state[keys.PARTNER_NOTICES] = []


def has_own_weights() -> bool:
    """Return whether a slider stands elsewhere than the preset has it."""
    return any(st.session_state[name] != weight for name, weight in _preset_weights().items())


def current_weights() -> Weights:
    """Return the preset with the weights of the sliders."""
    shares = {reason: st.session_state[keys.WEIGHT + reason] / FULL for reason in REASONS}
    return replace(PRESETS[chosen_preset()], **shares)


def wants_other_region() -> bool:
    """Return whether only members of other regions are wanted."""
    return bool(st.session_state.get(keys.OTHER_REGION))
