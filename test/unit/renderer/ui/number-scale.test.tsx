// @vitest-environment jsdom
/** A number on a scale by digit, arrow and mouse; and away again. */
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { NumberScale } from '../../../../src/renderer/ui/number-scale.tsx'
import { allByRole, byRole, click, focus, mount, nameOf, press, unmountAll } from './harness.tsx'

afterEach(unmountAll)

function setup(initial: number | null = null) {
  const onChange = vi.fn<(value: number | null) => void>()
  const onOuterKey = vi.fn<(key: string) => void>()
  function Scale() {
    const [value, setValue] = useState(initial)
    return (
      <div role="presentation" onKeyDown={(event) => onOuterKey(event.key)}>
        <NumberScale
          label="Intensity"
          value={value}
          onChange={(next) => {
            onChange(next)
            setValue(next)
          }}
          stepNames={['mild', 'firm', 'strong', 'very strong', 'ultimate']}
        />
      </div>
    )
  }
  mount(<Scale />)
  return { onChange, onOuterKey }
}

const radios = (): HTMLInputElement[] => allByRole('radio') as HTMLInputElement[]

test('is a radio group with the name of the field and a name for every step', () => {
  setup(3)
  expect(byRole('radiogroup', 'Intensity')).toBeTruthy()
  expect(radios().map(nameOf)).toEqual(['1, mild', '2, firm', '3, strong', '4, very strong', '5, ultimate'])
  expect(radios().map((radio) => radio.checked)).toEqual([false, false, true, false, false])
})

test('a digit picks its step and is not seen by shortcuts around; other digits go on', () => {
  const { onChange, onOuterKey } = setup()
  focus(radios()[0] as HTMLElement)
  press('4')
  expect(onChange.mock.calls).toEqual([[4]])
  expect(onOuterKey).not.toHaveBeenCalledWith('4')
  press('7')
  expect(onChange.mock.calls).toEqual([[4]])
  expect(onOuterKey).toHaveBeenCalledWith('7')
})

test('a digit with Ctrl is a shortcut of the app, not a step', () => {
  const { onChange, onOuterKey } = setup()
  focus(radios()[0] as HTMLElement)
  press('4', { ctrlKey: true })
  expect(onChange).not.toHaveBeenCalled()
  expect(onOuterKey).toHaveBeenCalledWith('4')
})

test('arrow keys move and pick', () => {
  const { onChange } = setup(3)
  focus(radios()[2] as HTMLElement)
  press('ArrowRight')
  expect(onChange).toHaveBeenLastCalledWith(4)
  press('ArrowLeft')
  expect(onChange).toHaveBeenLastCalledWith(3)
})

test.each(['Backspace', 'Delete', '0'])('%s takes the number away', (key) => {
  const { onChange } = setup(3)
  focus(radios()[2] as HTMLElement)
  press(key)
  expect(onChange.mock.calls).toEqual([[null]])
  expect(radios().some((radio) => radio.checked)).toBe(false)
})

test('the mouse picks a step and clears', () => {
  const { onChange } = setup()
  click(radios()[1] as HTMLElement)
  expect(onChange).toHaveBeenLastCalledWith(2)
  click(byRole('button', 'Clear'))
  expect(onChange).toHaveBeenLastCalledWith(null)
})
