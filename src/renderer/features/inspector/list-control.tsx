/** Several parties or issues, in the order chosen; new ones are made by typing their names. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import { parseIssuePath } from '../../../shared/domain/codebook.ts'
import { useIssueItems, usePartyItems } from '../../lib/parts/party-items.ts'
import { useSay } from '../../lib/say.ts'
import { listAfter } from '../../lib/use-turns.ts'
import { TokenField } from '../../ui/token-field.tsx'
import styles from './annotation-form.module.css'
import type { ControlProps } from './control.ts'
import { PinButton } from './pin-button.tsx'

export function ListControl({ field, annotation, codebook, isDisabled, onChange }: ControlProps & { field: 'targets' | 'issues' }) {
  const say = useSay()
  const idsOf = (of: Annotation): number[] => (field === 'targets' ? of.targetIds : of.issueIds)
  const ids = idsOf(annotation)
  const parties = usePartyItems(codebook, ids)
  const issues = useIssueItems(codebook, ids)
  return (
    <div className={styles.withAction}>
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
      <span className={styles.actions}>{!isDisabled && <PinButton field={field} annotation={annotation} codebook={codebook} />}</span>
    </div>
  )
}
