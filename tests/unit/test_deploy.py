"""What is written for other machines is checked by the tools that know it, as far as it cannot be run here."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
import yaml

ROOT: Final = Path(__file__).resolve().parents[2]
DEPLOY: Final = ROOT / "deploy"
sys.path.insert(0, str(ROOT / "tests" / "benchmarks"))

from _nginx import write_config  # noqa: E402 (the benchmark's own proxy)

VISIT: Final = """
from streamlit.testing.v1 import AppTest
for page in ("overview", "map", "city", "data", "about"):
    app = AppTest.from_file("dashboard.py", default_timeout=60)
    app.query_params["city"] = "espoo-fin"
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception, (page, app.exception)
    assert any("<h1>" in each.proto.body for each in app.get("html")), page
"""


def _run(*command: str, cwd: Path = ROOT) -> None:
    found = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def _tool(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def _copied() -> list[str]:
    """Return the paths of the repository that the last stage of the container file copies."""
    last_stage = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").rpartition("\nFROM ")[2]
    lines = re.findall(r"^COPY (?!--from)(.+) \S+$", last_stage, re.MULTILINE)
    return [path for line in lines for path in line.split()]


def test_the_container_file_is_clean() -> None:
    _run(_tool("hadolint"), "deploy/Dockerfile")


def test_what_the_container_file_copies_is_all_that_the_pages_need(tmp_path: Path) -> None:
    for path in _copied():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (ROOT / path).is_dir() else shutil.copy)(ROOT / path, target)
    _run(sys.executable, "-c", VISIT, cwd=tmp_path)


def test_the_builder_is_sent_what_the_container_file_copies() -> None:
    sent = {line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[:1] == "!"}
    assert sent == {*_copied(), "requirements.txt"}


def test_the_compose_file_fits_its_schema() -> None:
    _run(_tool("check-jsonschema"), "--builtin-schema", "vendor.compose-spec", "deploy/compose.yaml")


def test_the_manifest_fits_the_schema_of_kubernetes() -> None:
    _run(_tool("kubernetes-validate"), "--strict", "deploy/kubernetes.yaml")


def test_nginx_accepts_the_configuration(tmp_path: Path) -> None:
    if not shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin"):
        pytest.skip("nginx is not installed; only whoever puts several replicas behind it needs it")
    _run("/usr/sbin/nginx", "-t", "-p", str(tmp_path), "-c", str(write_config(tmp_path, 8080, [8501, 8502])))


def test_all_files_agree_on_port_user_and_values_of_the_proxy() -> None:
    container = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    pod = next(yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text(encoding="utf-8")))["spec"]["template"]["spec"]
    assert "EXPOSE 8501" in container
    assert pod["containers"][0]["ports"][0]["containerPort"] == 8501
    assert f"USER {pod['securityContext']['runAsUser']}" in container
    template = (DEPLOY / "nginx" / "atlas.conf.template").read_text(encoding="utf-8")
    wanted = set(re.findall(r"\$\{(\w+)\}", template))
    proxy = compose["services"]["nginx"]["environment"]
    assert wanted == {name for name in proxy if name.startswith("ATLAS_")}
    replicas = {name for name in compose["services"] if name.startswith("atlas-")}
    assert set(re.findall(r"server (\S+):8501", proxy["ATLAS_REPLICAS"])) == replicas
