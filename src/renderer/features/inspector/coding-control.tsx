/** The control of one coding field. Names that nobody has yet are sent as they were typed; the core makes the party or issue. */
import { ContactRound } from 'lucide-react'
import { useMemo } from 'react'
import {
  attributionSchema,
  confidenceSchema,
  stanceSchema,
  type Annotation,
  type AnnotationPatch,
} from '../../../shared/domain/annotation.ts'
import { parseIssuePath, type CodingField } from '../../../shared/domain/codebook.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useIssueItems, usePartyItems } from '../../lib/parts/party-items.ts'
import { PartialDateField } from '../../lib/parts/partial-date-field.tsx'
import { useSay } from '../../lib/say.ts'
import { listAfter } from '../../lib/use-turns.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { NumberScale } from '../../ui/number-scale.tsx'
import { Select } from '../../ui/select.tsx'
import { TokenField } from '../../ui/token-field.tsx'
import styles from './annotation-form.module.css'
import { DraftField } from './draft-field.tsx'

export interface CodingControlProps {
  field: CodingField
  annotation: Annotation
  codebook: Codebook
  isDisabled: boolean
  /** Resolves to whether it was kept. A change of a list builds on what the annotation is when its turn comes. */
  onChange: (patch: AnnotationPatch | ((now: Annotation) => AnnotationPatch)) => Promise<boolean>
  onOpenParty: (partyId: number) => void
}

export function CodingControl(props: CodingControlProps) {
  const { field, annotation, isDisabled, onChange } = props
  const say = useSay()
  const label = say(`coding.${field}`)
  const common = { label, isDisabled }
  switch (field) {
    case 'speaker':
    case 'onBehalfOf':
      return <PartyControl {...props} field={field} />
    case 'targets':
    case 'issues':
      return <ListControl {...props} field={field} />
    case 'stance':
      return (
        <OptionalSelect
          {...common}
          value={annotation.stance}
          options={stanceSchema.options}
          wordsOf="stance"
          onChange={(stance) => void onChange({ stance })}
        />
      )
    case 'attribution':
      return (
        <OptionalSelect
          {...common}
          value={annotation.attribution}
          options={attributionSchema.options}
          wordsOf="attribution"
          onChange={(attribution) => void onChange({ attribution })}
        />
      )
    case 'confidence':
      return (
        <OptionalSelect
          {...common}
          value={annotation.confidence}
          options={confidenceSchema.options}
          wordsOf="confidence"
          onChange={(confidence) => void onChange({ confidence })}
        />
      )
    case 'intensity':
      return (
        <NumberScale
          {...common}
          value={annotation.intensity}
          onChange={(intensity) => void onChange({ intensity })}
          stepNames={[1, 2, 3, 4, 5].map((step) => say(`coding.intensity.${step}`))}
        />
      )
    case 'reportedBy':
      return <ChainControl {...props} />
    case 'stated':
      return (
        <PartialDateField
          {...common}
          hint={say('coding.statedHint')}
          value={annotation.stated}
          onCommit={(stated) => onChange({ stated })}
        />
      )
    case 'translation':
      return (
        <>
          <DraftField
            {...common}
            value={annotation.translation}
            isLong
            onCommit={(translation) =>
              onChange({ translation, translationLanguage: translation === null ? null : (annotation.translationLanguage ?? 'en') })
            }
          />
          {annotation.translation !== null && (
            <DraftField
              label={say('coding.translationLanguage')}
              isDisabled={isDisabled}
              value={annotation.translationLanguage}
              onCommit={(translationLanguage) => onChange({ translationLanguage })}
            />
          )}
        </>
      )
    case 'condition':
    case 'consequence':
    case 'deadline':
    case 'note':
      return (
        <DraftField
          {...common}
          value={annotation[field]}
          isLong={field !== 'deadline'}
          onCommit={(value) => onChange({ [field]: value })}
        />
      )
  }
}

