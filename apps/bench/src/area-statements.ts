import { FIRST_QUARTER, READERS, SHAPE, TODAY } from './area-shape.ts'

const { partnerships, significant, indicators, outcomes, lastQuarter } = SHAPE
const FIRST_YEAR = Math.floor(FIRST_QUARTER / 4)
const LAST_YEAR = Math.floor(lastQuarter / 4)

/** Ends of quarters, by index: the day after the last day. */
const quarterEnd = (index: string) => `make_date(${index} / 4, 7, 1) + (${index} % 4) * interval '3 months'`

/** Spread evenly and the same in every run. */
const spread = (...factors: string[]) => `((${factors.join(' + ')}) % 100)`

const organisations = (councils: number) => `
  INSERT INTO organisation (id, slug, name, short_name, sector, tier, is_council, keeps_register)
  SELECT uuidv7(), 'council-' || c, 'Council ' || c || ' District Council', 'Council ' || c, 'statutory', 'district', true, true
  FROM generate_series(1, ${councils}) c;
  INSERT INTO figures_version (council_id, version) SELECT id, 1 FROM organisation;
  CREATE TEMP TABLE council AS SELECT id, split_part(slug, '-', 2)::int AS number FROM organisation;`

const quarters = `
  INSERT INTO quarter (index, start_year, number, opens_on, due_on, closes_on)
  SELECT i, i / 4, i % 4 + 1, ${quarterEnd('i')}, ${quarterEnd('i')} + interval '16 days', ${quarterEnd('i')} + interval '60 days'
  FROM generate_series(${FIRST_QUARTER}, ${lastQuarter}) i;`

const people = `
  INSERT INTO person (id, email, name) SELECT uuidv7(), 'reader-' || n || '@bench.example', 'Reader ' || n
  FROM generate_series(1, ${READERS}) n;
  INSERT INTO person_role (id, person_id, role, council_id)
  SELECT uuidv7(), p.id, 'executive_member', c.id FROM person p JOIN council c ON c.number = 1;
  INSERT INTO session (id, token_hash, person_id, created_at, last_seen_at, expires_at)
  SELECT uuidv7(), sha256(('bench-' || split_part(email, '@', 1))::bytea), id, now(), now(), now() + interval '12 hours'
  FROM person;
  INSERT INTO person (id, email, name) SELECT uuidv7(), 'officer-' || n || '@bench.example', 'Officer ' || n
  FROM generate_series(1, ${partnerships}) n;
  CREATE TEMP TABLE officer AS SELECT id, row_number() OVER (ORDER BY id) AS number FROM person WHERE email LIKE 'officer-%';`

