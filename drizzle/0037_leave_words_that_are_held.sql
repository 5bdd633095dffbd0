-- Who answers writes on the list before taking the trail's head, and word of a copy goes out under that head: waiting for
-- the list there, each waited for the other. A row that is held is of an answer this word does not tell of, and stays.
do $$ declare before text := pg_get_functiondef('work.owe()'::regprocedure); later text; begin
  later := replace(before,
    $branch$    delete from work.owed o using added a
     where a.kind = 'copy-ready' and o.kind = 'word' and o.practice_id = a.practice_id and o.id = a.patient_id
       and o.due_at - interval '1 hour' <= a.owed_at;$branch$,
    $branch$    delete from work.owed o
     using (select w.practice_id, w.id from added a
              join work.owed w on w.kind = 'word' and w.practice_id = a.practice_id and w.id = a.patient_id
             where a.kind = 'copy-ready' and w.due_at - interval '1 hour' <= a.owed_at
               for update of w skip locked) told
     where o.kind = 'word' and o.practice_id = told.practice_id and o.id = told.id;$branch$);
  if later = before then raise exception 'work.owe() is not as it was written'; end if;
  execute later;
end $$;
