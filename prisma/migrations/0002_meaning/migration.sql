-- What the tables' shapes cannot say: each rule here refuses a record that would mean nothing or the wrong thing.

-- Words ----------------------------------------------------------------------------------------------------

create function is_slug(text) returns boolean language sql immutable
  return $1 ~ '^[a-z0-9]+(-[a-z0-9]+)*$';

create function is_said(text) returns boolean language sql immutable
  return btrim($1) <> '';

alter table organisation
  add constraint organisation_slug_form check (is_slug(slug)),
  add constraint organisation_name_said check (is_said(name) and is_said(short_name)),
  add constraint organisation_register_is_a_councils check (is_council or not keeps_register);
alter table partnership
  add constraint partnership_slug_form check (is_slug(slug)),
  add constraint partnership_name_said check (is_said(name) and is_said(short_name));
alter table framework
  add constraint framework_slug_form check (is_slug(slug)),
  add constraint framework_title_said check (is_said(title) and is_said(short_title));
alter table outcome
  add constraint outcome_slug_form check (is_slug(slug)),
  add constraint outcome_title_said check (is_said(title));
alter table indicator
  add constraint indicator_slug_form check (is_slug(slug)),
  add constraint indicator_title_said check (is_said(title) and is_said(short_title) and is_said(code));
alter table strategic_priority
  add constraint strategic_priority_slug_form check (is_slug(slug)),
  add constraint strategic_priority_title_said check (is_said(title));
alter table portfolio
  add constraint portfolio_slug_form check (is_slug(slug)),
  add constraint portfolio_title_said check (is_said(title));
alter table person
  add constraint person_email_lower_case check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  add constraint person_name_said check (is_said(name)),
  add constraint person_password_is_argon2id check (password_hash like '$argon2id$%'),
  add constraint person_disabled_after_created check (disabled_at >= created_at);

-- Time -----------------------------------------------------------------------------------------------------

alter table quarter
  add constraint quarter_number_1_to_4 check (number between 1 and 4),
  add constraint quarter_index_of_year_and_number check (index = start_year * 4 + number - 1),
  add constraint quarter_opens_falls_due_closes check (opens_on <= due_on and due_on <= closes_on);
alter table framework
  add constraint framework_ends_after_it_starts check (end_year >= start_year);
alter table partnership
  add constraint partnership_ends_after_it_starts check (ended_on >= started_on);
alter table membership
  add constraint membership_leaves_after_joining check (left_on >= joined_on),
  add constraint membership_capacity_known check (capacity in ('chair', 'member', 'observer'));
alter table session
  add constraint session_in_order check (last_seen_at >= created_at and expires_at > created_at),
  add constraint session_token_is_sha256 check (octet_length(token_hash) = 32);
alter table sign_in_throttle
  add constraint sign_in_throttle_points_not_negative check (points >= 0);

-- People ---------------------------------------------------------------------------------------------------

alter table person_role
  add constraint person_role_fits_its_place check (
    case when role in ('partnership_lead', 'contributor')
      then partnership_id is not null and council_id is null
      else council_id is not null and partnership_id is null
    end
  );
drop index person_role_person_id_role_council_id_partnership_id_key;
create unique index person_role_person_id_role_council_id_partnership_id_key
  on person_role (person_id, role, council_id, partnership_id) nulls not distinct;

-- Register -------------------------------------------------------------------------------------------------

alter table register_entry
  add constraint register_entry_removed_after_added check (removed_on >= added_on),
  add constraint register_entry_significance_has_reason check (
    case when significant_since is null
      then significant_until is null and significant_reason is null
      else significant_reason is not null and is_said(significant_reason)
    end
  ),
  add constraint register_entry_significance_in_order check (
    significant_since >= added_on and (significant_until is null or significant_until >= significant_since)
  ),
  add constraint register_entry_removed_is_not_significant check (
    removed_on is null or significant_since is null
    or (significant_until is not null and significant_until <= removed_on)
  );

alter table vfm_rating
  add constraint vfm_rating_1_to_4 check (rating between 1 and 4),
  add constraint vfm_rating_has_reason check (is_said(reason));
alter table vfm_rating_change
  add constraint vfm_rating_change_1_to_4 check (new_rating between 1 and 4 and (old_rating is null or old_rating between 1 and 4)),
  add constraint vfm_rating_change_has_reason check (is_said(reason));

