-- What the return's tables cannot say by their shapes. A draft may hold anything that is no nonsense; what was said
-- once, and what was signed, stays as it was.

-- People -----------------------------------------------------------------------------------------------------

alter table person_role
  drop constraint person_role_fits_its_place,
  add constraint person_role_fits_its_place check (
    case when role in ('partnership_lead', 'signatory', 'contributor')
      then partnership_id is not null and council_id is null
      else council_id is not null and partnership_id is null
    end
  );

-- The grammar of cells, as the domain's return-cells.ts reads it ---------------------------------------------

create function is_cell_key(text) returns boolean language sql immutable
  return $1 ~ ('^(indicators/[a-z0-9]+(-[a-z0-9]+)*'
    || '/(value|numerator|denominator|missing|commentary|cause|action|owner|due|forecast|forecastReason|confirmation)'
    || '|actions/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/(progress|completed)'
    || '|risks/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/(likelihood|impact|review)'
    || '|resources/(memberHours|officerHours|funding)'
    || '|narrative/(whatHappened|why|whatWeAreDoing|whatWeNeed)'
    || '|questions/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/answer)$');

-- Whoever typed into one of these is not the one who signs.
create function is_figure_cell(text) returns boolean language sql immutable
  return $1 ~ '^indicators/[^/]+/(value|numerator|denominator)$';

create function are_cells_of_section(cells text[], section text) returns boolean language sql immutable
  return cardinality(cells) > 0 and not exists (
    select from unnest(cells) as listed (cell)
    where listed.cell is null or not is_cell_key(listed.cell) or split_part(listed.cell, '/', 1) <> section
  );

alter table return_cell
  add constraint return_cell_key_form check (is_cell_key(cell)),
  add constraint return_cell_version_from_1 check (version >= 1),
  add constraint return_cell_blank_is_null check (is_said(value));
alter table return_cell_change
  add constraint return_cell_change_key_form check (is_cell_key(cell)),
  add constraint return_cell_change_version_from_1 check (version >= 1),
  add constraint return_cell_change_begins_from_nothing check (version > 1 or old_value is null),
  add constraint return_cell_change_blank_is_null check (is_said(old_value) and is_said(new_value)),
  add constraint return_cell_change_source_known check (source in ('screen', 'file', 'api'));

alter table return_submission
  add constraint return_submission_number_from_1 check (number >= 1),
  add constraint return_submission_holds_its_cells check (coalesce(jsonb_typeof(contents -> 'cells') = 'array', false));

-- People asked, given time, told -----------------------------------------------------------------------------

alter table return_assignment
  add constraint return_assignment_section_known check (
    section in ('indicators', 'actions', 'risks', 'resources', 'narrative', 'questions')
  ),
  add constraint return_assignment_cells_of_its_section check (are_cells_of_section(cells, section)),
  add constraint return_assignment_colleague_or_invited check (num_nonnulls(person_id, invited_email) = 1),
  add constraint return_assignment_invitation_has_its_link check (
    case when invited_email is null
      then num_nonnulls(invited_name, token_hash, expires_on, redeemed_at) = 0
      else num_nulls(token_hash, expires_on) = 0
    end
  ),
  add constraint return_assignment_token_is_sha256 check (octet_length(token_hash) = 32),
  add constraint return_assignment_email_lower_case check (
    invited_email = lower(invited_email) and invited_email ~ '^[^@[:space:]]+@[^@[:space:]]+$'
  ),
  add constraint return_assignment_name_said check (is_said(invited_name)),
  add constraint return_assignment_dates_in_order check (redeemed_at >= created_at and withdrawn_at >= created_at);

alter table return_extension
  add constraint return_extension_has_reason check (is_said(reason));

alter table notification
  add constraint notification_kind_form check (kind ~ '^[a-z]+(_[a-z]+)*$'),
  add constraint notification_said check (is_said(subject) and is_said(body)),
  add constraint notification_mail_state_known check (mail_state in ('waiting', 'sent', 'listed', 'failed')),
  add constraint notification_sent_says_when check (
    case mail_state when 'sent' then mailed_at is not null when 'waiting' then mailed_at is null else true end
  ),
  add constraint notification_read_after_created check (read_at >= created_at);
alter table reminder_setting
  add constraint reminder_setting_kind_form check (kind ~ '^[a-z]+(_[a-z]+)*$'),
  add constraint reminder_setting_says_who_and_when check (num_nonnulls(changed_by_id, changed_at) <> 1);

alter table idempotent_answer
  add constraint idempotent_answer_key_said check (is_said(key) and char_length(key) <= 255),
  add constraint idempotent_answer_hash_is_sha256 check (octet_length(request_hash) = 32),
  add constraint idempotent_answer_status_known check (status between 200 and 599);

-- The quarter and its record ---------------------------------------------------------------------------------

