"""The proxy of ``deploy/`` on this machine: the same configuration, other ports."""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

TEMPLATE: Final = Path(__file__).resolve().parents[2] / "deploy" / "nginx" / "atlas.conf.template"
_MAIN: Final = """\
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
daemon off;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/atlas.conf;
}}
"""


def write_config(folder: Path, port: int, replicas: Iterable[int]) -> Path:
    """Write a configuration for replicas on ports of this machine; return it, for ``nginx -p FOLDER -c FILE``.

    Parameters
    ----------
    folder : pathlib.Path
        Where nginx may write; must exist.
    port : int
        Where the proxy listens.
    replicas : iterable of int
        Ports of the running apps.
    """
    servers = "\n    ".join(f"server 127.0.0.1:{replica} max_fails=1 fail_timeout=5s;" for replica in replicas)
    values = {"ATLAS_LISTEN": f"127.0.0.1:{port}", "ATLAS_REPLICAS": servers, "ATLAS_CACHE": f"{folder}/cache"}
    text = Template(TEMPLATE.read_text(encoding="utf-8")).safe_substitute(values)
    (folder / "atlas.conf").write_text(text, encoding="utf-8")
    main = folder / "nginx.conf"
    main.write_text(_MAIN.format(folder=folder), encoding="utf-8")
    return main
