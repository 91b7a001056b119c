"""What Streamlit's frontend reports for each kind of widget: field and value, from what the script sent."""

from __future__ import annotations

from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState


def key_of(widget_id: str) -> str:
    """Return the key that the script gave a widget.

    >>> key_of("$$ID-0a1b-chip_region_Arab States"), key_of("$$ID-0a1b-None")
    ('chip_region_Arab States', '')
    """
    parts = widget_id.split("-", 2)
    return parts[2] if len(parts) == 3 and parts[2] != "None" else ""


def default_state(kind: str, message: Any) -> tuple[str, Any]:
    """Return field and value that the frontend reports for a widget that nobody touched; no field: it reports none."""
    match kind:
        case "button_group":
            return "string_array_value", [message.options[index].content for index in message.default]
        case "multiselect":
            return "string_array_value", [message.options[index] for index in message.default]
        case "checkbox":
            return "bool_value", message.default
        case "selectbox" | "radio":
            return "string_value", message.options[message.default] if message.HasField("default") else None
        case "text_input":
            return "string_value", message.default if message.HasField("default") else None
        case "slider":
            return "double_array_value", list(message.default)
        case "number_input":
            return "double_value", message.default if message.HasField("default") else None
        case _:
            return "", None


def set_state(kind: str, message: Any) -> tuple[str, Any]:
    """Return field and value of a widget that the script has set."""
    match kind:
        case "button_group" | "multiselect":
            return "string_array_value", list(message.raw_values)
        case "selectbox" | "radio":
            return "string_value", message.raw_value if message.HasField("raw_value") else None
        case "slider":
            return "double_array_value", list(message.value)
        case _:
            return default_state(kind, message)[0], message.value


def state_message(name: str, kind: str, value: Any) -> WidgetState:
    """Return what the frontend sends for a widget."""
    state = WidgetState(id=name)
    if kind.endswith("array_value"):
        array = getattr(state, kind)
        array.SetInParent()
        array.data.extend(value)
    elif value is not None:
        setattr(state, kind, value)
    return state
