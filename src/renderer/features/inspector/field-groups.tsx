/**
 * The fields beyond the usual ones, in groups that fold. A heading says how much its group holds; which groups are open is remembered
 * for all annotations. Alt and the group's number opens it and goes there, and again folds it; up and down walk along the headings.
 */
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { CodingField } from '../../../shared/domain/codebook.ts'
import { useShowError } from '../../lib/data.ts'
import { useSay, type Say } from '../../lib/say.ts'
import { useSettings } from '../../stores/settings.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { GROUPS, heldCount, type FieldGroup, type GroupId } from './fields.ts'
import styles from './field-groups.module.css'

/** Opens and folds groups, and remembers it. */
export function useGroups(): { isOpen: (id: GroupId) => boolean; setOpen: (id: GroupId, isOpen: boolean) => void } {
  const groups = useSettings((state) => state.settings.groups)
  const showError = useShowError()
  const setOpen = (id: GroupId, isOpen: boolean): void => {
    const { settings, change } = useSettings.getState()
    if (settings.groups[id] !== isOpen) change({ groups: { ...settings.groups, [id]: isOpen } }).catch(showError)
  }
  return { isOpen: (id) => groups[id], setOpen }
}

export interface FieldGroupsProps {
  groups: readonly FieldGroup[]
  annotation: Annotation
  control: (field: CodingField) => ReactNode
  /** What the group Review holds besides coding fields. */
  review: ReactNode
  /** Foldable sections that follow in the same list. */
  children: ReactNode
}

export function FieldGroups({ groups, annotation, control, review, children }: FieldGroupsProps) {
  const say = useSay()
  const { isOpen, setOpen } = useGroups()
  return (
    <div className={styles.groups} role="presentation" onKeyDown={walkHeadings}>
      {groups.map((group) => (
        <div key={group.id} data-group={group.id}>
          <Disclosure
            level={3}
            label={headingText(say, group, annotation)}
            value={isOpen(group.id)}
            onChange={(open) => setOpen(group.id, open)}
            actions={<Kbd shortcut={`Alt+${groupNumber(group.id)}`} look="plain" className={styles.key} />}
          >
            <div className={styles.fields} data-fields>
              {group.fields.map(control)}
              {group.id === 'review' && review}
            </div>
          </Disclosure>
        </div>
      ))}
      {children}
    </div>
  )
}

/** What a folded group holds: how much, and the intensity as such, which keys in the text set while the group may be folded. */
function headingText(say: Say, group: FieldGroup, annotation: Annotation): string {
  const name = say(`inspector.group.${group.id}`)
  const count = heldCount(group, annotation)
  const intensity = group.fields.includes('intensity') ? annotation.intensity : null
  return intensity === null ? say('inspector.group', { name, count }) : say('inspector.groupRated', { name, intensity, more: count - 1 })
}

const groupNumber = (id: GroupId): number => GROUPS.findIndex((group) => group.id === id) + 1

function walkHeadings(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const headings = [...event.currentTarget.querySelectorAll<HTMLElement>('h3 button')]
  const at = headings.findIndex((heading) => heading === event.target)
  if (at < 0) return
  event.preventDefault()
  headings[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
}

/** Alt and a digit anywhere in the form. Returns whether the key was one of these. */
export function useGroupKeys(form: RefObject<HTMLElement | null>): (event: KeyboardEvent) => boolean {
  const { isOpen, setOpen } = useGroups()
  return (event) => {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    const group = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey ? GROUPS[Number(digit) - 1] : undefined
    const section = group && form.current?.querySelector<HTMLElement>(`[data-group=${group.id}]`)
    if (!group || !section) return false
    event.preventDefault()
    if (isOpen(group.id) && section.contains(document.activeElement)) {
      setOpen(group.id, false)
      section.querySelector<HTMLElement>('h3 button')?.focus()
      return true
    }
    if (!isOpen(group.id)) setOpen(group.id, true)
    enterOnceOpen(section)
    return true
  }
}

/** A group takes a few frames to unfold, and a busy machine some more. */
function enterOnceOpen(section: HTMLElement, framesLeft = 60): void {
  const fields = section.querySelector('[data-fields]')
  if (fields && fields.closest('[hidden]') === null) focusFirst(fields)
  else if (framesLeft > 0) requestAnimationFrame(() => enterOnceOpen(section, framesLeft - 1))
}

/** Puts the focus into the first control that takes it. */
export function focusFirst(within: Element): void {
  const controls = within.querySelectorAll<HTMLElement>('input, textarea, button')
  const first = [...controls].find(
    (control) => control.tabIndex >= 0 && !control.matches(':disabled') && control.closest('[hidden]') === null,
  )
  first?.focus()
}
