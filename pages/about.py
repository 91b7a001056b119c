"""How were these data made, what do the words mean, what is missing, and what may I do with it?"""

from atlas.ui.about import page
from atlas.ui.frame import shell
from atlas.wording import gettext as _
from atlas.words import about as words

with shell.page("about") as view:
    shell.show_heading(_("About the Atlas"), words.lead(), view.network)
    page.show_contents()
    page.show_sections(view.network)
