/** What is not in a file, in groups: what the format leaves out, what the person left out, and what one should know. In words. Pure. */
import { EXPORT_NOTICES, type ExportLoss } from '../../../shared/domain/export.ts'
import { lossValues } from '../../../shared/domain/import-loss.ts'
import { messages } from '../../lib/locale.tsx'
import type { Say } from '../../lib/say.ts'

export interface LossGroups {
  readonly notices: readonly ExportLoss[]
  /** The format, or the kind of copy, has no place for it. */
  readonly format: readonly ExportLoss[]
  /** Would go out if all were chosen. */
  readonly chosen: readonly ExportLoss[]
}

/** `fullest`: what is not in the file where nothing is left out by choice; null as long as that is not known. */
export function lossGroups(lost: readonly ExportLoss[], fullest: readonly ExportLoss[] | null): LossGroups {
  const always = fullest === null ? null : new Set(fullest.map(({ code }) => code))
  const isNotice = ({ code }: ExportLoss): boolean => EXPORT_NOTICES.includes(code)
  const isAlways = ({ code }: ExportLoss): boolean => always === null || always.has(code)
  return {
    notices: lost.filter(isNotice),
    format: lost.filter((loss) => !isNotice(loss) && isAlways(loss)),
    chosen: lost.filter((loss) => !isNotice(loss) && !isAlways(loss)),
  }
}

export function lossText(say: Say, loss: ExportLoss): string {
  const key = `export.lost.${loss.code}`
  return key in messages ? say(key, lossValues(loss)) : say('import.lostOther', { what: loss.code, count: loss.count })
}