const registers = `
  INSERT INTO partnership (id, slug, name, short_name, scope, level, member_involvement, lead_officer_id, started_on)
  SELECT uuidv7(), 'partnership-' || c.number || '-' || n, 'Partnership ' || n || ' of council ' || c.number,
    'Partnership ' || n, CASE WHEN n % 2 = 0 THEN 'countywide' ELSE 'district_specific' END::partnership_scope, 'thematic',
    'members_and_officers', o.id, '1999-04-01'
  FROM council c CROSS JOIN generate_series(1, ${partnerships}) n JOIN officer o ON o.number = n ORDER BY c.number, n;
  CREATE TEMP TABLE held AS SELECT p.id, c.id AS council_id, c.number AS council, split_part(p.slug, '-', 3)::int AS number
  FROM partnership p JOIN council c ON c.number = split_part(p.slug, '-', 2)::int;
  CREATE INDEX ON held (council, number);
  INSERT INTO register_entry (id, council_id, partnership_id, position, added_on, significant_since, significant_reason)
  SELECT uuidv7(), council_id, id, number, '1999-04-01', CASE WHEN number <= ${significant} THEN '1999-04-01'::date END,
    CASE WHEN number <= ${significant} THEN 'It spends the most.' END FROM held;
  INSERT INTO vfm_rating (id, council_id, partnership_id, start_year, rating, reason, rated_on)
  SELECT uuidv7(), council_id, id, year, (number + year) % 4 + 1, 'Costs and outcomes compared.', make_date(year + 1, 6, 1)
  FROM held CROSS JOIN generate_series(${FIRST_YEAR}, ${LAST_YEAR - 1}) year WHERE number <= ${significant};
  INSERT INTO risk (id, partnership_id, cause, effect, likelihood_before, impact_before, likelihood_after, impact_after,
    opened_on, reviewed_on)
  SELECT uuidv7(), id, 'Funding ends', 'The service stops', 5, 5, number % 5 + 1, n + 2, '2003-04-01', '2009-07-01'
  FROM held CROSS JOIN generate_series(1, 3) n WHERE number <= ${significant};
  INSERT INTO action (id, partnership_id, source, outcome, action, measure, opened_on, due_on)
  SELECT uuidv7(), id, 'annual_plan', 'Fewer empty homes', 'Write to owners', 'Letters sent', '2003-04-01',
    make_date(2005 + n, number % 12 + 1, 1) FROM held CROSS JOIN generate_series(1, 3) n WHERE number <= ${significant};
  INSERT INTO quarterly_return (id, partnership_id, quarter_index, state, due_on, submitted_at)
  SELECT uuidv7(), h.id, q.index, 'submitted', q.due_on, q.due_on + (h.number % 5 - 3) * interval '1 day'
  FROM held h CROSS JOIN quarter q WHERE h.number <= ${significant} ORDER BY q.index, h.council, h.number;
  INSERT INTO meeting (id, council_id, quarter_index, body, held_on)
  SELECT uuidv7(), c.id, q.index, 'executive', q.closes_on FROM council c CROSS JOIN quarter q;
  INSERT INTO question (id, number, council_id, partnership_id, quarter_index, asked_by_id, asked_on, text, answer_due_on, answer, answered_on)
  SELECT uuidv7(), row_number() OVER (PARTITION BY h.id ORDER BY q.index), h.council_id, h.id, q.index, o.id, q.closes_on, 'Why is this late?', q.closes_on + 14, 'A sickness.',
    q.closes_on + 10 + h.number FROM held h CROSS JOIN quarter q JOIN officer o ON o.number = 1 WHERE h.number <= 5;`

const frameworks = `
  INSERT INTO framework (id, slug, title, short_title, kind, start_year, end_year, on_dashboard)
  SELECT uuidv7(), 'plan-' || number, 'Corporate plan of council ' || number, 'Plan ' || number, 'corporate plan',
    ${FIRST_YEAR}, ${LAST_YEAR + 1}, true FROM council;
  INSERT INTO framework_council (framework_id, council_id)
  SELECT f.id, c.id FROM framework f JOIN council c ON f.slug = 'plan-' || c.number;
  INSERT INTO outcome (id, framework_id, slug, title, position)
  SELECT uuidv7(), f.id, 'outcome-' || n, 'Outcome ' || n, n FROM framework f CROSS JOIN generate_series(1, ${outcomes}) n;
  INSERT INTO indicator (id, slug, code, title, short_title, phrase, unit, decimals, polarity, measure)
  SELECT uuidv7(), 'indicator-' || c.number || '-' || n, 'CP ' || n, 'Residents who are satisfied with service number ' || n,
    'Satisfied with service ' || n, 'satisfaction with service ' || n, CASE WHEN n % 3 = 0 THEN 'number' ELSE '%' END,
    CASE WHEN n % 3 = 0 THEN 0 ELSE 1 END, (ARRAY['higher', 'lower'])[n % 2 + 1]::polarity,
    (ARRAY['cumulative', 'snapshot', 'rolling_year', 'discrete_quarter', 'rolling_year', 'snapshot'])[n % 6 + 1]::measure
  FROM council c CROSS JOIN generate_series(1, ${indicators}) n ORDER BY c.number, n;
  CREATE TEMP TABLE counted AS
  SELECT i.id, c.id AS council_id, c.number AS council, split_part(i.slug, '-', 3)::int AS number
  FROM indicator i JOIN council c ON c.number = split_part(i.slug, '-', 2)::int;
  INSERT INTO framework_indicator (id, framework_id, outcome_id, indicator_id, owner_id, position)
  SELECT uuidv7(), f.id, o.id, i.id, h.id, i.number
  FROM counted i JOIN framework f ON f.slug = 'plan-' || i.council
    JOIN outcome o ON o.framework_id = f.id AND o.position = i.number % ${outcomes} + 1
    JOIN held h ON h.council = i.council AND h.number = i.number % ${significant} + 1 ORDER BY i.council, i.number;`

