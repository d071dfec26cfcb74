/** What a measured process is started with. Both kinds get the same, so that neither is given more. */
export type Start = { connectionString: string; poolSize: number }

export type StoredAnswer = { path: string; headers: Record<string, string>; bodyBase64: string }

export type Order =
  | { kind: 'start'; start: Start }
  | { kind: 'store'; answers: StoredAnswer[] }
  | { kind: 'report' }

/** How often the dashboard’s statement ran, how much processor time went by, and what the process holds in memory. */
export type Report = { statements: number; cpuMicroseconds: number; residentBytes: number }

export type Reply = { kind: 'listening'; port: number } | { kind: 'stored' } | ({ kind: 'report' } & Report)

export function reply(message: Reply): void {
  process.send?.(message)
}

export function cpuMicroseconds(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

export const residentBytes = () => process.memoryUsage.rss()

/** A measured process ends with the one that started it, also when that one was killed. */
export function endWithParent(): void {
  process.on('disconnect', () => process.exit())
}
