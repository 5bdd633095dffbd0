CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE SCHEMA "work";
--> statement-breakpoint
CREATE TYPE "auth"."authentication" AS ENUM('email-link', 'email-code');--> statement-breakpoint
CREATE TYPE "auth"."membership_kind" AS ENUM('staff', 'patient', 'representative');--> statement-breakpoint
CREATE TYPE "public"."capacity" AS ENUM('self', 'parent', 'guardian', 'proxy');--> statement-breakpoint
CREATE TYPE "public"."route" AS ENUM('portal', 'in-person', 'paper', 'phone', 'system');--> statement-breakpoint
CREATE TYPE "public"."yes_or_no" AS ENUM('yes', 'no');--> statement-breakpoint
CREATE TYPE "public"."conversation_outcome" AS ENUM('questions-answered', 'wants-time', 'will-not-be-asked');--> statement-breakpoint
CREATE TYPE "public"."conversation_topic" AS ENUM('talk-first');--> statement-breakpoint
CREATE TYPE "public"."disclosure_kind" AS ENUM('privacy-notice', 'platform-disclosure', 'recording-consent', 'video-sharing-consent', 'email-risk', 'electronic-records-consent', 'platform-trade-off', 'ai-transcription', 'authorization');--> statement-breakpoint
CREATE TYPE "public"."version_change" AS ENUM('material', 'editorial');--> statement-breakpoint
CREATE TYPE "public"."seal_level" AS ENUM('B-B', 'B-T');--> statement-breakpoint
CREATE TYPE "public"."failure_kind" AS ENUM('refused', 'unreachable');--> statement-breakpoint
CREATE TYPE "public"."message_kind" AS ENUM('question', 'sign-in', 'copy-ready', 'withdrawal-confirmed');--> statement-breakpoint
CREATE TYPE "public"."first_entry_method" AS ENUM('date-of-birth', 'handed-code');--> statement-breakpoint
CREATE TYPE "public"."language" AS ENUM('en', 'es');--> statement-breakpoint
CREATE TYPE "public"."staff_role" AS ENUM('owner', 'therapist', 'office', 'auditor');--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"size" bigint NOT NULL,
	"leaf" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "audit_heads_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "audit_heads_one_row" UNIQUE("practice_id")
);
--> statement-breakpoint
CREATE TABLE "checkpoint_keys" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"public_key" "bytea" NOT NULL,
	"private_key" "bytea" NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "checkpoint_keys_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "checkpoints" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"size" bigint NOT NULL,
	"root" text NOT NULL,
	"note" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "checkpoints_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "checkpoints_one_per_size" UNIQUE("practice_id","size")
);
--> statement-breakpoint
CREATE TABLE "event_details" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"salt" "bytea" NOT NULL,
	"details" jsonb NOT NULL,
	CONSTRAINT "event_details_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "event_details_once" UNIQUE("practice_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"patient_id" uuid,
	"body" text NOT NULL,
	"leaf" text NOT NULL,
	CONSTRAINT "events_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "events_seq" UNIQUE("practice_id","seq")
);
--> statement-breakpoint
CREATE TABLE "auth"."auth_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"authentication" "auth"."authentication" NOT NULL,
	"ip" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."code_misses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"address_hash" text NOT NULL,
	"missed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."link_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key_hash" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"kind" "auth"."membership_kind" NOT NULL,
	"row_id" uuid NOT NULL,
	"began_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "auth"."practice_slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"practice_id" uuid NOT NULL,
	CONSTRAINT "practice_slugs_practice" UNIQUE("practice_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."sign_in_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"landing" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"spent_at" timestamp (3) with time zone,
	CONSTRAINT "sign_in_tokens_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "auth"."users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_verified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "users_email" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "answer_items" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"answer" "yes_or_no" NOT NULL,
	CONSTRAINT "answer_items_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "answer_items_once" UNIQUE("practice_id","answer_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"disclosure_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"language" "language" NOT NULL,
	"text_sha256" text NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	"answered_by" uuid NOT NULL,
	"capacity" "capacity" NOT NULL,
	"route" "route" NOT NULL,
	CONSTRAINT "answers_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "answers_one_per_request" UNIQUE("practice_id","request_id"),
	CONSTRAINT "answers_of_version" UNIQUE("practice_id","id","version_id")
);
--> statement-breakpoint
CREATE TABLE "request_cancellations" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"cancelled_at" timestamp (3) with time zone NOT NULL,
	"cancelled_by" uuid NOT NULL,
	CONSTRAINT "request_cancellations_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "request_cancellations_once" UNIQUE("practice_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "request_openings" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" uuid NOT NULL,
	CONSTRAINT "request_openings_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "request_openings_once" UNIQUE("practice_id","request_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"disclosure_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"sitting_id" uuid NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"due_on" date,
	"route" "route" NOT NULL,
	CONSTRAINT "requests_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "requests_subject" UNIQUE("practice_id","id","patient_id","disclosure_id")
);
--> statement-breakpoint
CREATE TABLE "signature_evidence" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"answer_id" uuid,
	"withdrawal_id" uuid,
	"sealed" "bytea" NOT NULL,
	"commitment" text NOT NULL,
	CONSTRAINT "signature_evidence_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "signature_evidence_of_answer" UNIQUE("practice_id","answer_id"),
	CONSTRAINT "signature_evidence_of_withdrawal" UNIQUE("practice_id","withdrawal_id"),
	CONSTRAINT "signature_evidence_of_one" CHECK (num_nonnulls("signature_evidence"."answer_id", "signature_evidence"."withdrawal_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "withdrawal_items" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"withdrawal_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	CONSTRAINT "withdrawal_items_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "withdrawal_items_once" UNIQUE("practice_id","answer_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"withdrawn_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by" uuid NOT NULL,
	"route" "route" NOT NULL,
	CONSTRAINT "withdrawals_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "withdrawals_of_answer" UNIQUE("practice_id","id","answer_id")
);
--> statement-breakpoint
CREATE TABLE "conversation_outcomes" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"outcome" "conversation_outcome" NOT NULL,
	"note" text,
	"concluded_at" timestamp (3) with time zone NOT NULL,
	"concluded_by" uuid NOT NULL,
	CONSTRAINT "conversation_outcomes_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "conversation_outcomes_once" UNIQUE("practice_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"topic" "conversation_topic" NOT NULL,
	"request_id" uuid NOT NULL,
	"wanted_at" timestamp (3) with time zone NOT NULL,
	"wanted_by" uuid NOT NULL,
	"route" "route" NOT NULL,
	CONSTRAINT "conversations_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "disclosures" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "disclosure_kind" NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "disclosures_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "disclosures_key" UNIQUE("practice_id","key")
);
--> statement-breakpoint
CREATE TABLE "item_texts" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"language" "language" NOT NULL,
	"label" text NOT NULL,
	"what_for" text NOT NULL,
	"who_sees" text NOT NULL,
	"where_kept" text NOT NULL,
	"until_when" text NOT NULL,
	"your_copy" text NOT NULL,
	CONSTRAINT "item_texts_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "item_texts_language" UNIQUE("practice_id","item_id","language")
);
--> statement-breakpoint
CREATE TABLE "items" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"required" boolean NOT NULL,
	CONSTRAINT "items_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "items_key" UNIQUE("practice_id","version_id","key"),
	CONSTRAINT "items_position" UNIQUE("practice_id","version_id","position"),
	CONSTRAINT "items_of_version" UNIQUE("practice_id","version_id","id")
);
--> statement-breakpoint
CREATE TABLE "version_texts" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"language" "language" NOT NULL,
	"title" text NOT NULL,
	"in_short" text NOT NULL,
	"body" text NOT NULL,
	"change_summary" text,
	"text_sha256" text NOT NULL,
	CONSTRAINT "version_texts_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "version_texts_language" UNIQUE("practice_id","version_id","language")
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"disclosure_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"change" "version_change" NOT NULL,
	"effective_from" timestamp (3) with time zone NOT NULL,
	"earlier_answers_until" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" uuid,
	CONSTRAINT "versions_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "versions_number" UNIQUE("practice_id","disclosure_id","number"),
	CONSTRAINT "versions_of_disclosure" UNIQUE("practice_id","disclosure_id","id"),
	CONSTRAINT "versions_number_from_one" CHECK ("versions"."number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "document_files" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "document_files_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "document_files_once" UNIQUE("practice_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"answer_id" uuid,
	"withdrawal_id" uuid,
	"seal_key_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"byte_size" integer NOT NULL,
	"level" "seal_level" NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "documents_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "documents_one_per_answer" UNIQUE("practice_id","answer_id"),
	CONSTRAINT "documents_one_per_withdrawal" UNIQUE("practice_id","withdrawal_id"),
	CONSTRAINT "documents_of_one" CHECK (num_nonnulls("documents"."answer_id", "documents"."withdrawal_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "seal_failures" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"answer_id" uuid,
	"withdrawal_id" uuid,
	"cause" text NOT NULL,
	"failed_at" timestamp (3) with time zone NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "seal_failures_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "seal_failures_of_one" CHECK (num_nonnulls("seal_failures"."answer_id", "seal_failures"."withdrawal_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "seal_retries" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"failure_id" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"asked_by" uuid NOT NULL,
	CONSTRAINT "seal_retries_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "seal_retries_once" UNIQUE("practice_id","failure_id")
);
--> statement-breakpoint
CREATE TABLE "message_attempts" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"attempted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_attempts_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "message_deliveries" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"delivered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_deliveries_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "message_deliveries_once" UNIQUE("practice_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "message_failures" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"kind" "failure_kind" NOT NULL,
	"cause" text NOT NULL,
	"failed_at" timestamp (3) with time zone NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	CONSTRAINT "message_failures_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "message_kind" NOT NULL,
	"user_id" uuid NOT NULL,
	"patient_id" uuid,
	"to_address" text NOT NULL,
	"language" "language" NOT NULL,
	"landing" text NOT NULL,
	"owed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "messages_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "entry_codes" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"made_by" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "entry_codes_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "first_entries" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"method" "first_entry_method" NOT NULL,
	"proven_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "first_entries_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "first_entries_once" UNIQUE("practice_id","patient_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "first_entry_misses" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"missed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "first_entry_misses_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "patient_archivings" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"archived_at" timestamp (3) with time zone NOT NULL,
	"archived_by" uuid NOT NULL,
	"restored_at" timestamp (3) with time zone,
	"restored_by" uuid,
	CONSTRAINT "patient_archivings_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "patients" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"legal_name" text NOT NULL,
	"called_name" text NOT NULL,
	"email" text,
	"phone" text,
	"language" "language" NOT NULL,
	"date_of_birth" date NOT NULL,
	"treating_staff_id" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" uuid,
	CONSTRAINT "patients_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "practices" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"phone" text NOT NULL,
	"crisis_line" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practices_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "practices_one_row" UNIQUE("practice_id"),
	CONSTRAINT "practices_id_is_practice" CHECK ("practices"."id" = "practices"."practice_id")
);
--> statement-breakpoint
CREATE TABLE "seal_keys" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"certificate" "bytea" NOT NULL,
	"private_key" "bytea" NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "seal_keys_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "staff_members" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "staff_members_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "staff_members_email" UNIQUE("practice_id","email")
);
--> statement-breakpoint
CREATE TABLE "staff_roles" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"role" "staff_role" NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"granted_by" uuid,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	CONSTRAINT "staff_roles_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "work"."installation_authority" (
	"id" uuid PRIMARY KEY NOT NULL,
	"only" boolean DEFAULT true NOT NULL,
	"certificate" "bytea" NOT NULL,
	"private_key" "bytea" NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "installation_authority_only" UNIQUE("only")
);
--> statement-breakpoint
ALTER TABLE "audit_heads" ADD CONSTRAINT "audit_heads_practice_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkpoint_keys" ADD CONSTRAINT "checkpoint_keys_practice_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkpoints" ADD CONSTRAINT "checkpoints_key_fk" FOREIGN KEY ("practice_id","key_id") REFERENCES "public"."checkpoint_keys"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_details" ADD CONSTRAINT "event_details_event_fk" FOREIGN KEY ("practice_id","event_id") REFERENCES "public"."events"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_practice_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."sign_in_tokens" ADD CONSTRAINT "sign_in_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_items" ADD CONSTRAINT "answer_items_answer_fk" FOREIGN KEY ("practice_id","answer_id","version_id") REFERENCES "public"."answers"("practice_id","id","version_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_items" ADD CONSTRAINT "answer_items_item_fk" FOREIGN KEY ("practice_id","version_id","item_id") REFERENCES "public"."items"("practice_id","version_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_request_fk" FOREIGN KEY ("practice_id","request_id","patient_id","disclosure_id") REFERENCES "public"."requests"("practice_id","id","patient_id","disclosure_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_version_fk" FOREIGN KEY ("practice_id","disclosure_id","version_id") REFERENCES "public"."versions"("practice_id","disclosure_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_cancellations" ADD CONSTRAINT "request_cancellations_request_fk" FOREIGN KEY ("practice_id","request_id") REFERENCES "public"."requests"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_openings" ADD CONSTRAINT "request_openings_request_fk" FOREIGN KEY ("practice_id","request_id") REFERENCES "public"."requests"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_openings" ADD CONSTRAINT "request_openings_version_fk" FOREIGN KEY ("practice_id","version_id") REFERENCES "public"."versions"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_version_fk" FOREIGN KEY ("practice_id","disclosure_id","version_id") REFERENCES "public"."versions"("practice_id","disclosure_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_asked_by_fk" FOREIGN KEY ("practice_id","asked_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_evidence" ADD CONSTRAINT "signature_evidence_answer_fk" FOREIGN KEY ("practice_id","answer_id") REFERENCES "public"."answers"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_evidence" ADD CONSTRAINT "signature_evidence_withdrawal_fk" FOREIGN KEY ("practice_id","withdrawal_id") REFERENCES "public"."withdrawals"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawal_items" ADD CONSTRAINT "withdrawal_items_withdrawal_fk" FOREIGN KEY ("practice_id","withdrawal_id","answer_id") REFERENCES "public"."withdrawals"("practice_id","id","answer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawal_items" ADD CONSTRAINT "withdrawal_items_answered_fk" FOREIGN KEY ("practice_id","answer_id","item_id") REFERENCES "public"."answer_items"("practice_id","answer_id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_answer_fk" FOREIGN KEY ("practice_id","answer_id") REFERENCES "public"."answers"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_outcomes" ADD CONSTRAINT "conversation_outcomes_of_fk" FOREIGN KEY ("practice_id","conversation_id") REFERENCES "public"."conversations"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_outcomes" ADD CONSTRAINT "conversation_outcomes_by_fk" FOREIGN KEY ("practice_id","concluded_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_request_fk" FOREIGN KEY ("practice_id","request_id") REFERENCES "public"."requests"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_practice_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_texts" ADD CONSTRAINT "item_texts_item_fk" FOREIGN KEY ("practice_id","item_id") REFERENCES "public"."items"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_version_fk" FOREIGN KEY ("practice_id","version_id") REFERENCES "public"."versions"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_texts" ADD CONSTRAINT "version_texts_version_fk" FOREIGN KEY ("practice_id","version_id") REFERENCES "public"."versions"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_disclosure_fk" FOREIGN KEY ("practice_id","disclosure_id") REFERENCES "public"."disclosures"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_document_fk" FOREIGN KEY ("practice_id","document_id") REFERENCES "public"."documents"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_answer_fk" FOREIGN KEY ("practice_id","answer_id") REFERENCES "public"."answers"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_withdrawal_fk" FOREIGN KEY ("practice_id","withdrawal_id") REFERENCES "public"."withdrawals"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_seal_key_fk" FOREIGN KEY ("practice_id","seal_key_id") REFERENCES "public"."seal_keys"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seal_failures" ADD CONSTRAINT "seal_failures_answer_fk" FOREIGN KEY ("practice_id","answer_id") REFERENCES "public"."answers"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seal_failures" ADD CONSTRAINT "seal_failures_withdrawal_fk" FOREIGN KEY ("practice_id","withdrawal_id") REFERENCES "public"."withdrawals"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seal_retries" ADD CONSTRAINT "seal_retries_failure_fk" FOREIGN KEY ("practice_id","failure_id") REFERENCES "public"."seal_failures"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_attempts" ADD CONSTRAINT "message_attempts_message_fk" FOREIGN KEY ("practice_id","message_id") REFERENCES "public"."messages"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_deliveries" ADD CONSTRAINT "message_deliveries_message_fk" FOREIGN KEY ("practice_id","message_id") REFERENCES "public"."messages"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_failures" ADD CONSTRAINT "message_failures_message_fk" FOREIGN KEY ("practice_id","message_id") REFERENCES "public"."messages"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_practice_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_codes" ADD CONSTRAINT "entry_codes_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_entries" ADD CONSTRAINT "first_entries_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_entry_misses" ADD CONSTRAINT "first_entry_misses_practice_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_archivings" ADD CONSTRAINT "patient_archivings_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patients" ADD CONSTRAINT "patients_practice_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patients" ADD CONSTRAINT "patients_treating_staff_fk" FOREIGN KEY ("practice_id","treating_staff_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seal_keys" ADD CONSTRAINT "seal_keys_practice_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_members" ADD CONSTRAINT "staff_members_practice_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_staff_fk" FOREIGN KEY ("practice_id","staff_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_of_patient" ON "events" USING btree ("practice_id","patient_id","seq");--> statement-breakpoint
CREATE INDEX "events_of_actor" ON "events" USING btree ("practice_id","actor_id","seq");--> statement-breakpoint
CREATE INDEX "events_by_name" ON "events" USING btree ("practice_id","name","seq");--> statement-breakpoint
CREATE INDEX "events_by_day" ON "events" USING btree ("practice_id","at");--> statement-breakpoint
CREATE INDEX "auth_sessions_of_user" ON "auth"."auth_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "code_misses_of_address" ON "auth"."code_misses" USING btree ("address_hash","missed_at");--> statement-breakpoint
CREATE INDEX "link_requests_by_key" ON "auth"."link_requests" USING btree ("key_hash","requested_at");--> statement-breakpoint
CREATE INDEX "memberships_of_user" ON "auth"."memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_one_open" ON "auth"."memberships" USING btree ("practice_id","kind","row_id","user_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "sign_in_tokens_of_user" ON "auth"."sign_in_tokens" USING btree ("user_id","made_at");--> statement-breakpoint
CREATE INDEX "answers_of_patient" ON "answers" USING btree ("practice_id","patient_id","answered_at");--> statement-breakpoint
CREATE INDEX "answers_unsealed_order" ON "answers" USING btree ("answered_at");--> statement-breakpoint
CREATE INDEX "requests_for_board" ON "requests" USING btree ("practice_id","patient_id","disclosure_id","asked_at");--> statement-breakpoint
CREATE INDEX "requests_of_sitting" ON "requests" USING btree ("practice_id","sitting_id");--> statement-breakpoint
CREATE INDEX "withdrawals_of_patient" ON "withdrawals" USING btree ("practice_id","patient_id","withdrawn_at");--> statement-breakpoint
CREATE INDEX "withdrawals_unsealed_order" ON "withdrawals" USING btree ("withdrawn_at");--> statement-breakpoint
CREATE INDEX "conversations_of_request" ON "conversations" USING btree ("practice_id","request_id","wanted_at");--> statement-breakpoint
CREATE INDEX "conversations_of_patient" ON "conversations" USING btree ("practice_id","patient_id","wanted_at");--> statement-breakpoint
CREATE INDEX "documents_of_patient" ON "documents" USING btree ("practice_id","patient_id","sealed_at");--> statement-breakpoint
CREATE INDEX "seal_failures_of_answer" ON "seal_failures" USING btree ("practice_id","answer_id","failed_at");--> statement-breakpoint
CREATE INDEX "seal_failures_of_withdrawal" ON "seal_failures" USING btree ("practice_id","withdrawal_id","failed_at");--> statement-breakpoint
CREATE INDEX "message_attempts_of_message" ON "message_attempts" USING btree ("practice_id","message_id","attempted_at");--> statement-breakpoint
CREATE INDEX "message_failures_of_message" ON "message_failures" USING btree ("practice_id","message_id","failed_at");--> statement-breakpoint
CREATE INDEX "messages_of_patient" ON "messages" USING btree ("practice_id","patient_id","owed_at");--> statement-breakpoint
CREATE INDEX "messages_unsent_order" ON "messages" USING btree ("owed_at");--> statement-breakpoint
CREATE INDEX "entry_codes_by_patient" ON "entry_codes" USING btree ("practice_id","patient_id","made_at");--> statement-breakpoint
CREATE INDEX "first_entry_misses_by_user" ON "first_entry_misses" USING btree ("practice_id","user_id","missed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "patient_archivings_one_open" ON "patient_archivings" USING btree ("practice_id","patient_id") WHERE restored_at is null;--> statement-breakpoint
CREATE INDEX "patients_by_address" ON "patients" USING btree ("practice_id","email");--> statement-breakpoint
CREATE INDEX "patients_by_name" ON "patients" USING btree ("practice_id","legal_name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_roles_one_open" ON "staff_roles" USING btree ("practice_id","staff_id","role") WHERE ended_at is null;