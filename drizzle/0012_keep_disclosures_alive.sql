CREATE TYPE "public"."campaign_skip" AS ENUM('archived', 'mailbox-outgrown', 'already-asked', 'already-satisfied', 'said-no', 'asked-not-to', 'not-met', 'retired', 'newer-text');--> statement-breakpoint
CREATE TYPE "public"."notice_outcome" AS ENUM('refused', 'unable');--> statement-breakpoint
CREATE TYPE "public"."request_origin" AS ENUM('staff', 'patient', 'new-version', 'renewal');--> statement-breakpoint
CREATE TYPE "public"."disclosure_audience" AS ENUM('everyone', 'on-video', 'recorded', 'by-hand');--> statement-breakpoint
CREATE TYPE "public"."duty_kind" AS ENUM('stop-recording', 'decide-recordings', 'end-shares', 'agree-on-platform', 'stop-transcription', 'tell-recipients', 'stop-email', 'use-paper', 'stop-use');--> statement-breakpoint
CREATE TYPE "public"."agreement_form" AS ENUM('paper', 'email', 'other');--> statement-breakpoint
CREATE TYPE "public"."watch_conclusion" AS ENUM('no-change', 'new-text', 'stop');--> statement-breakpoint
ALTER TYPE "public"."message_kind" ADD VALUE 'reminder';--> statement-breakpoint
ALTER TYPE "public"."message_kind" ADD VALUE 'trial';--> statement-breakpoint
CREATE TABLE "access_test_files" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"test_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "access_test_files_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "access_test_files_once" UNIQUE("practice_id","test_id")
);
--> statement-breakpoint
CREATE TABLE "access_tests" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"sealed_code" "bytea" NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "access_tests_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "access_tries" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"test_id" uuid NOT NULL,
	"passed" boolean NOT NULL,
	"sealed_browser" "bytea" NOT NULL,
	"tried_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "access_tries_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "campaign_holders" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	CONSTRAINT "campaign_holders_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "campaign_holders_once" UNIQUE("practice_id","campaign_id","patient_id")
);
--> statement-breakpoint
CREATE TABLE "campaign_skips" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"reason" "campaign_skip" NOT NULL,
	"skipped_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "campaign_skips_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "campaign_skips_once" UNIQUE("practice_id","campaign_id","patient_id")
);
--> statement-breakpoint
CREATE TABLE "campaign_stops" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"stopped_at" timestamp (3) with time zone NOT NULL,
	"stopped_by" uuid NOT NULL,
	CONSTRAINT "campaign_stops_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "campaign_stops_once" UNIQUE("practice_id","campaign_id")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"disclosure_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"begun_by" uuid NOT NULL,
	"leaves_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "campaigns_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "campaigns_one_per_version" UNIQUE("practice_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "answer_corrections" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"sealed_reason" "bytea" NOT NULL,
	"corrected_at" timestamp (3) with time zone NOT NULL,
	"corrected_by" uuid NOT NULL,
	CONSTRAINT "answer_corrections_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "answer_corrections_once" UNIQUE("practice_id","answer_id")
);
--> statement-breakpoint
CREATE TABLE "notice_endings" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"outcome" "notice_outcome" NOT NULL,
	"sealed_reason" "bytea" NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"ended_by" uuid NOT NULL,
	CONSTRAINT "notice_endings_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "notice_endings_once" UNIQUE("practice_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "request_declines" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"declined_at" timestamp (3) with time zone NOT NULL,
	"declined_by" uuid NOT NULL,
	CONSTRAINT "request_declines_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "request_declines_once" UNIQUE("practice_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "request_notes" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "request_notes_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "request_notes_once" UNIQUE("practice_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"disclosure_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"content" jsonb NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"begun_by" uuid NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by" uuid NOT NULL,
	CONSTRAINT "drafts_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "drafts_one_per_disclosure" UNIQUE("practice_id","disclosure_id")
);
--> statement-breakpoint
CREATE TABLE "retirements" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"disclosure_id" uuid NOT NULL,
	"retired_at" timestamp (3) with time zone NOT NULL,
	"retired_by" uuid NOT NULL,
	CONSTRAINT "retirements_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "retirements_once" UNIQUE("practice_id","disclosure_id")
);
--> statement-breakpoint
CREATE TABLE "translation_reviews" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"disclosure_id" uuid NOT NULL,
	"language" "language" NOT NULL,
	"text_sha256" text NOT NULL,
	"reviewer" text NOT NULL,
	"reviewed_at" timestamp (3) with time zone NOT NULL,
	"noted_by" uuid NOT NULL,
	CONSTRAINT "translation_reviews_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "translation_reviews_once" UNIQUE("practice_id","disclosure_id","language","text_sha256")
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"withdrawal_id" uuid NOT NULL,
	"kind" "duty_kind" NOT NULL,
	"owner_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"owed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "duties_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "duties_once" UNIQUE("practice_id","withdrawal_id","kind")
);
--> statement-breakpoint
CREATE TABLE "duty_completions" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"duty_id" uuid NOT NULL,
	"sealed_note" "bytea",
	"done_at" timestamp (3) with time zone NOT NULL,
	"done_by" uuid NOT NULL,
	CONSTRAINT "duty_completions_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "duty_completions_once" UNIQUE("practice_id","duty_id")
);
--> statement-breakpoint
CREATE TABLE "earlier_agreement_files" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "earlier_agreement_files_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "earlier_agreement_files_once" UNIQUE("practice_id","agreement_id")
);
--> statement-breakpoint
CREATE TABLE "earlier_agreements" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"disclosure_id" uuid NOT NULL,
	"form" "agreement_form" NOT NULL,
	"agreed_on" date NOT NULL,
	"uses" jsonb NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"byte_size" integer NOT NULL,
	"sha256" text NOT NULL,
	"noted_at" timestamp (3) with time zone NOT NULL,
	"noted_by" uuid NOT NULL,
	CONSTRAINT "earlier_agreements_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "earlier_agreements_same_file" UNIQUE("practice_id","patient_id","disclosure_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "first_meetings" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"met_on" date NOT NULL,
	"noted_at" timestamp (3) with time zone NOT NULL,
	"noted_by" uuid NOT NULL,
	CONSTRAINT "first_meetings_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "first_meetings_once" UNIQUE("practice_id","patient_id")
);
--> statement-breakpoint
CREATE TABLE "treating_changes" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"former_staff_id" uuid NOT NULL,
	"next_staff_id" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "treating_changes_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"reminded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reminders_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "reminders_once" UNIQUE("practice_id","request_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "watch_conclusions" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"conclusion" "watch_conclusion" NOT NULL,
	"note" text,
	"for_patients" jsonb,
	"concluded_at" timestamp (3) with time zone NOT NULL,
	"concluded_by" uuid NOT NULL,
	CONSTRAINT "watch_conclusions_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "watch_conclusions_once" UNIQUE("practice_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "watch_entries" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject" text NOT NULL,
	"what" text NOT NULL,
	"link" text,
	"changed_on" date NOT NULL,
	"noted_at" timestamp (3) with time zone NOT NULL,
	"noted_by" uuid NOT NULL,
	CONSTRAINT "watch_entries_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "watch_entry_texts" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"disclosure_id" uuid NOT NULL,
	CONSTRAINT "watch_entry_texts_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "watch_entry_texts_once" UNIQUE("practice_id","entry_id","disclosure_id")
);
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "expires_at" timestamp (3) with time zone;--> statement-breakpoint
-- Until now nobody was asked by the system: who asked themself has no one who asked.
ALTER TABLE "requests" ADD COLUMN "origin" "request_origin";--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "asking_id" uuid;--> statement-breakpoint
ALTER TABLE "requests" DISABLE TRIGGER "refuse_change";--> statement-breakpoint
UPDATE "requests" SET "asking_id" = "sitting_id",
  "origin" = CASE WHEN "asked_by" IS NULL THEN 'patient' ELSE 'staff' END::"request_origin";--> statement-breakpoint
