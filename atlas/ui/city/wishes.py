"""The wishes of the partner finder: session state is where they are kept; the URL is read on arrival, written after.

A preset sets the weights and its conditions (another region, award winners only, a distance); the sliders change its
weights, so a link names the preset and the weights that differ from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas.partners import PRESETS, REASONS, USUAL, Weights, reason_label
from atlas.ui.frame import keys, state
from atlas.words import partners as words

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL: Final = 100
"""Weights are whole hundredths on screen and in links."""
_SHOWN: Final = 80
"""Letters of a wrong value that are repeated to the visitor."""


def adopt_url() -> None:
    """Take what the link says, on arrival and on the way back; what cannot be read is named."""
    if keys.PARTNERS_ADOPTED in st.session_state and not state.came_back():
        return
    st.session_state[keys.PARTNERS_ADOPTED] = True
    st.session_state[keys.PARTNER_NOTICES] = [*_adopt_conditions(), *_adopt_weights()]


def _adopt_conditions() -> Iterator[str]:
    """Set question and switch and yield a sentence for each value that is ignored."""
    preset = st.query_params.get(keys.PRESET, USUAL)
    if preset not in PRESETS:
        yield words.unknown_question(preset[:_SHOWN])
        preset = USUAL
    st.session_state[keys.PRESET] = preset
    elsewhere = st.query_params.get(keys.OTHER_REGION)
    if elsewhere not in (None, "1"):
        yield words.unknown_wish(keys.OTHER_REGION, elsewhere[:_SHOWN])
    st.session_state[keys.OTHER_REGION] = elsewhere == "1"


def _adopt_weights() -> Iterator[str]:
    """Set the weights and yield a sentence for each value that is ignored."""
    use_preset_weights()
    for name in (name for name in st.query_params if name.startswith(keys.WEIGHT)):
        given = st.query_params[name]
        reason = name.removeprefix(keys.WEIGHT)
        if reason not in REASONS:
            yield words.unknown_wish(name[:_SHOWN], given[:_SHOWN])
        elif (weight := _hundredths(given)) is not None:
            st.session_state[name] = weight
        else:
            yield words.unknown_weight(reason_label(reason), given[:_SHOWN], FULL)


def _is_ours(name: str) -> bool:
    return name in (keys.PRESET, keys.OTHER_REGION) or name.startswith(keys.WEIGHT)


def _hundredths(text: str) -> int | None:
    short_enough = text.isascii() and text.isdigit() and len(text) <= len(str(FULL))
    return int(text) if short_enough and int(text) <= FULL else None


def write_url() -> None:
    """Show the wishes in the URL; defaults are left out."""
    given = {name: st.query_params.get_all(name) for name in st.query_params}
    others = {name: values for name, values in given.items() if not _is_ours(name)}
    wanted = others | {name: [value] for name, value in parameters()}
    if wanted != given:
        st.query_params.from_dict(wanted)


def parameters() -> list[tuple[str, str]]:
    """Return the query parameters that say what is wanted; none for the defaults, or before the finder was seen."""
    if keys.PARTNERS_ADOPTED not in st.session_state:
        return []
    usual = _preset_weights()
    wanted = [(name, str(st.session_state[name])) for name in usual if st.session_state[name] != usual[name]]
    if chosen_preset() != USUAL:
        wanted.append((keys.PRESET, chosen_preset()))
    if wants_other_region():
        wanted.append((keys.OTHER_REGION, "1"))
    return wanted


def chosen_preset() -> str:
    """Return the question that is asked."""
    return st.session_state.get(keys.PRESET) or USUAL


def _preset_weights() -> dict[str, int]:
    weights = PRESETS[chosen_preset()].weights
    return {keys.WEIGHT + reason: round(weights.of(reason) * FULL) for reason in REASONS}


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
    return PRESETS[chosen_preset()].weights.weighing(shares)


def wants_other_region() -> bool:
    """Return whether only members of other regions are wanted."""
    return bool(st.session_state.get(keys.OTHER_REGION))
