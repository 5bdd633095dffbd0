-- Who may do what. Tables of a practice are protected by one procedure, so that a later migration protects a new table in one line.
do $$ begin
  if not exists (select from pg_roles where rolname = 'candor_work') then
    create role candor_work nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
grant candor_work to candor_owner;
--> statement-breakpoint
grant usage on schema public, auth, work to candor_app;
--> statement-breakpoint
grant usage on schema public to candor_work;
--> statement-breakpoint
grant usage on schema drizzle to candor_app;
--> statement-breakpoint
grant select on drizzle.__drizzle_migrations to candor_app;
--> statement-breakpoint
create function work.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'rows of % are facts: they are added, never changed', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
-- `changeable` lists the columns the app may update; none means append-only, by grant and by trigger.
create procedure work.protect(target regclass, changeable text default null) language plpgsql set search_path = '' as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_practice on %s to candor_app
       using (practice_id = (select current_setting(''app.practice'')::uuid))
       with check (practice_id = (select current_setting(''app.practice'')::uuid))', target);
  execute format('create policy owner_migrates on %s to candor_owner using (true) with check (true)', target);
  execute format('grant select, insert on %s to candor_app', target);
  if changeable is null then
    execute format('create trigger refuse_change before update or delete on %s
                    for each row execute function work.refuse_change()', target);
    execute format('create trigger refuse_truncate before truncate on %s
                    for each statement execute function work.refuse_change()', target);
  else
    execute format('grant update (%s) on %s to candor_app', changeable, target);
  end if;
end $$;
--> statement-breakpoint
call work.protect('practices', 'name, time_zone, phone, crisis_line');
--> statement-breakpoint
call work.protect('staff_members', 'name, email, left_at');
--> statement-breakpoint
call work.protect('staff_roles', 'ended_at, ended_by');
--> statement-breakpoint
call work.protect('seal_keys');
--> statement-breakpoint
call work.protect('patients', 'legal_name, called_name, email, phone, language, date_of_birth, treating_staff_id');
--> statement-breakpoint
call work.protect('patient_archivings', 'restored_at, restored_by');
--> statement-breakpoint
call work.protect('first_entries');
--> statement-breakpoint
call work.protect('first_entry_misses');
--> statement-breakpoint
call work.protect('entry_codes');
--> statement-breakpoint
call work.protect('disclosures', 'position');
--> statement-breakpoint
call work.protect('versions');
--> statement-breakpoint
call work.protect('version_texts');
--> statement-breakpoint
call work.protect('items');
--> statement-breakpoint
call work.protect('item_texts');
--> statement-breakpoint
call work.protect('requests');
--> statement-breakpoint
call work.protect('request_openings');
--> statement-breakpoint
call work.protect('request_cancellations');
--> statement-breakpoint
call work.protect('answers');
--> statement-breakpoint
call work.protect('answer_items');
--> statement-breakpoint
call work.protect('withdrawals');
--> statement-breakpoint
call work.protect('withdrawal_items');
--> statement-breakpoint
call work.protect('signature_evidence');
--> statement-breakpoint
call work.protect('conversations');
--> statement-breakpoint
call work.protect('conversation_outcomes');
--> statement-breakpoint
call work.protect('documents');
--> statement-breakpoint
call work.protect('document_files');
--> statement-breakpoint
call work.protect('seal_failures');
--> statement-breakpoint
call work.protect('seal_retries');
--> statement-breakpoint
call work.protect('messages');
--> statement-breakpoint
call work.protect('message_attempts');
--> statement-breakpoint
call work.protect('message_deliveries');
--> statement-breakpoint
call work.protect('message_failures');
--> statement-breakpoint
call work.protect('events');
--> statement-breakpoint
call work.protect('event_details');
--> statement-breakpoint
call work.protect('audit_heads', 'size, leaf, at');
--> statement-breakpoint
call work.protect('checkpoint_keys');
--> statement-breakpoint
call work.protect('checkpoints');
--> statement-breakpoint
grant select, insert on work.installation_authority to candor_app;
--> statement-breakpoint
grant select, insert on auth.users, auth.auth_sessions, auth.sign_in_tokens, auth.code_misses, auth.link_requests, auth.memberships, auth.practice_slugs to candor_app;
--> statement-breakpoint
grant update (email_verified_at) on auth.users to candor_app;
--> statement-breakpoint
grant update (last_seen_at, expires_at), delete on auth.auth_sessions to candor_app;
--> statement-breakpoint
grant update (spent_at), delete on auth.sign_in_tokens to candor_app;
--> statement-breakpoint
grant delete on auth.code_misses, auth.link_requests to candor_app;
--> statement-breakpoint
grant update (ended_at) on auth.memberships to candor_app;
--> statement-breakpoint
revoke all on all functions in schema work from public;
--> statement-breakpoint
revoke all on all procedures in schema work from public;
