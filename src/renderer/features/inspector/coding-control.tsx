/** The control of one coding field. Names that nobody has yet are sent as they were typed; the core makes the party or issue. */
import { attributionSchema, confidenceSchema, stanceSchema } from '../../../shared/domain/annotation.ts'
import type { CodingField } from '../../../shared/domain/codebook.ts'
import { PartialDateField } from '../../lib/parts/partial-date-field.tsx'
import { useSay } from '../../lib/say.ts'
import { NumberScale } from '../../ui/number-scale.tsx'
import { ChainControl } from './chain-control.tsx'
import { ChoiceControl } from './choice-control.tsx'
import type { ControlProps } from './control.ts'
import { DraftField } from './draft-field.tsx'
import { ListControl } from './list-control.tsx'
import { PartyControl } from './party-control.tsx'
import { TranslationControl } from './translation-control.tsx'

export function CodingControl(props: ControlProps & { field: CodingField }) {
  const { field, annotation, article, isDisabled, onChange, onHold } = props
  const say = useSay()
  const common = { label: say(`coding.${field}`), isDisabled }
  switch (field) {
    case 'speaker':
    case 'onBehalfOf':
      return <PartyControl {...props} field={field} />
    case 'targets':
    case 'issues':
      return <ListControl {...props} field={field} />
    case 'stance':
      return (
        <ChoiceControl
          {...common}
          value={annotation.stance}
          options={stanceSchema.options}
          wordsOf="stance"
          onChange={(stance) => void onChange({ stance })}
        />
      )
    case 'attribution':
      return (
        <ChoiceControl
          {...common}
          value={annotation.attribution}
          options={attributionSchema.options}
          wordsOf="attribution"
          about={(id) => say(`attribution.about.${id}`)}
          onChange={(attribution) => void onChange({ attribution })}
        />
      )
    case 'confidence':
      return (
        <ChoiceControl
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
          base={article.published}
          hint={say('coding.statedHint')}
          value={annotation.stated}
          onCommit={(stated) => onChange({ stated })}
        />
      )
    case 'translation':
      return <TranslationControl {...props} />
    case 'condition':
    case 'consequence':
    case 'deadline':
    case 'note':
      return (
        <DraftField
          {...common}
          value={annotation[field]}
          isLong={field !== 'deadline'}
          {...(field !== 'deadline' && { onHold: (value) => onHold(field, value) })}
          onCommit={(value) => onChange({ [field]: value })}
        />
      )
  }
}
