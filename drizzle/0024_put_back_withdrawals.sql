CREATE TABLE "put_backs" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"withdrawal_id" uuid NOT NULL,
	"put_back_at" timestamp (3) with time zone NOT NULL,
	"put_back_by" uuid NOT NULL,
	"route" "route" NOT NULL,
	CONSTRAINT "put_backs_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "put_backs_once" UNIQUE("practice_id","withdrawal_id")
);
--> statement-breakpoint
ALTER TABLE "withdrawal_items" DROP CONSTRAINT "withdrawal_items_once";--> statement-breakpoint
ALTER TABLE "withdrawals" ADD COLUMN "together_id" uuid;--> statement-breakpoint
ALTER TABLE "put_backs" ADD CONSTRAINT "put_backs_withdrawal_fk" FOREIGN KEY ("practice_id","withdrawal_id") REFERENCES "public"."withdrawals"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "withdrawal_items_of_answer" ON "withdrawal_items" USING btree ("practice_id","answer_id","item_id");--> statement-breakpoint
ALTER TABLE "withdrawal_items" ADD CONSTRAINT "withdrawal_items_once" UNIQUE("practice_id","withdrawal_id","item_id");