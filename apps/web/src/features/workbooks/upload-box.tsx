import { type FormEvent, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { XLSX } from './use-workbook.ts'

const largestFile = 5 * 1024 * 1024

const messages = {
  none: 'Choose the workbook that you filled in.',
  large:
    'This file is larger than 5 MB, and a return is never that large. Choose the workbook of this return.',
  changed: 'This file was changed or moved after you chose it. Choose it again.',
} as const

const focusFile = (form: HTMLFormElement | null) => form?.querySelector('input')?.focus()

type UploadBoxProps = {
  isPending: boolean
  /** After another file was asked for: the reader goes on here, and not at the top of the page. */
  takesFocus: boolean
  onFile: (file: Blob) => void
}

export function UploadBox({ isPending, takesFocus, onFile }: UploadBoxProps) {
  const [file, setFile] = useState<File | null>(null)
  const [message, setMessage] = useState<string | null>(null)

  function refuse(why: keyof typeof messages): void {
    setMessage(messages[why])
    document.getElementById('workbook-file')?.focus()
  }

  async function send(): Promise<void> {
    setMessage(null)
    if (file === null) return refuse('none')
    if (file.size > largestFile) return refuse('large')
    try {
      // Read now: a browser sends no file that was saved again after it was chosen, and says only that it failed.
      onFile(new Blob([await file.arrayBuffer()], { type: XLSX }))
    } catch {
      refuse('changed')
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!isPending) void send()
  }

  return (
    <form
      ref={takesFocus ? focusFile : undefined}
      className="upload-box"
      onSubmit={submit}
      noValidate
      aria-label="Upload a workbook"
    >
      <Field
        id="workbook-file"
        label="The workbook that you filled in"
        type="file"
        accept={`.xlsx,${XLSX}`}
        message={message}
        onChange={(event) => {
          setFile(event.target.files?.[0] ?? null)
          setMessage(null)
        }}
      />
      <p className="upload-actions">
        <Button type="submit" aria-disabled={isPending}>
          See what would change
        </Button>
        <span role="status">{isPending ? 'Reading the file …' : ''}</span>
      </p>
    </form>
  )
}
