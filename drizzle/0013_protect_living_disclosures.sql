call work.protect('access_tests');
--> statement-breakpoint
call work.protect('access_test_files');
--> statement-breakpoint
call work.protect('access_tries');
--> statement-breakpoint
call work.protect('campaigns');
--> statement-breakpoint
call work.protect('campaign_holders');
--> statement-breakpoint
call work.protect('campaign_skips');
--> statement-breakpoint
call work.protect('campaign_stops');
--> statement-breakpoint
call work.protect('answer_corrections');
--> statement-breakpoint
call work.protect('notice_endings');
--> statement-breakpoint
call work.protect('request_declines');
--> statement-breakpoint
call work.protect('request_notes');
--> statement-breakpoint
call work.protect('retirements');
--> statement-breakpoint
call work.protect('translation_reviews');
--> statement-breakpoint
call work.protect('duties');
--> statement-breakpoint
call work.protect('duty_completions');
--> statement-breakpoint
call work.protect('earlier_agreements');
--> statement-breakpoint
call work.protect('earlier_agreement_files');
--> statement-breakpoint
call work.protect('first_meetings');
--> statement-breakpoint
call work.protect('treating_changes');
--> statement-breakpoint
call work.protect('reminders');
--> statement-breakpoint
call work.protect('watch_entries');
--> statement-breakpoint
call work.protect('watch_entry_texts');
--> statement-breakpoint
call work.protect('watch_conclusions');
--> statement-breakpoint
call work.protect('drafts', 'revision, content, saved_at, saved_by');
--> statement-breakpoint
-- A draft goes when it is published or thrown away; it was never a fact.
grant delete on drafts to candor_app;
--> statement-breakpoint
grant update (audience) on disclosures to candor_app;
--> statement-breakpoint
grant update (quiet_from, quiet_until, reminder_days, most_reminders, renewal_days, stop_minutes, recording_after_meeting, publishes_texts) on practices to candor_app;
--> statement-breakpoint
create policy work_looks on public.requests for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.request_cancellations for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.request_declines for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.notice_endings for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.conversations for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.conversation_outcomes for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.answer_items for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.withdrawal_items for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.answer_corrections for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.disclosures for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.retirements for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.patients for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.patient_archivings for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.practices for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.campaigns for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.campaign_holders for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.campaign_skips for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.campaign_stops for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.reminders for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.access_tests for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.access_test_files for select to candor_work using (true);
--> statement-breakpoint
grant select (practice_id, id, patient_id, disclosure_id, sitting_id, asked_at, origin, campaign_id) on public.requests to candor_work;
--> statement-breakpoint
grant select (practice_id, request_id) on public.request_cancellations to candor_work;
--> statement-breakpoint
grant select (practice_id, request_id) on public.request_declines to candor_work;
--> statement-breakpoint
grant select (practice_id, request_id) on public.notice_endings to candor_work;
--> statement-breakpoint
grant select (practice_id, id, request_id) on public.conversations to candor_work;
--> statement-breakpoint
grant select (practice_id, conversation_id) on public.conversation_outcomes to candor_work;
--> statement-breakpoint
grant select (practice_id, id, answer_id, item_id, answer) on public.answer_items to candor_work;
--> statement-breakpoint
grant select (practice_id, answer_id, item_id) on public.withdrawal_items to candor_work;
--> statement-breakpoint
grant select (practice_id, answer_id) on public.answer_corrections to candor_work;
--> statement-breakpoint
grant select (practice_id, id, kind) on public.disclosures to candor_work;
--> statement-breakpoint
grant select (practice_id, disclosure_id) on public.retirements to candor_work;
--> statement-breakpoint
grant select (practice_id, id) on public.patients to candor_work;
--> statement-breakpoint
grant select (practice_id, patient_id, restored_at) on public.patient_archivings to candor_work;
--> statement-breakpoint
grant select (practice_id, reminder_days, most_reminders, renewal_days) on public.practices to candor_work;
--> statement-breakpoint
grant select (practice_id, id, leaves_at) on public.campaigns to candor_work;
--> statement-breakpoint
grant select (practice_id, campaign_id, patient_id) on public.campaign_holders to candor_work;
--> statement-breakpoint
grant select (practice_id, campaign_id, patient_id) on public.campaign_skips to candor_work;
--> statement-breakpoint
grant select (practice_id, campaign_id) on public.campaign_stops to candor_work;
--> statement-breakpoint
grant select (practice_id, request_id) on public.reminders to candor_work;
--> statement-breakpoint
grant select (practice_id, id, begun_at) on public.access_tests to candor_work;
--> statement-breakpoint
grant select (practice_id, test_id) on public.access_test_files to candor_work;
--> statement-breakpoint
grant select (disclosure_id, request_id, expires_at) on public.answers to candor_work;
--> statement-breakpoint
grant select (not_before, sitting_id) on public.messages to candor_work;
--> statement-breakpoint
grant select (delivered_at) on public.message_deliveries to candor_work;
--> statement-breakpoint
-- As before, and nothing leaves before its time.
create or replace function work.unsent(most int)
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
-- As before; what may not leave yet does not wait.
create or replace function work.readiness()
  returns table (unsealed_count int, oldest_unsealed numeric, unsent_count int, oldest_unsent numeric, failing int, refused int, unsigned int)
  language sql stable security definer set search_path = '' as $$
  with unsealed as (
    select a.answered_at as since from public.answers a
     where not exists (select from public.documents d where d.practice_id = a.practice_id and d.answer_id = a.id)
    union all
    select w.withdrawn_at from public.withdrawals w
     where not exists (select from public.documents d where d.practice_id = w.practice_id and d.withdrawal_id = w.id)
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
         (select count(distinct (f.practice_id, coalesce(f.answer_id, f.withdrawal_id)))::int from public.seal_failures f
           where not exists (select from public.documents d
                              where d.practice_id = f.practice_id
                                and (d.answer_id = f.answer_id or d.withdrawal_id = f.withdrawal_id))),
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
-- Campaigns whose time has come, that nobody stopped and that have somebody left to ask.
create function work.campaigns_due(most int)
  returns table (practice_id uuid, id uuid)
  language sql stable security definer set search_path = '' as $$
  select c.practice_id, c.id
    from public.campaigns c
   where c.leaves_at <= clock_timestamp()
     and not exists (select from public.campaign_stops s where s.practice_id = c.practice_id and s.campaign_id = c.id)
     and exists (
       select from public.campaign_holders h
        where h.practice_id = c.practice_id and h.campaign_id = c.id
          and not exists (select from public.requests r
                           where r.practice_id = h.practice_id and r.campaign_id = h.campaign_id and r.patient_id = h.patient_id)
          and not exists (select from public.campaign_skips s
                           where s.practice_id = h.practice_id and s.campaign_id = h.campaign_id and s.patient_id = h.patient_id))
   order by c.leaves_at
   limit most
$$;
--> statement-breakpoint
-- Answers that end within the practice's days, still say yes to something, and about which nothing was asked since.
create function work.renewals_due(most int)
  returns table (practice_id uuid, answer_id uuid)
  language sql stable security definer set search_path = '' as $$
  select a.practice_id, a.id
    from public.answers a
    join public.practices p on p.practice_id = a.practice_id
   where a.expires_at > clock_timestamp()
     and a.expires_at <= clock_timestamp() + make_interval(days => p.renewal_days)
     and exists (select from public.answer_items i
                  where i.practice_id = a.practice_id and i.answer_id = a.id and i.answer = 'yes'
                    and not exists (select from public.withdrawal_items w
                                     where w.practice_id = i.practice_id and w.answer_id = i.answer_id and w.item_id = i.item_id))
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
-- Questions that wait although word of them arrived, and arrived long enough ago for another word. What is needed
-- is reminded of as often as the practice says; what is voluntary, once.
create function work.reminders_due(most int)
  returns table (practice_id uuid, sitting_id uuid)
  language sql stable security definer set search_path = '' as $$
  select r.practice_id, r.sitting_id
    from public.requests r
    join public.practices p on p.practice_id = r.practice_id
    join public.disclosures d on d.practice_id = r.practice_id and d.id = r.disclosure_id
   where r.origin <> 'patient'
     and p.most_reminders > 0
     and not exists (select from public.answers a where a.practice_id = r.practice_id and a.request_id = r.id)
     and not exists (select from public.request_cancellations c where c.practice_id = r.practice_id and c.request_id = r.id)
     and not exists (select from public.request_declines n where n.practice_id = r.practice_id and n.request_id = r.id)
     and not exists (select from public.notice_endings n where n.practice_id = r.practice_id and n.request_id = r.id)
     and not exists (select from public.conversations c
                      where c.practice_id = r.practice_id and c.request_id = r.id
                        and not exists (select from public.conversation_outcomes o
                                         where o.practice_id = c.practice_id and o.conversation_id = c.id))
     and not exists (select from public.patient_archivings x
                      where x.practice_id = r.practice_id and x.patient_id = r.patient_id and x.restored_at is null)
     and not exists (select from public.retirements t where t.practice_id = r.practice_id and t.disclosure_id = r.disclosure_id)
     and (select count(*) from public.reminders m where m.practice_id = r.practice_id and m.request_id = r.id)
         < case when d.kind in ('privacy-notice', 'platform-disclosure', 'electronic-records-consent')
             then p.most_reminders else least(p.most_reminders, 1) end
     and not exists (select from public.messages m
                      where m.practice_id = r.practice_id and m.sitting_id = r.sitting_id
                        and not exists (select from public.message_deliveries v
                                         where v.practice_id = m.practice_id and v.message_id = m.id
                                           and v.delivered_at <= clock_timestamp() - make_interval(days => p.reminder_days)))
     and exists (select from public.messages m where m.practice_id = r.practice_id and m.sitting_id = r.sitting_id)
   group by r.practice_id, r.sitting_id
   order by min(r.asked_at)
   limit most
$$;
--> statement-breakpoint
-- Tests of a reader's device whose sample is not drawn yet.
create function work.undrawn_tests(most int)
  returns table (practice_id uuid, id uuid)
  language sql stable security definer set search_path = '' as $$
  select t.practice_id, t.id
    from public.access_tests t
   where not exists (select from public.access_test_files f where f.practice_id = t.practice_id and f.test_id = t.id)
   order by t.begun_at
   limit most
$$;
--> statement-breakpoint
revoke all on all functions in schema work from public;
--> statement-breakpoint
grant create on schema work to candor_work;
--> statement-breakpoint
alter function work.campaigns_due(int) owner to candor_work;
--> statement-breakpoint
alter function work.renewals_due(int) owner to candor_work;
--> statement-breakpoint
alter function work.reminders_due(int) owner to candor_work;
--> statement-breakpoint
alter function work.undrawn_tests(int) owner to candor_work;
--> statement-breakpoint
revoke create on schema work from candor_work;
--> statement-breakpoint
grant execute on function work.campaigns_due(int), work.renewals_due(int), work.reminders_due(int), work.undrawn_tests(int) to candor_app;
