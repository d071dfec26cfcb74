import { afterAll, beforeAll, describe, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { expectAccepted, expectRefused, type Refusal } from './refusals.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ content: 'demonstration' })
})

afterAll(async () => {
  await database.drop()
})

const partnership = (slug: string) => `(select id from partnership where slug = '${slug}')`
const organisation = (slug: string) => `(select id from organisation where slug = '${slug}')`
const indicator = (slug: string) => `(select id from indicator where slug = '${slug}')`
const person = (email: string) => `(select id from person where email = '${email}')`
const laa2 = "(select id from framework where slug = 'oxfordshire-laa-2008')"
const waste = partnership('waste-partnership')
const cherwell = organisation('cherwell')
const oxford = organisation('oxford')

const WORDS_AND_TIME: Refusal[] = [
  {
    guarantee: 'a slug is lower case',
    rule: 'partnership_slug_form',
    statement: "update partnership set slug = 'Waste'",
  },
  {
    guarantee: 'a council’s slug has no spaces',
    rule: 'organisation_slug_form',
    statement: "update organisation set slug = 'west oxon' where slug = 'west-oxfordshire'",
  },
  {
    guarantee: 'an indicator has a title',
    rule: 'indicator_title_said',
    statement: "update indicator set title = ' '",
  },
  {
    guarantee: 'an e-mail address is lower case',
    rule: 'person_email_lower_case',
    statement: "update person set email = 'Lead@waste.example' where email = 'lead@waste.example'",
  },
  {
    guarantee: 'two people cannot share an e-mail address',
    rule: 'person_email_key',
    statement: "update person set email = 'lead@waste.example'",
  },
  {
    guarantee: 'a password is stored as Argon2id and never as itself',
    rule: 'person_password_is_argon2id',
    statement: "update person set password_hash = 'demonstration'",
  },
  {
    guarantee: 'a quarter’s index follows from its year and number',
    rule: 'quarter_index_of_year_and_number',
    statement: "insert into quarter values (9000, 2011, 1, '2011-07-01', '2011-07-15', '2011-07-22')",
  },
  {
    guarantee: 'a quarter is one of four',
    rule: 'quarter_number_1_to_4',
    statement: "insert into quarter values (8048, 2011, 5, '2011-07-01', '2011-07-15', '2011-07-22')",
  },
  {
    guarantee: 'a quarter falls due after it opens',
    rule: 'quarter_opens_falls_due_closes',
    statement: 'update quarter set opens_on = due_on + 1',
  },
  {
    guarantee: 'a quarter closes after it falls due',
    rule: 'quarter_opens_falls_due_closes',
    statement: 'update quarter set closes_on = due_on - 1',
  },
  {
    guarantee: 'a framework ends after it starts',
    rule: 'framework_ends_after_it_starts',
    statement: 'update framework set end_year = start_year - 1',
  },
  {
    guarantee: 'a framework is of a known kind',
    rule: 'framework_kind_known',
    statement: "update framework set kind = 'plan'",
  },
  {
    guarantee: 'a partnership ends after it starts',
    rule: 'partnership_ends_after_it_starts',
    statement: "update partnership set ended_on = '1990-01-01'",
  },
  {
    guarantee: 'a member leaves after joining',
    rule: 'membership_leaves_after_joining',
    statement: "update membership set left_on = '1990-01-01'",
  },
  {
    guarantee: 'a member is chair, member or observer',
    rule: 'membership_capacity_known',
    statement: "update membership set capacity = 'guest'",
  },
  {
    guarantee: 'a deployment is for demonstration or live',
    rule: 'deployment_mode_known',
    statement: "update deployment set mode = 'test'",
  },
  {
    guarantee: 'there is one deployment',
    rule: 'deployment_one_row',
    statement: "insert into deployment (id, mode, area, loaded_at) values (2, 'live', 'Here', now())",
  },
  {
    guarantee: 'a session’s token is kept only as its SHA-256',
    rule: 'session_token_is_sha256',
    statement: `insert into session values (gen_random_uuid(), 'token', ${person('lead@waste.example')}, now(), now(), now() + interval '1 hour')`,
  },
  {
    guarantee: 'a session ends after it begins',
    rule: 'session_in_order',
    statement: `insert into session values (gen_random_uuid(), sha256('a'), ${person('lead@waste.example')}, now(), now(), now() - interval '1 hour')`,
  },
  {
    guarantee: 'a throttle’s points are not negative',
    rule: 'sign_in_throttle_points_not_negative',
    statement: "insert into sign_in_throttle values ('a', -1, null)",
  },
]

