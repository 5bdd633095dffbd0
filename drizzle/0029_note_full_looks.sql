CREATE TABLE "work"."full_looks" (
	"looked_at" timestamp (3) with time zone PRIMARY KEY NOT NULL,
	"found" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "documents_by_time" ON "documents" USING btree ("practice_id","sealed_at","id");