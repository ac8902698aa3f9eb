/** The colours of the light theme as literals, for pictures that leave the window: read from the tokens, whatever theme the window wears. */
import { stanceSchema, type Stance } from '../../../shared/domain/annotation.ts'

const ROLES = ['surface', 'surface-sunken', 'text', 'text-muted', 'line', 'line-soft', 'line-strong', 'warning', 'accent-ink'] as const
type Role = (typeof ROLES)[number]

export interface PictureColours {
  of: Readonly<Record<Role, string>>
  stance: Readonly<Record<Stance, { strong: string; soft: string }>>
}

export function lightColours(): PictureColours {
  const probe = document.createElement('span')
  probe.style.colorScheme = 'light'
  probe.hidden = true
  document.body.append(probe)
  try {
    const colour = (name: string, otherwise: string): string => {
      probe.style.color = ''
      probe.style.color = `var(--${name}, ${otherwise})`
      return getComputedStyle(probe).color || otherwise
    }
    return {
      of: Object.fromEntries(ROLES.map((role) => [role, colour(role, role.startsWith('surface') ? 'white' : 'black')])) as Record<
        Role,
        string
      >,
      stance: Object.fromEntries(
        stanceSchema.options.map((stance) => [
          stance,
          { strong: colour(`stance-${stance}`, 'black'), soft: stance === 'declined' ? 'none' : colour(`stance-${stance}-bg`, 'white') },
        ]),
      ) as Record<Stance, { strong: string; soft: string }>,
    }
  } finally {
    probe.remove()
  }
}