const role = (name: string, council: string, place: string) =>
  `insert into person_role values (gen_random_uuid(), ${person('lead@waste.example')}, '${name}', ${council}, ${place})`

const PEOPLE_AND_REGISTERS: Refusal[] = [
  {
    guarantee: 'a lead’s role is for a partnership',
    rule: 'person_role_fits_its_place',
    statement: role('partnership_lead', cherwell, 'null'),
  },
  {
    guarantee: 'a contributor’s role is for a partnership only',
    rule: 'person_role_fits_its_place',
    statement: role('contributor', cherwell, waste),
  },
  {
    guarantee: 'an Executive member’s role is for a council',
    rule: 'person_role_fits_its_place',
    statement: role('executive_member', 'null', waste),
  },
  {
    guarantee: 'a role is for something',
    rule: 'person_role_fits_its_place',
    statement: role('administrator', 'null', 'null'),
  },
  {
    guarantee: 'a role is held once',
    rule: 'person_role_person_id_role_council_id_partnership_id_key',
    statement: role('partnership_lead', 'null', waste),
  },
  {
    guarantee: 'a council’s role is for a council',
    rule: 'person_role_council_is_a_council',
    statement: role('scrutiny_member', organisation('thames-valley-police'), 'null'),
  },
  {
    guarantee: 'only a council keeps a register',
    rule: 'organisation_register_is_a_councils',
    statement: "update organisation set keeps_register = true where slug = 'thames-valley-police'",
  },
  {
    guarantee: 'a council with a register stays a council',
    rule: 'organisation_stays_a_council',
    statement: "update organisation set is_council = false, keeps_register = false where slug = 'oxford'",
  },
  {
    guarantee: 'a partnership does not report to itself',
    rule: 'partnership_reports_to_no_circle',
    statement: "update partnership set reports_to_id = id where slug = 'waste-partnership'",
  },
  {
    guarantee: 'a partnership does not report to itself at any remove',
    rule: 'partnership_reports_to_no_circle',
    statement: `update partnership set reports_to_id = ${waste} where slug = 'oxfordshire-partnership-board'`,
  },
  {
    guarantee: 'a partnership does not follow itself at any remove',
    rule: 'partnership_predecessor_no_circle',
    statement: `update partnership set predecessor_id = ${partnership('cherwell-town-centres-partnership')} where slug = 'banbury-town-centre-management-group'`,
  },
  {
    guarantee: 'a partnership is on a register once',
    rule: 'register_entry_council_id_partnership_id_key',
    statement: `insert into register_entry (id, council_id, partnership_id, position, added_on) values (gen_random_uuid(), ${cherwell}, ${waste}, 99, '2009-01-01')`,
  },
  {
    guarantee: 'significance has a reason',
    rule: 'register_entry_significance_has_reason',
    statement: 'update register_entry set significant_reason = null where significant_since is not null',
  },
  {
    guarantee: 'significance has a date',
    rule: 'register_entry_significance_has_reason',
    statement: 'update register_entry set significant_since = null where significant_since is not null',
  },
  {
    guarantee: 'significance ends after it begins',
    rule: 'register_entry_significance_in_order',
    statement:
      'update register_entry set significant_until = significant_since - 1 where significant_since is not null',
  },
  {
    guarantee: 'an entry is removed after it was added',
    rule: 'register_entry_removed_after_added',
    statement: 'update register_entry set removed_on = added_on - 1 where significant_since is null',
  },
  {
    guarantee: 'what is removed from a register is no longer significant',
    rule: 'register_entry_removed_is_not_significant',
    statement: "update register_entry set removed_on = '2009-10-01' where significant_since is not null",
  },
  {
    guarantee: 'an entry’s portfolio is of its own council',
    rule: 'register_entry_portfolio_of_its_council',
    statement: `update register_entry set portfolio_id = (select id from portfolio limit 1) where council_id = ${oxford}`,
  },
  {
    guarantee: 'an entry’s priority is of its own council',
    rule: 'register_entry_priority_of_its_council',
    statement: `insert into register_entry_priority select e.id, p.id from register_entry e, strategic_priority p where e.council_id = ${oxford} limit 1`,
  },
  {
    guarantee: 'a portfolio stays with its council',
    rule: 'portfolio_owner_does_not_change',
    statement: `update portfolio set council_id = ${oxford}`,
  },
  {
    guarantee: 'a value for money rating is from 1 to 4',
    rule: 'vfm_rating_1_to_4',
    statement: 'update vfm_rating set rating = 5',
  },
  {
    guarantee: 'a rating has a reason',
    rule: 'vfm_rating_has_reason',
    statement: "update vfm_rating set reason = ''",
  },
  {
    guarantee: 'a council rates a partnership once a year',
    rule: 'vfm_rating_council_id_partnership_id_start_year_key',
    statement: `insert into vfm_rating select gen_random_uuid(), council_id, partnership_id, start_year, rating, reason, rated_on from vfm_rating limit 1`,
  },
]

