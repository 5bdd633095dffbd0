CREATE INDEX "auth_sessions_by_end" ON "auth"."auth_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "code_misses_by_time" ON "auth"."code_misses" USING btree ("missed_at");--> statement-breakpoint
CREATE INDEX "link_requests_by_time" ON "auth"."link_requests" USING btree ("requested_at");