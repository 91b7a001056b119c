"""What is known about this city, and with whom could it talk?"""

from atlas.ui.city import page as city_page
from atlas.ui.frame import shell

with shell.page("city", city_page.notices) as view:
    city_id = city_page.find_city(view.network)
    if city_id is None:
        city_page.show_invitation(view.network)
    else:
        city_page.show_city(view.network, city_id)
