-- What a call leads to, where that is not a case: a conference, the plan of a household.

alter table notice add column about text not null default '';
comment on column notice.about is 'id: page of the console it leads to; empty = its case';
