"""What is this network, how big, where, and how fresh are these data?"""

from atlas.ui.frame import shell
from atlas.ui.overview import page
from atlas.ui.parts import embed
from atlas.wording import gettext as _

with shell.page("overview") as view:
    embed.show_instead("overview", view)
    page.show_head(_("The learning cities of the world"), view)
    shell.show_status(view)
    if not shell.show_empty(view):
        page.show_world(view)
    page.show_ways(view)
    page.show_growth(view)
    page.show_newest(view)
