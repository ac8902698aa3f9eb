/** The colour of an entry, with who else has it, and which colours of others look like it to readers with a colour vision deficiency. */
import { useMemo } from 'react'
import type { Hue } from '../../../shared/domain/codebook.ts'
import { cssColour, lookAlikes, seenWith, VISIONS, type Rgb } from '../../lib/colour-vision.ts'
import { useHueColours } from '../../lib/hue-colours.ts'
import { useSay } from '../../lib/say.ts'
import { tagSign } from '../../lib/tag-sign.ts'
import { HuePicker } from '../../ui/hue-picker.tsx'
import { HUES } from '../../ui/hues.ts'
import type { Entry } from './entries.ts'
import styles from './hue-field.module.css'

export interface HueFieldProps {
  entry: Entry
  /** The entries that are seen beside it. */
  others: readonly Entry[]
  isDisabled: boolean
  onChange: (hue: Hue | null) => void
  /** Where an entry need not have a colour: the words for having none. */
  noneLabel?: string
}

export function HueField({ entry, others, isDisabled, onChange, noneLabel }: HueFieldProps) {
  const say = useSay()
  const colours = useHueColours()
  const holders = useMemo(
    () =>
      Map.groupBy(
        others.filter((other) => other.id !== entry.id && !other.retired && other.hue !== null),
        (other) => other.hue ?? 'grey',
      ),
    [others, entry.id],
  )
  const namesOf = (hue: Hue): string => (holders.get(hue) ?? []).map((other) => other.name).join(', ')
  const names = Object.fromEntries(
    HUES.map((hue) => [
      hue,
      holders.has(hue) ? say('codebook.hueUsed', { hue: say(`hue.${hue}`), names: namesOf(hue) }) : say(`hue.${hue}`),
    ]),
  ) as Record<Hue, string> // one name for each of HUES
  const letters = Object.fromEntries(
    [...holders].map(([hue, [first, ...more]]) => [hue, more.length > 0 ? '+' : first ? tagSign(first) : '']),
  )
  return (
    <div className={styles.field}>
      <HuePicker
        label={say('codebook.colour')}
        value={entry.hue}
        onChange={onChange}
        names={names}
        letters={letters}
        isDisabled={isDisabled}
        {...(noneLabel !== undefined && { noneLabel, onNone: () => onChange(null) })}
        {...(entry.hue !== null && holders.has(entry.hue) && { hint: say('codebook.sameColour', { names: namesOf(entry.hue) }) })}
      />
      {entry.hue !== null && colours.size > 0 && <Sight hue={entry.hue} colours={colours} holders={holders} />}
    </div>
  )
}

interface SightProps {
  hue: Hue
  colours: ReadonlyMap<Hue, Rgb>
  holders: ReadonlyMap<Hue, readonly Entry[]>
}

/** One line for each deficiency: the colour as it is seen, and what is mistaken for it. */
function Sight({ hue, colours, holders }: SightProps) {
  const say = useSay()
  const used = new Map([...colours].filter(([other]) => other === hue || holders.has(other)))
  const own = colours.get(hue)
  if (!own) return null
  const rows = VISIONS.map((vision) => ({ vision, alike: lookAlikes(used, hue, vision) }))
  if (rows.every(({ alike }) => alike.length === 0)) return <p className={styles.fine}>{say('codebook.sight.fine')}</p>
  return (
    <ul className={styles.sights} aria-label={say('codebook.sight')}>
      {rows
        .filter(({ alike }) => alike.length > 0)
        .map(({ vision, alike }) => (
          <li key={vision}>
            <span className={styles.seen} aria-hidden="true">
              {[hue, ...alike].map((each) => (
                <span key={each} style={{ backgroundColor: cssColour(seenWith(vision, colours.get(each) ?? own)) }} />
              ))}
            </span>
            <span>
              {say(`codebook.sight.${vision}`, {
                names: alike.flatMap((each) => (holders.get(each) ?? []).map((other) => other.name)).join(', '),
              })}
            </span>
          </li>
        ))}
    </ul>
  )
}
