// @vitest-environment jsdom
/** Several choices as chips: adding, removing and walking by keyboard, in both directions. */
import { act, useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { TokenField } from '../../../../src/renderer/ui/token-field.tsx'
import { allByRole, byRole, click, descriptionOf, focus, mount, nameOf, press, tab, type, unmountAll } from './harness.tsx'

const ITEMS = [
  { id: 'pk', label: 'Pakistan' },
  { id: 'af', label: 'Afghanistan', keywords: ['Kabul'] },
  { id: 'qa', label: 'Qatar' },
]

afterEach(unmountAll)

function setup(initial: string[] = [], locale = 'en') {
  const onChange = vi.fn<(ids: string[]) => void>()
  function Field() {
    const [value, setValue] = useState(initial)
    const [items, setItems] = useState(ITEMS)
    const set = (ids: string[]): void => {
      onChange(ids)
      setValue(ids)
    }
    return (
      <>
        <TokenField
          label="Targets"
          items={items}
          value={value}
          onChange={set}
          onCreate={(text) => {
            setItems([...items, { id: `new ${text}`, label: text }])
            set([...value, `new ${text}`])
          }}
        />
        <button type="button">After</button>
      </>
    )
  }
  mount(<Field />, locale)
  return { input: byRole('combobox', 'Targets') as HTMLInputElement, onChange }
}

const chips = (): string[] => [...document.querySelectorAll('li')].map((chip) => chip.textContent ?? '')
const focused = (): string => nameOf(document.activeElement ?? document.body)

test('picks one after another without closing the list; what is chosen is offered no more', () => {
  const { input } = setup()
  focus(input)
  type('paki')
  press('Enter')
  expect(chips()).toEqual(['Pakistan'])
  expect(input.value).toBe('')
  expect(allByRole('option').map(nameOf)).toEqual(['Afghanistan', 'Qatar'])
  type('kabul')
  press('Enter')
  expect(chips()).toEqual(['Pakistan', 'Afghanistan'])
})

test('creates on the fly; what is chosen cannot be created a second time', () => {
  const { input } = setup(['pk'])
  focus(input)
  type('pakistan')
  expect(allByRole('option')).toEqual([])
  type('Türkiye')
  press('Enter')
  expect(chips()).toEqual(['Pakistan', 'Türkiye'])
  expect(input.value).toBe('')
})

test('Backspace at the start takes the last one away, within a text only a letter', () => {
  const { input, onChange } = setup(['pk', 'qa'])
  focus(input)
  type('x')
  expect(press('Backspace')).toBe(true)
  expect(onChange).not.toHaveBeenCalled()
  type('')
  press('Backspace')
  expect(onChange.mock.calls).toEqual([[['pk']]])
  expect(document.activeElement).toBe(input)
})

test('arrow keys walk along the chips, Delete removes and stays among them', () => {
  const { input, onChange } = setup(['pk', 'af', 'qa'])
  focus(input)
  press('ArrowLeft')
  expect(focused()).toBe('Remove Qatar')
  press('ArrowLeft')
  expect(focused()).toBe('Remove Afghanistan')
  press('Delete')
  expect(onChange.mock.calls).toEqual([[['pk', 'qa']]])
  expect(focused()).toBe('Remove Pakistan')
  press('ArrowRight')
  expect(focused()).toBe('Remove Qatar')
  press('ArrowRight')
  expect(document.activeElement).toBe(input)
})

test('removing the first chip goes on to the next, removing the only one to the input', () => {
  const { input } = setup(['pk', 'af'])
  focus(input)
  press('ArrowLeft')
  press('Home')
  press('Backspace')
  expect(focused()).toBe('Remove Afghanistan')
  press('Delete')
  expect(chips()).toEqual([])
  expect(document.activeElement).toBe(input)
})

test('in a right-to-left interface the arrow keys are the other way round', () => {
  const { input } = setup(['pk', 'af'], 'ur')
  focus(input)
  press('ArrowLeft')
  expect(document.activeElement).toBe(input)
  press('ArrowRight')
  expect(focused()).toBe('Remove Afghanistan')
  press('ArrowLeft')
  expect(document.activeElement).toBe(input)
})

test('chips are no stops for Tab, their buttons work by mouse', () => {
  const { input, onChange } = setup(['pk', 'af'])
  focus(input)
  tab()
  expect(focused()).toBe('After')
  click(byRole('button', 'Remove Pakistan'))
  expect(onChange.mock.calls).toEqual([[['af']]])
})

test('a text that was not chosen stays in sight when one leaves', () => {
  const { input } = setup(['pk'])
  focus(input)
  type('Someone')
  press('Escape')
  tab()
  expect(input.value).toBe('Someone')
  expect(descriptionOf(input)).toContain('Not chosen yet')
})

test('Tab and leaving by mouse create what is marked; what is chosen already is not made again', () => {
  const { input, onChange } = setup(['af'])
  focus(input)
  type('Türkiye')
  tab()
  expect(chips()).toEqual(['Afghanistan', 'Türkiye'])
  expect(focused()).toBe('After')
  focus(input)
  type('Iran')
  click(byRole('button', 'After'))
  expect(chips()).toEqual(['Afghanistan', 'Türkiye', 'Iran'])
  onChange.mockClear()
  focus(input)
  type('kabul')
  tab()
  expect(onChange).not.toHaveBeenCalled()
  expect(input.value).toBe('')
})

test('the input is free at once after creating; a late answer takes away nothing typed since', () => {
  const late: (() => void)[] = []
  function Field() {
    const [value, setValue] = useState<string[]>([])
    const [items, setItems] = useState(ITEMS)
    const create = (text: string): void => {
      late.push(() => {
        setItems((now) => [...now, { id: `new ${text}`, label: text }])
        setValue((now) => [...now, `new ${text}`])
      })
    }
    return <TokenField label="Targets" items={items} value={value} onChange={setValue} onCreate={create} />
  }
  mount(<Field />)
  const input = byRole('combobox', 'Targets') as HTMLInputElement
  focus(input)
  type('Türkiye')
  press('Enter')
  expect(input.value).toBe('')
  type('A')
  act(() => late.shift()?.())
  expect(chips()).toEqual(['Türkiye'])
  expect(input.value).toBe('A')
  expect(document.activeElement).toBe(byRole('combobox', 'Targets'))
  expect(byRole('combobox', 'Targets')).toBe(input)
  type('Afghanistan')
  press('Enter')
  expect(chips()).toEqual(['Türkiye', 'Afghanistan'])
})

test('what could not be made is in the input again, unless something else was typed', async () => {
  const answers: ((isMade: boolean) => void)[] = []
  const create = (): Promise<boolean> => new Promise((resolve) => answers.push(resolve))
  mount(<TokenField label="Targets" items={ITEMS} value={[]} onChange={() => {}} onCreate={create} />)
  const input = byRole('combobox', 'Targets') as HTMLInputElement
  focus(input)
  type('Türkiye')
  press('Enter')
  await act(async () => answers.shift()?.(false))
  expect(input.value).toBe('Türkiye')
  press('Enter')
  press('Enter')
  type('Ir')
  await act(async () => answers.shift()?.(false))
  expect(input.value).toBe('Ir')
})

test('walking to the chips from the start of a text commits nothing', () => {
  const { input, onChange } = setup(['af'])
  focus(input)
  type('Iran')
  input.setSelectionRange(0, 0)
  press('ArrowLeft')
  expect(focused()).toBe('Remove Afghanistan')
  expect(onChange).not.toHaveBeenCalled()
  expect(input.value).toBe('Iran')
})
