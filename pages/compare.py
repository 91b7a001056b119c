"""How do two to six cities, countries or regions stand side by side?"""

from atlas.ui.compare import choice, page
from atlas.ui.frame import shell
from atlas.wording import gettext as _

with shell.page("compare") as view:
    compared = page.read(view)
    shell.show_heading(_("Side by side"), page.lead(compared), view.network)
    page.show_status(view)
    choice.show_choice(view)
    if not page.show_empty(compared) and not choice.show_examples(view.network):
        page.show_side_by_side(compared)
        page.show_years(compared)
        page.show_link(compared)
