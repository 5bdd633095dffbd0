call work.protect('put_backs');
--> statement-breakpoint
create policy work_looks on public.put_backs for select to candor_work using (true);
--> statement-breakpoint
grant select (practice_id, withdrawal_id) on public.put_backs to candor_work;
--> statement-breakpoint
grant select (withdrawal_id) on public.withdrawal_items to candor_work;
--> statement-breakpoint
-- As before; what was put back says yes again.
create or replace function work.renewals_due(most int)
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
