/** What has just come takes focus: a reader without a mouse is not sent back to the top of the page. Given as a ref. */
export function focusNow(element: HTMLElement | null): void {
  element?.focus()
}

/** As focusNow, for the first thing in a form that can be filled in. */
export function focusFirstField(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('input, select, textarea')?.focus()
}
