"""How do two to six cities, countries or regions stand side by side?"""

from atlas.ui import compare_page, compare_state, shell
from atlas.wording import gettext as _

with shell.page(_("Compare")) as view:
    compared = compare_page.read(view)
    shell.show_heading(_("Side by side"), compare_page.lead(compared), view.network)
    shell.show_status(view)
    compare_state.show_choice(view.network)
    if not shell.show_empty(view) and not compare_page.show_invitation(view):
        compare_page.show_facts(compared)
        compare_page.show_themes(compared)
        compare_page.show_years(compared)
        compare_page.show_link(compared)
