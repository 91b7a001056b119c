"""What surrounds the app on the wire: compressed files, the page's HTML, security headers, the page of an error.

The only package beside ``atlas.ui`` that knows Streamlit; ``dashboard.py`` hands it to ``st.App``.
"""
