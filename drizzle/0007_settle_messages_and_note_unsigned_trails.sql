CREATE TYPE "public"."signing_fault" AS ENUM('altered', 'unable');--> statement-breakpoint
CREATE TYPE "public"."settlement_cause" AS ENUM('nothing-open', 'archived');--> statement-breakpoint
CREATE TABLE "checkpoint_failures" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fault" "signing_fault" NOT NULL,
	"failed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "checkpoint_failures_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "message_settlements" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"cause" "settlement_cause" NOT NULL,
	"settled_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_settlements_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "message_settlements_once" UNIQUE("practice_id","message_id")
);
--> statement-breakpoint
ALTER TABLE "checkpoint_failures" ADD CONSTRAINT "checkpoint_failures_practice_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_settlements" ADD CONSTRAINT "message_settlements_message_fk" FOREIGN KEY ("practice_id","message_id") REFERENCES "public"."messages"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "checkpoint_failures_by_time" ON "checkpoint_failures" USING btree ("practice_id","failed_at");--> statement-breakpoint
call work.protect('checkpoint_failures');
--> statement-breakpoint
call work.protect('message_settlements');
--> statement-breakpoint
create policy work_looks on public.checkpoint_failures for select to candor_work using (true);
--> statement-breakpoint
create policy work_looks on public.message_settlements for select to candor_work using (true);
--> statement-breakpoint
grant select (practice_id, failed_at) on public.checkpoint_failures to candor_work;
--> statement-breakpoint
grant select (practice_id, message_id) on public.message_settlements to candor_work;
--> statement-breakpoint
grant select (user_id, patient_id, kind) on public.messages to candor_work;
--> statement-breakpoint
grant select (patient_id) on public.answers to candor_work;
--> statement-breakpoint
-- Messages without a delivery that were neither settled nor refused for good, whose pause is over and that nobody is sending right now.
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
     and (last_failure.failed_at is null
          or (last_failure.kind <> 'refused' and last_failure.next_try_at <= clock_timestamp()))
     and (last_attempt.attempted_at is null
          or last_attempt.attempted_at <= last_failure.failed_at
          or last_attempt.attempted_at < clock_timestamp() - interval '2 minutes')
   order by m.owed_at
   limit most
$$;
--> statement-breakpoint
-- Patients who stopped an hour ago and have documents nobody told them of, newest first; after thirty days nobody is told any more.
create function work.copies_untold(most int)
  returns table (practice_id uuid, patient_id uuid)
  language sql stable security definer set search_path = '' as $$
  select a.practice_id, a.patient_id
    from public.answers a
    join public.documents d on d.practice_id = a.practice_id and d.answer_id = a.id
   where a.answered_at between clock_timestamp() - interval '30 days' and clock_timestamp() - interval '1 hour'
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
drop function work.readiness();
--> statement-breakpoint
-- `refused` are messages a mailbox did not take and after which nothing reached that person; `unsigned` are practices whose trail could not be signed last.
create function work.readiness()
  returns table (unsealed_count int, oldest_unsealed numeric, unsent_count int, oldest_unsent numeric, failing int, refused int, unsigned int)
  language sql stable security definer set search_path = '' as $$
  with unsealed as (
    select a.answered_at as since from public.answers a
     where not exists (select from public.documents d where d.practice_id = a.practice_id and d.answer_id = a.id)
    union all
    select w.withdrawn_at from public.withdrawals w
     where not exists (select from public.documents d where d.practice_id = w.practice_id and d.withdrawal_id = w.id)
  ), open_messages as (
    select m.practice_id, m.user_id, m.owed_at,
           exists (select from public.message_failures f
                    where f.practice_id = m.practice_id and f.message_id = m.id and f.kind = 'refused') as is_refused
      from public.messages m
     where not exists (select from public.message_deliveries d where d.practice_id = m.practice_id and d.message_id = m.id)
       and not exists (select from public.message_settlements s where s.practice_id = m.practice_id and s.message_id = m.id)
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
revoke all on all functions in schema work from public;
--> statement-breakpoint
grant create on schema work to candor_work;
--> statement-breakpoint
alter function work.copies_untold(int) owner to candor_work;
--> statement-breakpoint
alter function work.readiness() owner to candor_work;
--> statement-breakpoint
revoke create on schema work from candor_work;
--> statement-breakpoint
grant execute on function work.copies_untold(int), work.readiness() to candor_app;
