-- What a release does with those who are in the middle of a talk. Null: everybody ends on the text that he began with.

alter table studio_release add column moves jsonb;
comment on column studio_release.moves is 'code: steps: where those go who stand at a step; null = nobody is moved';
