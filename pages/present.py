"""How is the story told to an audience?"""

from atlas.ui.frame import shell
from atlas.ui.present import page

with shell.page("present") as view:
    shell.show_heading(page.title(view), page.lead(), view.network)
    shell.show_status(view)
    if not shell.show_empty(view):
        page.show_talk(view)
