/** The codebook: tags, issues and parties, each a list with a form beside it. Every change is one step that undo takes back. */
import { useCodebook } from '../../lib/codebook.ts'
import { useCanWrite } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { Tabs } from '../../ui/tabs.tsx'
import styles from './codebook.module.css'
import { IssuePart } from './issue-part.tsx'
import { PartyPart } from './party-part.tsx'
import { TagPart } from './tag-part.tsx'

export type CodebookPart = 'tags' | 'issues' | 'parties'

export interface CodebookViewProps {
  part: CodebookPart
  id: number | null
  onPlace: (part: CodebookPart, id: number | null) => void
}

export function CodebookView({ part, id, onPlace }: CodebookViewProps) {
  const say = useSay()
  const codebook = useCodebook()
  const canWrite = useCanWrite()
  const shared = { codebook, isReadOnly: !canWrite, onChoose: (chosen: number | null) => onPlace(part, chosen) }
  return (
    <div className={styles.page}>
      <Tabs<CodebookPart>
        label={say('codebook.title')}
        value={part}
        onChange={(next) => onPlace(next, null)}
        className={styles.tabs}
        items={[
          {
            id: 'tags',
            label: say('codebook.tags'),
            badge: String(codebook.tags.length),
            content: part === 'tags' && <TagPart {...shared} id={id} />,
          },
          {
            id: 'issues',
            label: say('codebook.issues'),
            badge: String(codebook.issues.length),
            content: part === 'issues' && <IssuePart {...shared} id={id} />,
          },
          {
            id: 'parties',
            label: say('codebook.parties'),
            badge: String(codebook.parties.length),
            content: part === 'parties' && <PartyPart {...shared} id={id} />,
          },
        ]}
      />
    </div>
  )
}
