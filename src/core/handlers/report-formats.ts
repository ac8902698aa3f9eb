/** Handler of `reports.formats`: what can be made on this machine, so that nobody waits for a report that cannot be written. */
import { reportFormatSchema } from '../../shared/domain/report.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { errorToWire } from '../errors.ts'
import type { QueryHandlers } from '../session.ts'

export const reportFormatQueries = {
  'reports.formats': async ({ session }) => {
    const problem = await session.printer.problem()
    // All others are written by Parley itself.
    const printing = problem && errorToWire(new ParleyError(problem.code, problem.details))
    return reportFormatSchema.options.map((format) => ({ format, problem: format === 'pdf' ? printing : null }))
  },
} satisfies Partial<QueryHandlers>
