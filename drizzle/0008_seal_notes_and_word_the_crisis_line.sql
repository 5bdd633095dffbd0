-- What stood around the number in the pages' own words becomes the practice's.
ALTER TABLE "practices" ALTER COLUMN "crisis_line" SET DATA TYPE jsonb
  USING jsonb_build_object('en', "crisis_line" || ' or 911', 'es', "crisis_line" || ' (pulse 2) o 911');--> statement-breakpoint
ALTER TABLE "conversation_outcomes" ADD COLUMN "sealed_note" "bytea";--> statement-breakpoint
-- Not valid: notes in clear that are there stay readable, and none can be added.
ALTER TABLE "conversation_outcomes" ADD CONSTRAINT "conversation_outcomes_note_in_clear" CHECK ("note" is null) NOT VALID;
