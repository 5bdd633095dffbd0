grant select, insert on work.full_looks to candor_work;
--> statement-breakpoint
create function work.full_look_due() returns boolean
  language sql stable security definer set search_path = '' as $$
  -- A day, less the hour between two looks at this.
  select not exists (select from work.full_looks where looked_at > now() - interval '23 hours')
$$;
--> statement-breakpoint
create or replace function work.owe_missing()
  returns table (kind text, found int)
  language sql volatile security definer set search_path = '' as $$
  with missing as materialized (select * from work.missing(null)),
  gone as (
    delete from work.owed o
     where o.due_at < clock_timestamp() - interval '1 day'
       and not exists (select from missing m where m.kind = o.kind and m.practice_id = o.practice_id and m.id = o.id)
  ), put as (
    insert into work.owed (kind, practice_id, id, due_at) select m.kind, m.practice_id, m.id, m.due_at from missing m
    on conflict on constraint owed_pk do nothing
    returning owed.kind
  ), noted as (
    insert into work.full_looks (looked_at, found) select clock_timestamp(), count(*) from put
  )
  select put.kind::text, count(*)::int from put group by put.kind
$$;
--> statement-breakpoint
-- An index finds what is due by a time that stays the same throughout a statement, which clock_timestamp() does not.
do $$ declare look regprocedure; begin
  foreach look in array array['work.unsent_among(work.owed_kind[],int)', 'work.campaigns_due(int)', 'work.readiness()']::regprocedure[] loop
    execute replace(pg_get_functiondef(look), 'clock_timestamp()', 'now()');
  end loop;
end $$;
--> statement-breakpoint
-- What is due on the list and not by the facts (a patient is archived, somebody is to be talked with first) would be read
-- again at every look. So a look at what is never urgent puts all it has looked at off by an hour; the fact that makes
-- something due before, or does it, says so on the list itself. A worker that ends in between comes to it an hour later.
create function work.looked_at(which work.owed_kind, most int)
  returns setof work.owed
  language sql volatile set search_path = '' as $$
  update work.owed o set due_at = now() + interval '1 hour'
    from (select d.practice_id, d.kind, d.id from work.owed d
           where d.kind = which and d.due_at <= now()
           order by d.due_at limit most
             for update skip locked) due
   where o.practice_id = due.practice_id and o.kind = due.kind and o.id = due.id
  returning o.*
$$;
--> statement-breakpoint
create or replace function work.copies_untold(most int)
  returns table (practice_id uuid, patient_id uuid)
  language sql volatile security definer set search_path = ''
  set join_collapse_limit = 1 set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
  select a.practice_id, a.patient_id
    from work.looked_at('word', most) o
    join public.answers a on a.practice_id = o.practice_id and a.patient_id = o.id
    join public.documents d on d.practice_id = a.practice_id and d.signature_id = a.id
   where a.answered_at between now() - interval '30 days' and now() - interval '1 hour'
     and not exists (select from public.answers later
                      where later.practice_id = a.practice_id and later.patient_id = a.patient_id
                        and later.answered_at > now() - interval '1 hour')
     and not exists (select from public.messages m
                      where m.practice_id = a.practice_id and m.patient_id = a.patient_id
                        and m.kind = 'copy-ready' and m.owed_at >= a.answered_at)
   group by a.practice_id, a.patient_id
   order by max(a.answered_at) desc
$$;
--> statement-breakpoint
create or replace function work.renewals_due(most int)
  returns table (practice_id uuid, answer_id uuid)
  language sql volatile security definer set search_path = ''
  set join_collapse_limit = 1 set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
  select a.practice_id, a.id
    from work.looked_at('renewal', most) o
    join public.answers a on a.practice_id = o.practice_id and a.id = o.id
    join public.practices p on p.practice_id = a.practice_id
   where a.expires_at > now()
     and a.expires_at <= now() + make_interval(days => p.renewal_days)
     and exists (select from public.answer_items i
                  where i.practice_id = a.practice_id and i.answer_id = a.id and i.answer = 'yes'
                    and not exists (select from public.withdrawal_items w
                                     where w.practice_id = i.practice_id and w.answer_id = i.answer_id and w.item_id = i.item_id
                                       and not exists (select from public.put_backs b
                                                        where b.practice_id = w.practice_id and b.withdrawal_id = w.withdrawal_id)))
     and not exists (select from public.answer_corrections c where c.practice_id = a.practice_id and c.answer_id = a.id)
     and not exists (select from public.requests r
                      where r.practice_id = a.practice_id and r.patient_id = a.patient_id
                        and r.disclosure_id = a.disclosure_id and r.asked_at > a.answered_at
                        and not exists (select from public.request_cancellations c
                                         where c.practice_id = r.practice_id and c.request_id = r.id))
     and not exists (select from public.retirements t
                      where t.practice_id = a.practice_id and t.disclosure_id = a.disclosure_id)
     and not exists (select from public.patient_archivings x
                      where x.practice_id = a.practice_id and x.patient_id = a.patient_id and x.restored_at is null)
   order by a.expires_at
