CREATE TYPE "work"."owed_kind" AS ENUM('document', 'message', 'sign-in', 'refused', 'sample', 'holder', 'word', 'reminder', 'renewal', 'checkpoint');--> statement-breakpoint
CREATE TABLE "work"."owed" (
	"kind" "work"."owed_kind" NOT NULL,
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "owed_pk" PRIMARY KEY("practice_id","kind","id")
);
--> statement-breakpoint
CREATE INDEX "owed_by_time" ON "work"."owed" USING btree ("kind","due_at");--> statement-breakpoint
CREATE INDEX "draft_previews_undrawn" ON "draft_previews" USING btree ("asked_at") WHERE drawn_at is null;
--> statement-breakpoint
grant select, insert, update, delete on work.owed to candor_work;
--> statement-breakpoint
grant select (id) on public.campaign_holders to candor_work;
--> statement-breakpoint
-- A row comes with the fact that makes something owed, and goes with the one that does it.
create function work.owe() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  case tg_table_name
  when 'signatures' then
    insert into work.owed (kind, practice_id, id, due_at)
      select 'document', practice_id, id, signed_at from added;
  when 'documents' then
    delete from work.owed o using added a
     where o.kind = 'document' and o.practice_id = a.practice_id and o.id = a.signature_id;
  when 'messages' then
    insert into work.owed (kind, practice_id, id, due_at)
      select case kind when 'sign-in' then 'sign-in' else 'message' end::work.owed_kind, practice_id, id,
             coalesce(not_before, owed_at)
        from added;
    delete from work.owed o using added a
     where a.kind = 'copy-ready' and o.kind = 'word' and o.practice_id = a.practice_id and o.id = a.patient_id
       and o.due_at - interval '1 hour' <= a.owed_at;
  when 'message_failures' then
    update work.owed o set kind = 'refused' from added a
     where a.kind = 'refused' and o.kind in ('message', 'sign-in')
       and o.practice_id = a.practice_id and o.id = a.message_id;
  when 'message_settlements' then
    delete from work.owed o using added a
     where o.kind in ('message', 'sign-in', 'refused') and o.practice_id = a.practice_id and o.id = a.message_id;
  when 'message_deliveries' then
    delete from work.owed o using added a
     where o.kind in ('message', 'sign-in', 'refused') and o.practice_id = a.practice_id and o.id = a.message_id;
    insert into work.owed (kind, practice_id, id, due_at)
      select 'reminder', r.practice_id, r.id, r.due_at
        from (select distinct m.practice_id, m.sitting_id from added a
                join public.messages m on m.practice_id = a.practice_id and m.id = a.message_id) s
        cross join lateral work.reminders_of(s.practice_id, s.sitting_id) r
      on conflict on constraint owed_pk do update set due_at = excluded.due_at;
  when 'reminders' then
    insert into work.owed (kind, practice_id, id, due_at)
      select 'reminder', r.practice_id, r.id, r.due_at
        from (select distinct q.practice_id, q.sitting_id from added a
                join public.requests q on q.practice_id = a.practice_id and q.id = a.request_id) s
        cross join lateral work.reminders_of(s.practice_id, s.sitting_id) r
      on conflict on constraint owed_pk do update set due_at = excluded.due_at;
  when 'request_cancellations', 'request_declines', 'notice_endings' then
    delete from work.owed o using added a
     where o.kind = 'reminder' and o.practice_id = a.practice_id and o.id = a.request_id;
  when 'answers' then
    delete from work.owed o using added a
     where o.kind = 'reminder' and o.practice_id = a.practice_id and o.id = a.request_id;
    insert into work.owed (kind, practice_id, id, due_at)
      select 'word'::work.owed_kind, practice_id, patient_id, max(answered_at) + interval '1 hour' from added group by 1, 2, 3
      on conflict on constraint owed_pk do update set due_at = greatest(owed.due_at, excluded.due_at);
    insert into work.owed (kind, practice_id, id, due_at)
      select 'renewal', a.practice_id, a.id, a.expires_at - make_interval(days => p.renewal_days) from added a
        join public.practices p on p.practice_id = a.practice_id
       where a.expires_at is not null;
  when 'access_tests' then
    insert into work.owed (kind, practice_id, id, due_at) select 'sample', practice_id, id, begun_at from added;
  when 'access_test_files' then
    delete from work.owed o using added a
     where o.kind = 'sample' and o.practice_id = a.practice_id and o.id = a.test_id;
  when 'campaign_holders' then
    insert into work.owed (kind, practice_id, id, due_at)
      select 'holder', h.practice_id, h.id, c.leaves_at from added h
        join public.campaigns c on c.practice_id = h.practice_id and c.id = h.campaign_id;
  when 'requests', 'campaign_skips' then
    delete from work.owed o using added a, public.campaign_holders h
     where h.practice_id = a.practice_id and h.campaign_id = a.campaign_id and h.patient_id = a.patient_id
       and o.kind = 'holder' and o.practice_id = h.practice_id and o.id = h.id;
  when 'campaign_stops' then
    delete from work.owed o using added a, public.campaign_holders h
     where h.practice_id = a.practice_id and h.campaign_id = a.campaign_id
       and o.kind = 'holder' and o.practice_id = h.practice_id and o.id = h.id;
  when 'events' then
    -- Whoever writes an entry or signs holds the trail's head, so that neither misses the other.
    insert into work.owed (kind, practice_id, id, due_at)
      select distinct 'checkpoint'::work.owed_kind, practice_id, practice_id, at from added where name <> 'checkpoint.signed'
      on conflict do nothing;
  when 'checkpoints' then
    delete from work.owed o using added a where o.kind = 'checkpoint' and o.practice_id = a.practice_id;
  when 'practices' then
    insert into work.owed (kind, practice_id, id, due_at)
      select kind, practice_id, id, due_at from work.missing(new.practice_id) where kind in ('reminder', 'renewal')
      on conflict on constraint owed_pk do update set due_at = excluded.due_at;
  end case;
  return null;
