CREATE TYPE "public"."group_kind" AS ENUM('couple', 'family', 'therapy-group');--> statement-breakpoint
CREATE TYPE "public"."placement_origin" AS ENUM('request', 'exception', 'staff', 'back');--> statement-breakpoint
CREATE TYPE "public"."acknowledgement_kind" AS ENUM('signed', 'explained');--> statement-breakpoint
CREATE TYPE "public"."platform_decision" AS ENUM('yes', 'trial', 'talk', 'not-possible');--> statement-breakpoint
CREATE TYPE "public"."platform_hindrance" AS ENUM('no-agreement', 'not-offered', 'needs-picture', 'not-private-enough', 'law-or-insurer', 'own-words');--> statement-breakpoint
CREATE TYPE "public"."platform_request_end" AS ENUM('taken-back', 'declined', 'gone-back', 'kept');--> statement-breakpoint
CREATE TYPE "public"."platform_wish" AS ENUM('platform', 'something-else', 'not-sure');--> statement-breakpoint
CREATE TYPE "public"."platform_fact_key" AS ENUM('account-needed', 'in-browser', 'end-to-end-encryption', 'recording', 'vendor-agreement', 'content-use', 'guest-tracking', 'outside-scrutiny', 'cost', 'dial-in', 'quality', 'ease');--> statement-breakpoint
CREATE TYPE "public"."platform_fact_source" AS ENUM('checked', 'vendor', 'opinion', 'experience', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."platform_fact_value" AS ENUM('yes', 'no', 'partly', 'good', 'fair', 'poor', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."platform_kind" AS ENUM('video', 'phone', 'in-person');--> statement-breakpoint
CREATE TYPE "public"."trouble_kind" AS ENUM('could-not-get-in', 'sound-poor', 'picture-poor', 'line-dropped');--> statement-breakpoint
CREATE TYPE "public"."attestation_outcome" AS ENUM('holds', 'fails');--> statement-breakpoint
CREATE TYPE "public"."safeguard_kind" AS ENUM('setting', 'habit');--> statement-breakpoint
ALTER TYPE "public"."conversation_outcome" ADD VALUE 'stays-as-it-is';--> statement-breakpoint
ALTER TYPE "public"."conversation_outcome" ADD VALUE 'will-be-decided';--> statement-breakpoint
ALTER TYPE "public"."conversation_topic" ADD VALUE 'platform';--> statement-breakpoint
ALTER TYPE "public"."message_kind" ADD VALUE 'platform-news';--> statement-breakpoint
CREATE TABLE "group_endings" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"ended_by" uuid NOT NULL,
	CONSTRAINT "group_endings_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "group_endings_once" UNIQUE("practice_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"joined_on" date NOT NULL,
	"joined_noted_at" timestamp (3) with time zone NOT NULL,
	"joined_noted_by" uuid NOT NULL,
	"left_on" date,
	"left_noted_at" timestamp (3) with time zone,
	"left_noted_by" uuid,
	CONSTRAINT "group_members_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "group_members_leave_after_joining" CHECK ("group_members"."left_on" >= "group_members"."joined_on"),
	CONSTRAINT "group_members_left_is_noted" CHECK (num_nonnulls("group_members"."left_on", "group_members"."left_noted_at", "group_members"."left_noted_by") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "group_kind" NOT NULL,
	"name" text NOT NULL,
	"treating_staff_id" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"made_by" uuid NOT NULL,
	CONSTRAINT "groups_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "placements" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid,
	"group_id" uuid,
	"platform_id" uuid,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone,
	"origin" "placement_origin" NOT NULL,
	"request_id" uuid,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"by_user" uuid NOT NULL,
	"by_staff" uuid,
	"route" "route" NOT NULL,
	CONSTRAINT "placements_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "placements_once_a_request" UNIQUE("practice_id","request_id","origin"),
	CONSTRAINT "placements_of_one" CHECK (num_nonnulls("placements"."patient_id", "placements"."group_id") = 1),
	CONSTRAINT "placements_end_after_they_begin" CHECK ("placements"."until" > "placements"."since")
);
--> statement-breakpoint
CREATE TABLE "next_appointment_choices" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	"by_user" uuid NOT NULL,
	"by_staff" uuid,
	"route" "route" NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	CONSTRAINT "next_appointment_choices_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "platform_acknowledgements" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"kind" "acknowledgement_kind" NOT NULL,
	"explained_on" date,
	"language" "language" NOT NULL,
	"title" text NOT NULL,
	"in_short" text NOT NULL,
	"body" text NOT NULL,
	"statement" text NOT NULL,
	"text_sha256" text NOT NULL,
	"acknowledged_at" timestamp (3) with time zone NOT NULL,
	"by_user" uuid NOT NULL,
	"by_staff" uuid,
	"route" "route" NOT NULL,
	CONSTRAINT "platform_acknowledgements_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "platform_acknowledgements_once" UNIQUE("practice_id","request_id"),
	CONSTRAINT "platform_acknowledgements_explained_by_staff" CHECK (("platform_acknowledgements"."kind" = 'explained') = ("platform_acknowledgements"."explained_on" is not null and "platform_acknowledgements"."by_staff" is not null))
);
--> statement-breakpoint
CREATE TABLE "platform_request_answers" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"decision" "platform_decision" NOT NULL,
	"platform_id" uuid,
	"from_on" date,
	"trial_until" date,
	"review_on" date,
	"hindrance" "platform_hindrance",
	"sealed_words" "bytea",
	"words_language" "language",
	"answered_at" timestamp (3) with time zone NOT NULL,
	"answered_by" uuid NOT NULL,
	CONSTRAINT "platform_request_answers_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "platform_request_answers_agree_on_one" CHECK (("platform_request_answers"."decision" in ('yes', 'trial')) = ("platform_request_answers"."platform_id" is not null and "platform_request_answers"."from_on" is not null)),
	CONSTRAINT "platform_request_answers_trial_ends" CHECK (("platform_request_answers"."decision" = 'trial') = ("platform_request_answers"."trial_until" is not null) and "platform_request_answers"."trial_until" >= "platform_request_answers"."from_on"),
	CONSTRAINT "platform_request_answers_say_why" CHECK (("platform_request_answers"."decision" = 'not-possible') = ("platform_request_answers"."hindrance" is not null))
);
--> statement-breakpoint
CREATE TABLE "platform_request_endings" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" "platform_request_end" NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"by_user" uuid NOT NULL,
	"by_staff" uuid,
	"route" "route" NOT NULL,
	CONSTRAINT "platform_request_endings_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "platform_request_endings_once" UNIQUE("practice_id","request_id","kind")
);
--> statement-breakpoint
CREATE TABLE "platform_requests" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"wish" "platform_wish" NOT NULL,
	"platform_id" uuid,
	"sealed_other" "bytea",
	"sealed_reason" "bytea",
	"wanted_at" timestamp (3) with time zone NOT NULL,
	"by_user" uuid NOT NULL,
	"by_staff" uuid,
	"route" "route" NOT NULL,
	CONSTRAINT "platform_requests_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "platform_requests_subject" UNIQUE("practice_id","id","patient_id"),
	CONSTRAINT "platform_requests_name_one" CHECK (("platform_requests"."wish" = 'platform') = ("platform_requests"."platform_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "platform_defaults" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"effective_from" timestamp (3) with time zone NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"set_by" uuid,
	CONSTRAINT "platform_defaults_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "platform_facts" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"key" "platform_fact_key" NOT NULL,
	"value" "platform_fact_value" NOT NULL,
	"words" jsonb,
	"source" "platform_fact_source" NOT NULL,
	"source_name" text,
	"link" text,
	"checked_on" date NOT NULL,
	"good_until" date,
	"noted_at" timestamp (3) with time zone NOT NULL,
	"noted_by" uuid NOT NULL,
	CONSTRAINT "platform_facts_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "platform_facts_unknown_is_unknown" CHECK (("platform_facts"."value" = 'unknown') = ("platform_facts"."source" = 'unknown')),
	CONSTRAINT "platform_facts_opinion_of_somebody" CHECK (("platform_facts"."source" = 'opinion') = ("platform_facts"."source_name" is not null))
);
--> statement-breakpoint
CREATE TABLE "platform_leavings" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"why" text NOT NULL,
	"left_at" timestamp (3) with time zone NOT NULL,
	"left_by" uuid NOT NULL,
	"returned_at" timestamp (3) with time zone,
	"returned_by" uuid,
	CONSTRAINT "platform_leavings_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "platforms" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "platform_kind" NOT NULL,
	"name" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" uuid,
	CONSTRAINT "platforms_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "trouble_reports" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"kind" "trouble_kind" NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"by_user" uuid NOT NULL,
	"by_staff" uuid,
	"route" "route" NOT NULL,
	CONSTRAINT "trouble_reports_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"patient_id" uuid,
	"group_id" uuid,
	"staff_id" uuid,
	"noted_at" timestamp (3) with time zone NOT NULL,
	"noted_by" uuid NOT NULL,
	CONSTRAINT "meetings_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "meetings_key" UNIQUE("practice_id","key"),
	CONSTRAINT "meetings_of_patient" UNIQUE("practice_id","id","patient_id"),
	CONSTRAINT "meetings_of_group" UNIQUE("practice_id","id","group_id"),
	CONSTRAINT "meetings_of_one" CHECK (num_nonnulls("meetings"."patient_id", "meetings"."group_id", "meetings"."staff_id") = 1),
	CONSTRAINT "meetings_one_spelling" CHECK ("meetings"."key" ~ '^([0-9]{6,20}|[a-z0-9.-]+(:[0-9]+)?/[^[:space:]?#]+)$' and "meetings"."key" = lower("meetings"."key"))
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"patient_id" uuid,
	"group_id" uuid,
	"sealed_link" "bytea",
	"sealed_passcode" "bytea",
	"has_waiting_room" boolean NOT NULL,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	"assigned_by" uuid NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	CONSTRAINT "rooms_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "rooms_of_one" CHECK (num_nonnulls("rooms"."patient_id", "rooms"."group_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "attestation_files" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"attestation_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"byte_size" integer NOT NULL,
	"sha256" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "attestation_files_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "attestation_files_once" UNIQUE("practice_id","attestation_id")
);
--> statement-breakpoint
CREATE TABLE "attestations" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"safeguard_id" uuid NOT NULL,
	"outcome" "attestation_outcome" NOT NULL,
	"checked_on" date NOT NULL,
	"sealed_note" "bytea",
	"attested_at" timestamp (3) with time zone NOT NULL,
	"attested_by" uuid NOT NULL,
	CONSTRAINT "attestations_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "safeguard_texts" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"safeguard_id" uuid NOT NULL,
	"language" "language" NOT NULL,
	"claim" text NOT NULL,
	"intent" text NOT NULL,
	CONSTRAINT "safeguard_texts_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "safeguard_texts_language" UNIQUE("practice_id","safeguard_id","language")
);
--> statement-breakpoint
CREATE TABLE "safeguards" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "safeguard_kind" NOT NULL,
	"key" text NOT NULL,
	"platform_id" uuid,
	"interval_days" integer NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"claimed_by" uuid NOT NULL,
	"dropped_at" timestamp (3) with time zone,
	"dropped_by" uuid,
	CONSTRAINT "safeguards_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "safeguards_key" UNIQUE("practice_id","key"),
	CONSTRAINT "safeguards_key_is_a_word" CHECK ("safeguards"."key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("safeguards"."key") <= 60),
	CONSTRAINT "safeguards_interval" CHECK ("safeguards"."interval_days" between 1 and 730)
);
--> statement-breakpoint
ALTER TABLE "signature_evidence" DROP CONSTRAINT "signature_evidence_of_one";--> statement-breakpoint
ALTER TABLE "documents" DROP CONSTRAINT "documents_of_one";--> statement-breakpoint
ALTER TABLE "seal_failures" DROP CONSTRAINT "seal_failures_of_one";--> statement-breakpoint
ALTER TABLE "conversations" ALTER COLUMN "request_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "signature_evidence" ADD COLUMN "acknowledgement_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "platform_request_id" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "acknowledgement_id" uuid;--> statement-breakpoint
ALTER TABLE "seal_failures" ADD COLUMN "acknowledgement_id" uuid;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "requires_vendor_agreement" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "platform_answer_days" integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "group_endings" ADD CONSTRAINT "group_endings_group_fk" FOREIGN KEY ("practice_id","group_id") REFERENCES "public"."groups"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_fk" FOREIGN KEY ("practice_id","group_id") REFERENCES "public"."groups"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_practice_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_treating_staff_fk" FOREIGN KEY ("practice_id","treating_staff_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_group_fk" FOREIGN KEY ("practice_id","group_id") REFERENCES "public"."groups"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_platform_fk" FOREIGN KEY ("practice_id","platform_id") REFERENCES "public"."platforms"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_request_fk" FOREIGN KEY ("practice_id","request_id","patient_id") REFERENCES "public"."platform_requests"("practice_id","id","patient_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_staff_fk" FOREIGN KEY ("practice_id","by_staff") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "next_appointment_choices" ADD CONSTRAINT "next_appointment_choices_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "next_appointment_choices" ADD CONSTRAINT "next_appointment_choices_platform_fk" FOREIGN KEY ("practice_id","platform_id") REFERENCES "public"."platforms"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_acknowledgements" ADD CONSTRAINT "platform_acknowledgements_request_fk" FOREIGN KEY ("practice_id","request_id","patient_id") REFERENCES "public"."platform_requests"("practice_id","id","patient_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_acknowledgements" ADD CONSTRAINT "platform_acknowledgements_staff_fk" FOREIGN KEY ("practice_id","by_staff") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_request_answers" ADD CONSTRAINT "platform_request_answers_request_fk" FOREIGN KEY ("practice_id","request_id") REFERENCES "public"."platform_requests"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_request_answers" ADD CONSTRAINT "platform_request_answers_platform_fk" FOREIGN KEY ("practice_id","platform_id") REFERENCES "public"."platforms"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_request_answers" ADD CONSTRAINT "platform_request_answers_staff_fk" FOREIGN KEY ("practice_id","answered_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_request_endings" ADD CONSTRAINT "platform_request_endings_request_fk" FOREIGN KEY ("practice_id","request_id") REFERENCES "public"."platform_requests"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_request_endings" ADD CONSTRAINT "platform_request_endings_staff_fk" FOREIGN KEY ("practice_id","by_staff") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_requests" ADD CONSTRAINT "platform_requests_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_requests" ADD CONSTRAINT "platform_requests_platform_fk" FOREIGN KEY ("practice_id","platform_id") REFERENCES "public"."platforms"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_requests" ADD CONSTRAINT "platform_requests_staff_fk" FOREIGN KEY ("practice_id","by_staff") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_defaults" ADD CONSTRAINT "platform_defaults_platform_fk" FOREIGN KEY ("practice_id","platform_id") REFERENCES "public"."platforms"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_defaults" ADD CONSTRAINT "platform_defaults_set_by_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_facts" ADD CONSTRAINT "platform_facts_platform_fk" FOREIGN KEY ("practice_id","platform_id") REFERENCES "public"."platforms"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_facts" ADD CONSTRAINT "platform_facts_noted_by_fk" FOREIGN KEY ("practice_id","noted_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_leavings" ADD CONSTRAINT "platform_leavings_platform_fk" FOREIGN KEY ("practice_id","platform_id") REFERENCES "public"."platforms"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_leavings" ADD CONSTRAINT "platform_leavings_staff_fk" FOREIGN KEY ("practice_id","left_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platforms" ADD CONSTRAINT "platforms_practice_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platforms" ADD CONSTRAINT "platforms_added_by_fk" FOREIGN KEY ("practice_id","added_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trouble_reports" ADD CONSTRAINT "trouble_reports_platform_fk" FOREIGN KEY ("practice_id","platform_id") REFERENCES "public"."platforms"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trouble_reports" ADD CONSTRAINT "trouble_reports_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trouble_reports" ADD CONSTRAINT "trouble_reports_staff_fk" FOREIGN KEY ("practice_id","by_staff") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_group_fk" FOREIGN KEY ("practice_id","group_id") REFERENCES "public"."groups"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_staff_fk" FOREIGN KEY ("practice_id","staff_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_platform_fk" FOREIGN KEY ("practice_id","platform_id") REFERENCES "public"."platforms"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_patient_meeting_fk" FOREIGN KEY ("practice_id","meeting_id","patient_id") REFERENCES "public"."meetings"("practice_id","id","patient_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_group_meeting_fk" FOREIGN KEY ("practice_id","meeting_id","group_id") REFERENCES "public"."meetings"("practice_id","id","group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_assigned_by_fk" FOREIGN KEY ("practice_id","assigned_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestation_files" ADD CONSTRAINT "attestation_files_attestation_fk" FOREIGN KEY ("practice_id","attestation_id") REFERENCES "public"."attestations"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_safeguard_fk" FOREIGN KEY ("practice_id","safeguard_id") REFERENCES "public"."safeguards"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_staff_fk" FOREIGN KEY ("practice_id","attested_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguard_texts" ADD CONSTRAINT "safeguard_texts_safeguard_fk" FOREIGN KEY ("practice_id","safeguard_id") REFERENCES "public"."safeguards"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguards" ADD CONSTRAINT "safeguards_practice_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguards" ADD CONSTRAINT "safeguards_platform_fk" FOREIGN KEY ("practice_id","platform_id") REFERENCES "public"."platforms"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguards" ADD CONSTRAINT "safeguards_claimed_by_fk" FOREIGN KEY ("practice_id","claimed_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "group_members_once" ON "group_members" USING btree ("practice_id","group_id","patient_id") WHERE left_noted_at is null;--> statement-breakpoint
CREATE INDEX "group_members_of_patient" ON "group_members" USING btree ("practice_id","patient_id");--> statement-breakpoint
CREATE INDEX "placements_of_patient" ON "placements" USING btree ("practice_id","patient_id","placed_at");--> statement-breakpoint
CREATE INDEX "placements_of_group" ON "placements" USING btree ("practice_id","group_id","placed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "next_appointment_choices_one_open" ON "next_appointment_choices" USING btree ("practice_id","patient_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "platform_acknowledgements_of_patient" ON "platform_acknowledgements" USING btree ("practice_id","patient_id");--> statement-breakpoint
CREATE INDEX "platform_acknowledgements_order" ON "platform_acknowledgements" USING btree ("acknowledged_at");--> statement-breakpoint
CREATE UNIQUE INDEX "platform_request_answers_one_final" ON "platform_request_answers" USING btree ("practice_id","request_id") WHERE decision <> 'talk';--> statement-breakpoint
CREATE INDEX "platform_request_answers_of_request" ON "platform_request_answers" USING btree ("practice_id","request_id","answered_at");--> statement-breakpoint
CREATE INDEX "platform_requests_of_patient" ON "platform_requests" USING btree ("practice_id","patient_id","wanted_at");--> statement-breakpoint
CREATE INDEX "platform_facts_of_platform" ON "platform_facts" USING btree ("practice_id","platform_id","key","noted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "platform_leavings_one_open" ON "platform_leavings" USING btree ("practice_id","platform_id") WHERE returned_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "platforms_name" ON "platforms" USING btree ("practice_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "platforms_one_without_video" ON "platforms" USING btree ("practice_id","kind") WHERE kind <> 'video';--> statement-breakpoint
CREATE INDEX "trouble_reports_of_platform" ON "trouble_reports" USING btree ("practice_id","platform_id","reported_at");--> statement-breakpoint
CREATE INDEX "trouble_reports_of_patient" ON "trouble_reports" USING btree ("practice_id","patient_id","reported_at");--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_one_of_patient" ON "rooms" USING btree ("practice_id","platform_id","patient_id") WHERE ended_at is null and patient_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_one_of_group" ON "rooms" USING btree ("practice_id","platform_id","group_id") WHERE ended_at is null and group_id is not null;--> statement-breakpoint
CREATE INDEX "attestations_of_safeguard" ON "attestations" USING btree ("practice_id","safeguard_id","attested_at");--> statement-breakpoint
ALTER TABLE "signature_evidence" ADD CONSTRAINT "signature_evidence_acknowledgement_fk" FOREIGN KEY ("practice_id","acknowledgement_id") REFERENCES "public"."platform_acknowledgements"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_platform_request_fk" FOREIGN KEY ("practice_id","platform_request_id","patient_id") REFERENCES "public"."platform_requests"("practice_id","id","patient_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_acknowledgement_fk" FOREIGN KEY ("practice_id","acknowledgement_id") REFERENCES "public"."platform_acknowledgements"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seal_failures" ADD CONSTRAINT "seal_failures_acknowledgement_fk" FOREIGN KEY ("practice_id","acknowledgement_id") REFERENCES "public"."platform_acknowledgements"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_of_platform_request" ON "conversations" USING btree ("practice_id","platform_request_id","wanted_at");--> statement-breakpoint
CREATE INDEX "seal_failures_of_acknowledgement" ON "seal_failures" USING btree ("practice_id","acknowledgement_id","failed_at");--> statement-breakpoint
ALTER TABLE "signature_evidence" ADD CONSTRAINT "signature_evidence_of_acknowledgement" UNIQUE("practice_id","acknowledgement_id");--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_one_per_acknowledgement" UNIQUE("practice_id","acknowledgement_id");--> statement-breakpoint
ALTER TABLE "signature_evidence" ADD CONSTRAINT "signature_evidence_of_one" CHECK (num_nonnulls("signature_evidence"."answer_id", "signature_evidence"."withdrawal_id", "signature_evidence"."acknowledgement_id") = 1);--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_about_one" CHECK (num_nonnulls("conversations"."request_id", "conversations"."platform_request_id") = 1);--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_of_one" CHECK (num_nonnulls("documents"."answer_id", "documents"."withdrawal_id", "documents"."acknowledgement_id") = 1);--> statement-breakpoint
ALTER TABLE "seal_failures" ADD CONSTRAINT "seal_failures_of_one" CHECK (num_nonnulls("seal_failures"."answer_id", "seal_failures"."withdrawal_id", "seal_failures"."acknowledgement_id") = 1);