"""How were these data made, what do the words mean, what is missing, and what may I do with it?"""

from atlas.ui.about import page as about_cards
from atlas.ui.frame import shell
from atlas.wording import gettext as _

with shell.page("about") as view:
    shell.show_heading(_("About the Atlas"), about_cards.lead(), view.network)
    about_cards.show_contents()
    about_cards.show_sections(view.network)
