"""Where are the cities that I care about, what do they work on, and when did they join?"""

from atlas.ui.frame import shell
from atlas.ui.map import page as map_page
from atlas.ui.parts import city_card, embed

with shell.page("map", city_card.notices) as view:
    embed.show_instead("map", view)
    map_page.show_head(view)
    map_page.show_board(view)
    map_page.show_list(view)
