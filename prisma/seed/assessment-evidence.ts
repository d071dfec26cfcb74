import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AccessLevel, Prisma } from '../client/generated/client.ts'
import { ASSESSMENTS, daysBefore, isTold, type SeededAssessment } from './assessment-years.ts'
import { londonInstant } from './calendar.ts'
import { cell, type DataRow, readDataFile } from './data-file.ts'
import { LAA2, placeId } from './frameworks.ts'
import { idFor } from './identity.ts'
import { codesOwnedBy } from './indicators.ts'
import { organisationId } from './organisations.ts'
import { personIdNamed } from './people.ts'
import { CRITERIA, criterionId } from './vfm-scheme.ts'

export const TOLD_CRITERIA = readDataFile('rural-transport-criteria.csv')

const FILE_NAME = 'rural-transport-time-records.csv'
const FILE_ID = idFor('stored file', FILE_NAME)

export function storedFileRows(): Prisma.StoredFileCreateManyInput[] {
  const content = new Uint8Array(readFileSync(new URL(`./data/files/${FILE_NAME}`, import.meta.url)))
  return [
    {
      id: FILE_ID,
      councilId: organisationId('cherwell'),
      name: FILE_NAME,
      mediaType: 'text/csv',
      size: content.length,
      sha256: new Uint8Array(createHash('sha256').update(content).digest()),
      content,
      access: 'internal',
      uploadedById: personIdNamed('Philippa Dane'),
      uploadedAt: londonInstant(daysBefore('2009-06-08', 0), '10:05'),
    },
  ]
}

type Thing = Pick<Prisma.VfmEvidenceCreateManyInput, 'note' | 'url' | 'fileId' | 'frameworkIndicatorId'>

function thingOf(kind: string, content: string): Thing {
  switch (kind) {
    case 'note':
      return { note: content }
    case 'link':
      return { url: content }
    case 'file':
      return { fileId: FILE_ID }
    case 'indicator':
      return { frameworkIndicatorId: placeId(LAA2, content) }
    default:
      throw new Error(`Not a kind of evidence: ${kind}`)
  }
}

const LEVELS: readonly AccessLevel[] = ['public', 'internal', 'exempt', 'confidential']

function levelOf(text: string): AccessLevel {
  const level = LEVELS.find((value) => value === text)
  if (!level) throw new Error(`Not a level of access: ${text}`)
  return level
}

type Row = Prisma.VfmEvidenceCreateManyInput

function base(assessment: SeededAssessment, criterion: string, title: string) {
  return {
    id: idFor('evidence', assessment.id, criterion, title),
    assessmentId: assessment.id,
    criterionId: criterionId(criterion),
    title,
    addedById: personIdNamed('Philippa Dane'),
    addedOn: daysBefore(assessment.agreedOn, isTold(assessment) ? 0 : 14),
  }
}

function toldRow(assessment: SeededAssessment, row: DataRow): Row {
  const paragraph = cell(row, 'paragraph')
  return {
    ...base(assessment, cell(row, 'criterion'), cell(row, 'evidence')),
    ...thingOf(cell(row, 'kind'), cell(row, 'content')),
    access: levelOf(cell(row, 'access')),
    exemptParagraph: paragraph === '' ? null : Number(paragraph),
  }
}

/** One item a criterion: the indicators themselves where outcomes are judged and there are any. */
function plainRow(assessment: SeededAssessment, row: DataRow): Row {
  const slug = cell(row, 'slug')
  const [code] = slug === 'effectiveness' ? codesOwnedBy(assessment.partnership) : []
  if (code !== undefined) {
    return { ...base(assessment, slug, `${code}, quarter 4`), ...thingOf('indicator', code) }
  }
  return {
    ...base(assessment, slug, cell(row, 'evidence')),
    ...thingOf('note', 'Read by the assessor. The lead officer keeps it.'),
  }
}

export function evidenceRows(): Row[] {
  return ASSESSMENTS.flatMap((assessment) =>
    isTold(assessment)
      ? TOLD_CRITERIA.map((row) => toldRow(assessment, row))
      : CRITERIA.map((row) => plainRow(assessment, row)),
  )
}
