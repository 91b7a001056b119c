"""How do two to six cities, countries or regions stand side by side?"""

from atlas.ui.compare import choice as compare_state
from atlas.ui.compare import page as compare_page
from atlas.ui.frame import shell
from atlas.wording import gettext as _

with shell.page("compare") as view:
    compared = compare_page.read(view)
    shell.show_heading(_("Side by side"), compare_page.lead(compared), view.network)
    shell.show_status(view)
    compare_state.show_choice(view.network)
    if not shell.show_empty(view) and not compare_page.show_invitation(view):
        compare_page.show_facts(compared)
        compare_page.show_themes(compared)
        compare_page.show_years(compared)
        compare_page.show_link(compared)