function PartyControl({
  field,
  annotation,
  codebook,
  isDisabled,
  onChange,
  onOpenParty,
}: CodingControlProps & { field: 'speaker' | 'onBehalfOf' }) {
  const say = useSay()
  const id = field === 'speaker' ? annotation.speakerId : annotation.onBehalfOfId
  const items = usePartyItems(
    codebook,
    useMemo(() => [id], [id]),
  )
  return (
    <div className={styles.withAction}>
      <ComboBox
        label={say(`coding.${field}`)}
        isDisabled={isDisabled}
        items={items}
        value={id === null ? null : String(id)}
        onChange={(chosen) => void onChange({ [field]: chosen === null ? null : Number(chosen) })}
        onCreate={(name) => onChange({ [field]: name })}
        createLabel={(name) => say('coding.newParty', { name })}
      />
      {id !== null && (
        <IconButton
          label={say('coding.openParty', { name: codebook.partyById.get(id)?.name ?? '' })}
          icon={<ContactRound />}
          size="small"
          excludeFromTabOrder
          onPress={() => onOpenParty(id)}
        />
      )}
    </div>
  )
}

function ListControl({ field, annotation, codebook, isDisabled, onChange }: CodingControlProps & { field: 'targets' | 'issues' }) {
  const say = useSay()
  const idsOf = (of: Annotation): number[] => (field === 'targets' ? of.targetIds : of.issueIds)
  const ids = idsOf(annotation)
  const parties = usePartyItems(codebook, ids)
  const issues = useIssueItems(codebook, ids)
  return (
    <TokenField
      label={say(`coding.${field}`)}
      isDisabled={isDisabled}
      items={field === 'targets' ? parties : issues}
      value={ids.map(String)}
      onChange={(chosen) => void onChange((now) => ({ [field]: listAfter(idsOf(now), ids, chosen.map(Number)) }))}
      onCreate={(name) => onChange((now) => ({ [field]: [...idsOf(now), field === 'issues' ? parseIssuePath(name) : name] }))}
      createLabel={(name) => say(field === 'targets' ? 'coding.newParty' : 'coding.newIssue', { name })}
      {...(field === 'issues' && { hint: say('coding.issuesHint') })}
    />
  )
}

/** Sources by name, nearest first; any text may be one. */
function ChainControl({ annotation, codebook, isDisabled, onChange }: CodingControlProps) {
  const say = useSay()
  const chain = annotation.reportedBy
  const items = useMemo(
    () =>
      [...new Set([...chain, ...codebook.parties.filter((party) => party.kind === 'media').map((party) => party.name)])].map((name) => ({
        id: name,
        label: name,
      })),
    [chain, codebook.parties],
  )
  return (
    <TokenField
      label={say('coding.reportedBy')}
      hint={say('coding.reportedByHint')}
      isDisabled={isDisabled}
      items={items}
      value={chain}
      onChange={(chosen) => void onChange((now) => ({ reportedBy: listAfter(now.reportedBy, chain, chosen) }))}
      onCreate={(name) => onChange((now) => ({ reportedBy: [...now.reportedBy, name] }))}
      createLabel={(name) => say('coding.newSource', { name })}
    />
  )
}

interface OptionalSelectProps<T extends string> {
  label: string
  isDisabled: boolean
  value: T | null
  options: readonly T[]
  /** Prefix of the words in the locale. */
  wordsOf: string
  onChange: (value: T | null) => void
}

function OptionalSelect<T extends string>({ label, isDisabled, value, options, wordsOf, onChange }: OptionalSelectProps<T>) {
  const say = useSay()
  const choices: (T | 'none')[] = ['none', ...options]
  return (
    <Select<T | 'none'>
      label={label}
      isDisabled={isDisabled}
      value={value ?? 'none'}
      onChange={(chosen) => onChange(chosen === 'none' ? null : chosen)}
      options={choices.map((id) => ({ id, label: id === 'none' ? say('coding.unset') : say(`${wordsOf}.${id}`) }))}
    />
  )
}