const place = (code: string) =>
  `(select i.id from framework_indicator i where i.framework_id = ${laa2} and i.indicator_id = ${indicator(code)})`
const figure = (fields: string, values: string) =>
  `insert into measurement (id, indicator_id, quarter_index, reported_at, ${fields}) values (gen_random_uuid(), ${indicator('ni-192')}, 8042, now(), ${values})`
const target = (fields: string, values: string) =>
  `insert into target (id, framework_indicator_id, start_year, quarter_number, ${fields}) values (gen_random_uuid(), ${place('ni-192')}, 2010, 1, ${values})`

const FIGURES: Refusal[] = [
  {
    guarantee: 'decimals are from 0 to 6',
    rule: 'indicator_decimals_0_to_6',
    statement: 'update indicator set decimals = 7',
  },
  {
    guarantee: 'amber reaches at least as far as green',
    rule: 'indicator_tolerances_in_order',
    statement: 'update indicator set green_tolerance = 0.2',
  },
  {
    guarantee: 'a tolerance is not negative',
    rule: 'indicator_tolerances_in_order',
    statement: 'update indicator set green_tolerance = -0.1',
  },
  {
    guarantee: 'an agreement has at most 35 designated targets',
    rule: 'framework_at_most_35_designated',
    statement: `insert into framework_indicator (id, framework_id, outcome_id, indicator_id, position, is_designated) select gen_random_uuid(), ${laa2}, (select id from outcome where framework_id = ${laa2} limit 1), ${indicator('ni-2')}, 36, true`,
  },
  {
    guarantee: 'an indicator’s outcome is of its framework',
    rule: 'framework_indicator_outcome_of_its_framework',
    statement: `update framework_indicator set outcome_id = (select id from outcome where framework_id <> ${laa2} limit 1) where framework_id = ${laa2}`,
  },
  {
    guarantee: 'an outcome stays in its framework',
    rule: 'outcome_owner_does_not_change',
    statement: `update outcome set framework_id = (select id from framework where slug = 'oxfordshire-laa-2006') where framework_id = ${laa2}`,
  },
  {
    guarantee: 'only a council is party to a framework',
    rule: 'framework_council_council_is_a_council',
    statement: `insert into framework_council values (${laa2}, ${organisation('thames-valley-police')})`,
  },
  {
    guarantee: 'a target is a value or a range, not both',
    rule: 'target_value_or_range',
    statement: target('value, range_low, range_high', '1, 1, 2'),
  },
  {
    guarantee: 'a target is a value or a range, not neither',
    rule: 'target_value_or_range',
    statement: target('value', 'null'),
  },
  {
    guarantee: 'a range’s low end is not above its high end',
    rule: 'target_value_or_range',
    statement: target('range_low, range_high', '2, 1'),
  },
  { guarantee: 'a range has both ends', rule: 'target_value_or_range', statement: target('range_low', '2') },
  {
    guarantee: 'a range is for an indicator kept within one',
    rule: 'target_range_fits_polarity',
    statement: target('range_low, range_high', '1, 2'),
  },
  {
    guarantee: 'a target’s quarter is one of four',
    rule: 'target_quarter_1_to_4',
    statement: target('value', '1').replace('2010, 1,', '2010, 5,'),
  },
  {
    guarantee: 'a quarter has one target for the whole area',
    rule: 'target_framework_indicator_id_organisation_id_start_year_qu_key',
    statement: target('value', '1').replace('2010, 1,', '2009, 2,'),
  },
  {
    guarantee: 'a year has one target for the whole area',
    rule: 'target_framework_indicator_id_organisation_id_start_year_qu_key',
    statement: target('value', '1').replace('2010, 1,', '2009, null,'),
  },
  {
    guarantee: 'a target of zero needs an absolute tolerance',
    rule: 'target_zero_needs_absolute_tolerance',
    statement: target('value', '0'),
  },
  {
    guarantee: 'an indicator with a target of zero keeps its absolute tolerance',
    rule: 'target_zero_needs_absolute_tolerance',
    statement: `update indicator set tolerance_kind = 'absolute' where slug = 'ni-192'; ${target('value', '0')}; update indicator set tolerance_kind = 'relative' where slug = 'ni-192'`,
  },
  {
    guarantee: 'a figure has a value or a reason for having none',
    rule: 'measurement_value_or_reason',
    statement: figure('value', 'null'),
  },
  {
    guarantee: 'a figure has not both a value and a reason for having none',
    rule: 'measurement_value_or_reason',
    statement: figure('value, state, missing_reason', "1, 'final', 'not_due'"),
  },
  { guarantee: 'a value has a state', rule: 'measurement_state_with_value', statement: figure('value', '1') },
  {
    guarantee: 'no value has no state',
    rule: 'measurement_state_with_value',
    statement: figure('missing_reason, state', "'not_due', 'final'"),
  },
  {
    guarantee: 'a numerator has a denominator',
    rule: 'measurement_counts_together',
    statement: figure('value, state, numerator', "1, 'final', 1"),
  },
  {
    guarantee: 'counts without a value mean nothing',
    rule: 'measurement_counts_together',
    statement: figure('missing_reason, numerator, denominator', "'not_due', 1, 2"),
  },
  {
    guarantee: 'a denominator is above zero',
    rule: 'measurement_denominator_positive',
    statement: figure('value, state, numerator, denominator', "0, 'final', 0, 0"),
  },
  {
    guarantee: 'a percentage’s numerator is at most its denominator',
    rule: 'measurement_part_of_whole',
    statement: figure('value, state, numerator, denominator', "100, 'final', 3, 2"),
  },
  {
    guarantee: 'an indicator’s counts cannot become exact while a numerator exceeds its denominator',
    rule: 'measurement_part_of_whole',
    statement: `update indicator set rounded_counts = true where slug = 'ni-192'; ${figure('value, state, numerator, denominator', "100, 'final', 3, 2")}; update indicator set rounded_counts = false where slug = 'ni-192'`,
  },
  {
    guarantee: 'a quarter has one figure for the whole area',
    rule: 'measurement_indicator_id_quarter_index_organisation_id_key',
    statement: figure('value, state', "1, 'final'").replace('8042', '8037'),
  },
  {
    guarantee: 'a stretch target stretches',
    rule: 'reward_target_stretches',
    statement: 'update reward_target set stretch = without_stretch',
  },
  {
    guarantee: 'a share of reward is not negative',
    rule: 'reward_target_share_not_negative',
    statement: 'update reward_target set share_pence = -1',
  },
  {
    guarantee: 'a framework’s reward is not negative',
    rule: 'framework_reward_not_negative',
    statement: 'update framework set reward_pence = -1',
  },
  {
    guarantee: 'the shares of the reward make the whole',
    rule: 'reward_shares_make_the_whole',
    statement: 'update reward_target set share_pence = share_pence + 1 where position = 1',
  },
  {
    guarantee: 'the whole of the reward is its shares',
    rule: 'reward_shares_make_the_whole',
    statement: 'update framework set reward_pence = reward_pence + 1 where reward_pence is not null',
  },
  {
    guarantee: 'a reward target’s indicator is of its framework',
    rule: 'reward_target_of_its_framework',
    statement: `update reward_target set framework_indicator_id = ${place('ni-192')} where position = 1`,
  },
]

