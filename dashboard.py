"""The router: which pages there are and which one is asked for.  Run with ``streamlit run dashboard.py``."""

from atlas.ui.frame.shell import navigate

navigate().run()
