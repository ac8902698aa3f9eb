/** What stands before an entry's name: a tag's letter on its colour, an issue's colour, a party's initial on its colour or the sign of its kind. */
import { Building2, Flag, Handshake, Landmark, Newspaper, Shield, User, Users, type LucideIcon } from 'lucide-react'
import type { PartyKind } from '../../../shared/domain/party.ts'
import { tagSign } from '../../lib/tag-sign.ts'
import { Swatch } from '../../ui/swatch.tsx'
import type { Entry } from './entries.ts'
import styles from './entry-form.module.css'

const KINDS: Record<PartyKind, LucideIcon> = {
  state: Flag,
  government: Landmark,
  'armed-group': Shield,
  organisation: Building2,
  person: User,
  mediator: Handshake,
  media: Newspaper,
  other: Users,
}

export function EntryMark({ entry, size = 'small' }: { entry: Entry; size?: 'small' | 'normal' }) {
  const { hue, letter, kind, name } = entry
  if (hue !== null) return <Swatch label={name} hue={hue} letter={tagSign({ letter, name })} isDecorative size={size} />
  if (kind === null) return null
  const Icon = KINDS[kind]
  return <Icon aria-hidden="true" className={styles.kind} data-size={size} />
}
