CREATE TYPE "public"."signature_kind" AS ENUM('answer', 'withdrawal', 'acknowledgement');--> statement-breakpoint
CREATE TABLE "signatures" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"kind" "signature_kind" NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "signatures_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "signatures_subject" UNIQUE("practice_id","id","patient_id")
);
--> statement-breakpoint
call work.protect('signatures');
--> statement-breakpoint
-- Whatever was signed gets its row, under the id it has: no entry of a trail and no sealed document changes.
insert into signatures (practice_id, id, patient_id, kind, signed_at)
  select practice_id, id, patient_id, 'answer'::signature_kind, answered_at from answers
  union all
  select practice_id, id, patient_id, 'withdrawal', withdrawn_at from withdrawals
  union all
  select practice_id, id, patient_id, 'acknowledgement', acknowledged_at from platform_acknowledgements;
--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signatures_of_patient" ON "signatures" USING btree ("practice_id","patient_id","signed_at");--> statement-breakpoint
CREATE INDEX "signatures_order" ON "signatures" USING btree ("signed_at");--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_signature_fk" FOREIGN KEY ("practice_id","id","patient_id") REFERENCES "public"."signatures"("practice_id","id","patient_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" DROP CONSTRAINT "withdrawals_patient_fk";--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_signature_fk" FOREIGN KEY ("practice_id","id","patient_id") REFERENCES "public"."signatures"("practice_id","id","patient_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_acknowledgements" ADD CONSTRAINT "platform_acknowledgements_signature_fk" FOREIGN KEY ("practice_id","id","patient_id") REFERENCES "public"."signatures"("practice_id","id","patient_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER INDEX "answers_unsealed_order" RENAME TO "answers_order";--> statement-breakpoint
DROP INDEX "withdrawals_unsealed_order";--> statement-breakpoint
DROP INDEX "platform_acknowledgements_order";--> statement-breakpoint
-- Three columns become one by rewriting the tables: rows of facts are never updated, and their triggers refuse even the owner.
ALTER TABLE "signature_evidence"
	DROP CONSTRAINT "signature_evidence_answer_fk",
	DROP CONSTRAINT "signature_evidence_withdrawal_fk",
	DROP CONSTRAINT "signature_evidence_acknowledgement_fk",
	DROP CONSTRAINT "signature_evidence_of_one",
	DROP CONSTRAINT "signature_evidence_of_withdrawal",
	DROP CONSTRAINT "signature_evidence_of_acknowledgement";--> statement-breakpoint
ALTER TABLE "signature_evidence" RENAME COLUMN "answer_id" TO "signature_id";--> statement-breakpoint
ALTER TABLE "signature_evidence" RENAME CONSTRAINT "signature_evidence_of_answer" TO "signature_evidence_once";--> statement-breakpoint
ALTER TABLE "signature_evidence" ALTER COLUMN "signature_id" TYPE uuid USING coalesce("signature_id", "withdrawal_id", "acknowledgement_id");--> statement-breakpoint
ALTER TABLE "signature_evidence"
	ALTER COLUMN "signature_id" SET NOT NULL,
	DROP COLUMN "withdrawal_id",
	DROP COLUMN "acknowledgement_id",
	ADD CONSTRAINT "signature_evidence_signature_fk" FOREIGN KEY ("practice_id","signature_id") REFERENCES "public"."signatures"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents"
	DROP CONSTRAINT "documents_patient_fk",
	DROP CONSTRAINT "documents_answer_fk",
	DROP CONSTRAINT "documents_withdrawal_fk",
	DROP CONSTRAINT "documents_acknowledgement_fk",
	DROP CONSTRAINT "documents_of_one",
	DROP CONSTRAINT "documents_one_per_withdrawal",
	DROP CONSTRAINT "documents_one_per_acknowledgement";--> statement-breakpoint
ALTER TABLE "documents" RENAME COLUMN "answer_id" TO "signature_id";--> statement-breakpoint
ALTER TABLE "documents" RENAME CONSTRAINT "documents_one_per_answer" TO "documents_once";--> statement-breakpoint
ALTER TABLE "documents" ALTER COLUMN "signature_id" TYPE uuid USING coalesce("signature_id", "withdrawal_id", "acknowledgement_id");--> statement-breakpoint
ALTER TABLE "documents"
	ALTER COLUMN "signature_id" SET NOT NULL,
	DROP COLUMN "withdrawal_id",
	DROP COLUMN "acknowledgement_id",
	ADD CONSTRAINT "documents_signature_fk" FOREIGN KEY ("practice_id","signature_id","patient_id") REFERENCES "public"."signatures"("practice_id","id","patient_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seal_failures"
	DROP CONSTRAINT "seal_failures_answer_fk",
	DROP CONSTRAINT "seal_failures_withdrawal_fk",
	DROP CONSTRAINT "seal_failures_acknowledgement_fk",
	DROP CONSTRAINT "seal_failures_of_one";--> statement-breakpoint
DROP INDEX "seal_failures_of_withdrawal";--> statement-breakpoint
DROP INDEX "seal_failures_of_acknowledgement";--> statement-breakpoint
ALTER TABLE "seal_failures" RENAME COLUMN "answer_id" TO "signature_id";--> statement-breakpoint
ALTER INDEX "seal_failures_of_answer" RENAME TO "seal_failures_of_signature";--> statement-breakpoint
ALTER TABLE "seal_failures" ALTER COLUMN "signature_id" TYPE uuid USING coalesce("signature_id", "withdrawal_id", "acknowledgement_id");--> statement-breakpoint
ALTER TABLE "seal_failures"
	ALTER COLUMN "signature_id" SET NOT NULL,
	DROP COLUMN "withdrawal_id",
	DROP COLUMN "acknowledgement_id",
	ADD CONSTRAINT "seal_failures_signature_fk" FOREIGN KEY ("practice_id","signature_id") REFERENCES "public"."signatures"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Row security hides rows without a word: as many must have come as were signed.
do $$
declare
  signed bigint := (select count(*) from answers) + (select count(*) from withdrawals) + (select count(*) from platform_acknowledgements);
  kept bigint := (select count(*) from signatures);
begin
  if kept <> signed then
    raise exception '% of % signatures were moved', kept, signed;
  end if;
end $$;
--> statement-breakpoint
create policy work_looks on public.signatures for select to candor_work using (true);
--> statement-breakpoint
grant select (practice_id, id, signed_at) on public.signatures to candor_work;
--> statement-breakpoint
drop policy work_looks on public.withdrawals;
--> statement-breakpoint
revoke select (practice_id, id, withdrawn_at) on public.withdrawals from candor_work;
--> statement-breakpoint
drop policy work_looks on public.platform_acknowledgements;
--> statement-breakpoint
revoke select (practice_id, id, acknowledged_at) on public.platform_acknowledgements from candor_work;
--> statement-breakpoint
drop function work.unsealed(int);
--> statement-breakpoint
-- Signatures without a document, oldest first, failing ones only when their pause is over or somebody asked.
create function work.unsealed(most int)
  returns table (practice_id uuid, id uuid)
  language sql stable security definer set search_path = '' as $$
  select s.practice_id, s.id
    from public.signatures s
    left join lateral (
      select f.practice_id, f.id, f.next_try_at from public.seal_failures f
       where f.practice_id = s.practice_id and f.signature_id = s.id
       order by f.failed_at desc limit 1) last_failure on true
   where not exists (select from public.documents d where d.practice_id = s.practice_id and d.signature_id = s.id)
     and (last_failure.id is null
          or last_failure.next_try_at <= clock_timestamp()
          or exists (select from public.seal_retries r
                      where r.practice_id = last_failure.practice_id and r.failure_id = last_failure.id))
   order by s.signed_at
   limit most
$$;
--> statement-breakpoint
create or replace function work.copies_untold(most int)
  returns table (practice_id uuid, patient_id uuid)
  language sql stable security definer set search_path = '' as $$
  select a.practice_id, a.patient_id
    from public.answers a
    join public.documents d on d.practice_id = a.practice_id and d.signature_id = a.id
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
create or replace function work.readiness()
  returns table (unsealed_count int, oldest_unsealed numeric, unsent_count int, oldest_unsent numeric, failing int, refused int, unsigned int)
  language sql stable security definer set search_path = '' as $$
  with unsealed as (
    select s.practice_id, s.id, s.signed_at from public.signatures s
     where not exists (select from public.documents d where d.practice_id = s.practice_id and d.signature_id = s.id)
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
revoke all on all functions in schema work from public;
--> statement-breakpoint
grant create on schema work to candor_work;
--> statement-breakpoint
alter function work.unsealed(int) owner to candor_work;
--> statement-breakpoint
revoke create on schema work from candor_work;
--> statement-breakpoint
grant execute on function work.unsealed(int) to candor_app;
