/**
 * One field of many annotations: what they share stands in it, else how many different values there are. Setting it sets it in all of
 * them; lists are added to and taken from, whatever else each of them holds.
 */
import { Plus, X } from 'lucide-react'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import { attributionSchema, confidenceSchema, stanceSchema } from '../../../shared/domain/annotation.ts'
import type { BulkPatch } from '../../../shared/domain/annotation-operations.ts'
import { parseIssuePath, type CodingField } from '../../../shared/domain/codebook.ts'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import { PartialDateField } from '../../lib/parts/partial-date-field.tsx'
import { useIssueItems, usePartyItems } from '../../lib/parts/party-items.ts'
import { useSay } from '../../lib/say.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { NumberScale } from '../../ui/number-scale.tsx'
import { Select } from '../../ui/select.tsx'
import { TokenField } from '../../ui/token-field.tsx'
import styles from './bulk-form.module.css'
import { BulkText } from './bulk-text.tsx'
import { commonOf, listInCommon, type Common } from './bulk-values.ts'

export interface BulkFieldProps {
  field: CodingField
  annotations: readonly Annotation[]
  codebook: Codebook
  isDisabled: boolean
  /** Resolves to whether it was kept. */
  onChange: (patch: BulkPatch) => Promise<boolean>
}

export function BulkField(props: BulkFieldProps) {
  const { field, annotations, isDisabled, onChange } = props
  const say = useSay()
  const label = say(`coding.${field}`)
  const mixed = (common: Common<unknown>): string | undefined => (common.isMixed ? say('bulk.mixed', { count: common.values }) : undefined)
  switch (field) {
    case 'speaker':
    case 'onBehalfOf':
      return <BulkParty {...props} field={field} />
    case 'targets':
    case 'issues':
    case 'reportedBy':
      return <BulkList {...props} field={field} />
    case 'stance':
    case 'attribution':
    case 'confidence':
      return <BulkChoice {...props} field={field} />
    case 'intensity': {
      const common = commonOf(annotations, ({ intensity }) => intensity)
      return (
        <NumberScale
          label={label}
          isDisabled={isDisabled}
          value={common.isMixed ? null : common.value}
          hint={mixed(common)}
          onChange={(intensity) => void onChange({ intensity })}
          stepNames={[1, 2, 3, 4, 5].map((step) => say(`coding.intensity.${step}`))}
        />
      )
    }
    case 'stated': {
      const common = commonOf(annotations, ({ stated }) => stated)
      return (
        <PartialDateField
          label={label}
          isDisabled={isDisabled}
          value={common.isMixed ? null : common.value}
          hint={mixed(common) ?? say('coding.statedHint')}
          onCommit={(stated) => onChange({ stated })}
        />
      )
    }
    case 'condition':
    case 'consequence':
    case 'deadline':
    case 'note':
    case 'translation':
      return (
        <BulkText
          label={label}
          isDisabled={isDisabled}
          isLong={field !== 'deadline'}
          common={commonOf(annotations, (annotation) => annotation[field])}
          onCommit={(text) =>
            onChange(field === 'translation' ? { translation: text, translationLanguage: text === null ? null : 'en' } : { [field]: text })
          }
        />
      )
  }
}

function BulkParty({ field, annotations, codebook, isDisabled, onChange }: BulkFieldProps & { field: 'speaker' | 'onBehalfOf' }) {
  const say = useSay()
  const items = usePartyItems(codebook)
  const common = commonOf(annotations, ({ speakerId, onBehalfOfId }) => (field === 'speaker' ? speakerId : onBehalfOfId))
  return (
    <div className={styles.withClear}>
      <ComboBox
        label={say(`coding.${field}`)}
        isDisabled={isDisabled}
        items={items}
        value={common.isMixed || common.value === null ? null : String(common.value)}
        {...(common.isMixed && { placeholder: say('bulk.mixed', { count: common.values }) })}
        onChange={(id) => void onChange({ [field]: id === null ? null : Number(id) })}
        onCreate={(name) => onChange({ [field]: name })}
        createLabel={(name) => say('coding.newParty', { name })}
      />
      {common.isMixed && (
        <IconButton
          label={say('bulk.clear', { field: say(`coding.${field}`) })}
          icon={<X />}
          size="small"
          isDisabled={isDisabled}
          onPress={() => void onChange({ [field]: null })}
        />
      )}
    </div>
  )
}

