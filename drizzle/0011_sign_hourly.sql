-- Whoever owns the database could change what is not signed yet: that is an hour of it, no longer a day.
create or replace function work.checkpoints_due(most int)
  returns table (practice_id uuid)
  language sql stable security definer set search_path = '' as $$
  select h.practice_id
    from public.audit_heads h
    left join lateral (
      select c.size, c.signed_at from public.checkpoints c
       where c.practice_id = h.practice_id order by c.size desc limit 1) last_checkpoint on true
   where h.size > coalesce(last_checkpoint.size + 1, 0)
     and (h.size - coalesce(last_checkpoint.size, 0) >= 1000
          or coalesce(last_checkpoint.signed_at, '-infinity') < clock_timestamp() - interval '1 hour')
   limit most
$$;
