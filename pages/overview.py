"""What is this network, how big, where, and how fresh are these data?"""

from atlas.ui.frame import shell
from atlas.ui.overview import page
from atlas.wording import gettext as _

with shell.page("overview") as view:
    shell.show_heading(_("The learning cities of the world"), page.lead(view), view.network)
    shell.show_status(view)
    if not shell.show_empty(view):
        page.show_world(view)
        page.show_growth(view)
        page.show_newest(view)
    page.show_ways()
