// @vitest-environment jsdom
/** The quick bar by keys: what Enter, Tab, arrows, Backspace and Esc do to the line, and what is set in the end. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Issue, Tag } from '../../../../src/shared/domain/codebook.ts'
import type { Party } from '../../../../src/shared/domain/party.ts'
import type { Codebook } from '../../../../src/renderer/lib/codebook.ts'
import { QuickBar, type QuickBarProps } from '../../../../src/renderer/features/reader/quick-bar.tsx'
import { NOTHING_KEPT } from '../../../../src/renderer/stores/coding.ts'
import { allByRole, byRole, click, mount, press, settle, type, unmountAll } from '../ui/harness.tsx'

afterEach(unmountAll)

const common = { retired: false, annotations: 0 }
const tags = [
  { ...common, id: 1, name: 'Demand', letter: 'D', hue: 'amber' },
  { ...common, id: 2, name: 'Threat', letter: 'T', hue: 'vermilion' },
] as Tag[]
const parties = [
  { ...common, id: 11, name: 'Norvik', aliases: [{ name: 'نوروک', language: 'ur' }] },
  { ...common, id: 12, name: 'Tarn', aliases: [] },
  { ...common, id: 13, name: 'Tarnish League', aliases: [] },
] as unknown as Party[]
const issues = [{ ...common, id: 21, name: 'Fishing', path: ['Fishing'] }] as Issue[]
const byId = <T extends { id: number }>(all: readonly T[]): Map<number, T> => new Map(all.map((one) => [one.id, one]))
const codebook: Codebook = { tags, parties, issues, tagById: byId(tags), partyById: byId(parties), issueById: byId(issues) }

function setup(props: Partial<QuickBarProps> = {}) {
  const onApply = vi.fn<QuickBarProps['onApply']>()
  const onClose = vi.fn<() => void>()
  mount(
    <QuickBar
      rects={[new DOMRect(10, 100, 200, 20)]}
      codebook={codebook}
      isNew
      typed=""
      fallbackTag={null}
      kept={NOTHING_KEPT}
      onApply={onApply}
      onClose={onClose}
      onLeave={() => {}}
      {...props}
    />,
  )
  const input = (): HTMLInputElement => byRole('combobox', 'Tag, speaker, target, issue, intensity') as HTMLInputElement
  const marked = (): string | undefined => document.querySelector('[role=option][aria-selected=true]')?.textContent
  return { onApply, onClose, input, marked }
}

// jsdom lays nothing out; only where the bar stands depends on it.
globalThis.DOMRect ??= class {
  x: number
  y: number
  width: number
  height: number
  constructor(x = 0, y = 0, width = 0, height = 0) {
    this.x = x
    this.y = y
    this.width = width
    this.height = height
  }
  get left() {
    return this.x
  }
  get top() {
    return this.y
  }
  get right() {
    return this.x + this.width
  }
  get bottom() {
    return this.y + this.height
  }
} as unknown as typeof DOMRect

describe('the line', () => {
  test('has the focus, with what was typed before it was there; Enter sets what was understood', () => {
    const { onApply, onClose, input } = setup({ typed: 'd nor>' })
    expect(document.activeElement).toBe(input())
    type('d nor>tarn fish 3')
    press('Enter')
    expect(onApply).toHaveBeenCalledExactlyOnceWith({ tag: 1, speaker: 11, targets: [12], issues: [21], intensity: 3 })
    expect(onClose).toHaveBeenCalledOnce()
  })

  test('Enter of an input method belongs to it', () => {
    const { onApply } = setup()
    type('d')
    press('Enter', { isComposing: true })
    expect(onApply).not.toHaveBeenCalled()
  })

  test('a choice marked with the arrows counts, and typing on takes it', () => {
    const { onApply, marked } = setup()
    type('d nor>tar')
    press('ArrowDown')
    press('ArrowDown')
    expect(marked()).toContain('Tarnish League')
    type('d nor>tar 4')
    press('Enter')
    expect(onApply).toHaveBeenCalledExactlyOnceWith({ tag: 1, speaker: 11, targets: [13], intensity: 4 })
  })

  test('Tab settles what is understood, Backspace takes the last back', () => {
    const { onApply, input } = setup()
    type('t nor>tarn')
    press('Tab')
    expect(input().value).toBe('')
    press('Backspace')
    press('Enter')
    expect(onApply).toHaveBeenCalledExactlyOnceWith({ tag: 2, speaker: 11 })
  })

  test('Esc closes it and sets nothing', () => {
    const { onApply, onClose } = setup()
    type('d')
    press('Escape')
    expect([onApply.mock.calls.length, onClose.mock.calls.length]).toEqual([0, 1])
  })

  test('with nothing typed yet Tab is left to the window', () => {
    setup()
    expect(press('Tab')).toBe(true)
  })
})

describe('what is new', () => {
  test('is refused with words until it was chosen; Tab marks it first', () => {
    const { onApply, onClose, marked } = setup()
    type('d xylo')
    press('Enter')
    expect(
      byRole('alert', 'Nothing is called “xylo”. Choose what it is to be from the list (arrow down, then Enter), or type another name.'),
    ).toBeTruthy()
    expect([onApply.mock.calls.length, onClose.mock.calls.length]).toEqual([0, 0])
    press('Tab')
    expect(marked()).toContain('New party “xylo”')
    press('ArrowDown')
    expect(marked()).toContain('New issue “xylo”')
    press('Enter')
    expect(onApply).toHaveBeenCalledExactlyOnceWith({ tag: 1, issues: [['xylo']] })
  })
})

describe('a selection', () => {
  test('needs a tag', () => {
    const { onApply } = setup()
    type('nor')
    press('Enter')
    expect(allByRole('alert').map((alert) => alert.textContent)).toEqual(['Which tag? Type its name or its letter first.'])
    expect(onApply).not.toHaveBeenCalled()
  })

  test('gets the tag of before and what is kept, which stand there; the line goes before them', async () => {
    const { onApply } = setup({ fallbackTag: 2, kept: { speaker: 11, targets: [12], issues: [] } })
    type('>league')
    await settle()
    const shown = byRole('dialog', 'Quick coding').textContent ?? ''
    expect(shown).toContain('Threatas before')
    expect(shown).toContain('SpeakerNorvikkept')
    expect(shown).not.toContain('Tarnkept')
    press('Enter')
    // The tag and what is kept are added where the annotation is made.
    expect(onApply).toHaveBeenCalledExactlyOnceWith({ targets: [13] })
  })
})

test('an annotation needs no tag, and an empty line changes nothing', () => {
  const first = setup({ isNew: false })
  press('Enter')
  expect([first.onApply.mock.calls.length, first.onClose.mock.calls.length]).toEqual([0, 1])
  type('نورو')
  click(allByRole('option')[0]!)
  press('Enter')
  expect(first.onApply).toHaveBeenCalledExactlyOnceWith({ speaker: 11 })
})
