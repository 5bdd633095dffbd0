ALTER TYPE "auth"."authentication" ADD VALUE 'question-link';--> statement-breakpoint
CREATE TABLE "auth"."question_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"sitting_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"landing" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	CONSTRAINT "question_links_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "auth"."auth_sessions" ADD COLUMN "practice_id" uuid;--> statement-breakpoint
ALTER TABLE "auth"."auth_sessions" ADD COLUMN "landing" text;--> statement-breakpoint
ALTER TABLE "auth"."question_links" ADD CONSTRAINT "question_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "question_links_of_user" ON "auth"."question_links" USING btree ("user_id","practice_id","patient_id");--> statement-breakpoint
grant select, insert on auth.question_links to candor_app;
--> statement-breakpoint
grant update (opened_at) on auth.question_links to candor_app;
--> statement-breakpoint
-- A session began in the moment its link was spent.
update auth.auth_sessions s set practice_id = t.practice_id, landing = t.landing
  from auth.sign_in_tokens t where t.user_id = s.user_id and t.spent_at = s.created_at;
