import { capitalise, quarterKey } from '@accord/domain'
import { figureCell, quarterCell, quarterColumn } from './long-sheet.ts'
import type { Sheet } from './sheet.ts'
import type { SignalModel } from './signal.ts'

/** The same points as the drawing of the signal, newest first. */
export function signalSheet(model: SignalModel, code: string): Sheet {
  const lineAt = (index: number) => model.lines.find(({ from, to }) => from <= index && index <= to)
  return {
    caption: `${code}, signal of every quarter`,
    columns: [
      quarterColumn,
      { heading: code, isNumber: true, csv: ['value'] },
      { heading: 'Mean or median', isNumber: true, csv: ['middle'] },
      { heading: 'Limits', isNumber: true, csv: ['lower limit', 'upper limit'] },
      { heading: 'Cause', csv: ['cause'] },
      { heading: 'Rules', csv: ['rules', 'limits begin anew because'] },
    ],
    rows: model.points
      .filter(({ value, begins }) => value !== null || begins !== null)
      .toReversed()
      .map((point) => {
        const lines = lineAt(point.index)
        const limits = lines?.limits ?? null
        return {
          key: quarterKey(point.index),
          cells: [
            quarterCell(point.index),
            figureCell(point.shown, point.written, true),
            { shown: lines?.middleShown ?? '', written: [String(lines?.middle ?? '')] },
            {
              shown: lines?.limitsShown ?? '',
              written: [String(limits?.lower ?? ''), String(limits?.upper ?? '')],
            },
            { shown: capitalise(point.variationShown), written: [point.variationShown] },
            {
              shown: point.rules.join('; '),
              written: [point.rules.join('; '), point.begins ?? ''],
              note: point.begins === null ? null : `Limits begin anew: ${point.begins}`,
            },
          ],
        }
      }),
  }
}
