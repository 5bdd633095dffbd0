-- Of the messages that are owed and due those that let somebody in: they have lanes of their own.
create function work.unsent_sign_ins(most int)
  returns table (practice_id uuid, id uuid)
  language sql stable security definer set search_path = '' as $$
  select m.practice_id, m.id
    from work.unsent(2147483647) u
    join public.messages m on m.practice_id = u.practice_id and m.id = u.id
   where m.kind = 'sign-in'
   order by m.owed_at
   limit most
$$;
--> statement-breakpoint
revoke execute on function work.unsent_sign_ins(int) from public;
--> statement-breakpoint
grant create on schema work to candor_work;
--> statement-breakpoint
alter function work.unsent_sign_ins(int) owner to candor_work;
--> statement-breakpoint
revoke create on schema work from candor_work;
--> statement-breakpoint
grant execute on function work.unsent_sign_ins(int) to candor_app;
--> statement-breakpoint
-- It looks through another look, which it owns and has to find.
grant usage on schema work to candor_work;
