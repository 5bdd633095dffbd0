CREATE TABLE "file_name_choices" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"is_named" boolean NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	"chosen_by" uuid NOT NULL,
	CONSTRAINT "file_name_choices_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "file_name_choices" ADD CONSTRAINT "file_name_choices_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_name_choices_of_patient" ON "file_name_choices" USING btree ("practice_id","patient_id","chosen_at");