end $$;
--> statement-breakpoint
-- Of one sitting the questions that wait although word of them arrived, and when another word may be due: never, once
-- there were as many as the practice sends of what is needed, or one of what is voluntary.
create function work.reminders_of(practice uuid, sitting uuid)
  returns table (practice_id uuid, id uuid, due_at timestamptz)
  language sql stable set search_path = '' as $$
  select r.practice_id, r.id,
         case when (select count(*) from public.reminders n where n.practice_id = r.practice_id and n.request_id = r.id)
                   < case when d.kind in ('privacy-notice', 'platform-disclosure', 'electronic-records-consent')
                       then p.most_reminders else least(p.most_reminders, 1) end
           then (select max(v.delivered_at) from public.messages m
                   join public.message_deliveries v on v.practice_id = m.practice_id and v.message_id = m.id
                  where m.practice_id = r.practice_id and m.sitting_id = r.sitting_id)
                + make_interval(days => p.reminder_days)
           else 'infinity' end
    from public.requests r
    join public.practices p on p.practice_id = r.practice_id
    join public.disclosures d on d.practice_id = r.practice_id and d.id = r.disclosure_id
   where r.practice_id = practice and r.sitting_id = sitting and r.origin <> 'patient'
     and exists (select from public.messages m
                   join public.message_deliveries v on v.practice_id = m.practice_id and v.message_id = m.id
                  where m.practice_id = r.practice_id and m.sitting_id = r.sitting_id)
     and not exists (select from public.answers a where a.practice_id = r.practice_id and a.request_id = r.id)
     and not exists (select from public.request_cancellations c where c.practice_id = r.practice_id and c.request_id = r.id)
     and not exists (select from public.request_declines n where n.practice_id = r.practice_id and n.request_id = r.id)
     and not exists (select from public.notice_endings n where n.practice_id = r.practice_id and n.request_id = r.id)
