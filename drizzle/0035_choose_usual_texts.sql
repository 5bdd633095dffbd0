CREATE TABLE "usual_text_choices" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"disclosure_id" uuid NOT NULL,
	"is_usual" boolean NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	"chosen_by" uuid NOT NULL,
	CONSTRAINT "usual_text_choices_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "usual_text_choices" ADD CONSTRAINT "usual_text_choices_disclosure_fk" FOREIGN KEY ("practice_id","disclosure_id") REFERENCES "public"."disclosures"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usual_text_choices" ADD CONSTRAINT "usual_text_choices_chosen_by_fk" FOREIGN KEY ("practice_id","chosen_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "usual_text_choices_of_disclosure" ON "usual_text_choices" USING btree ("practice_id","disclosure_id","chosen_at");