$$;
--> statement-breakpoint
create or replace function work.reminders_due(most int)
  returns table (practice_id uuid, sitting_id uuid)
  language sql volatile security definer set search_path = ''
  set join_collapse_limit = 1 set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
  select r.practice_id, r.sitting_id
    from work.looked_at('reminder', most) o
    join public.requests r on r.practice_id = o.practice_id and r.id = o.id
    join public.practices p on p.practice_id = r.practice_id
   where exists (select from work.reminders_of(r.practice_id, r.sitting_id) w
                  where w.id = r.id and w.due_at <= now())
     and not exists (select from public.conversations c
                      where c.practice_id = r.practice_id and c.request_id = r.id
                        and not exists (select from public.conversation_outcomes x
                                         where x.practice_id = c.practice_id and x.conversation_id = c.id))
     and not exists (select from public.patient_archivings x
                      where x.practice_id = r.practice_id and x.patient_id = r.patient_id and x.restored_at is null)
     and not exists (select from public.retirements t where t.practice_id = r.practice_id and t.disclosure_id = r.disclosure_id)
     and not exists (select from public.messages m
                      where m.practice_id = r.practice_id and m.sitting_id = r.sitting_id
                        and not exists (select from public.message_deliveries v
                                         where v.practice_id = m.practice_id and v.message_id = m.id
                                           and v.delivered_at <= now() - make_interval(days => p.reminder_days))
                        and not exists (select from public.message_failures f
                                          join public.messages later
                                            on later.practice_id = f.practice_id and later.sitting_id = m.sitting_id
                                         where f.practice_id = m.practice_id and f.message_id = m.id
                                           and f.kind = 'refused' and later.owed_at > m.owed_at))
   group by r.practice_id, r.sitting_id
   order by min(r.asked_at)
$$;
--> statement-breakpoint
-- A trail is due an hour after it was signed last, or with every thousandth entry, whichever the last checkpoint was.
create function work.owe_checkpoint() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  -- Whoever writes an entry or signs holds the trail's head, so that neither misses the other.
  insert into work.owed (kind, practice_id, id, due_at)
    select 'checkpoint', a.practice_id, a.practice_id,
           case when bool_or(a.seq % 1000 = 999) then min(a.at)
             else greatest(min(a.at),
                           (select c.signed_at + interval '1 hour' from public.checkpoints c
                             where c.practice_id = a.practice_id order by c.size desc limit 1))
           end
      from added a
     where a.name <> 'checkpoint.signed'
       and (a.seq % 1000 = 999
            or not exists (select from work.owed o
                            where o.practice_id = a.practice_id and o.kind = 'checkpoint' and o.id = a.practice_id))
     group by a.practice_id
    on conflict on constraint owed_pk do update set due_at = least(owed.due_at, excluded.due_at);
  return null;
end $$;
--> statement-breakpoint
do $$ begin
  execute regexp_replace(pg_get_functiondef('work.owe()'::regprocedure), $branch$  when 'events' then.*(?=  when 'checkpoints')$branch$, '');
end $$;
--> statement-breakpoint
drop trigger owe on public.events;
--> statement-breakpoint
create trigger owe after insert on public.events referencing new table as added
  for each statement execute function work.owe_checkpoint();
--> statement-breakpoint
create or replace function work.checkpoints_due(most int)
  returns table (practice_id uuid)
  language sql stable security definer set search_path = ''
  set join_collapse_limit = 1 set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
  select h.practice_id
    from work.owed o
    join public.audit_heads h on h.practice_id = o.practice_id
    left join lateral (
      select c.size, c.signed_at from public.checkpoints c
       where c.practice_id = h.practice_id order by c.size desc limit 1) last_checkpoint on true
   where o.kind = 'checkpoint' and o.due_at <= now()
     and h.size > coalesce(last_checkpoint.size + 1, 0)
     and (h.size - coalesce(last_checkpoint.size, 0) >= 1000
          or coalesce(last_checkpoint.signed_at, '-infinity') < now() - interval '1 hour')
   limit most
$$;
--> statement-breakpoint
revoke all on all functions in schema work from public;
--> statement-breakpoint
grant create on schema work to candor_work;
--> statement-breakpoint
alter function work.full_look_due() owner to candor_work;
--> statement-breakpoint
alter function work.looked_at(work.owed_kind, int) owner to candor_work;
--> statement-breakpoint
alter function work.owe_checkpoint() owner to candor_work;
--> statement-breakpoint
revoke create on schema work from candor_work;
--> statement-breakpoint
grant execute on function work.full_look_due() to candor_app;
