ALTER TYPE "public"."message_kind" ADD VALUE 'address-changed';--> statement-breakpoint
CREATE TABLE "address_changes" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "address_changes_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "address_changes" ADD CONSTRAINT "address_changes_patient_fk" FOREIGN KEY ("practice_id","patient_id") REFERENCES "public"."patients"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_changes" ADD CONSTRAINT "address_changes_staff_fk" FOREIGN KEY ("practice_id","changed_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "address_changes_of_patient" ON "address_changes" USING btree ("practice_id","patient_id","changed_at");--> statement-breakpoint
call work.protect('address_changes');
--> statement-breakpoint
-- Who left is who holds no role any more: the ended roles say when, however often somebody comes back.
ALTER TABLE "staff_members" DROP COLUMN "left_at";
