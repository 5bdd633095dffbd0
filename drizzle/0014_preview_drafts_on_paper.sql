CREATE TABLE "draft_previews" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"language" "language" NOT NULL,
	"revision" integer NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"drawn_at" timestamp (3) with time zone,
	"pdf" "bytea",
	"fault" text,
	CONSTRAINT "draft_previews_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "draft_previews_one_per_language" UNIQUE("practice_id","draft_id","language")
);
--> statement-breakpoint
ALTER TABLE "draft_previews" ADD CONSTRAINT "draft_previews_draft_fk" FOREIGN KEY ("practice_id","draft_id") REFERENCES "public"."drafts"("practice_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
call work.protect('draft_previews', 'revision, asked_at, drawn_at, pdf, fault');
--> statement-breakpoint
create policy work_looks on public.draft_previews for select to candor_work using (true);
--> statement-breakpoint
grant select (practice_id, id, asked_at, drawn_at) on public.draft_previews to candor_work;
--> statement-breakpoint
-- Previews nobody has drawn yet.
create function work.undrawn_previews(most int)
  returns table (practice_id uuid, id uuid)
  language sql stable security definer set search_path = '' as $$
  select p.practice_id, p.id
    from public.draft_previews p
   where p.drawn_at is null
   order by p.asked_at
   limit most
$$;
--> statement-breakpoint
revoke all on all functions in schema work from public;
--> statement-breakpoint
grant create on schema work to candor_work;
--> statement-breakpoint
alter function work.undrawn_previews(int) owner to candor_work;
--> statement-breakpoint
revoke create on schema work from candor_work;
--> statement-breakpoint
grant execute on function work.undrawn_previews(int) to candor_app;