$$;
--> statement-breakpoint
-- The slow full look: whatever lacks a fact, of one practice or of all. What is missing is the queue; `owed` only finds it fast.
create function work.missing(practice uuid)
  returns table (kind work.owed_kind, practice_id uuid, id uuid, due_at timestamptz)
  language sql stable set search_path = '' as $$
  select 'document'::work.owed_kind, s.practice_id, s.id, s.signed_at from public.signatures s
   where (practice is null or s.practice_id = practice)
     and not exists (select from public.documents d where d.practice_id = s.practice_id and d.signature_id = s.id)
  union all
  select case when exists (select from public.message_failures f
                            where f.practice_id = m.practice_id and f.message_id = m.id and f.kind = 'refused') then 'refused'
              when m.kind = 'sign-in' then 'sign-in' else 'message' end::work.owed_kind,
         m.practice_id, m.id, coalesce(m.not_before, m.owed_at)
    from public.messages m
   where (practice is null or m.practice_id = practice)
     and not exists (select from public.message_deliveries d where d.practice_id = m.practice_id and d.message_id = m.id)
     and not exists (select from public.message_settlements s where s.practice_id = m.practice_id and s.message_id = m.id)
  union all
  select 'sample', t.practice_id, t.id, t.begun_at from public.access_tests t
   where (practice is null or t.practice_id = practice)
     and not exists (select from public.access_test_files f where f.practice_id = t.practice_id and f.test_id = t.id)
  union all
  select 'holder', h.practice_id, h.id, c.leaves_at from public.campaign_holders h
    join public.campaigns c on c.practice_id = h.practice_id and c.id = h.campaign_id
   where (practice is null or h.practice_id = practice)
     and not exists (select from public.campaign_stops s where s.practice_id = h.practice_id and s.campaign_id = h.campaign_id)
     and not exists (select from public.requests r
                      where r.practice_id = h.practice_id and r.campaign_id = h.campaign_id and r.patient_id = h.patient_id)
     and not exists (select from public.campaign_skips k
                      where k.practice_id = h.practice_id and k.campaign_id = h.campaign_id and k.patient_id = h.patient_id)
  union all
  select 'word', a.practice_id, a.patient_id, max(a.answered_at) + interval '1 hour' from public.answers a
   where (practice is null or a.practice_id = practice) and a.answered_at > clock_timestamp() - interval '30 days'
     and not exists (select from public.messages m
                      where m.practice_id = a.practice_id and m.patient_id = a.patient_id
                        and m.kind = 'copy-ready' and m.owed_at >= a.answered_at)
   group by a.practice_id, a.patient_id
  union all
  select 'reminder', o.practice_id, o.id, o.due_at
    from (select distinct m.practice_id, m.sitting_id from public.messages m
           where m.sitting_id is not null and (practice is null or m.practice_id = practice)) s
    cross join lateral work.reminders_of(s.practice_id, s.sitting_id) o
  union all
  select 'renewal', a.practice_id, a.id, a.expires_at - make_interval(days => p.renewal_days) from public.answers a
    join public.practices p on p.practice_id = a.practice_id
   where (practice is null or a.practice_id = practice) and a.expires_at > clock_timestamp()
  union all
  select 'checkpoint', h.practice_id, h.practice_id, h.at from public.audit_heads h
   where (practice is null or h.practice_id = practice)
     and h.size > coalesce((select max(c.size) + 1 from public.checkpoints c where c.practice_id = h.practice_id), 0)
$$;
--> statement-breakpoint
-- What stood on no list although it is owed is put there, and told of; what is a day over and owed no longer is taken off.
create function work.owe_missing()
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
  )
  select put.kind::text, count(*)::int from put group by put.kind
