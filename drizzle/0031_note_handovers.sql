ALTER TABLE "message_attempts" ADD COLUMN "handed_over_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "message_attempts" ADD COLUMN "taken_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "message_attempts" ADD COLUMN "declined_at" timestamp (3) with time zone;