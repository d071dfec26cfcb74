-- A figure, a target or a rating never changes silently, and what was written about a change is never unwritten.

-- Append-only ----------------------------------------------------------------------------------------------

create function is_append_only() returns trigger language plpgsql as $$
begin
  perform refuse(tg_table_name || '_is_append_only', 'This history can be added to and never changed.');
  return null;
end $$;

do $$
declare name text;
begin
  foreach name in array array['target_change', 'measurement_revision', 'vfm_rating_change', 'return_event', 'audit_event'] loop
    execute format('create trigger is_append_only before update or delete on %I
      for each row execute function is_append_only()', name);
    execute format('create trigger is_append_only_whole before truncate on %I
      for each statement execute function is_append_only()', name);
  end loop;
end $$;

-- Recorded in the same transaction -------------------------------------------------------------------------

-- A row we can see whose writer is still in progress was written by ourselves, in a savepoint or not.
-- A row keeps the low 32 bits of its transaction's number; a savepoint's number comes after its transaction's.
create function is_of_this_transaction(row_xmin xid) returns boolean language plpgsql as $$
declare
  ours bigint := pg_current_xact_id()::text::bigint;
  ahead bigint := mod(mod(row_xmin::text::bigint - ours, 4294967296) + 4294967296, 4294967296);
begin
  return ahead < 2147483648 and pg_xact_status((ours + ahead)::text::xid8) = 'in progress';
end $$;

create function target_change_is_recorded() returns trigger language plpgsql as $$
begin
  if not exists (
    select from target_change c
    where c.target_id = new.id and is_of_this_transaction(c.xmin)
      and (c.old_value, c.old_range_low, c.old_range_high) is not distinct from (old.value, old.range_low, old.range_high)
      and (c.new_value, c.new_range_low, c.new_range_high) is not distinct from (new.value, new.range_low, new.range_high)
  ) then
    perform refuse('target_change_is_recorded', 'A target changes only with a record of its old and new value.');
  end if;
  return null;
end $$;
create constraint trigger change_is_recorded after update on target
  deferrable initially deferred for each row
  when ((old.value, old.range_low, old.range_high) is distinct from (new.value, new.range_low, new.range_high))
  execute function target_change_is_recorded();

create function measurement_revision_is_recorded() returns trigger language plpgsql as $$
begin
  if not exists (
    select from measurement_revision r
    where r.measurement_id = new.id and is_of_this_transaction(r.xmin)
      and (r.old_value, r.old_numerator, r.old_denominator, r.old_state)
        is not distinct from (old.value, old.numerator, old.denominator, old.state)
      and (r.new_value, r.new_numerator, r.new_denominator, r.new_state)
        is not distinct from (new.value, new.numerator, new.denominator, new.state)
  ) then
    perform refuse('measurement_revision_is_recorded', 'A figure changes only with a record of its old and new value.');
  end if;
  return null;
end $$;
create constraint trigger revision_is_recorded after update on measurement
  deferrable initially deferred for each row
  when ((old.value, old.numerator, old.denominator, old.state)
    is distinct from (new.value, new.numerator, new.denominator, new.state))
  execute function measurement_revision_is_recorded();

-- The history leads to the present -------------------------------------------------------------------------

-- A history is a set of steps from one value to another. Whatever their order, they make one path that ends at
-- the present value exactly when no other value is arrived at more often than left, and one at most is left
-- more often than arrived at: the first.
create function steps_lead_to(old_values text[], new_values text[], present text) returns boolean language sql as $$
  with balance as (
    select value, sum(step) as step from (
      select unnest(old_values) as value, -1 as step
      union all
      select unnest(new_values), 1
    ) steps group by value
  )
  select not exists (select from balance where step > (case when value = present then 1 else 0 end))
    and (select count(*) from balance where step < 0) <= 1
    and not exists (select from balance where step < -1)
$$;

create function target_history_leads_to_present() returns trigger language plpgsql as $$
begin
  if not (
    select steps_lead_to(
      array_agg((c.old_value, c.old_range_low, c.old_range_high)::text),
      array_agg((c.new_value, c.new_range_low, c.new_range_high)::text),
      (select (t.value, t.range_low, t.range_high)::text from target t where t.id = new.target_id)
    ) from target_change c where c.target_id = new.target_id
  ) then
    perform refuse('target_history_leads_to_present', 'The recorded changes of a target lead to its present value.');
  end if;
  return null;
end $$;
create constraint trigger history_leads_to_present after insert on target_change
  deferrable initially deferred for each row execute function target_history_leads_to_present();

create function measurement_history_leads_to_present() returns trigger language plpgsql as $$
begin
  if not (
    select steps_lead_to(
      array_agg((r.old_value, r.old_numerator, r.old_denominator, r.old_state)::text),
      array_agg((r.new_value, r.new_numerator, r.new_denominator, r.new_state)::text),
      (select (m.value, m.numerator, m.denominator, m.state)::text from measurement m where m.id = new.measurement_id)
    ) from measurement_revision r where r.measurement_id = new.measurement_id
  ) then
    perform refuse('measurement_history_leads_to_present', 'The recorded revisions of a figure lead to its present value.');
  end if;
  return null;
end $$;
create constraint trigger history_leads_to_present after insert on measurement_revision
  deferrable initially deferred for each row execute function measurement_history_leads_to_present();

-- Every rating begins with a change from nothing, so it is checked whenever it or its history is written.
create function vfm_history_leads_to_present(rating_to_check uuid) returns void language plpgsql as $$
declare
  present text := (select r.rating::text from vfm_rating r where r.id = rating_to_check);
  leads boolean := (
    select count(*) filter (where c.old_rating is null) = 1
      and steps_lead_to(array_agg(coalesce(c.old_rating::text, 'none')), array_agg(c.new_rating::text), present)
    from vfm_rating_change c where c.rating_id = rating_to_check
  );
begin
  if present is not null and not leads then
    perform refuse('vfm_history_leads_to_present', 'The recorded changes of a rating lead to its present value.');
  end if;
end $$;

create function vfm_rating_is_recorded() returns trigger language plpgsql as $$
begin
  perform vfm_history_leads_to_present(new.id);
  return null;
end $$;
create constraint trigger is_recorded after insert or update on vfm_rating
  deferrable initially deferred for each row execute function vfm_rating_is_recorded();

create function vfm_rating_change_is_real() returns trigger language plpgsql as $$
begin
  perform vfm_history_leads_to_present(new.rating_id);
  return null;
end $$;
create constraint trigger is_real after insert on vfm_rating_change
  deferrable initially deferred for each row execute function vfm_rating_change_is_real();
