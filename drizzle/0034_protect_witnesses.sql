call work.protect('witness_choices');
--> statement-breakpoint
call work.protect('cosignatures');
--> statement-breakpoint
call work.protect('cosigning_failures');
--> statement-breakpoint
create policy work_looks on public.witness_choices for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.cosignatures for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.cosigning_failures for select to candor_work using (true);
--> statement-breakpoint
grant select (practice_id, id, witnesses, quorum, chosen_at) on public.witness_choices to candor_work;
--> statement-breakpoint
grant select (practice_id, checkpoint_id, witness, kept_at) on public.cosignatures to candor_work;
--> statement-breakpoint
grant select (practice_id, witness, fault, failed_at, next_try_at) on public.cosigning_failures to candor_work;
--> statement-breakpoint
grant select (id) on public.checkpoints to candor_work;
--> statement-breakpoint
-- The new kind of work may be named by those who come after this transaction, not by those who read it now.
set local check_function_bodies = off;
--> statement-breakpoint
-- The trails, of one practice or of all, whose newest checkpoint lacks a witness that was chosen, and when one is to be asked.
create function work.uncosigned(practice uuid)
  returns table (kind work.owed_kind, practice_id uuid, id uuid, due_at timestamptz)
  language sql stable set search_path = '' as $$
  select 'cosignature'::work.owed_kind, c.practice_id, c.practice_id, min(coalesce(f.next_try_at, c.signed_at))
    from (select distinct on (x.practice_id) x.practice_id, x.witnesses from public.witness_choices x
           where practice is null or x.practice_id = practice
           order by x.practice_id, x.chosen_at desc, x.id desc) chosen
   cross join lateral (
      select k.practice_id, k.id, k.signed_at from public.checkpoints k
       where k.practice_id = chosen.practice_id order by k.size desc limit 1) c
   cross join lateral unnest(chosen.witnesses) as one (witness)
    left join lateral (
      select x.next_try_at from public.cosigning_failures x
       where x.practice_id = c.practice_id and x.witness = one.witness order by x.failed_at desc limit 1) f on true
   where not exists (select from public.cosignatures s
                      where s.practice_id = c.practice_id and s.checkpoint_id = c.id and s.witness = one.witness)
   group by c.practice_id
$$;
--> statement-breakpoint
create function work.owe_cosignatures() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  delete from work.owed o using added a where o.kind = 'cosignature' and o.practice_id = a.practice_id;
  insert into work.owed (kind, practice_id, id, due_at)
    select u.kind, u.practice_id, u.id, u.due_at
      from (select distinct practice_id from added) a cross join lateral work.uncosigned(a.practice_id) u
    on conflict on constraint owed_pk do update set due_at = excluded.due_at;
  return null;
end $$;
--> statement-breakpoint
-- The full look finds them too.
do $$ begin
  execute regexp_replace(pg_get_functiondef('work.missing(uuid)'::regprocedure), '(\$function\$\s*)$',
                         E'  union all\n  select * from work.uncosigned(practice)\n\\1');
end $$;
--> statement-breakpoint
create function work.cosignatures_due(most int)
  returns table (practice_id uuid, id uuid)
  language sql stable security definer set search_path = '' set enable_hashjoin = off set enable_mergejoin = off as $$
  select o.practice_id, o.id from work.owed o
   where o.kind = 'cosignature' and o.due_at <= now()
     and exists (select from work.uncosigned(o.practice_id) u where u.due_at <= now())
   order by o.due_at
   limit most
$$;
--> statement-breakpoint
-- `unwitnessed` are practices whose history fewer witnesses than they ask for have confirmed for an hour; `contradicted`
-- are those of which a witness has seen another history.
create function work.witnessing()
  returns table (unwitnessed int, contradicted int)
  language sql stable security definer set search_path = '' set enable_hashjoin = off set enable_mergejoin = off as $$
  with owing as (
    select o.practice_id, chosen.witnesses, chosen.quorum, chosen.chosen_at
      from work.owed o
     cross join lateral (
        select x.witnesses, x.quorum, x.chosen_at from public.witness_choices x
         where x.practice_id = o.practice_id order by x.chosen_at desc, x.id desc limit 1) chosen
     where o.kind = 'cosignature'
  )
  select (select count(*)::int from owing w
           where w.quorum > 0 and w.chosen_at < now() - interval '1 hour'
             and exists (select from public.checkpoints k
                          where k.practice_id = w.practice_id and k.signed_at < now() - interval '1 hour'
                            and k.size > coalesce((
                              select c.size from public.checkpoints c
                               where c.practice_id = w.practice_id
                                 and w.quorum <= (select count(*) from public.cosignatures s
                                                   where s.practice_id = c.practice_id and s.checkpoint_id = c.id
                                                     and s.witness = any (w.witnesses))
                               order by c.size desc limit 1), 0))),
         (select count(*)::int from owing w
           where exists (select from unnest(w.witnesses) as one (witness)
                          cross join lateral (
                             select f.fault, f.failed_at from public.cosigning_failures f
                              where f.practice_id = w.practice_id and f.witness = one.witness
                              order by f.failed_at desc limit 1) last_failure
                          where last_failure.fault in ('another-history', 'set-back')
                            and not exists (select from public.cosignatures s
                                             where s.practice_id = w.practice_id and s.witness = one.witness
                                               and s.kept_at > last_failure.failed_at)))
$$;
--> statement-breakpoint
do $$ declare fact text; begin
  foreach fact in array array['witness_choices', 'cosignatures', 'cosigning_failures', 'checkpoints'] loop
    execute format('create trigger owe_cosignatures after insert on public.%I referencing new table as added
                    for each statement execute function work.owe_cosignatures()', fact);
  end loop;
end $$;
--> statement-breakpoint
set local check_function_bodies = on;
--> statement-breakpoint
revoke all on all functions in schema work from public;
--> statement-breakpoint
grant create on schema work to candor_work;
--> statement-breakpoint
alter function work.uncosigned(uuid) owner to candor_work;
--> statement-breakpoint
alter function work.owe_cosignatures() owner to candor_work;
--> statement-breakpoint
alter function work.cosignatures_due(int) owner to candor_work;
--> statement-breakpoint
alter function work.witnessing() owner to candor_work;
--> statement-breakpoint
revoke create on schema work from candor_work;
--> statement-breakpoint
grant execute on function work.cosignatures_due(int), work.witnessing() to candor_app;