const RECORDS: Refusal[] = [
  {
    guarantee: 'a partnership has one return a quarter',
    rule: 'quarterly_return_partnership_id_quarter_index_key',
    statement: `insert into quarterly_return (id, partnership_id, quarter_index, due_on) values (gen_random_uuid(), ${waste}, 8037, '2009-10-16')`,
  },
  {
    guarantee: 'a submitted return says when',
    rule: 'quarterly_return_dates_of_its_state',
    statement: "update quarterly_return set submitted_at = null where state = 'submitted'",
  },
  {
    guarantee: 'an accepted return says when',
    rule: 'quarterly_return_dates_of_its_state',
    statement: "update quarterly_return set state = 'accepted' where state = 'submitted'",
  },
  {
    guarantee: 'a published return says when',
    rule: 'quarterly_return_dates_of_its_state',
    statement: "update quarterly_return set published_at = null where state = 'published'",
  },
  {
    guarantee: 'a return not started has no dates',
    rule: 'quarterly_return_dates_of_its_state',
    statement: "update quarterly_return set submitted_at = now() where state = 'not_started'",
  },
  {
    guarantee: 'a return is accepted after it is submitted',
    rule: 'quarterly_return_dates_in_order',
    statement:
      "update quarterly_return set accepted_at = submitted_at - interval '1 hour' where state = 'published'",
  },
  {
    guarantee: 'a return is published after it is accepted',
    rule: 'quarterly_return_dates_in_order',
    statement:
      "update quarterly_return set published_at = accepted_at - interval '1 hour' where state = 'published'",
  },
  {
    guarantee: 'a partnership reports on its own indicators',
    rule: 'return_entry_of_its_partnership',
    statement: `insert into return_entry (id, return_id, framework_indicator_id) select gen_random_uuid(), r.id, ${place('ni-155')} from quarterly_return r where partnership_id = ${waste} limit 1`,
  },
  {
    guarantee: 'sending a return back says why',
    rule: 'return_event_says_why',
    statement:
      "insert into return_event select gen_random_uuid(), id, 'submitted', 'changes_requested', null, now(), null from quarterly_return where state = 'submitted' limit 1",
  },
  {
    guarantee: 'a return’s event moves it',
    rule: 'return_event_moves',
    statement:
      "insert into return_event select gen_random_uuid(), id, 'submitted', 'submitted', null, now(), null from quarterly_return limit 1",
  },
  {
    guarantee: 'a risk’s scores are from 1 to 5',
    rule: 'risk_scores_1_to_5',
    statement: 'update risk set likelihood_before = 6',
  },
  {
    guarantee: 'mitigation does not raise a risk',
    rule: 'risk_mitigation_does_not_raise_it',
    statement:
      'update risk set likelihood_before = 1, impact_before = 1, likelihood_after = 2, impact_after = 2',
  },
  {
    guarantee: 'an exempt risk names its paragraph',
    rule: 'risk_exempt_names_its_paragraph',
    statement: "update risk set access = 'exempt', exempt_paragraph = null",
  },
  {
    guarantee: 'an exempt risk’s paragraph is one of seven',
    rule: 'risk_exempt_names_its_paragraph',
    statement: "update risk set access = 'exempt', exempt_paragraph = 8",
  },
  {
    guarantee: 'only an exempt risk names a paragraph',
    rule: 'risk_exempt_names_its_paragraph',
    statement: "update risk set access = 'internal', exempt_paragraph = 3",
  },
  {
    guarantee: 'a risk is closed after it is opened',
    rule: 'risk_dates_in_order',
    statement: 'update risk set closed_on = opened_on - 1',
  },
  {
    guarantee: 'an action is completed after it is opened',
    rule: 'action_dates_in_order',
    statement: 'update action set completed_on = opened_on - 1',
  },
  {
    guarantee: 'an action is due after it is opened',
    rule: 'action_dates_in_order',
    statement: 'update action set due_on = opened_on - 1',
  },
  {
    guarantee: 'an answer has its date',
    rule: 'question_answer_with_its_date',
    statement: 'update question set answered_on = null where answer is not null',
  },
  {
    guarantee: 'a question is closed only when it is answered',
    rule: 'question_closed_when_answered',
    statement: "update question set closed_on = '2009-10-19' where answer is null",
  },
  {
    guarantee: 'a question is answered after it is asked',
    rule: 'question_dates_in_order',
    statement: 'update question set answered_on = asked_on - 1 where answer is not null',
  },
  {
    guarantee: 'a meeting is of a council',
    rule: 'meeting_council_is_a_council',
    statement: `update meeting set council_id = ${organisation('thames-valley-police')} where body = 'scrutiny' and held_on = '2009-11-24'`,
  },
]