function BulkChoice({ field, annotations, isDisabled, onChange }: BulkFieldProps & { field: 'stance' | 'attribution' | 'confidence' }) {
  const say = useSay()
  const common = commonOf<string | null>(annotations, (annotation) => annotation[field])
  const choices = { stance: stanceSchema.options, attribution: attributionSchema.options, confidence: confidenceSchema.options }[field]
  return (
    <Select
      label={say(`coding.${field}`)}
      isDisabled={isDisabled}
      value={common.isMixed ? null : (common.value ?? 'none')}
      {...(common.isMixed && { placeholder: say('bulk.mixed', { count: common.values }) })}
      onChange={(id) => void onChange({ [field]: id === 'none' ? null : id })}
      options={['none', ...choices].map((id) => ({ id, label: id === 'none' ? say('coding.unset') : say(`${field}.${id}`) }))}
    />
  )
}

function BulkList(props: BulkFieldProps & { field: 'targets' | 'issues' | 'reportedBy' }) {
  const { field, annotations, codebook, isDisabled, onChange } = props
  const say = useSay()
  const parties = usePartyItems(codebook)
  const issues = useIssueItems(codebook)
  const idsOf = (annotation: Annotation): readonly (number | string)[] =>
    field === 'targets' ? annotation.targetIds : field === 'issues' ? annotation.issueIds : annotation.reportedBy
  const { all, some } = listInCommon(annotations, idsOf)
  const sources = [...new Set(annotations.flatMap(({ reportedBy }) => reportedBy))].map((name) => ({ id: name, label: name }))
  const nameOf = (value: number | string): string => {
    if (typeof value === 'string') return value
    const issue = codebook.issueById.get(value)
    return field === 'targets' ? (codebook.partyById.get(value)?.name ?? '') : issue ? issueText(issue) : ''
  }
  const change = (add: readonly (number | string | string[])[], remove: readonly (number | string)[]): Promise<boolean> =>
    onChange(patchOf(field, add, remove))
  const idIn = (text: string): number | string => (field === 'reportedBy' ? text : Number(text))
  return (
    <div className={styles.list}>
      <TokenField
        label={say(`coding.${field}`)}
        isDisabled={isDisabled}
        items={field === 'targets' ? parties : field === 'issues' ? issues : sources}
        value={all.map(String)}
        onChange={(chosen) => {
          const shown = all.map(String)
          const added = chosen.filter((id) => !shown.includes(id)).map(idIn)
          const removed = shown.filter((id) => !chosen.includes(id)).map(idIn)
          if (added.length + removed.length > 0) void change(added, removed)
        }}
        onCreate={(name) => change([field === 'issues' ? parseIssuePath(name) : name], [])}
        createLabel={(name) =>
          say(field === 'targets' ? 'coding.newParty' : field === 'issues' ? 'coding.newIssue' : 'coding.newSource', { name })
        }
      />
      {some.length > 0 && (
        <ul className={styles.some} aria-label={say('bulk.inSome', { field: say(`coding.${field}`) })}>
          {some.map(({ value, count }) => (
            <li key={value} className={styles.part}>
              <bdi className={styles.name} title={nameOf(value)}>
                {nameOf(value)}
              </bdi>
              <span className={styles.count}>{say('bulk.of', { count, total: annotations.length })}</span>
              <IconButton
                label={say('bulk.addToAll', { name: nameOf(value) })}
                icon={<Plus />}
                size="small"
                isDisabled={isDisabled}
                onPress={() => void change([value], [])}
              />
              <IconButton
                label={say('bulk.removeFromAll', { name: nameOf(value) })}
                icon={<X />}
                size="small"
                isDisabled={isDisabled}
                onPress={() => void change([], [value])}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function patchOf(
  field: 'targets' | 'issues' | 'reportedBy',
  add: readonly (number | string | string[])[],
  remove: readonly (number | string)[],
): BulkPatch {
  const known = remove.filter((value) => typeof value === 'number')
  switch (field) {
    case 'targets':
      return { targets: { add: add.filter((value) => typeof value !== 'object'), remove: known } }
    case 'issues':
      return { issues: { add: [...add], remove: known } }
    case 'reportedBy':
      return {
        reportedBy: { add: add.filter((value) => typeof value === 'string'), remove: remove.filter((value) => typeof value === 'string') },
      }
  }
}
