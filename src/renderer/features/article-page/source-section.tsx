/** Where the article came from: its file, which can be saved and is never opened here, and what else the file said. */
import { Download, History } from 'lucide-react'
import { Fragment } from 'react'
import { useIntl } from 'react-intl'
import type { Article } from '../../../shared/domain/article.ts'
import { isPartialDate } from '../../../shared/domain/partial-date.ts'
import { useAction, useData, useShowError } from '../../lib/data.ts'
import { useDateText, useSay } from '../../lib/say.ts'
import { hostCall } from '../../lib/transport/host.ts'
import { Button } from '../../ui/button.tsx'
import styles from './article-view.module.css'
import { Section } from './section.tsx'

export function SourceSection({ article, onTexts }: { article: Article; onTexts: () => void }) {
  const say = useSay()
  const intl = useIntl()
  const showError = useShowError()
  const dateText = useDateText()
  const { data: source } = useData('articles.source', { id: article.id })
  const { run, pending } = useAction('articles.original')
  const { original } = article
  const save = async (): Promise<void> => {
    const output = await run({ id: article.id })
    if (output) await hostCall('outputs.save', { outputId: output.outputId, name: output.name }).catch(showError)
  }
  const facts: [string, string][] = [
    ...(original
      ? ([
          [say('article.original'), original.name],
          [say('articlePage.size'), say('import.bytes', { bytes: original.bytes })],
          ...(original.encoding === '' ? [] : [[say('articlePage.encoding'), original.encoding]]),
          [say('article.fingerprint'), original.sha256],
        ] as [string, string][])
      : []),
    ...(source?.part != null
      ? ([[say('articlePage.part'), say('articlePage.partOf', { part: source.part, others: source.siblings })]] as [string, string][])
      : []),
    ...(source && source.pages.length > 0 ? ([[say('articlePage.pages'), pagesText(source.pages)]] as [string, string][]) : []),
    [say('article.added'), intl.formatDate(article.addedAt, { dateStyle: 'medium', timeStyle: 'short' })],
    [say('articlePage.length'), say('revisions.chars', { count: article.text.length })],
    ...Object.entries(source?.details ?? {}).map(([name, value]): [string, string] => [
      detailName(name, intl.messages, say),
      isPartialDate(value) && value.includes('-') ? dateText(value) : value,
    ]),
  ]
  return (
    <Section title={say('articlePage.source')}>
      <dl className={styles.facts}>
        {facts.map(([name, value], at) => (
          <Fragment key={at}>
            <dt>{name}</dt>
            <dd dir="auto" data-selectable>
              {value}
            </dd>
          </Fragment>
        ))}
      </dl>
      <div className={styles.ways}>
        {original && (
          <Button
            label={say('articlePage.saveOriginal')}
            icon={<Download />}
            onPress={() => void save()}
            {...(pending && { pendingLabel: say('articlePage.saveOriginal') })}
          />
        )}
        <Button label={say('revisions.open')} icon={<History />} onPress={onTexts} />
      </div>
    </Section>
  )
}

/** Names of readers are in the locale; those of a table are its own. */
const detailName = (name: string, messages: Readonly<Record<string, unknown>>, say: (key: string) => string): string =>
  Object.hasOwn(messages, `import.detail.${name}`) ? say(`import.detail.${name}`) : name

const pagesText = (pages: readonly { label: string }[]): string => {
  const [first, last] = [pages[0]?.label ?? '', pages.at(-1)?.label ?? '']
  return first === last ? first : `${first}–${last}`
}