$$;
--> statement-breakpoint
-- Each look as before, but over what is owed, not over all there ever was; in this order and row by row: whatever the planner makes of it, with nothing owed there is nothing to read.
create or replace function work.unsealed(most int)
  returns table (practice_id uuid, id uuid)
  language sql stable security definer set search_path = ''
  set join_collapse_limit = 1 set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
  select s.practice_id, s.id
    from work.owed o
    join public.signatures s on s.practice_id = o.practice_id and s.id = o.id
    left join lateral (
      select f.practice_id, f.id, f.next_try_at from public.seal_failures f
       where f.practice_id = s.practice_id and f.signature_id = s.id
       order by f.failed_at desc limit 1) last_failure on true
   where o.kind = 'document'
     and not exists (select from public.documents d where d.practice_id = s.practice_id and d.signature_id = s.id)
     and (last_failure.id is null
          or last_failure.next_try_at <= clock_timestamp()
          or exists (select from public.seal_retries r
                      where r.practice_id = last_failure.practice_id and r.failure_id = last_failure.id))
   order by s.signed_at
   limit most
$$;
--> statement-breakpoint
create function work.unsent_among(kinds work.owed_kind[], most int)
  returns table (practice_id uuid, id uuid)
  language sql stable set search_path = ''
  set join_collapse_limit = 1 set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
  select m.practice_id, m.id
    from work.owed o
    join public.messages m on m.practice_id = o.practice_id and m.id = o.id
    left join lateral (
      select f.kind, f.failed_at, f.next_try_at from public.message_failures f
       where f.practice_id = m.practice_id and f.message_id = m.id
       order by f.failed_at desc limit 1) last_failure on true
    left join lateral (
      select a.attempted_at from public.message_attempts a
       where a.practice_id = m.practice_id and a.message_id = m.id
       order by a.attempted_at desc limit 1) last_attempt on true
   where o.kind = any (kinds) and o.due_at <= clock_timestamp()
     and not exists (select from public.message_deliveries d where d.practice_id = m.practice_id and d.message_id = m.id)
     and not exists (select from public.message_settlements s where s.practice_id = m.practice_id and s.message_id = m.id)
     and (m.not_before is null or m.not_before <= clock_timestamp())
     and (last_failure.failed_at is null
          or (last_failure.kind <> 'refused' and last_failure.next_try_at <= clock_timestamp()))
     and (last_attempt.attempted_at is null
          or last_attempt.attempted_at <= last_failure.failed_at
          or last_attempt.attempted_at < clock_timestamp() - interval '2 minutes')
   order by m.owed_at
   limit most
$$;
--> statement-breakpoint
create or replace function work.unsent(most int)
  returns table (practice_id uuid, id uuid)
  language sql stable security definer set search_path = '' as $$
  select * from work.unsent_among('{message,sign-in}', most)
$$;
--> statement-breakpoint
create or replace function work.unsent_sign_ins(most int)
  returns table (practice_id uuid, id uuid)
  language sql stable security definer set search_path = '' as $$
  select * from work.unsent_among('{sign-in}', most)
$$;
--> statement-breakpoint
create or replace function work.undrawn_tests(most int)
  returns table (practice_id uuid, id uuid)
  language sql stable security definer set search_path = '' set enable_hashjoin = off set enable_mergejoin = off as $$
  select o.practice_id, o.id from work.owed o
   where o.kind = 'sample'
     and not exists (select from public.access_test_files f where f.practice_id = o.practice_id and f.test_id = o.id)
   order by o.due_at
   limit most
