// @vitest-environment jsdom
/** Chips whose order matters: moved by keys, with the focus, as often as one presses; the ends are ends. */
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { TokenField } from '../../../../src/renderer/ui/token-field.tsx'
import { byRole, focus, mount, nameOf, press, unmountAll } from './harness.tsx'

afterEach(unmountAll)

function setup(locale = 'en') {
  const now = { value: ['a', 'b', 'c'] }
  function Field() {
    const [value, setValue] = useState(now.value)
    const set = (next: string[]): void => {
      now.value = next
      setValue(next)
    }
    return (
      <TokenField
        label="Sources"
        items={value.map((id) => ({ id, label: id }))}
        value={value}
        onChange={set}
        onMove={(from, to) => set(value.filter((_, index) => index !== from).toSpliced(to, 0, value[from] ?? ''))}
        link="←"
      />
    )
  }
  mount(<Field />, locale)
  focus(byRole('combobox', 'Sources'))
  return { order: () => now.value.join(''), focused: () => (document.activeElement ? nameOf(document.activeElement) : '') }
}

test('Alt and an arrow moves the chip that has the focus, which stays on it', () => {
  const { order, focused } = setup()
  press('ArrowLeft')
  expect(focused()).toContain('c')
  press('ArrowLeft', { altKey: true })
  expect([order(), focused()]).toEqual(['acb', expect.stringContaining('c')])
  press('ArrowLeft', { altKey: true })
  expect([order(), focused()]).toEqual(['cab', expect.stringContaining('c')])
  press('ArrowLeft', { altKey: true })
  expect(order()).toBe('cab')
  press('ArrowRight', { altKey: true })
  expect([order(), focused()]).toEqual(['acb', expect.stringContaining('c')])
})

test('from right to left the arrows mean the other way', () => {
  const { order } = setup('ur')
  press('ArrowRight')
  press('ArrowRight', { altKey: true })
  expect(order()).toBe('acb')
})
