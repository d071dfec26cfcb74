/** One thing that is wrong with the file, where, and what to do about it. */
export type Problem = { line: number; column: string | null; reason: string }

export function problemSentence({ line, column, reason }: Problem): string {
  return column === null ? `Line ${line}: ${reason}` : `Line ${line}, column ${column}: ${reason}`
}

/** Thrown with every problem at once, so that a file is put right in one go. */
export class BadFile extends Error {
  override readonly name = 'BadFile'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemSentence).join('\n'))
    this.problems = problems
  }
}
