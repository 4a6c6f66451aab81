-- Only the office changes who works here and what they may see.
alter policy colleagues on staff
  with check (district_id = (select current_setting('app.district', true))
              and (select current_setting('app.role', true)) = 'admin');

-- Nobody writes a deed in another person's name.
alter policy district on audit
  with check (district_id = (select current_setting('app.district', true))
              and actor = (select current_setting('app.actor', true)));
