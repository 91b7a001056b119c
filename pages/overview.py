"""What is this network, how big, where, and how fresh are these data?"""

from atlas.ui.frame import shell
from atlas.ui.overview import page as overview_page
from atlas.wording import gettext as _

with shell.page("overview") as view:
    shell.show_heading(_("The learning cities of the world"), overview_page.sentence(view), view.network)
    shell.show_status(view)
    if not shell.show_empty(view):
        overview_page.show_world(view)
        overview_page.show_growth(view)
        overview_page.show_newest(view)
    overview_page.show_what_to_do()
