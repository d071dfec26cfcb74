import type { Context } from '#api/context.ts'
import { day, many, reference, referenceOrNull } from '#api/sql.ts'
import type { Reference } from '#wire/primitives.ts'

const PARTNERSHIP_COLUMNS = `p.slug AS id, p.name, p.short_name AS "shortName", p.scope, p.level, p.theme,
  p.is_statutory AS "isStatutory", p.member_involvement AS "memberInvolvement", officer.name AS "leadOfficer",
  ${referenceOrNull('parent')} AS "reportsTo", ${day('p.started_on')} AS "startedOn", ${day('p.ended_on')} AS "endedOn"`

export type PartnershipColumns = Reference & {
  scope: 'countywide' | 'district_specific'
  level: 'board' | 'public_service_board' | 'thematic' | 'district_lsp' | 'linked_body'
  theme: string | null
  isStatutory: boolean
  memberInvolvement: 'elected_member_required' | 'members_and_officers' | 'officers_only'
  leadOfficer: string | null
  reportsTo: Reference | null
  startedOn: string
  endedOn: string | null
}

export type PartnershipListRow = PartnershipColumns & {
  isSignificant: boolean | null
  rating: 1 | 2 | 3 | 4 | null
  ratingYear: number | null
  indicatorCount: number
}

/** $1 council or null, $2 today. */
const PARTNERSHIPS = `
  SELECT ${PARTNERSHIP_COLUMNS},
    CASE WHEN $1::text IS NULL THEN NULL ELSE coalesce(r.significant_since <= $2::date
      AND (r.significant_until IS NULL OR r.significant_until > $2::date), false) END AS "isSignificant",
    v.rating, v.start_year AS "ratingYear",
    (SELECT count(*)::int FROM framework_indicator fi JOIN framework f ON f.id = fi.framework_id
      WHERE fi.owner_id = p.id AND f.on_dashboard
        AND $2::date BETWEEN make_date(f.start_year, 4, 1) AND make_date(f.end_year + 1, 3, 31)) AS "indicatorCount"
  FROM partnership p LEFT JOIN person officer ON officer.id = p.lead_officer_id
    LEFT JOIN partnership parent ON parent.id = p.reports_to_id
    LEFT JOIN organisation c ON c.slug = $1
    LEFT JOIN register_entry r ON r.partnership_id = p.id AND r.council_id = c.id
    LEFT JOIN LATERAL (SELECT rating, start_year FROM vfm_rating v
      WHERE v.partnership_id = p.id AND v.council_id = c.id AND v.rated_on <= $2::date
      ORDER BY start_year DESC LIMIT 1) v ON true
  WHERE $1::text IS NULL OR (r.added_on <= $2::date AND (r.removed_on IS NULL OR r.removed_on > $2::date))
  ORDER BY r.position, p.name`

export async function readPartnerships(
  { database, today }: Pick<Context, 'database' | 'today'>,
  council: string | null,
): Promise<PartnershipListRow[]> {
  const { rows } = await database.pool.query<PartnershipListRow>(PARTNERSHIPS, [council, today])
  return rows
}

export async function councilKeepsRegister(
  { database }: Pick<Context, 'database'>,
  slug: string,
): Promise<boolean> {
  return (await database.prisma.organisation.count({ where: { slug, keepsRegister: true } })) > 0
}

export type RiskRow = {
  id: string
  cause: string
  effect: string
  likelihood: number
  impact: number
  owner: string | null
  access: 'public' | 'internal' | 'exempt' | 'confidential'
  paragraph: number | null
}

export type PartnershipDetailRow = PartnershipColumns & {
  purpose: string | null
  supportOfficer: string | null
  reporting: Reference[]
  predecessor: Reference | null
  successors: Reference[]
  council: Reference | null
  register: {
    addedOn: string
    removedOn: string | null
    isSignificant: boolean
    significantSince: string | null
    significantReason: string | null
    portfolio: { id: string; title: string; holder: string | null } | null
    priorities: string[]
  } | null
  members: {
    organisation: Reference
    sector: 'statutory' | 'independent' | 'private' | 'voluntary'
    capacity: string
    joinedOn: string
    leftOn: string | null
  }[]
  ratings: {
    startYear: number
    rating: 1 | 2 | 3 | 4
    reason: string
    ratedOn: string
    changes: {
      from: 1 | 2 | 3 | 4 | null
      to: 1 | 2 | 3 | 4
      reason: string
      changedOn: string
      changedBy: string
    }[]
  }[]
  return: {
    dueOn: string
    submittedAt: string | null
    whatHappened: string | null
    why: string | null
    whatWeAreDoing: string | null
    whatWeNeed: string | null
  } | null
  risks: RiskRow[]
  actions: {
    action: string
    measure: string
    owner: string | null
    dueOn: string
    completedOn: string | null
  }[]
}

