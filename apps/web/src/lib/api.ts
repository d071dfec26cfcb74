import { client } from '@accord/api-client'
import { ProblemError, problemOf } from './problem.ts'

/** Points the generated client at our own origin. Called once, before anything is asked. */
export function setUpApi(): void {
  client.setConfig({
    baseUrl: window.location.origin,
    credentials: 'same-origin',
    headers: { 'x-accord-request': '1' },
  })
  client.interceptors.error.use((error: unknown) => new ProblemError(problemOf(error)))
}
