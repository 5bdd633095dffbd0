call work.protect('platform_facts');
--> statement-breakpoint
call work.protect('platform_defaults');
--> statement-breakpoint
call work.protect('trouble_reports');
--> statement-breakpoint
call work.protect('platform_requests');
--> statement-breakpoint
call work.protect('platform_request_answers');
--> statement-breakpoint
call work.protect('platform_acknowledgements');
--> statement-breakpoint
call work.protect('platform_request_endings');
--> statement-breakpoint
call work.protect('placements');
--> statement-breakpoint
call work.protect('group_endings');
--> statement-breakpoint
call work.protect('groups');
--> statement-breakpoint
call work.protect('meetings');
--> statement-breakpoint
call work.protect('safeguard_texts');
--> statement-breakpoint
call work.protect('attestations');
--> statement-breakpoint
call work.protect('attestation_files');
--> statement-breakpoint
call work.protect('platforms');
--> statement-breakpoint
call work.protect('platform_leavings', 'returned_at, returned_by');
--> statement-breakpoint
call work.protect('group_members', 'left_on, left_noted_at, left_noted_by');
--> statement-breakpoint
call work.protect('rooms', 'ended_at, ended_by');
--> statement-breakpoint
call work.protect('safeguards', 'dropped_at, dropped_by');
--> statement-breakpoint
call work.protect('next_appointment_choices', 'ended_at, ended_by');
--> statement-breakpoint
grant update (requires_vendor_agreement, platform_answer_days) on practices to candor_app;
--> statement-breakpoint
create policy work_looks on public.platform_acknowledgements for select to candor_work using (true);
--> statement-breakpoint
grant select (practice_id, id, acknowledged_at) on public.platform_acknowledgements to candor_work;
--> statement-breakpoint
grant select (acknowledgement_id) on public.documents to candor_work;
--> statement-breakpoint
grant select (acknowledgement_id) on public.seal_failures to candor_work;
--> statement-breakpoint
-- What is signed and lacks a document: an acknowledgement now too.
drop function work.unsealed(int);
--> statement-breakpoint
create function work.unsealed(most int)
  returns table (practice_id uuid, answer_id uuid, withdrawal_id uuid, acknowledgement_id uuid)
  language sql stable security definer set search_path = '' as $$
  with lacking as (
    select a.practice_id, a.id as answer_id, null::uuid as withdrawal_id, null::uuid as acknowledgement_id, a.answered_at as since
      from public.answers a
     where not exists (select from public.documents d where d.practice_id = a.practice_id and d.answer_id = a.id)
    union all
    select w.practice_id, null::uuid, w.id, null::uuid, w.withdrawn_at
      from public.withdrawals w
     where not exists (select from public.documents d where d.practice_id = w.practice_id and d.withdrawal_id = w.id)
    union all
    select k.practice_id, null::uuid, null::uuid, k.id, k.acknowledged_at
      from public.platform_acknowledgements k
     where not exists (select from public.documents d where d.practice_id = k.practice_id and d.acknowledgement_id = k.id)
  )
  select l.practice_id, l.answer_id, l.withdrawal_id, l.acknowledgement_id
    from lacking l
    left join lateral (
      select f.practice_id, f.id, f.next_try_at from public.seal_failures f
       where f.practice_id = l.practice_id
         and (f.answer_id = l.answer_id or f.withdrawal_id = l.withdrawal_id or f.acknowledgement_id = l.acknowledgement_id)
       order by f.failed_at desc limit 1) last_failure on true
   where last_failure.id is null
      or last_failure.next_try_at <= clock_timestamp()
      or exists (select from public.seal_retries r
                  where r.practice_id = last_failure.practice_id and r.failure_id = last_failure.id)
   order by l.since
   limit most
$$;
--> statement-breakpoint
-- As before, and an acknowledgement is signed like an answer.
create or replace function work.readiness()
  returns table (unsealed_count int, oldest_unsealed numeric, unsent_count int, oldest_unsent numeric, failing int, refused int, unsigned int)
  language sql stable security definer set search_path = '' as $$
  with unsealed as (
    select a.answered_at as since from public.answers a
     where not exists (select from public.documents d where d.practice_id = a.practice_id and d.answer_id = a.id)
    union all
    select w.withdrawn_at from public.withdrawals w
     where not exists (select from public.documents d where d.practice_id = w.practice_id and d.withdrawal_id = w.id)
    union all
    select k.acknowledged_at from public.platform_acknowledgements k
     where not exists (select from public.documents d where d.practice_id = k.practice_id and d.acknowledgement_id = k.id)
  ), open_messages as (
    select m.practice_id, m.user_id, coalesce(m.not_before, m.owed_at) as owed_at,
           exists (select from public.message_failures f
                    where f.practice_id = m.practice_id and f.message_id = m.id and f.kind = 'refused') as is_refused
      from public.messages m
     where not exists (select from public.message_deliveries d where d.practice_id = m.practice_id and d.message_id = m.id)
       and not exists (select from public.message_settlements s where s.practice_id = m.practice_id and s.message_id = m.id)
       and (m.not_before is null or m.not_before <= clock_timestamp())
  )
  select (select count(*)::int from unsealed),
         (select coalesce(extract(epoch from clock_timestamp() - min(since)), 0) from unsealed),
         (select count(*)::int from open_messages where not is_refused),
         (select coalesce(extract(epoch from clock_timestamp() - min(owed_at)), 0) from open_messages where not is_refused),
         (select count(distinct (f.practice_id, coalesce(f.answer_id, f.withdrawal_id, f.acknowledgement_id)))::int from public.seal_failures f
           where not exists (select from public.documents d
                              where d.practice_id = f.practice_id
                                and (d.answer_id = f.answer_id or d.withdrawal_id = f.withdrawal_id
                                  or d.acknowledgement_id = f.acknowledgement_id))),
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
revoke all on all functions in schema work from public;
--> statement-breakpoint
grant create on schema work to candor_work;
--> statement-breakpoint
alter function work.unsealed(int) owner to candor_work;
--> statement-breakpoint
revoke create on schema work from candor_work;
--> statement-breakpoint
grant execute on function work.unsealed(int) to candor_app;
