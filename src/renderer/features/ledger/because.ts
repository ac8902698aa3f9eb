/** Why a thread has its status, in words: "because the Afghan delegation rejected it on 28 Oct 2025". */
import type { IntlShape } from 'react-intl'
import { datePrecision } from '../../../shared/domain/partial-date.ts'
import type { DerivedStatus } from '../../../shared/domain/thread-status.ts'
import { formatPartialDate, type Say } from '../../lib/say.ts'

/** `who`: who speaks in the statement that gives it, where that is known. */
export function becauseText(say: Say, intl: IntlShape, { because }: Pick<DerivedStatus, 'because'>, who: string | null): string {
  const values = {
    who: who ?? '',
    known: who === null || who === '' ? 'no' : 'yes',
    date: because.date === null ? '' : formatPartialDate(intl, because.date.slice(0, 10)),
    // On a day, in a month or a year.
    dated:
      because.date === null ? 'no' : datePrecision(because.date) === 'month' || datePrecision(because.date) === 'year' ? 'month' : 'day',
  }
  if (because.rule === 'role' || because.rule === 'said') return say(`ledger.because.did.${because.role ?? 'raised'}`, values)
  if (because.rule === 'check') return say(`ledger.because.check.${because.result ?? 'unclear'}`, values)
  return say(`ledger.because.${because.rule}`, values)
}
