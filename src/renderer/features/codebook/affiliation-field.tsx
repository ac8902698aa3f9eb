/** To whom a party belonged, and when. The tree says where it stands now; this says since when, and what was before. */
import { Plus, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Affiliation, Party } from '../../../shared/domain/party.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { PartialDateField } from '../../lib/parts/partial-date-field.tsx'
import { usePartyItems } from '../../lib/parts/party-items.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { KeptField } from './kept-field.tsx'
import styles from './party-lists.module.css'

export interface AffiliationFieldProps {
  party: Party
  codebook: Codebook
  isDisabled: boolean
  /** Makes the new list of the one that is there when its turn comes. Resolves to whether it was kept. */
  onChange: (make: (now: readonly Affiliation[]) => Affiliation[]) => Promise<boolean>
}

export function AffiliationField({ party, codebook, isDisabled, onChange }: AffiliationFieldProps) {
  const say = useSay()
  const [withId, setWithId] = useState<number | null>(null)
  const items = usePartyItems(
    codebook,
    useMemo(() => [withId], [withId]),
  )
  const set = (index: number, patch: Partial<Affiliation>): Promise<boolean> =>
    onChange((now) => now.map((each, at) => (at === index ? { ...each, ...patch } : each)))
  const add = (): void => {
    if (withId === null) return
    void onChange((now) => [...now, { withId, since: null, until: null, note: '' }]).then((kept) => kept && setWithId(null))
  }
  return (
    <>
      {party.affiliations.length > 0 && (
        <ul className={styles.list} aria-label={say('codebook.affiliations')}>
          {party.affiliations.map((affiliation, index) => {
            const name = codebook.partyById.get(affiliation.withId)?.name ?? ''
            return (
              <li key={`${affiliation.withId}-${index}`} className={styles.affiliation} aria-label={name}>
                <div className={styles.affiliationHead}>
                  <bdi className={styles.name}>{name}</bdi>
                  {!isDisabled && (
                    <IconButton
                      label={say('codebook.removeAffiliation', { name })}
                      icon={<X />}
                      size="small"
                      onPress={() => void onChange((now) => now.filter((_, at) => at !== index))}
                    />
                  )}
                </div>
                <div className={styles.dates}>
                  <PartialDateField
                    label={say('codebook.since')}
                    value={affiliation.since}
                    isDisabled={isDisabled}
                    onCommit={(since) => set(index, { since })}
                  />
                  <PartialDateField
                    label={say('codebook.until')}
                    value={affiliation.until}
                    isDisabled={isDisabled}
                    onCommit={(until) => set(index, { until })}
                  />
                  <KeptField
                    label={say('codebook.note')}
                    value={affiliation.note}
                    mayBeEmpty
                    isDisabled={isDisabled}
                    onCommit={(note) => set(index, { note })}
                  />
                </div>
              </li>
            )
          })}
        </ul>
      )}
      {!isDisabled && (
        <form
          className={styles.addAffiliation}
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <ComboBox
            label={say('codebook.affiliatedWith')}
            placeholder={say('codebook.chooseEntry')}
            items={items.filter((item) => item.id !== String(party.id))}
            value={withId === null ? null : String(withId)}
            onChange={(id) => setWithId(id === null ? null : Number(id))}
          />
          <Button label={say('codebook.addAffiliation')} icon={<Plus />} type="submit" isDisabled={withId === null} />
        </form>
      )}
    </>
  )
}