alter table quarter
  add constraint quarter_opened_says_when check (opened_by_id is null or opened_at is not null);
alter table quarter_date_change
  add constraint quarter_date_change_has_reason check (is_said(reason)),
  add constraint quarter_date_change_changes_something check (
    (old_opens_on, old_due_on, old_closes_on) is distinct from (new_opens_on, new_due_on, new_closes_on)
  );
alter table publication
  add constraint publication_holds_a_dashboard check (jsonb_typeof(dashboard) = 'object');
create trigger council_is_a_council after insert on publication
  for each row execute function council_is_a_council();

alter table quarterly_return
  add constraint quarterly_return_resources_not_negative check (
    member_hours >= 0 and officer_hours >= 0 and funding_pence >= 0
  );
alter table return_entry
  add constraint return_entry_owner_name_said check (is_said(owner_name) and char_length(owner_name) <= 120),
  add constraint return_entry_forecast_has_reason check (
    case when forecast is null
      then forecast_reason is null
      else forecast_reason is not null and is_said(forecast_reason)
    end
  );
alter table indicator
  add constraint indicator_hard_limits_in_order check (hard_min <= hard_max);
alter table action
  add constraint action_progress_said check (is_said(progress));
alter table risk_review
  add constraint risk_review_1_to_5 check (likelihood between 1 and 5 and impact between 1 and 5),
  add constraint risk_review_note_said check (is_said(note));

-- The moves there are, as the domain's return-life.ts lists them. A restated return may be restated again.
alter table return_event
  drop constraint return_event_moves,
  add constraint return_event_moves check (
    case to_state
      when 'not_started' then from_state is null
      when 'in_progress' then from_state is not null and from_state in ('not_started', 'changes_requested', 'awaiting_sign_off')
      when 'awaiting_sign_off' then from_state is not null and from_state = 'in_progress'
      when 'submitted' then from_state is not null and from_state = 'awaiting_sign_off'
      when 'changes_requested' then from_state is not null and from_state in ('submitted', 'accepted')
      when 'accepted' then from_state is not null and from_state = 'submitted'
      when 'published' then from_state is not null and from_state = 'accepted'
      when 'restated' then from_state is not null and from_state in ('published', 'restated')
    end
  );

-- Append-only ------------------------------------------------------------------------------------------------

