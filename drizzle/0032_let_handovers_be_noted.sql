drop trigger refuse_change on message_attempts;
--> statement-breakpoint
drop trigger refuse_truncate on message_attempts;
--> statement-breakpoint
grant update (handed_over_at, taken_at, declined_at) on message_attempts to candor_app;
