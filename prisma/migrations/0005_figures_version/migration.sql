-- A council's figures have a version that moves in every transaction that changes anything its dashboard shows,
-- whoever writes: a reader with the same version has the same figures.

create function next_figures_version(version bigint) returns bigint language sql volatile
  -- From the clock, so that a database made anew never repeats a version that a reader may still hold.
  return greatest(version + 1, (extract(epoch from clock_timestamp()) * 1000000)::bigint);

create function bump_figures_versions(councils uuid[]) returns void language sql as $$
  update figures_version v set version = next_figures_version(v.version)
  from (
    -- In one order, so that two transactions do not wait for each other.
    select council_id from figures_version where council_id = any (councils) order by council_id for update
  ) locked
  where v.council_id = locked.council_id
$$;

-- The trigger's argument is a query for the councils concerned; it sees the statement's rows as "changed".
create function bump_councils_of_changed() returns trigger language plpgsql as $$
declare
  councils uuid[];
begin
  execute format('select array_agg(distinct council_id) from (%s) concerned', tg_argv[0]) into councils;
  perform bump_figures_versions(councils);
  return null;
end $$;

-- A partnership shows to the councils that have it on their register, and to those whose framework names it
-- as the owner of an indicator.
create function councils_shown_partnerships(partnerships uuid[]) returns table (council_id uuid) language sql stable as $$
  select r.council_id from register_entry r where r.partnership_id = any (partnerships)
  union
  select f.council_id from framework_indicator i join framework_council f on f.framework_id = i.framework_id
  where i.owner_id = any (partnerships)
$$;

do $$
declare
  of_framework constant text := 'select f.council_id from changed c join framework_council f on f.framework_id = c.framework_id';
  of_partnership constant text :=
    'select * from councils_shown_partnerships(array(select distinct partnership_id from changed))';
  of_council constant text := 'select council_id from changed';
  of_all constant text := 'select council_id from figures_version where exists (select from changed)';
  watched record;
begin
  for watched in
    select * from (values
      ('measurement', 'select f.council_id from (select distinct indicator_id from changed) c
        join framework_indicator i on i.indicator_id = c.indicator_id
        join framework_council f on f.framework_id = i.framework_id'),
      ('measurement_revision', 'select f.council_id from changed c join measurement m on m.id = c.measurement_id
        join framework_indicator i on i.indicator_id = m.indicator_id
        join framework_council f on f.framework_id = i.framework_id'),
      ('target', 'select f.council_id from (select distinct framework_indicator_id from changed) c
        join framework_indicator i on i.id = c.framework_indicator_id
        join framework_council f on f.framework_id = i.framework_id'),
      ('target_change', 'select f.council_id from changed c join target t on t.id = c.target_id
        join framework_indicator i on i.id = t.framework_indicator_id
        join framework_council f on f.framework_id = i.framework_id'),
      ('indicator', 'select f.council_id from changed c join framework_indicator i on i.indicator_id = c.id
        join framework_council f on f.framework_id = i.framework_id'),
      ('framework', 'select f.council_id from changed c join framework_council f on f.framework_id = c.id'),
      ('framework_indicator', of_framework),
      ('framework_council', of_council),
      ('outcome', of_framework),
      ('reward_target', of_framework),
      ('register_entry', of_council),
      ('register_entry_priority', 'select r.council_id from changed c join register_entry r on r.id = c.register_entry_id'),
      ('portfolio', of_council),
      ('strategic_priority', of_council),
      ('vfm_rating', of_council),
      ('vfm_rating_change', 'select r.council_id from changed c join vfm_rating r on r.id = c.rating_id'),
      ('question', of_council),
      ('meeting', of_council),
      ('organisation', 'select id as council_id from changed union select f.council_id from changed c
        join framework w on w.accountable_body_id = c.id join framework_council f on f.framework_id = w.id'),
      ('partnership', 'select * from councils_shown_partnerships(array(select id from changed))'),
      ('membership', of_partnership),
      ('quarterly_return', of_partnership),
      ('return_entry', 'select * from councils_shown_partnerships(array(
        select distinct r.partnership_id from changed c join quarterly_return r on r.id = c.return_id))'),
      ('risk', of_partnership),
      ('action', of_partnership),
      ('quarter', of_all),
      ('person', of_all)
    ) as list (table_name, councils)
  loop
    execute format('create trigger bump_inserted after insert on %I referencing new table as changed
      for each statement execute function bump_councils_of_changed(%L)', watched.table_name, watched.councils);
    execute format('create trigger bump_deleted after delete on %I referencing old table as changed
      for each statement execute function bump_councils_of_changed(%L)', watched.table_name, watched.councils);
    -- Once for the rows as they were and once as they are: a row may move from one council to another.
    execute format('create trigger bump_updated_from after update on %I referencing old table as changed
      for each statement execute function bump_councils_of_changed(%L)', watched.table_name, watched.councils);
    execute format('create trigger bump_updated_to after update on %I referencing new table as changed
      for each statement execute function bump_councils_of_changed(%L)', watched.table_name, watched.councils);
    execute format('create trigger bump_truncated after truncate on %I
      for each statement execute function bump_councils_of_changed(%L)',
      watched.table_name, 'select council_id from figures_version');
  end loop;
end $$;

-- Each council that keeps a register has a version, from the moment it does.
create function organisation_has_figures_version() returns trigger language plpgsql as $$
begin
  if new.keeps_register then
    insert into figures_version (council_id, version) values (new.id, next_figures_version(0)) on conflict do nothing;
  else
    delete from figures_version where council_id = new.id;
  end if;
  return null;
end $$;
create trigger a_figures_version_inserted after insert on organisation
  for each row when (new.keeps_register) execute function organisation_has_figures_version();
create trigger a_figures_version_updated after update of keeps_register on organisation
  for each row when (old.keeps_register <> new.keeps_register) execute function organisation_has_figures_version();

create function figures_version_moves_forward() returns trigger language plpgsql as $$
begin
  perform refuse('figures_version_moves_forward', 'A version of a council’s figures only moves forward.');
  return null;
end $$;
create trigger moves_forward before update on figures_version
  for each row when (new.version <= old.version) execute function figures_version_moves_forward();