/** A count grows through its year; a share moves about its level, a little better every quarter. */
const figure = `CASE WHEN i.number % 6 = 0 THEN (q.index % 4 + 1) * (20 + i.number % 10) + ${spread('i.number * 17', 'q.index * 29', 'i.council * 37')} / 10
    ELSE round(30 + i.number % 40 + (q.index - ${FIRST_QUARTER}) * 0.1 + ${spread('i.number * 17', 'q.index * 29', 'i.council * 37')} / 10.0,
      CASE WHEN i.number % 3 = 0 THEN 0 ELSE 1 END) END`
const aim = `CASE WHEN i.number % 6 = 0 THEN (q.index % 4 + 1) * (22 + i.number % 10)
    ELSE round(34 + i.number % 40 + (q.index - ${FIRST_QUARTER}) * 0.11 + i.number % 7, CASE WHEN i.number % 3 = 0 THEN 0 ELSE 1 END) END`

/** In the order figures arrive: quarter by quarter, each council’s together. One in fifty is still awaited. */
const figures = `
  INSERT INTO measurement (id, indicator_id, quarter_index, value, state, missing_reason, reported_at)
  SELECT uuidv7(), i.id, q.index, CASE WHEN is_there THEN ${figure} END,
    CASE WHEN is_there THEN CASE WHEN i.number % 9 = 0 THEN 'provisional' ELSE 'final' END::measurement_state END,
    CASE WHEN NOT is_there THEN 'awaiting_data'::missing_reason END, q.due_on
  FROM quarter q CROSS JOIN counted i CROSS JOIN LATERAL (SELECT (i.number * 7 + q.index) % 50 <> 0 AS is_there) there
  ORDER BY q.index, i.council, i.number;
  INSERT INTO target (id, framework_indicator_id, start_year, quarter_number, value)
  SELECT uuidv7(), fi.id, q.start_year, q.number, ${aim}
  FROM counted i JOIN framework_indicator fi ON fi.indicator_id = i.id CROSS JOIN quarter q
  ORDER BY q.start_year, i.council, i.number, q.number;
  INSERT INTO target_change (id, target_id, old_value, new_value, agreed_by, agreed_on, reason)
  SELECT uuidv7(), t.id, t.value - 1, t.value, 'The Executive', q.opens_on - 20, 'Rebased.'
  FROM counted i JOIN framework_indicator fi ON fi.indicator_id = i.id JOIN target t ON t.framework_indicator_id = fi.id
    JOIN quarter q ON q.start_year = t.start_year AND q.number = t.quarter_number WHERE i.number % 100 = 7;
  INSERT INTO measurement_revision (id, measurement_id, old_value, new_value, old_state, new_state, reason, revised_at)
  SELECT uuidv7(), m.id, m.value - 1, m.value, 'provisional', 'revised', 'A late count.', q.opens_on + interval '10 days'
  FROM counted i JOIN measurement m ON m.indicator_id = i.id JOIN quarter q ON q.index = m.quarter_index
  WHERE i.number % 100 = 11 AND m.value IS NOT NULL;
  INSERT INTO return_entry (id, return_id, framework_indicator_id, cause, action, owner_id, due_on)
  SELECT uuidv7(), r.id, fi.id, 'Fewer answered the survey than last year.', 'Ask again by telephone.', o.id, '${TODAY}'
  FROM counted i JOIN framework_indicator fi ON fi.indicator_id = i.id JOIN quarterly_return r ON r.partnership_id = fi.owner_id
    JOIN officer o ON o.number = i.number % ${partnerships} + 1 WHERE i.number % 10 = 3;`

/**
 * Fills an area in one session. Foreign keys and triggers rest meanwhile: they would check and
 * version nearly two million rows one statement at a time, and what is made here is right by construction.
 */
export function fillStatements(councils: number): string[] {
  return [
    'SET session_replication_role = replica',
    organisations(councils),
    quarters,
    people,
    registers,
    frameworks,
    figures,
    'SET session_replication_role = origin',
    'VACUUM ANALYZE',
  ]
}