do $$
declare name text;
begin
  foreach name in array array['return_cell_change', 'return_submission', 'risk_review', 'quarter_date_change', 'publication'] loop
    execute format('create trigger is_append_only before update or delete on %I
      for each row execute function is_append_only()', name);
    execute format('create trigger is_append_only_whole before truncate on %I
      for each statement execute function is_append_only()', name);
  end loop;
end $$;

-- A cell has a history, so it is emptied and never deleted.
create function return_cell_is_kept() returns trigger language plpgsql as $$
begin
  perform refuse('return_cell_is_kept', 'A cell of a return is emptied, never deleted: its history stays.');
  return null;
end $$;
create trigger is_kept before delete on return_cell for each row execute function return_cell_is_kept();
create trigger is_kept_whole before truncate on return_cell for each statement execute function return_cell_is_kept();

create function return_assignment_happens_once() returns trigger language plpgsql as $$
begin
  perform refuse('return_assignment_happens_once', 'An invitation is used once, and what was withdrawn stays withdrawn.');
  return null;
end $$;
create trigger happens_once before update on return_assignment for each row
  when ((old.redeemed_at is not null and new.redeemed_at is distinct from old.redeemed_at)
    or (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at))
  execute function return_assignment_happens_once();

-- A cell and its history -------------------------------------------------------------------------------------

-- Saving a cell is what many do at once: these triggers look rows up by whole keys and lock none.

create function return_cell_version_follows() returns trigger language plpgsql as $$
begin
  perform refuse('return_cell_version_follows', 'A cell stays where it is, and each change is one version more.');
  return null;
end $$;
create trigger version_follows before update on return_cell for each row
  when (new.version <> old.version + 1 or (new.return_id, new.cell) is distinct from (old.return_id, old.cell))
  execute function return_cell_version_follows();

-- That the record is of this transaction needs no asking: none can be of a version that the cell has not reached.
create function return_cell_change_is_recorded() returns trigger language plpgsql as $$
begin
  if not exists (
    select from return_cell_change c
    where c.return_id = new.return_id and c.cell = new.cell and c.version = new.version
      and c.new_value is not distinct from new.value
      and c.changed_at = new.changed_at and c.changed_by_id = new.changed_by_id
  ) then
    perform refuse('return_cell_change_is_recorded', 'A cell changes only with a record of exactly that change.');
  end if;
  return null;
end $$;
create constraint trigger change_is_recorded after insert or update on return_cell
  deferrable initially deferred for each row execute function return_cell_change_is_recorded();

create function return_cell_change_is_real() returns trigger language plpgsql as $$
begin
  if not exists (
    select from return_cell r
    where r.return_id = new.return_id and r.cell = new.cell and r.version >= new.version
      and (r.version > new.version or r.value is not distinct from new.new_value)
  ) then
    perform refuse('return_cell_change_is_real', 'The recorded changes of a cell lead to its present value.');
  end if;
  if new.version > 1 and not exists (
    select from return_cell_change c
    where c.return_id = new.return_id and c.cell = new.cell and c.version = new.version - 1
      and c.new_value is not distinct from new.old_value
  ) then
    perform refuse('return_cell_change_follows', 'A cell’s change begins where the one before it ended.');
  end if;
  return null;
end $$;
create constraint trigger change_is_real after insert on return_cell_change
  deferrable initially deferred for each row execute function return_cell_change_is_real();

-- The draft and its signature --------------------------------------------------------------------------------

-- Nothing is typed into a return that was sent for sign-off: it would be in the draft and not in what was signed.
-- The foreign key, whose trigger comes first by its name, holds the return; so its state is read as it then is.
-- Whoever makes a return or moves it in this same transaction may give it its cells.
create function return_cell_change_while_open() returns trigger language plpgsql as $$
begin
  if exists (
    select from quarterly_return r
    where r.id = new.return_id and r.state not in ('not_started', 'in_progress', 'changes_requested')
      and not is_of_this_transaction(r.xmin)
  ) then
    perform refuse('return_cell_change_while_open', 'A return that was sent for sign-off takes no changes.');
  end if;
  return null;
end $$;
create trigger while_open after insert on return_cell_change
  for each row execute function return_cell_change_while_open();

-- The other half: whoever sends a return waits for the saves under way, and those that come later find it sent.
create function quarterly_return_waits_for_saves() returns trigger language plpgsql as $$
begin
  perform from quarterly_return where id = old.id for update;
  return new;
end $$;
create trigger waits_for_saves before update of state on quarterly_return for each row
  when (old.state in ('not_started', 'in_progress', 'changes_requested')
    and new.state not in ('not_started', 'in_progress', 'changes_requested'))
  execute function quarterly_return_waits_for_saves();

create function return_submission_fits() returns trigger language plpgsql as $$
begin
  if new.number > 1 and not exists (
    select from return_submission s where s.return_id = new.return_id and s.number = new.number - 1
  ) then
    perform refuse('return_submission_number_follows', 'The submissions of a return are numbered 1, 2, 3.');
  end if;
  if exists (
    select from return_cell_change c
    where c.return_id = new.return_id and c.changed_by_id = new.signed_by_id and is_figure_cell(c.cell)
  ) then
    perform refuse('return_submission_signed_by_another', 'Whoever entered a figure of a return does not sign it off.');
  end if;
  return null;
end $$;
create trigger fits after insert on return_submission for each row execute function return_submission_fits();

-- A quarter's dates never change silently --------------------------------------------------------------------

create function quarter_date_change_is_recorded() returns trigger language plpgsql as $$
begin
  if not exists (
    select from quarter_date_change c
    where c.quarter_index = new.index and is_of_this_transaction(c.xmin)
      and (c.old_opens_on, c.old_due_on, c.old_closes_on) = (old.opens_on, old.due_on, old.closes_on)
      and (c.new_opens_on, c.new_due_on, c.new_closes_on) = (new.opens_on, new.due_on, new.closes_on)
  ) then
    perform refuse('quarter_date_change_is_recorded', 'A quarter’s dates change only with a record of the old and the new.');
  end if;
  return null;
end $$;
create constraint trigger date_change_is_recorded after update on quarter
  deferrable initially deferred for each row
  when ((old.opens_on, old.due_on, old.closes_on) is distinct from (new.opens_on, new.due_on, new.closes_on))
  execute function quarter_date_change_is_recorded();

create function quarter_history_leads_to_present() returns trigger language plpgsql as $$
begin
  if not (
    select steps_lead_to(
      array_agg((c.old_opens_on, c.old_due_on, c.old_closes_on)::text),
      array_agg((c.new_opens_on, c.new_due_on, c.new_closes_on)::text),
      (select (q.opens_on, q.due_on, q.closes_on)::text from quarter q where q.index = new.quarter_index)
    ) from quarter_date_change c where c.quarter_index = new.quarter_index
  ) then
    perform refuse('quarter_history_leads_to_present', 'The recorded changes of a quarter lead to its present dates.');
  end if;
  return null;
end $$;
create constraint trigger history_leads_to_present after insert on quarter_date_change
  deferrable initially deferred for each row execute function quarter_history_leads_to_present();

-- What a dashboard shows -------------------------------------------------------------------------------------

-- A publication is shown, and is only ever added. Nothing of a draft is.
create trigger bump_inserted after insert on publication referencing new table as changed
  for each statement execute function bump_councils_of_changed('select council_id from changed');
