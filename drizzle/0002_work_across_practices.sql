-- What the worker may see across practices: ids and due times of rows that lack a fact, and nothing else.
create policy work_looks on public.answers for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.withdrawals for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.documents for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.seal_failures for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.seal_retries for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.messages for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.message_attempts for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.message_deliveries for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.message_failures for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.audit_heads for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.checkpoints for select to candor_work using (true);
--> statement-breakpoint
grant select (practice_id, id, answered_at) on public.answers to candor_work;
--> statement-breakpoint
grant select (practice_id, id, withdrawn_at) on public.withdrawals to candor_work;
--> statement-breakpoint
grant select (practice_id, answer_id, withdrawal_id) on public.documents to candor_work;
--> statement-breakpoint
grant select (practice_id, id, answer_id, withdrawal_id, failed_at, next_try_at) on public.seal_failures to candor_work;
--> statement-breakpoint
grant select (practice_id, failure_id) on public.seal_retries to candor_work;
--> statement-breakpoint
grant select (practice_id, id, owed_at) on public.messages to candor_work;
--> statement-breakpoint
grant select (practice_id, message_id, attempted_at) on public.message_attempts to candor_work;
--> statement-breakpoint
grant select (practice_id, message_id) on public.message_deliveries to candor_work;
--> statement-breakpoint
grant select (practice_id, message_id, kind, failed_at, next_try_at) on public.message_failures to candor_work;
--> statement-breakpoint
grant select (practice_id, size, at) on public.audit_heads to candor_work;
--> statement-breakpoint
grant select (practice_id, size, signed_at) on public.checkpoints to candor_work;
--> statement-breakpoint
-- Answers and withdrawals without a document, oldest first, failing ones only when their pause is over.
create function work.unsealed(most int)
  returns table (practice_id uuid, answer_id uuid, withdrawal_id uuid)
  language sql stable security definer set search_path = '' as $$
  with lacking as (
    select a.practice_id, a.id as answer_id, null::uuid as withdrawal_id, a.answered_at as since
      from public.answers a
     where not exists (select from public.documents d where d.practice_id = a.practice_id and d.answer_id = a.id)
    union all
    select w.practice_id, null::uuid, w.id, w.withdrawn_at
      from public.withdrawals w
     where not exists (select from public.documents d where d.practice_id = w.practice_id and d.withdrawal_id = w.id)
  )
  select l.practice_id, l.answer_id, l.withdrawal_id
    from lacking l
    left join lateral (
      select f.practice_id, f.id, f.next_try_at from public.seal_failures f
       where f.practice_id = l.practice_id
         and (f.answer_id = l.answer_id or f.withdrawal_id = l.withdrawal_id)
       order by f.failed_at desc limit 1) last_failure on true
   where last_failure.id is null
      or last_failure.next_try_at <= clock_timestamp()
      or exists (select from public.seal_retries r
                  where r.practice_id = last_failure.practice_id and r.failure_id = last_failure.id)
   order by l.since
   limit most
$$;
--> statement-breakpoint
-- Messages without a delivery that were not refused for good, whose pause is over and that nobody is sending right now.
create function work.unsent(most int)
  returns table (practice_id uuid, id uuid)
  language sql stable security definer set search_path = '' as $$
  select m.practice_id, m.id
    from public.messages m
    left join lateral (
      select f.kind, f.failed_at, f.next_try_at from public.message_failures f
       where f.practice_id = m.practice_id and f.message_id = m.id
       order by f.failed_at desc limit 1) last_failure on true
    left join lateral (
      select a.attempted_at from public.message_attempts a
       where a.practice_id = m.practice_id and a.message_id = m.id
       order by a.attempted_at desc limit 1) last_attempt on true
   where not exists (select from public.message_deliveries d where d.practice_id = m.practice_id and d.message_id = m.id)
     and (last_failure.failed_at is null
          or (last_failure.kind <> 'refused' and last_failure.next_try_at <= clock_timestamp()))
     and (last_attempt.attempted_at is null
          or last_attempt.attempted_at <= last_failure.failed_at
          or last_attempt.attempted_at < clock_timestamp() - interval '2 minutes')
   order by m.owed_at
   limit most
$$;
--> statement-breakpoint
-- Trails with 1,000 events since the last checkpoint, or with anything new and no checkpoint for a day.
create function work.checkpoints_due(most int)
  returns table (practice_id uuid)
  language sql stable security definer set search_path = '' as $$
  select h.practice_id
    from public.audit_heads h
    left join lateral (
      select c.size, c.signed_at from public.checkpoints c
       where c.practice_id = h.practice_id order by c.size desc limit 1) last_checkpoint on true
   where h.size > coalesce(last_checkpoint.size, 0)
     and (h.size - coalesce(last_checkpoint.size, 0) >= 1000
          or coalesce(last_checkpoint.signed_at, '-infinity') < clock_timestamp() - interval '1 day')
   limit most
$$;
--> statement-breakpoint
create function work.readiness()
  returns table (unsealed_count int, oldest_unsealed numeric, unsent_count int, oldest_unsent numeric, failing int)
  language sql stable security definer set search_path = '' as $$
  with unsealed as (
    select a.answered_at as since from public.answers a
     where not exists (select from public.documents d where d.practice_id = a.practice_id and d.answer_id = a.id)
    union all
    select w.withdrawn_at from public.withdrawals w
     where not exists (select from public.documents d where d.practice_id = w.practice_id and d.withdrawal_id = w.id)
  ), unsent as (
    select m.owed_at as since from public.messages m
     where not exists (select from public.message_deliveries d where d.practice_id = m.practice_id and d.message_id = m.id)
       and not exists (select from public.message_failures f
                        where f.practice_id = m.practice_id and f.message_id = m.id and f.kind = 'refused')
  )
  select (select count(*)::int from unsealed),
         (select coalesce(extract(epoch from clock_timestamp() - min(since)), 0) from unsealed),
         (select count(*)::int from unsent),
         (select coalesce(extract(epoch from clock_timestamp() - min(since)), 0) from unsent),
         (select count(distinct (f.practice_id, coalesce(f.answer_id, f.withdrawal_id)))::int from public.seal_failures f
           where not exists (select from public.documents d
                              where d.practice_id = f.practice_id
                                and (d.answer_id = f.answer_id or d.withdrawal_id = f.withdrawal_id)))
$$;
--> statement-breakpoint
-- Every practice of the installation, for the command line and the certificates the verifier pins.
create function work.practice_ids()
  returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select h.practice_id from public.audit_heads h order by h.practice_id
$$;
--> statement-breakpoint
revoke all on all functions in schema work from public;
--> statement-breakpoint
grant create on schema work to candor_work;
--> statement-breakpoint
alter function work.unsealed(int) owner to candor_work;
--> statement-breakpoint
alter function work.unsent(int) owner to candor_work;
--> statement-breakpoint
alter function work.checkpoints_due(int) owner to candor_work;
--> statement-breakpoint
alter function work.readiness() owner to candor_work;
--> statement-breakpoint
alter function work.practice_ids() owner to candor_work;
--> statement-breakpoint
revoke create on schema work from candor_work;
--> statement-breakpoint
grant execute on function work.unsealed(int), work.unsent(int), work.checkpoints_due(int), work.readiness(), work.practice_ids() to candor_app;
