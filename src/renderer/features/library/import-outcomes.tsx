/** What became of each file of an import. */
import type { ImportOutcome } from '../../../shared/domain/import.ts'
import { problemText, useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import styles from './import-dialog.module.css'

export function ImportOutcomes({ items, onOpenArticle }: { items: readonly ImportOutcome[]; onOpenArticle: (articleId: number) => void }) {
  const say = useSay()
  return (
    <ul className={styles.outcomes}>
      {items.map((item, index) => {
        const { articleId } = item
        return (
          <li key={index} className={styles.outcome}>
            <bdi className={styles.fileName}>{item.name}</bdi>
            <span className={styles.fileState} data-problem={item.outcome === 'refused' || undefined}>
              {item.problem ? problemText(say, item.problem, item.name) : say(`import.outcome.${item.outcome}`)}
            </span>
            {articleId !== null && <Button label={say('import.open')} size="small" kind="quiet" onPress={() => onOpenArticle(articleId)} />}
          </li>
        )
      })}
    </ul>
  )
}
