-- Whose address a patient's is was guessed from the birth date until now: what was guessed is noted, once.
CREATE TYPE "public"."mailbox_owner" AS ENUM('patient', 'parent', 'guardian');--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "mailbox_of" "mailbox_owner";--> statement-breakpoint
UPDATE "patients" SET "mailbox_of" = CASE
    WHEN "date_of_birth" + interval '18 years' > (now() AT TIME ZONE "practices"."time_zone")::date THEN 'parent'
    ELSE 'patient' END::"mailbox_owner"
  FROM "practices"
 WHERE "practices"."practice_id" = "patients"."practice_id" AND "patients"."email" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "patients" ADD CONSTRAINT "patients_mailbox_is_somebodys" CHECK (("patients"."email" is null) = ("patients"."mailbox_of" is null));--> statement-breakpoint
GRANT UPDATE ("mailbox_of") ON "patients" TO "candor_app";--> statement-breakpoint
-- A first entry proves one opening of a mailbox. Those there are belong to the last one opened before them.
ALTER TABLE "first_entries" ADD COLUMN "membership_id" uuid;--> statement-breakpoint
ALTER TABLE "first_entries" DISABLE TRIGGER "refuse_change";--> statement-breakpoint
UPDATE "first_entries" SET "membership_id" = coalesce(
  (SELECT m."id" FROM "auth"."memberships" m
    WHERE m."practice_id" = "first_entries"."practice_id" AND m."row_id" = "first_entries"."patient_id"
      AND m."user_id" = "first_entries"."user_id" AND m."began_at" <= "first_entries"."proven_at"
    ORDER BY m."began_at" DESC LIMIT 1),
  "first_entries"."id");--> statement-breakpoint
ALTER TABLE "first_entries" ENABLE TRIGGER "refuse_change";--> statement-breakpoint
ALTER TABLE "first_entries" ALTER COLUMN "membership_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "first_entries" DROP CONSTRAINT "first_entries_once";--> statement-breakpoint
ALTER TABLE "first_entries" ADD CONSTRAINT "first_entries_once" UNIQUE("practice_id","membership_id");--> statement-breakpoint
CREATE INDEX "first_entries_of_patient" ON "first_entries" USING btree ("practice_id","patient_id");