-- Frameworks, indicators, targets, measurements ------------------------------------------------------------

alter table framework
  add constraint framework_reward_not_negative check (reward_pence >= 0),
  add constraint framework_kind_known check (
    kind in ('local area agreement', 'national indicator set', 'corporate plan', 'outcomes framework', 'imported series')
  );

alter table indicator
  add constraint indicator_decimals_0_to_6 check (decimals between 0 and 6),
  add constraint indicator_tolerances_in_order check (0 <= green_tolerance and green_tolerance <= amber_tolerance),
  add constraint indicator_lag_not_negative check (lag_weeks >= 0);

alter table target
  add constraint target_quarter_1_to_4 check (quarter_number between 1 and 4),
  add constraint target_value_or_range check (
    case when value is not null
      then range_low is null and range_high is null
      else range_low is not null and range_high is not null and range_low <= range_high
    end
  );
drop index target_framework_indicator_id_organisation_id_start_year_qu_key;
create unique index target_framework_indicator_id_organisation_id_start_year_qu_key
  on target (framework_indicator_id, organisation_id, start_year, quarter_number) nulls not distinct;

alter table target_change
  add constraint target_change_says_who_and_why check (is_said(agreed_by) and is_said(reason)),
  add constraint target_change_changes_something check (
    (old_value, old_range_low, old_range_high) is distinct from (new_value, new_range_low, new_range_high)
  );

alter table measurement
  add constraint measurement_value_or_reason check ((value is null) <> (missing_reason is null)),
  add constraint measurement_state_with_value check ((value is null) = (state is null)),
  add constraint measurement_counts_together check (
    (numerator is null) = (denominator is null) and (numerator is null or value is not null)
  ),
  add constraint measurement_denominator_positive check (denominator > 0);
drop index measurement_indicator_id_quarter_index_organisation_id_key;
create unique index measurement_indicator_id_quarter_index_organisation_id_key
  on measurement (indicator_id, quarter_index, organisation_id) nulls not distinct;

alter table measurement_revision
  add constraint measurement_revision_has_reason check (is_said(reason)),
  add constraint measurement_revision_changes_something check (
    (old_value, old_numerator, old_denominator, old_state)
    is distinct from (new_value, new_numerator, new_denominator, new_state)
  );

alter table reward_target
  add constraint reward_target_stretches check (stretch <> without_stretch),
  add constraint reward_target_share_not_negative check (share_pence >= 0);

-- Returns, risks, actions, questions -----------------------------------------------------------------------

alter table quarterly_return
  add constraint quarterly_return_version_from_1 check (version >= 1),
  add constraint quarterly_return_dates_of_its_state check (
    case state
      when 'not_started' then submitted_at is null and accepted_at is null and published_at is null
      when 'in_progress' then published_at is null
      when 'awaiting_sign_off' then published_at is null
      when 'submitted' then submitted_at is not null and published_at is null
      when 'changes_requested' then submitted_at is not null and published_at is null
      when 'accepted' then submitted_at is not null and accepted_at is not null and published_at is null
      else submitted_at is not null and accepted_at is not null and published_at is not null
    end
  ),
  add constraint quarterly_return_dates_in_order check (
    (accepted_at is null or (submitted_at is not null and accepted_at >= submitted_at))
    and (published_at is null or (accepted_at is not null and published_at >= accepted_at))
  );

alter table return_event
  add constraint return_event_moves check (from_state is distinct from to_state),
  add constraint return_event_says_why check (
    case when to_state in ('changes_requested', 'restated') or (from_state = 'awaiting_sign_off' and to_state = 'in_progress')
      then reason is not null and is_said(reason)
      else true
    end
  );

alter table risk
  add constraint risk_scores_1_to_5 check (
    likelihood_before between 1 and 5 and impact_before between 1 and 5
    and likelihood_after between 1 and 5 and impact_after between 1 and 5
  ),
  add constraint risk_mitigation_does_not_raise_it check (
    likelihood_after * impact_after <= likelihood_before * impact_before
  ),
  -- The seven paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972.
  add constraint risk_exempt_names_its_paragraph check (
    (access = 'exempt') = (exempt_paragraph is not null) and (exempt_paragraph is null or exempt_paragraph between 1 and 7)
  ),
  add constraint risk_dates_in_order check (reviewed_on >= opened_on and (closed_on is null or closed_on >= opened_on)),
  add constraint risk_said check (is_said(cause) and is_said(effect));