$$;
--> statement-breakpoint
create or replace function work.campaigns_due(most int)
  returns table (practice_id uuid, id uuid)
  language sql stable security definer set search_path = ''
  set join_collapse_limit = 1 set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
  select c.practice_id, c.id
    from work.owed o
    join public.campaign_holders h on h.practice_id = o.practice_id and h.id = o.id
    join public.campaigns c on c.practice_id = h.practice_id and c.id = h.campaign_id
   where o.kind = 'holder' and o.due_at <= clock_timestamp() and c.leaves_at <= clock_timestamp()
     and not exists (select from public.campaign_stops s where s.practice_id = c.practice_id and s.campaign_id = c.id)
     and not exists (select from public.requests r
                      where r.practice_id = h.practice_id and r.campaign_id = h.campaign_id and r.patient_id = h.patient_id)
     and not exists (select from public.campaign_skips k
                      where k.practice_id = h.practice_id and k.campaign_id = h.campaign_id and k.patient_id = h.patient_id)
   group by c.practice_id, c.id
   order by min(c.leaves_at)
   limit most
$$;
--> statement-breakpoint
create or replace function work.copies_untold(most int)
  returns table (practice_id uuid, patient_id uuid)
  language sql stable security definer set search_path = ''
  set join_collapse_limit = 1 set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
  select a.practice_id, a.patient_id
    from work.owed o
    join public.answers a on a.practice_id = o.practice_id and a.patient_id = o.id
    join public.documents d on d.practice_id = a.practice_id and d.signature_id = a.id
   where o.kind = 'word' and o.due_at <= clock_timestamp()
     and a.answered_at between clock_timestamp() - interval '30 days' and clock_timestamp() - interval '1 hour'
     and not exists (select from public.answers later
                      where later.practice_id = a.practice_id and later.patient_id = a.patient_id
                        and later.answered_at > clock_timestamp() - interval '1 hour')
     and not exists (select from public.messages m
                      where m.practice_id = a.practice_id and m.patient_id = a.patient_id
                        and m.kind = 'copy-ready' and m.owed_at >= a.answered_at)
   group by a.practice_id, a.patient_id
   order by max(a.answered_at) desc
   limit most
$$;
--> statement-breakpoint
create or replace function work.renewals_due(most int)
  returns table (practice_id uuid, answer_id uuid)
  language sql stable security definer set search_path = ''
  set join_collapse_limit = 1 set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
  select a.practice_id, a.id
    from work.owed o
    join public.answers a on a.practice_id = o.practice_id and a.id = o.id
    join public.practices p on p.practice_id = a.practice_id
   where o.kind = 'renewal' and o.due_at <= clock_timestamp()
     and a.expires_at > clock_timestamp()
     and a.expires_at <= clock_timestamp() + make_interval(days => p.renewal_days)
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
   limit most
$$;
--> statement-breakpoint
-- Of the questions whose time has come those about which nobody is to be talked with first, and whose last word arrived.
create or replace function work.reminders_due(most int)
  returns table (practice_id uuid, sitting_id uuid)
  language sql stable security definer set search_path = ''
  set join_collapse_limit = 1 set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
  select r.practice_id, r.sitting_id
    from work.owed o
    join public.requests r on r.practice_id = o.practice_id and r.id = o.id
    join public.practices p on p.practice_id = r.practice_id
   where o.kind = 'reminder' and o.due_at <= clock_timestamp()
     and exists (select from work.reminders_of(r.practice_id, r.sitting_id) w
                  where w.id = r.id and w.due_at <= clock_timestamp())
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
                                           and v.delivered_at <= clock_timestamp() - make_interval(days => p.reminder_days))
                        and not exists (select from public.message_failures f
                                          join public.messages later
                                            on later.practice_id = f.practice_id and later.sitting_id = m.sitting_id
                                         where f.practice_id = m.practice_id and f.message_id = m.id
                                           and f.kind = 'refused' and later.owed_at > m.owed_at))
   group by r.practice_id, r.sitting_id
   order by min(r.asked_at)
   limit most
$$;
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
   where o.kind = 'checkpoint'
     and h.size > coalesce(last_checkpoint.size + 1, 0)
     and (h.size - coalesce(last_checkpoint.size, 0) >= 1000
          or coalesce(last_checkpoint.signed_at, '-infinity') < clock_timestamp() - interval '1 hour')
   limit most
