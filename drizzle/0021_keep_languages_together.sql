CREATE TABLE "kept_translations" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"disclosure_id" uuid NOT NULL,
	"language" "language" NOT NULL,
	"text_sha256" text NOT NULL,
	"english_sha256" text NOT NULL,
	"noted_at" timestamp (3) with time zone NOT NULL,
	"noted_by" uuid NOT NULL,
	CONSTRAINT "kept_translations_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "kept_translations_once" UNIQUE("practice_id","disclosure_id","language","text_sha256","english_sha256")
);
--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "same_in" "language"[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "kept_translations" ADD CONSTRAINT "kept_translations_disclosure_fk" FOREIGN KEY ("practice_id","disclosure_id") REFERENCES "public"."disclosures"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_translations" ADD CONSTRAINT "kept_translations_noted_by_fk" FOREIGN KEY ("practice_id","noted_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
call work.protect('kept_translations');
