"""Where are the cities that I care about?"""

from atlas.ui.frame import shell
from atlas.ui.map import page as map_page
from atlas.wording import gettext as _

with shell.page("map") as view:
    shell.show_heading(_("Map of the learning cities"), map_page.sentence(view), view.network)
    shell.show_status(view)
    if not shell.show_empty(view):
        map_page.show_map_and_card(view)
        map_page.show_list(view)
