/** Why a figure is missing, as it is chosen from the list. */
const words: Readonly<Record<string, string>> = {
  not_due: 'Not due this quarter',
  awaiting_data: 'Awaiting data',
  not_collected: 'Not collected',
  not_applicable: 'Not applicable',
}

export const reasonChoices: readonly string[] = Object.values(words)

export function reasonWord(code: string): string {
  return words[code] ?? code
}

/** The code of what was chosen; what is no choice stays as it is, and is refused where it is judged. */
export function reasonCode(chosen: string): string {
  const asked = chosen.trim().toLowerCase()
  return Object.entries(words).find(([, word]) => word.toLowerCase() === asked)?.[0] ?? chosen
}
