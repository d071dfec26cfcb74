import { createImport, sendImportFile } from '@accord/api-client'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { importPath, type Place } from '#lib/paths.ts'
import { ProblemError, problemOf } from '#lib/problem.ts'
import { messageFor, useAction } from '#lib/use-action.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { ProgressWords } from './progress-words.tsx'

const KINDS = '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Chosen = { file: File; sheet: string }

/** A file that cannot be read is a fault of the file: it is said where it was chosen. */
function ofTheFile(error: unknown): unknown {
  const problem = problemOf(error)
  if (problem.status !== 413 && problem.status !== 422) return error
  return new ProblemError({ ...problem, errors: [{ pointer: '#/body/import-file', detail: problem.detail }] })
}

/** The first step: a file is chosen and sent, and read as it arrives. */
export function UploadForm({ place }: { place: Place }) {
  const navigate = useNavigate()
  const [file, setFile] = useState<File | null>(null)
  const [id, setId] = useState<string | null>(null)
  const upload = useAction({
    fields: ['import-file'],
    run: async ({ file: body, sheet }: Chosen) => {
      const begun = await createImport({
        body: { fileName: body.name, fileSize: body.size },
        throwOnError: true,
      })
      setId(begun.data.id)
      const headers = { 'If-Match': `"${begun.data.version}"` }
      const query = sheet === '' ? {} : { sheet }
      return sendImportFile({ path: { id: begun.data.id }, query, body, headers, throwOnError: true }).catch(
        (error: unknown) => {
          throw ofTheFile(error)
        },
      )
    },
    onDone: ({ data }) => void navigate(importPath(data.id, place)),
  })

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (upload.isPending) return
    const sheet = String(new FormData(event.currentTarget).get('sheet') ?? '').trim()
    if (file === null) upload.setErrors([{ fieldId: 'import-file', message: 'Choose a CSV or Excel file.' }])
    else upload.start({ file, sheet })
  }

  const isWorkbook = file?.name.toLowerCase().endsWith('.xlsx') === true
  return (
    <form className="upload-box" onSubmit={submit} noValidate aria-label="Import a file">
      <ErrorSummary heading="There is a problem" errors={upload.errors} />
      <Field
        id="import-file"
        label="A CSV or Excel file (.csv or .xlsx)"
        type="file"
        accept={KINDS}
        message={messageFor(upload.errors, 'import-file')}
        onChange={(event) => {
          setFile(event.target.files?.[0] ?? null)
          upload.setErrors([])
        }}
      />
      {isWorkbook ? (
        <Field id="sheet" name="sheet" label="Sheet (optional; else the first)" maxLength={100} />
      ) : null}
      <div className="upload-actions">
        <Button type="submit" aria-disabled={upload.isPending}>
          Read the file
        </Button>
        <ProgressWords id={id} isPending={upload.isPending} waiting="Sending the file …" />
      </div>
    </form>
  )
}
