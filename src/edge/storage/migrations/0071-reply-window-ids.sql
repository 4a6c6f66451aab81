-- Platforms tell the time of a message in whole seconds: two of one second open a window twice, the same
-- one again does not.
alter table reply_window add column message_id text not null default '';
comment on column reply_window.message_id is 'id: the platform''s own, of the message that opened it';