/** $1 partnership, $2 council or null (then the first register it is on), $3 quarter index, $4 the day looked from. */
const DETAIL = `
WITH p AS (SELECT * FROM partnership WHERE slug = $1),
c AS (
  SELECT o.id, o.slug, o.name, o.short_name FROM organisation o
    JOIN register_entry r ON r.council_id = o.id JOIN p ON p.id = r.partnership_id
  WHERE o.keeps_register AND ($2::text IS NULL OR o.slug = $2) ORDER BY r.significant_since NULLS LAST, o.name LIMIT 1)
SELECT ${PARTNERSHIP_COLUMNS}, p.purpose, helper.name AS "supportOfficer",
  ${referenceOrNull('before')} AS predecessor, (SELECT ${reference('c')} FROM c) AS council,
  ${many(`SELECT x.slug AS id, x.name, x.short_name AS "shortName" FROM partnership x
    WHERE x.reports_to_id = p.id AND (x.ended_on IS NULL OR x.ended_on > $4::date) ORDER BY x.name`)} AS reporting,
  ${many(`SELECT x.slug AS id, x.name, x.short_name AS "shortName" FROM partnership x
    WHERE x.predecessor_id = p.id ORDER BY x.name`)} AS successors,
  (SELECT row_to_json(list) FROM (
    SELECT ${day('r.added_on')} AS "addedOn", ${day('r.removed_on')} AS "removedOn",
      coalesce(r.significant_since <= $4::date AND (r.significant_until IS NULL OR r.significant_until > $4::date), false) AS "isSignificant",
      ${day('r.significant_since')} AS "significantSince", r.significant_reason AS "significantReason",
      CASE WHEN pf.id IS NULL THEN NULL ELSE json_build_object('id', pf.slug, 'title', pf.title, 'holder', holder.name) END AS portfolio,
      (SELECT coalesce(json_agg(s.title ORDER BY s.position), '[]') FROM register_entry_priority rp
        JOIN strategic_priority s ON s.id = rp.priority_id WHERE rp.register_entry_id = r.id) AS priorities
    FROM register_entry r JOIN c ON c.id = r.council_id LEFT JOIN portfolio pf ON pf.id = r.portfolio_id
      LEFT JOIN person holder ON holder.id = pf.holder_id WHERE r.partnership_id = p.id) list) AS register,
  ${many(`SELECT ${reference('o')} AS organisation, o.sector, m.capacity, ${day('m.joined_on')} AS "joinedOn",
      ${day('m.left_on')} AS "leftOn"
    FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.partnership_id = p.id
    ORDER BY m.left_on IS NOT NULL, o.sector, m.capacity <> 'chair', o.name`)} AS members,
  ${many(`SELECT v.start_year AS "startYear", v.rating, v.reason, ${day('v.rated_on')} AS "ratedOn",
      (SELECT coalesce(json_agg(json_build_object('from', vc.old_rating, 'to', vc.new_rating, 'reason', vc.reason,
          'changedOn', ${day('vc.changed_on')}, 'changedBy', who.name) ORDER BY vc.changed_on DESC), '[]')
        FROM vfm_rating_change vc JOIN person who ON who.id = vc.changed_by_id WHERE vc.rating_id = v.id) AS changes
    FROM vfm_rating v JOIN c ON c.id = v.council_id
    WHERE v.partnership_id = p.id AND v.rated_on <= $4::date ORDER BY v.start_year DESC`)} AS ratings,
  (SELECT row_to_json(list) FROM (
    SELECT ${day('r.due_on')} AS "dueOn", r.submitted_at AS "submittedAt", r.what_happened AS "whatHappened", r.why,
      r.what_we_are_doing AS "whatWeAreDoing", r.what_we_need AS "whatWeNeed"
    FROM quarterly_return r WHERE r.partnership_id = p.id AND r.quarter_index = $3) list) AS "return",
  ${many(`SELECT k.id, k.cause, k.effect, k.likelihood_after AS likelihood, k.impact_after AS impact, who.name AS owner,
      k.access, k.exempt_paragraph AS paragraph
    FROM risk k LEFT JOIN person who ON who.id = k.owner_id
    WHERE k.partnership_id = p.id AND k.opened_on <= $4::date AND (k.closed_on IS NULL OR k.closed_on > $4::date)
    ORDER BY k.likelihood_after * k.impact_after DESC, k.cause`)} AS risks,
  ${many(`SELECT a.action, a.measure, who.name AS owner, ${day('a.due_on')} AS "dueOn", ${day('a.completed_on')} AS "completedOn"
    FROM action a LEFT JOIN person who ON who.id = a.owner_id
    WHERE a.partnership_id = p.id AND a.opened_on <= $4::date AND (a.completed_on IS NULL OR a.completed_on > $4::date)
    ORDER BY a.due_on, a.action`)} AS actions
FROM p LEFT JOIN person officer ON officer.id = p.lead_officer_id LEFT JOIN person helper ON helper.id = p.support_officer_id
  LEFT JOIN partnership parent ON parent.id = p.reports_to_id LEFT JOIN partnership before ON before.id = p.predecessor_id`

export async function readPartnershipDetail(
  { database }: Pick<Context, 'database'>,
  asked: { id: string; council: string | null; quarterIndex: number; asAt: string },
): Promise<PartnershipDetailRow | undefined> {
  const { id, council, quarterIndex, asAt } = asked
  const { rows } = await database.pool.query<PartnershipDetailRow>(DETAIL, [id, council, quarterIndex, asAt])
  return rows[0]
}
