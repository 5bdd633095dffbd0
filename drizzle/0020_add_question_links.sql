ALTER TYPE "auth"."authentication" ADD VALUE 'question-link';--> statement-breakpoint
CREATE TABLE "auth"."question_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"sitting_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"landing" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	CONSTRAINT "question_links_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "auth"."auth_sessions" ADD COLUMN "practice_id" uuid;--> statement-breakpoint
ALTER TABLE "auth"."auth_sessions" ADD COLUMN "landing" text;--> statement-breakpoint
ALTER TABLE "auth"."question_links" ADD CONSTRAINT "question_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "question_links_of_user" ON "auth"."question_links" USING btree ("user_id","practice_id","patient_id");--> statement-breakpoint
grant select, insert on auth.question_links to candor_app;
--> statement-breakpoint
grant update (opened_at) on auth.question_links to candor_app;
--> statement-breakpoint
-- A session began in the moment its link was spent.
update auth.auth_sessions s set practice_id = t.practice_id, landing = t.landing
  from auth.sign_in_tokens t where t.user_id = s.user_id and t.spent_at = s.created_at;
--> statement-breakpoint
-- A mail that was refused holds up no reminder once another went out in its place.
create or replace function work.reminders_due(most int)
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
                                           and v.delivered_at <= clock_timestamp() - make_interval(days => p.reminder_days))
                        and not exists (select from public.message_failures f
                                          join public.messages later
                                            on later.practice_id = f.practice_id and later.sitting_id = m.sitting_id
                                         where f.practice_id = m.practice_id and f.message_id = m.id
                                           and f.kind = 'refused' and later.owed_at > m.owed_at))
     and exists (select from public.messages m where m.practice_id = r.practice_id and m.sitting_id = r.sitting_id)
   group by r.practice_id, r.sitting_id
   order by min(r.asked_at)
   limit most
$$;
