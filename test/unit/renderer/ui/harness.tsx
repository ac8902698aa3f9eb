/**
 * Mounts components in jsdom with the app's own words, and plays the reader: keys go to whatever has the focus, text is typed as an input
 * event, Tab moves in document order. Each test gets a fresh document; call unmountAll in afterEach.
 */
import { act } from 'react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { IntlProvider } from 'react-intl'
import messages from '../../../../resources/locales/en.json'
import { UiProvider } from '../../../../src/renderer/ui/ui-provider.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const roots: { root: Root; host: HTMLElement }[] = []

/** Shows `children` in the language `locale` (messages stay English; direction follows the locale). */
export function mount(children: ReactNode, locale = 'en'): HTMLElement {
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  roots.push({ root, host })
  const tree = (
    <IntlProvider locale={locale} messages={messages}>
      <UiProvider>{children}</UiProvider>
    </IntlProvider>
  )
  act(() => root.render(tree))
  return host
}

export function unmountAll(): void {
  for (const { root, host } of roots.splice(0)) {
    act(() => root.unmount())
    host.remove()
  }
}

/** The one element of `role` with the accessible name `name` (aria-label, aria-labelledby, label or text). Throws if there is none. */
export function byRole(role: string, name: string, within: ParentNode = document): HTMLElement {
  const found = allByRole(role, within).filter((element) => nameOf(element) === name)
  if (found.length !== 1)
    throw new Error(`${found.length} elements of role ${role} named ${name}; there are: ${allByRole(role, within).map(nameOf).join(', ')}`)
  return found[0] as HTMLElement
}

const NATIVE: Record<string, string> = {
  button: 'button:not([role])',
  textbox: 'input:not([role]):not([type=radio]):not([type=checkbox]), textarea',
  radio: 'input[type=radio]',
  region: 'section[aria-label]',
}

export function allByRole(role: string, within: ParentNode = document): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>([`[role="${role}"]`, NATIVE[role]].filter(Boolean).join(', '))]
}

export function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label')
  const labelled = element.getAttribute('aria-labelledby')
  if (labelled) {
    const part = (id: string): string => {
      const named = document.getElementById(id)
      return named?.getAttribute('aria-label') ?? named?.textContent ?? ''
    }
    return labelled.split(' ').map(part).join(' ').trim()
  }
  if (label) return label
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element.labels?.[0]?.textContent?.trim() ?? ''
  return element.textContent?.trim() ?? ''
}

/** What `element` is described by: hints and errors. */
export function descriptionOf(element: Element): string {
  return (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')
    .trim()
}

/** Presses `key` on the focused element, as a keyboard does: down and up. Returns false when something took it (preventDefault). */
export function press(key: string, modifiers: Partial<KeyboardEventInit> = {}): boolean {
  const target = document.activeElement ?? document.body
  let isLeft = true
  act(() => {
    isLeft = target.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...modifiers }))
  })
  act(() => {
    ;(document.activeElement ?? target).dispatchEvent(new KeyboardEvent('keyup', { key, code: key, bubbles: true, ...modifiers }))
  })
  return isLeft
}

/** Replaces the text of the focused input by `text`, as typing or pasting does. */
export function type(text: string): void {
  const input = document.activeElement
  if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement)) throw new Error('no input has the focus')
  const prototype = input instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  act(() => {
    // React watches the element's own `value`; the setter of the prototype changes it unseen, as the browser does.
    Reflect.set(prototype, 'value', text, input)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

export function focus(element: HTMLElement): void {
  act(() => element.focus())
}

/** Presses Tab: the key, then the focus to the next element in the document unless it was taken. */
export function tab(): void {
  if (!press('Tab')) return
  const stops = [...document.querySelectorAll<HTMLElement>('input, button, textarea, [tabindex="0"]')].filter((e) => e.tabIndex >= 0)
  const next = stops[stops.findIndex((stop) => stop === document.activeElement) + 1]
  act(() => (next ? next.focus() : (document.activeElement as HTMLElement).blur()))
}

/** A click with the mouse on `element`, including what comes before it. */
export function click(element: HTMLElement): void {
  act(() => {
    const options = { bubbles: true, cancelable: true, button: 0 }
    if (element.dispatchEvent(new MouseEvent('mousedown', options))) element.closest<HTMLElement>('button, input, [tabindex]')?.focus()
    element.dispatchEvent(new MouseEvent('mouseup', options))
    element.click()
  })
}

/** Lets timers and promises of the library (focus moves after opening) run. */
export async function settle(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
  })
}