$$;
--> statement-breakpoint
create or replace function work.readiness()
  returns table (unsealed_count int, oldest_unsealed numeric, unsent_count int, oldest_unsent numeric, failing int, refused int, unsigned int)
  language sql stable security definer set search_path = ''
  set join_collapse_limit = 1 set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
  with unsealed as (
    select s.practice_id, s.id, s.signed_at
      from work.owed w join public.signatures s on s.practice_id = w.practice_id and s.id = w.id
     where w.kind = 'document'
       and not exists (select from public.documents d where d.practice_id = s.practice_id and d.signature_id = s.id)
  ), open_messages as (
    select m.practice_id, m.user_id, coalesce(m.not_before, m.owed_at) as owed_at, w.kind = 'refused' as is_refused
      from work.owed w join public.messages m on m.practice_id = w.practice_id and m.id = w.id
     where w.kind in ('message', 'sign-in', 'refused') and w.due_at <= clock_timestamp()
       and not exists (select from public.message_deliveries d where d.practice_id = m.practice_id and d.message_id = m.id)
       and not exists (select from public.message_settlements s where s.practice_id = m.practice_id and s.message_id = m.id)
  )
  select (select count(*)::int from unsealed),
         (select coalesce(extract(epoch from clock_timestamp() - min(signed_at)), 0) from unsealed),
         (select count(*)::int from open_messages where not is_refused),
         (select coalesce(extract(epoch from clock_timestamp() - min(owed_at)), 0) from open_messages where not is_refused),
         (select count(*)::int from unsealed u
           where exists (select from public.seal_failures f
                          where f.practice_id = u.practice_id and f.signature_id = u.id)),
         (select count(*)::int from open_messages o
           where o.is_refused
             and not exists (select from public.messages later
                               join public.message_deliveries d
                                 on d.practice_id = later.practice_id and d.message_id = later.id
                              where later.practice_id = o.practice_id and later.user_id = o.user_id
                                and later.owed_at > o.owed_at)),
         (select count(distinct f.practice_id)::int from public.checkpoint_failures f
           where not exists (select from public.checkpoints c
                              where c.practice_id = f.practice_id and c.signed_at > f.failed_at))
$$;
--> statement-breakpoint
-- What is owed on the day this is applied.
insert into work.owed (kind, practice_id, id, due_at) select kind, practice_id, id, due_at from work.missing(null);
--> statement-breakpoint
do $$ declare fact text; begin
  foreach fact in array array['signatures', 'documents', 'messages', 'message_failures', 'message_settlements',
    'message_deliveries', 'reminders', 'request_cancellations', 'request_declines', 'notice_endings', 'answers',
    'access_tests', 'access_test_files', 'campaign_holders', 'requests', 'campaign_skips', 'campaign_stops', 'events',
    'checkpoints'] loop
    execute format('create trigger owe after insert on public.%I referencing new table as added
                    for each statement execute function work.owe()', fact);
  end loop;
end $$;
--> statement-breakpoint
create trigger owe after update of reminder_days, most_reminders, renewal_days on public.practices
  for each row execute function work.owe();
--> statement-breakpoint
revoke all on all functions in schema work from public;
--> statement-breakpoint
grant create on schema work to candor_work;
--> statement-breakpoint
alter function work.owe() owner to candor_work;
--> statement-breakpoint
alter function work.reminders_of(uuid, uuid) owner to candor_work;
--> statement-breakpoint
alter function work.missing(uuid) owner to candor_work;
--> statement-breakpoint
alter function work.owe_missing() owner to candor_work;
--> statement-breakpoint
alter function work.unsent_among(work.owed_kind[], int) owner to candor_work;
--> statement-breakpoint
revoke create on schema work from candor_work;
--> statement-breakpoint
grant execute on function work.owe_missing() to candor_app;
