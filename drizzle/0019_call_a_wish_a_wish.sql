-- One word from table to screen: a platform request is a wish. Rows, ids and what is sealed stay as they are.
alter table platform_requests rename to wishes;--> statement-breakpoint
alter table platform_request_answers rename to wish_answers;--> statement-breakpoint
alter table platform_request_endings rename to wish_endings;--> statement-breakpoint
alter table platform_acknowledgements rename to acknowledgements;--> statement-breakpoint
alter type platform_request_end rename to wish_end;--> statement-breakpoint
alter table wish_answers rename column request_id to wish_id;--> statement-breakpoint
alter table wish_endings rename column request_id to wish_id;--> statement-breakpoint
alter table acknowledgements rename column request_id to wish_id;--> statement-breakpoint
alter table placements rename column request_id to wish_id;--> statement-breakpoint
alter table conversations rename column platform_request_id to wish_id;--> statement-breakpoint
do $$
declare
  of_wishes constant regclass[] := array['wishes', 'wish_answers', 'wish_endings', 'acknowledgements', 'placements'];
  named record;
begin
  for named in
    select c.conrelid::regclass as place, c.conname as old, n.new
      from pg_constraint c,
           lateral (select replace(replace(replace(replace(replace(c.conname,
             'platform_request_', 'wish_'), 'platform_requests_', 'wishes_'), 'platform_acknowledgements_', 'acknowledgements_'),
             '_once_a_request', '_once_a_wish'), '_request_fk', '_wish_fk')) n(new)
     where (c.conrelid = any (of_wishes) or c.conname = 'conversations_platform_request_fk') and n.new <> c.conname
  loop
    execute format('alter table %s rename constraint %I to %I', named.place, named.old, named.new);
  end loop;
  for named in
    select i.indexrelid::regclass as place, c.relname as old, n.new
      from pg_index i join pg_class c on c.oid = i.indexrelid,
           lateral (select replace(replace(replace(replace(c.relname,
             'platform_request_', 'wish_'), 'platform_requests_', 'wishes_'), 'platform_acknowledgements_', 'acknowledgements_'),
             'answers_of_request', 'answers_of_wish')) n(new)
     where i.indrelid = any (of_wishes) and n.new <> c.relname
  loop
    execute format('alter index %s rename to %I', named.place, named.new);
  end loop;
  alter index conversations_of_platform_request rename to conversations_of_wish;
end $$;