describe.each([
  { kind: 'words and time', refusals: WORDS_AND_TIME },
  { kind: 'people and registers', refusals: PEOPLE_AND_REGISTERS },
  { kind: 'frameworks and figures', refusals: FIGURES },
  { kind: 'returns and records', refusals: RECORDS },
])('the database refuses: $kind', ({ refusals }) => {
  test.each(refusals)('$guarantee', async (refusal) => {
    await expectRefused(database.pool, refusal)
  })
})

describe('the database accepts', () => {
  test('a numerator above its denominator where published counts are rounded', async () => {
    await expectAccepted(
      database.pool,
      `update indicator set rounded_counts = true where slug = 'ni-192'; ${figure('value, state, numerator, denominator', "100, 'final', 295, 290")}`,
    )
  })

  test('a target of zero with an absolute tolerance', async () => {
    await expectAccepted(
      database.pool,
      `update indicator set tolerance_kind = 'absolute' where slug = 'ni-192'; ${target('value', '0')}`,
    )
  })

  test('a range for an indicator kept within one', async () => {
    await expectAccepted(
      database.pool,
      `insert into indicator (id, slug, code, title, short_title, unit, decimals, polarity, measure) values (gen_random_uuid(), 'kept', 'K', 'Kept', 'Kept', 'number', 0, 'range', 'snapshot');
       insert into framework_indicator (id, framework_id, outcome_id, indicator_id, position) select gen_random_uuid(), ${laa2}, (select id from outcome where framework_id = ${laa2} limit 1), ${indicator('kept')}, 36;
       insert into target (id, framework_indicator_id, start_year, range_low, range_high) values (gen_random_uuid(), ${place('kept')}, 2009, 1, 2)`,
    )
  })

  test('shares and a whole that change together in one transaction', async () => {
    await expectAccepted(
      database.pool,
      'update reward_target set share_pence = share_pence + 1 where position = 1; update framework set reward_pence = reward_pence + 1 where reward_pence is not null',
    )
  })

  test('the demonstration as it is', async () => {
    await expectAccepted(database.pool, 'select 1')
  })
})