ALTER TABLE "requests" ENABLE TRIGGER "refuse_change";--> statement-breakpoint
ALTER TABLE "requests" ALTER COLUMN "origin" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ALTER COLUMN "asking_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "campaign_id" uuid;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD COLUMN "noted_by" uuid;--> statement-breakpoint
ALTER TABLE "disclosures" ADD COLUMN "audience" "disclosure_audience" DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "leaves_practice" boolean;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "most_viewers" integer;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "copy_for_patient" boolean;--> statement-breakpoint
ALTER TABLE "version_texts" ADD COLUMN "say_aloud" text;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "answers_last_months" integer;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "review_by" date;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "sitting_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" DISABLE TRIGGER "refuse_change";--> statement-breakpoint
UPDATE "messages" SET "sitting_id" = "requests"."sitting_id" FROM "requests"
 WHERE "messages"."kind" = 'question' AND "requests"."practice_id" = "messages"."practice_id"
   AND "requests"."id" = substring("messages"."landing" from '/requests/([0-9a-f-]{36})$')::uuid;--> statement-breakpoint
ALTER TABLE "messages" ENABLE TRIGGER "refuse_change";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "not_before" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "quiet_from" time DEFAULT '21:00';--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "quiet_until" time DEFAULT '08:00';--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "reminder_days" integer DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "most_reminders" integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "renewal_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "stop_minutes" integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "recording_after_meeting" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "publishes_texts" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "access_test_files" ADD CONSTRAINT "access_test_files_test_fk" FOREIGN KEY ("practice_id","test_id") REFERENCES "public"."access_tests"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_tests" ADD CONSTRAINT "access_tests_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_tries" ADD CONSTRAINT "access_tries_test_fk" FOREIGN KEY ("practice_id","test_id") REFERENCES "public"."access_tests"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_holders" ADD CONSTRAINT "campaign_holders_campaign_fk" FOREIGN KEY ("practice_id","campaign_id") REFERENCES "public"."campaigns"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_holders" ADD CONSTRAINT "campaign_holders_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_skips" ADD CONSTRAINT "campaign_skips_holder_fk" FOREIGN KEY ("practice_id","campaign_id","patient_id") REFERENCES "public"."campaign_holders"("practice_id","campaign_id","patient_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_stops" ADD CONSTRAINT "campaign_stops_campaign_fk" FOREIGN KEY ("practice_id","campaign_id") REFERENCES "public"."campaigns"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_version_fk" FOREIGN KEY ("practice_id","disclosure_id","version_id") REFERENCES "public"."versions"("practice_id","disclosure_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_begun_by_fk" FOREIGN KEY ("practice_id","begun_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_corrections" ADD CONSTRAINT "answer_corrections_answer_fk" FOREIGN KEY ("practice_id","answer_id") REFERENCES "public"."answers"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_corrections" ADD CONSTRAINT "answer_corrections_staff_fk" FOREIGN KEY ("practice_id","corrected_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_endings" ADD CONSTRAINT "notice_endings_request_fk" FOREIGN KEY ("practice_id","request_id") REFERENCES "public"."requests"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_endings" ADD CONSTRAINT "notice_endings_staff_fk" FOREIGN KEY ("practice_id","ended_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_declines" ADD CONSTRAINT "request_declines_request_fk" FOREIGN KEY ("practice_id","request_id") REFERENCES "public"."requests"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_notes" ADD CONSTRAINT "request_notes_request_fk" FOREIGN KEY ("practice_id","request_id") REFERENCES "public"."requests"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_disclosure_fk" FOREIGN KEY ("practice_id","disclosure_id") REFERENCES "public"."disclosures"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_saved_by_fk" FOREIGN KEY ("practice_id","saved_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retirements" ADD CONSTRAINT "retirements_disclosure_fk" FOREIGN KEY ("practice_id","disclosure_id") REFERENCES "public"."disclosures"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translation_reviews" ADD CONSTRAINT "translation_reviews_disclosure_fk" FOREIGN KEY ("practice_id","disclosure_id") REFERENCES "public"."disclosures"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translation_reviews" ADD CONSTRAINT "translation_reviews_noted_by_fk" FOREIGN KEY ("practice_id","noted_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_withdrawal_fk" FOREIGN KEY ("practice_id","withdrawal_id") REFERENCES "public"."withdrawals"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_owner_fk" FOREIGN KEY ("practice_id","owner_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_completions" ADD CONSTRAINT "duty_completions_duty_fk" FOREIGN KEY ("practice_id","duty_id") REFERENCES "public"."duties"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_completions" ADD CONSTRAINT "duty_completions_staff_fk" FOREIGN KEY ("practice_id","done_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earlier_agreement_files" ADD CONSTRAINT "earlier_agreement_files_of_fk" FOREIGN KEY ("practice_id","agreement_id") REFERENCES "public"."earlier_agreements"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earlier_agreements" ADD CONSTRAINT "earlier_agreements_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earlier_agreements" ADD CONSTRAINT "earlier_agreements_disclosure_fk" FOREIGN KEY ("practice_id","disclosure_id") REFERENCES "public"."disclosures"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earlier_agreements" ADD CONSTRAINT "earlier_agreements_noted_by_fk" FOREIGN KEY ("practice_id","noted_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_meetings" ADD CONSTRAINT "first_meetings_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "treating_changes" ADD CONSTRAINT "treating_changes_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "treating_changes" ADD CONSTRAINT "treating_changes_next_fk" FOREIGN KEY ("practice_id","next_staff_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_request_fk" FOREIGN KEY ("practice_id","request_id") REFERENCES "public"."requests"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_message_fk" FOREIGN KEY ("practice_id","message_id") REFERENCES "public"."messages"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_conclusions" ADD CONSTRAINT "watch_conclusions_entry_fk" FOREIGN KEY ("practice_id","entry_id") REFERENCES "public"."watch_entries"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_conclusions" ADD CONSTRAINT "watch_conclusions_by_fk" FOREIGN KEY ("practice_id","concluded_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_entries" ADD CONSTRAINT "watch_entries_practice_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_entries" ADD CONSTRAINT "watch_entries_noted_by_fk" FOREIGN KEY ("practice_id","noted_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_entry_texts" ADD CONSTRAINT "watch_entry_texts_entry_fk" FOREIGN KEY ("practice_id","entry_id") REFERENCES "public"."watch_entries"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_entry_texts" ADD CONSTRAINT "watch_entry_texts_disclosure_fk" FOREIGN KEY ("practice_id","disclosure_id") REFERENCES "public"."disclosures"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_tests_of_patient" ON "access_tests" USING btree ("practice_id","patient_id","begun_at");--> statement-breakpoint
CREATE INDEX "access_tries_of_test" ON "access_tries" USING btree ("practice_id","test_id","tried_at");--> statement-breakpoint
CREATE INDEX "duties_of_patient" ON "duties" USING btree ("practice_id","patient_id","owed_at");--> statement-breakpoint
CREATE INDEX "earlier_agreements_of_patient" ON "earlier_agreements" USING btree ("practice_id","patient_id","agreed_on");--> statement-breakpoint
CREATE INDEX "treating_changes_of_patient" ON "treating_changes" USING btree ("practice_id","patient_id","changed_at");--> statement-breakpoint
CREATE INDEX "watch_entries_by_day" ON "watch_entries" USING btree ("practice_id","changed_on");--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_campaign_fk" FOREIGN KEY ("practice_id","campaign_id","patient_id") REFERENCES "public"."campaign_holders"("practice_id","campaign_id","patient_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_noted_by_fk" FOREIGN KEY ("practice_id","noted_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "requests_of_asking" ON "requests" USING btree ("practice_id","asking_id");--> statement-breakpoint
CREATE INDEX "messages_of_sitting" ON "messages" USING btree ("practice_id","sitting_id");--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_one_per_campaign" UNIQUE("practice_id","campaign_id","patient_id");