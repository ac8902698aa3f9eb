/** Writes the codebook as a file and saves it through the host; what the format cannot hold is said with it. */
import { useCallback } from 'react'
import type { CodebookFormat } from '../../../shared/domain/codebook-import.ts'
import { useAction } from '../../lib/data.ts'
import { useSaveOutput } from '../../lib/save-output.ts'
import { useSay } from '../../lib/say.ts'

export function useExportCodebook(): (format: CodebookFormat) => Promise<void> {
  const say = useSay()
  const { run: start } = useAction('codebook.export')
  const save = useSaveOutput()
  return useCallback(
    async (format) => {
      const started = await start({ format })
      if (!started) return
      await save({
        jobId: started.jobId,
        kind: 'codebook',
        said: 'codebook.saved',
        canOpen: format === 'csv',
        detail: ({ lost }) =>
          lost.length === 0
            ? undefined
            : say('codebook.notInFile', { list: lost.map(({ what, count }) => say(`codebook.lost.${what}`, { count })).join(', ') }),
      })
    },
    [start, save, say],
  )
}
