-- Each event carries the hash of the one before it, so that none can be altered, removed or slipped in unseen.

create function audit_event_hash(event audit_event) returns bytea language sql stable
  return sha256(convert_to(jsonb_build_array(
    event.sequence,
    to_char(event.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    event.actor_id, event.actor_name, event.source, event.action, event.subject_type, event.subject_id,
    event.old_value, event.new_value, event.reason, encode(event.previous_hash, 'hex')
  )::text, 'UTF8'));

-- The database sets the sequence and both hashes. A writer may name the previous hash it expects.
-- The chain's lock is held to the end of the transaction: write the event last.
create function audit_event_joins_chain() returns trigger language plpgsql as $$
declare
  last_event audit_event;
begin
  perform pg_advisory_xact_lock(hashtext('audit chain'));
  select * into last_event from audit_event order by sequence desc limit 1;
  if new.previous_hash <> '' and new.previous_hash <> coalesce(last_event.hash, decode(repeat('00', 32), 'hex')) then
    perform refuse('audit_event_previous_hash', 'The event does not follow the last one of the chain.');
  end if;
  new.sequence := coalesce(last_event.sequence, 0) + 1;
  new.previous_hash := coalesce(last_event.hash, decode(repeat('00', 32), 'hex'));
  new.hash := audit_event_hash(new);
  return new;
end $$;
create trigger joins_chain before insert on audit_event
  for each row execute function audit_event_joins_chain();

-- The first event that does not fit the chain; null when the whole chain holds.
create function first_broken_audit_event() returns bigint language sql stable as $$
  select min(sequence) from (
    select e.sequence, e.hash = audit_event_hash(e) as is_whole,
      e.previous_hash = lag(e.hash, 1, decode(repeat('00', 32), 'hex')) over (order by e.sequence) as follows,
      e.sequence = row_number() over (order by e.sequence) as is_numbered
    from audit_event e
  ) checked
  where not (is_whole and follows and is_numbered)
$$;
