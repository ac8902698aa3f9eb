// @vitest-environment jsdom
/** The lines between panes by keyboard and by pointer, in both directions of writing. */
import { act, useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { SplitPane } from '../../../../src/renderer/ui/split-pane.tsx'
import type { SplitSizes } from '../../../../src/renderer/ui/split-pane.tsx'
import { byRole, focus, mount, press, unmountAll } from './harness.tsx'

afterEach(unmountAll)

const LABELS = {
  start: 'Library',
  main: 'Article',
  end: 'Inspector',
  resizeStart: 'Width of the library',
  resizeEnd: 'Width of the inspector',
}

function setup(initial: Partial<SplitSizes> = {}, locale = 'en') {
  const onChange = vi.fn<(value: SplitSizes) => void>()
  function Panes() {
    const [value, setValue] = useState<SplitSizes>({ start: 260, end: 340, isStartOpen: true, isEndOpen: true, ...initial })
    return (
      <SplitPane
        value={value}
        onChange={(next) => {
          onChange(next)
          setValue(next)
        }}
        labels={LABELS}
        start={<p>list</p>}
        main={<p>page</p>}
        end={<p>form</p>}
      />
    )
  }
  mount(<Panes />, locale)
  return {
    onChange,
    left: byRole('separator', 'Width of the library'),
    right: byRole('separator', 'Width of the inspector'),
  }
}

const now = (separator: Element): number => Number(separator.getAttribute('aria-valuenow'))

test('separators name what they resize and say how wide it is', () => {
  const { left, right } = setup()
  expect([now(left), now(right)]).toEqual([260, 340])
  expect(document.getElementById(left.getAttribute('aria-controls') ?? '')).toBe(byRole('region', 'Library'))
  expect(document.getElementById(right.getAttribute('aria-controls') ?? '')).toBe(byRole('region', 'Inspector'))
  expect(left.tabIndex).toBe(0)
})

test('arrow keys move the line, Shift by more, Home and End to the limits', () => {
  const { left, right } = setup()
  focus(left)
  press('ArrowRight')
  expect(now(left)).toBe(276)
  press('ArrowLeft', { shiftKey: true })
  expect(now(left)).toBe(212)
  press('Home')
  expect(now(left)).toBe(180)
  press('ArrowLeft')
  expect(now(left)).toBe(180)
  press('End')
  expect(now(left)).toBe(480)
  focus(right)
  press('ArrowRight')
  expect(now(right)).toBe(324)
})

test('Enter closes and opens; closed, an arrow opens again at the former width', () => {
  const { left } = setup()
  focus(left)
  press('Enter')
  expect(byRole('region', 'Library').hidden).toBe(true)
  expect(now(left)).toBe(0)
  press('ArrowLeft')
  expect(now(left)).toBe(0)
  press('ArrowRight')
  expect(now(left)).toBe(260)
  expect(byRole('region', 'Library').hidden).toBe(false)
})

test('other keys are left alone', () => {
  const { left, onChange } = setup()
  focus(left)
  expect(press('ArrowDown')).toBe(true)
  expect(press('ArrowRight', { ctrlKey: true })).toBe(true)
  expect(onChange).not.toHaveBeenCalled()
})

test('in a right-to-left window the first pane is on the right and its line moves accordingly', () => {
  const { left, right } = setup({}, 'ar')
  focus(left)
  press('ArrowLeft')
  expect(now(left)).toBe(276)
  focus(right)
  press('ArrowLeft')
  expect(now(right)).toBe(324)
})

test('dragging follows the pointer, far enough it closes, a double click goes back to the usual width', () => {
  const { left } = setup({ start: 300 })
  left.setPointerCapture = () => {}
  const at = (type: string, clientX: number): void =>
    act(() => {
      left.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, clientX, pointerId: 1 }))
    })
  at('pointerdown', 300)
  at('pointermove', 340)
  expect(now(left)).toBe(340)
  at('pointermove', 40)
  expect(byRole('region', 'Library').hidden).toBe(true)
  at('pointermove', 250)
  at('pointerup', 250)
  expect(now(left)).toBe(250)
  at('pointermove', 400)
  expect(now(left)).toBe(250)
  act(() => {
    left.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
  })
  expect(now(left)).toBe(260)
})

test('a folded pane takes no room and has no line; it is hidden until it is laid over, whatever its size says', () => {
  const value: SplitSizes = { start: 260, end: 340, isStartOpen: true, isEndOpen: true }
  mount(
    <SplitPane
      value={value}
      onChange={() => {}}
      labels={LABELS}
      start={<p>list</p>}
      main={<p>page</p>}
      end={<p>form</p>}
      folded={{ start: false, end: true }}
    />,
  )
  const pane = (name: string): HTMLElement | null => document.querySelector(`section[aria-label=${name}]`)
  expect([pane('Library')?.hidden, pane('Inspector')?.hidden]).toEqual([true, false])
  expect(pane('Inspector')?.dataset.over).toBe('end')
  expect(document.querySelectorAll('[role=separator]')).toHaveLength(0)
})
