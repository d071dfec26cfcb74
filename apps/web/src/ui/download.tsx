type DownloadProps = { label: string; fileName: string; type: string; content: () => string }

/** A file made in the browser when it is asked for, of what is on the screen. */
export function Download({ label, fileName, type, content }: DownloadProps) {
  function save(): void {
    const address = URL.createObjectURL(new Blob([content()], { type }))
    const link = document.createElement('a')
    link.href = address
    link.download = fileName
    link.click()
    // The browser has taken the file up by the next turn.
    setTimeout(() => URL.revokeObjectURL(address))
  }
  return (
    <button type="button" className="link-button" onClick={save}>
      {label}
    </button>
  )
}
