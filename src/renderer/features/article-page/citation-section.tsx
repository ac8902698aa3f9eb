/** How the article is cited, in the style one chooses; the last one stays chosen. */
import { Copy } from 'lucide-react'
import { useState } from 'react'
import { citationText, CITATION_STYLES, cite, type CitationStyle } from '../../../shared/citation/cite.ts'
import type { Article } from '../../../shared/domain/article.ts'
import { useSay } from '../../lib/say.ts'
import { toasts } from '../../stores/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import styles from './article-view.module.css'
import { Section } from './section.tsx'

/** Only scripts that have italics are set in them. */
const isSlanted = (text: string): boolean =>
  !/[\p{Script=Arabic}\p{Script=Han}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)

let lastStyle: CitationStyle = 'chicago'

export function CitationSection({ article }: { article: Article }) {
  const say = useSay()
  const [style, setStyle] = useState(lastStyle)
  const runs = cite(article, style)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(citationText(runs))
    toasts.add({ kind: 'success', text: say('articlePage.copied'), key: 'citation' })
  }
  return (
    <Section title={say('articlePage.citation')} hint={say('articlePage.citationHint')}>
      <div className={styles.styles}>
        <SegmentedControl
          label={say('articlePage.citationStyle')}
          value={style}
          onChange={(next) => {
            lastStyle = next
            setStyle(next)
          }}
          options={CITATION_STYLES.map((id) => ({ id, label: say(`citation.${id}`) }))}
        />
      </div>
      <p className={styles.citation} data-selectable>
        {runs.map(({ text, italic }, at) => (italic && isSlanted(text) ? <i key={at}>{text}</i> : <span key={at}>{text}</span>))}
      </p>
      <div>
        <Button
          label={say('articlePage.copy')}
          icon={<Copy />}
          onPress={() => void copy().catch(() => toasts.add({ kind: 'error', text: say('articlePage.copyFailed') }))}
        />
      </div>
    </Section>
  )
}
