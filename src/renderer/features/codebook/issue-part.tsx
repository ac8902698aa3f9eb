/** Issues: a tree; name, definition, place. */
import { useMemo } from 'react'
import { parseIssuePath } from '../../../shared/domain/codebook.ts'
import { useAction } from '../../lib/data.ts'
import { issueText } from '../../lib/codebook.ts'
import { useIssueItems } from '../../lib/parts/party-items.ts'
import { useSay } from '../../lib/say.ts'
import { useMounted } from '../../lib/use-mounted.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import styles from './codebook.module.css'
import { depthsOf, EntryList } from './entry-list.tsx'
import { KeptField } from './kept-field.tsx'
import { RemoveButton } from './remove-button.tsx'
import type { PartProps } from './tag-part.tsx'

export function IssuePart({ codebook, id, isReadOnly, onChoose }: PartProps) {
  const say = useSay()
  const create = useAction('issues.create')
  const update = useAction('issues.update')
  const remove = useAction('issues.remove')
  const issue = id === null ? undefined : codebook.issueById.get(id)
  const depths = depthsOf(codebook.issues)
  const isMounted = useMounted()
  const items = useIssueItems(
    codebook,
    useMemo(() => codebook.issues.flatMap((known) => (known.id === id ? (known.parentId ?? []) : [])), [codebook.issues, id]),
  )
  const change = async (patch: Parameters<typeof update.run>[0]['patch']): Promise<boolean> =>
    issue !== undefined && (await update.run({ id: issue.id, patch })) !== undefined
  /** "Border › Crossings" makes what is missing of it, beneath the chosen issue or at the top. */
  const addPath = async (typed: string): Promise<boolean> => {
    let parentId = issue?.id ?? null
    for (const name of parseIssuePath(typed)) {
      const known = codebook.issues.find(
        (entry) => entry.parentId === parentId && entry.name.toLocaleLowerCase() === name.toLocaleLowerCase(),
      )
      const made = known ?? (await create.run({ name, parentId }))
      if (!made) return false
      parentId = made.id
    }
    return true
  }
  return (
    <div className={styles.part}>
      <EntryList
        label={say('codebook.issues')}
        addLabel={issue ? say('codebook.addIssueUnder', { name: issue.name }) : say('codebook.addIssue')}
        entries={codebook.issues.map((entry) => ({
          id: entry.id,
          name: entry.name,
          depth: depths.get(entry.id) ?? 0,
          count: entry.annotations,
          retired: entry.retired,
          also: entry.path,
        }))}
        currentId={id}
        isReadOnly={isReadOnly}
        onChoose={onChoose}
        onAdd={addPath}
      />
      {issue ? (
        <div className={styles.form} key={issue.id}>
          <p className={styles.path}>{issueText(issue)}</p>
          <KeptField label={say('codebook.name')} value={issue.name} isDisabled={isReadOnly} onCommit={(name) => change({ name })} />
          <ComboBox
            label={say('codebook.parent')}
            placeholder={say('codebook.top')}
            isDisabled={isReadOnly}
            items={items.filter((item) => item.id !== String(issue.id))}
            value={issue.parentId === null ? null : String(issue.parentId)}
            onChange={(parent) => void change({ parentId: parent === null ? null : Number(parent) })}
          />
          <KeptField
            label={say('codebook.definition')}
            value={issue.definition}
            isLong
            mayBeEmpty
            isDisabled={isReadOnly}
            onCommit={(definition) => change({ definition })}
          />
          <Checkbox
            label={say('codebook.retire')}
            hint={say('codebook.retireHint')}
            value={issue.retired}
            isDisabled={isReadOnly}
            onChange={(retired) => void change({ retired })}
          />
          <RemoveButton
            name={issue.name}
            consequence={say('codebook.removeIssue', { count: issue.annotations })}
            isDisabled={isReadOnly}
            onRemove={async () => {
              const removed = await remove.run({ id: issue.id })
              if (removed && isMounted()) onChoose(null)
              return removed !== undefined
            }}
          />
        </div>
      ) : (
        <p className={styles.hint}>{say('codebook.chooseIssue')}</p>
      )}
    </div>
  )
}
