CREATE TYPE "public"."cosigning_fault" AS ENUM('another-history', 'set-back', 'unprovable', 'unknown-history', 'unknown-signer', 'unusable', 'unreachable', 'not-offered');--> statement-breakpoint
ALTER TYPE "work"."owed_kind" ADD VALUE 'cosignature';--> statement-breakpoint
CREATE TABLE "cosignatures" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"checkpoint_id" uuid NOT NULL,
	"witness" text NOT NULL,
	"line" text NOT NULL,
	"cosigned_at" timestamp (3) with time zone NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cosignatures_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "cosignatures_once" UNIQUE("practice_id","checkpoint_id","witness")
);
--> statement-breakpoint
CREATE TABLE "cosigning_failures" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"checkpoint_id" uuid NOT NULL,
	"witness" text NOT NULL,
	"fault" "cosigning_fault" NOT NULL,
	"known" bigint,
	"failed_at" timestamp (3) with time zone NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cosigning_failures_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "witness_choices" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"witnesses" text[] NOT NULL,
	"quorum" integer NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	"chosen_by" uuid NOT NULL,
	CONSTRAINT "witness_choices_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "witness_choices_quorum" CHECK ("witness_choices"."quorum" between 0 and cardinality("witness_choices"."witnesses"))
);
--> statement-breakpoint
ALTER TABLE "cosignatures" ADD CONSTRAINT "cosignatures_checkpoint_fk" FOREIGN KEY ("practice_id","checkpoint_id") REFERENCES "public"."checkpoints"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cosigning_failures" ADD CONSTRAINT "cosigning_failures_checkpoint_fk" FOREIGN KEY ("practice_id","checkpoint_id") REFERENCES "public"."checkpoints"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "witness_choices" ADD CONSTRAINT "witness_choices_staff_fk" FOREIGN KEY ("practice_id","chosen_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cosignatures_of_witness" ON "cosignatures" USING btree ("practice_id","witness","kept_at");--> statement-breakpoint
CREATE INDEX "cosigning_failures_of_witness" ON "cosigning_failures" USING btree ("practice_id","witness","failed_at");--> statement-breakpoint
CREATE INDEX "witness_choices_by_time" ON "witness_choices" USING btree ("practice_id","chosen_at");