alter table action
  add constraint action_dates_in_order check (due_on >= opened_on and (completed_on is null or completed_on >= opened_on)),
  add constraint action_said check (is_said(outcome) and is_said(action) and is_said(measure));

alter table question
  add constraint question_said check (is_said(text)),
  add constraint question_answer_with_its_date check ((answer is null) = (answered_on is null)),
  add constraint question_closed_when_answered check (closed_on is null or answered_on is not null),
  add constraint question_dates_in_order check (
    answer_due_on >= asked_on
    and (answered_on is null or answered_on >= asked_on)
    and (closed_on is null or answered_on is null or closed_on >= answered_on)
  );

alter table deployment
  add constraint deployment_one_row check (id = 1),
  add constraint deployment_mode_known check (mode in ('demonstration', 'live')),
  add constraint deployment_seed_version_not_negative check (seed_version >= 0);

alter table audit_event
  add constraint audit_event_source_known check (source in ('screen', 'api', 'import', 'seed', 'command'));

-- Rules across rows ----------------------------------------------------------------------------------------

create function refuse(rule text, sentence text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', message = sentence, constraint = rule;
end $$;

create function council_is_a_council() returns trigger language plpgsql as $$
begin
  if new.council_id is not null
    and not exists (select from organisation where id = new.council_id and is_council) then
    perform refuse(tg_table_name || '_council_is_a_council', 'Only a council can have this record.');
  end if;
  return null;
end $$;

do $$
declare name text;
begin
  foreach name in array array['framework_council', 'person_role', 'strategic_priority', 'portfolio',
    'register_entry', 'vfm_rating', 'question', 'meeting', 'figures_version'] loop
    execute format('create trigger council_is_a_council after insert or update of council_id on %I
      for each row execute function council_is_a_council()', name);
  end loop;
end $$;

create function organisation_stays_a_council() returns trigger language plpgsql as $$
begin
  if exists (select from register_entry where council_id = new.id)
    or exists (select from framework_council where council_id = new.id)
    or exists (select from person_role where council_id = new.id) then
    perform refuse('organisation_stays_a_council', 'A council with a register, a framework or people stays a council.');
  end if;
  return null;
end $$;
create trigger stays_a_council after update of is_council on organisation
  for each row when (old.is_council and not new.is_council) execute function organisation_stays_a_council();

-- One lock for all changes of structure, so that two at once cannot close a circle between them.
create function partnership_has_no_circle() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('partnership structure'));
  if exists (
    with recursive above (id) as (
      select new.reports_to_id
      union
      select p.reports_to_id from partnership p join above on p.id = above.id
    ) select from above where id = new.id
  ) then
    perform refuse('partnership_reports_to_no_circle', 'A partnership cannot report to itself, at any remove.');
  end if;
  if exists (
    with recursive earlier (id) as (
      select new.predecessor_id
      union
      select p.predecessor_id from partnership p join earlier on p.id = earlier.id
    ) select from earlier where id = new.id
  ) then
    perform refuse('partnership_predecessor_no_circle', 'A partnership cannot follow itself, at any remove.');
  end if;
  return null;
end $$;
create trigger has_no_circle after insert or update of reports_to_id, predecessor_id on partnership
  for each row when (new.reports_to_id is not null or new.predecessor_id is not null)
  execute function partnership_has_no_circle();

create function register_entry_portfolio_of_its_council() returns trigger language plpgsql as $$
begin
  if not exists (select from portfolio where id = new.portfolio_id and council_id = new.council_id) then
    perform refuse('register_entry_portfolio_of_its_council', 'A register entry’s portfolio belongs to the same council.');
  end if;
  return null;
end $$;
create trigger portfolio_of_its_council after insert or update of council_id, portfolio_id on register_entry
  for each row when (new.portfolio_id is not null) execute function register_entry_portfolio_of_its_council();

create function register_entry_priority_of_its_council() returns trigger language plpgsql as $$
begin
  if not exists (
    select from register_entry e join strategic_priority p on p.council_id = e.council_id
    where e.id = new.register_entry_id and p.id = new.priority_id
  ) then
    perform refuse('register_entry_priority_of_its_council', 'A register entry’s priority belongs to the same council.');
  end if;
  return null;
end $$;
create trigger priority_of_its_council after insert or update on register_entry_priority
  for each row execute function register_entry_priority_of_its_council();

-- What belongs to a council or a framework stays with it; otherwise the rules above could be got round.
create function owner_does_not_change() returns trigger language plpgsql as $$
begin
  perform refuse(tg_table_name || '_owner_does_not_change', 'This record stays with its council or framework.');
  return null;
end $$;
create trigger owner_does_not_change after update of council_id on register_entry
  for each row when (old.council_id <> new.council_id) execute function owner_does_not_change();
create trigger owner_does_not_change after update of council_id on portfolio
  for each row when (old.council_id <> new.council_id) execute function owner_does_not_change();
create trigger owner_does_not_change after update of council_id on strategic_priority
  for each row when (old.council_id <> new.council_id) execute function owner_does_not_change();
create trigger owner_does_not_change after update of framework_id on outcome
  for each row when (old.framework_id <> new.framework_id) execute function owner_does_not_change();
create trigger owner_does_not_change after update of framework_id on framework_indicator
  for each row when (old.framework_id <> new.framework_id) execute function owner_does_not_change();

create function framework_indicator_outcome_of_its_framework() returns trigger language plpgsql as $$
begin
  if not exists (select from outcome where id = new.outcome_id and framework_id = new.framework_id) then
    perform refuse('framework_indicator_outcome_of_its_framework', 'An indicator’s outcome belongs to the same framework.');
  end if;
  return null;
end $$;
create trigger outcome_of_its_framework after insert or update of outcome_id, framework_id on framework_indicator
  for each row execute function framework_indicator_outcome_of_its_framework();

create function reward_target_of_its_framework() returns trigger language plpgsql as $$
begin
  if not exists (
    select from framework_indicator where id = new.framework_indicator_id and framework_id = new.framework_id
  ) then
    perform refuse('reward_target_of_its_framework', 'A reward target’s indicator belongs to the same framework.');
  end if;
  return null;
end $$;
create trigger of_its_framework after insert or update on reward_target
  for each row execute function reward_target_of_its_framework();

-- A Local Area Agreement has at most 35 designated targets.
create function refuse_a_36th_designated(frameworks uuid[]) returns void language plpgsql as $$
begin
  -- Locked first: two that each add the thirty-fifth must not both pass.
  perform from framework where id = any (frameworks) order by id for no key update;
  if exists (
    select from framework_indicator i join framework f on f.id = i.framework_id
    where f.id = any (frameworks) and f.kind = 'local area agreement' and i.is_designated
    group by f.id having count(*) > 35
  ) then
    perform refuse('framework_at_most_35_designated', 'A Local Area Agreement has at most 35 designated targets.');
  end if;
end $$;

create function framework_indicator_at_most_35() returns trigger language plpgsql as $$
begin
  perform refuse_a_36th_designated(frameworks)
  from (select array_agg(distinct framework_id) as frameworks from changed where is_designated) designated
  where frameworks is not null;
  return null;
end $$;
create trigger at_most_35_designated_inserted after insert on framework_indicator
  referencing new table as changed for each statement execute function framework_indicator_at_most_35();
create trigger at_most_35_designated_updated after update on framework_indicator
  referencing new table as changed for each statement execute function framework_indicator_at_most_35();

create function framework_at_most_35() returns trigger language plpgsql as $$
begin
  perform refuse_a_36th_designated(array[new.id]);
  return null;
end $$;
create trigger at_most_35_designated after update of kind on framework
  for each row execute function framework_at_most_35();

-- The gap is a share of the target, so a target of zero has none: the tolerance must be absolute there.
create function targets_fit_indicators(indicators uuid[]) returns void language plpgsql as $$
begin
  if exists (
    select from indicator i
      join framework_indicator fi on fi.indicator_id = i.id
      join target t on t.framework_indicator_id = fi.id
    where i.id = any (indicators) and i.tolerance_kind = 'relative' and i.polarity <> 'none'
      and 0 in (t.value, t.range_low, t.range_high)
  ) then
    perform refuse('target_zero_needs_absolute_tolerance', 'A target of zero needs an absolute tolerance.');
  end if;
  if exists (
    select from indicator i
      join framework_indicator fi on fi.indicator_id = i.id
      join target t on t.framework_indicator_id = fi.id
    where i.id = any (indicators) and i.polarity <> 'none' and (i.polarity = 'range') <> (t.value is null)
  ) then
    perform refuse('target_range_fits_polarity', 'An indicator kept within a range has a range for its target, and only such an indicator.');
  end if;
end $$;

create function target_fits_indicator() returns trigger language plpgsql as $$
begin
  perform targets_fit_indicators(indicators)
  from (
    select array_agg(distinct fi.indicator_id) as indicators
    from changed c join framework_indicator fi on fi.id = c.framework_indicator_id
  ) touched
  where indicators is not null;
  return null;
end $$;
create trigger fits_indicator_inserted after insert on target
  referencing new table as changed for each statement execute function target_fits_indicator();
create trigger fits_indicator_updated after update on target
  referencing new table as changed for each statement execute function target_fits_indicator();

create function indicator_fits_targets() returns trigger language plpgsql as $$
begin
  perform targets_fit_indicators(array[new.id]);
  return null;
end $$;
create trigger fits_targets after update of tolerance_kind, polarity on indicator
  for each row execute function indicator_fits_targets();

-- A share cannot exceed its whole, except where the published counts are rounded.
create function measurement_part_of_whole() returns trigger language plpgsql as $$
begin
  -- Few rows are suspect: they are found first, in one pass, however many were written.
  if exists (
    with suspect as materialized (select distinct indicator_id from changed where numerator > denominator)
    select from indicator i join suspect s on s.indicator_id = i.id where i.unit = '%' and not i.rounded_counts
  ) then
    perform refuse('measurement_part_of_whole', 'The numerator of a percentage cannot exceed its denominator.');
  end if;
  return null;
end $$;
create trigger part_of_whole_inserted after insert on measurement
  referencing new table as changed for each statement execute function measurement_part_of_whole();
create trigger part_of_whole_updated after update on measurement
  referencing new table as changed for each statement execute function measurement_part_of_whole();

create function indicator_part_of_whole() returns trigger language plpgsql as $$
begin
  if new.unit = '%' and not new.rounded_counts
    and exists (select from measurement where indicator_id = new.id and numerator > denominator) then
    perform refuse('measurement_part_of_whole', 'The numerator of a percentage cannot exceed its denominator.');
  end if;
  return null;
end $$;
create trigger part_of_whole after update of unit, rounded_counts on indicator
  for each row execute function indicator_part_of_whole();

-- Checked at commit: the shares and the whole arrive in one transaction, in any order.
create function reward_shares_make_the_whole(framework uuid) returns void language plpgsql as $$
begin
  if exists (
    select from framework f where f.id = framework and coalesce(f.reward_pence, 0) <>
      (select coalesce(sum(r.share_pence), 0) from reward_target r where r.framework_id = f.id)
  ) then
    perform refuse('reward_shares_make_the_whole', 'The shares of the reward targets sum to the framework’s reward.');
  end if;
end $$;

create function reward_target_shares() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform reward_shares_make_the_whole(old.framework_id); end if;
  if tg_op <> 'DELETE' then perform reward_shares_make_the_whole(new.framework_id); end if;
  return null;
end $$;
create constraint trigger shares_make_the_whole after insert or update or delete on reward_target
  deferrable initially deferred for each row execute function reward_target_shares();

create function framework_shares() returns trigger language plpgsql as $$
begin
  perform reward_shares_make_the_whole(new.id);
  return null;
end $$;
create constraint trigger shares_make_the_whole after insert or update of reward_pence on framework
  deferrable initially deferred for each row execute function framework_shares();

-- Checked when written only: an indicator may later pass to another partnership, and its history stays.
create function return_entry_of_its_partnership() returns trigger language plpgsql as $$
begin
  if not exists (
    select from quarterly_return r join framework_indicator i on i.owner_id = r.partnership_id
    where r.id = new.return_id and i.id = new.framework_indicator_id
  ) then
    perform refuse('return_entry_of_its_partnership', 'A partnership reports on the indicators it owns.');
  end if;
  return null;
end $$;
create trigger of_its_partnership after insert or update of return_id, framework_indicator_id on return_entry
  for each row execute function return_entry_of_its_partnership();
