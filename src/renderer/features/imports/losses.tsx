/** What was in a file and is not in what was read, each in words. Nothing where nothing was lost. */
import type { ImportPreview } from '../../../shared/domain/import.ts'
import { lossValues } from '../../../shared/domain/import-loss.ts'
import { useSay, type Say } from '../../lib/say.ts'
import { messages } from '../../lib/locale.tsx'
import { Banner } from '../../ui/banner.tsx'
import styles from './panes.module.css'

export type Loss = ImportPreview['lost'][number]

export function lossText(say: Say, loss: Loss): string {
  const { code, count } = loss
  const key = `import.lost.${code}`
  return key in messages ? say(key, lossValues(loss)) : say('import.lostOther', { what: code, count })
}

export function Losses({ lost }: { lost: readonly Loss[] }) {
  const say = useSay()
  if (lost.length === 0) return null
  return (
    <Banner kind="warning" title={say('import.lostTitle')}>
      <ul className={styles.losses}>
        {lost.map((loss, index) => (
          <li key={index}>{lossText(say, loss)}</li>
        ))}
      </ul>
    </Banner>
  )
}
