import {
  compareReturnWorkbook,
  getReturnWorkbook,
  type SavedCell,
  saveReturnCells,
  type WorkbookCell,
  type WorkbookDifference,
} from '@accord/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { returnQuery } from '#lib/queries.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A change that was chosen, under a name of its own: sent again, it is kept once. */
export type ChosenChange = { changeId: string; cell: WorkbookCell }

/** Not all at once: a request has room for about so many long answers. */
const mostTogether = 100

export function useDownload(id: string, fileName: string) {
  return useMutation({
    mutationFn: async () =>
      (await getReturnWorkbook({ path: { id }, parseAs: 'blob', throwOnError: true })).data,
    onSuccess: (file) => handOver(file, fileName),
  })
}

/** As if a link to it had been followed; a failure would be a page of its own there, and is said here instead. */
function handOver(file: Blob, fileName: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}

/** What keeping the file would change; nothing is kept. */
export function useCompare(id: string, onDone: (difference: WorkbookDifference) => void) {
  return useMutation({
    mutationFn: async (body: Blob) =>
      (await compareReturnWorkbook({ path: { id }, body, throwOnError: true })).data,
    onSuccess: onDone,
  })
}

/** Keeps what was chosen as any other answers are kept, with the versions that the file was made from. */
export function useKeep(id: string, onDone: (results: SavedCell[]) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (chosen: readonly ChosenChange[]) => {
      const results: SavedCell[] = []
      for (let from = 0; from < chosen.length; from += mostTogether) {
        const changes = chosen.slice(from, from + mostTogether).map(({ changeId, cell }) => ({
          changeId,
          cell: cell.cell,
          value: cell.becomes,
          version: cell.version,
        }))
        const body = { source: 'file' as const, changes }
        const { data } = await saveReturnCells({ path: { id }, body, throwOnError: true })
        results.push(...data.results)
      }
      return results
    },
    onSuccess: onDone,
    // Also where it broke off: a part of it may have been kept.
    onSettled: () => queries.invalidateQueries({ queryKey: returnQuery(id).queryKey }),
  })
}
