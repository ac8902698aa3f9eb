// @vitest-environment jsdom
/** The keys of ComboBox: find, pick, create, step back, clear; and that nothing typed is lost on the way. */
import { act, useState } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ComboBox } from '../../../../src/renderer/ui/combo-box.tsx'
import type { ComboItem } from '../../../../src/renderer/ui/combo-box.tsx'
import { Button } from '../../../../src/renderer/ui/button.tsx'
import { allByRole, byRole, click, descriptionOf, focus, mount, nameOf, press, tab, type, unmountAll } from './harness.tsx'

const PARTIES: ComboItem[] = [
  { id: 'pk', label: 'Pakistan', keywords: ['Islamabad'] },
  { id: 'af', label: 'Islamic Emirate of Afghanistan', keywords: ['Kabul', 'امارت اسلامی'] },
  { id: 'tr', label: 'Türkiye', keywords: ['Turkey'] },
]

afterEach(unmountAll)

function setup(options: { value?: string | null; canCreate?: boolean; items?: ComboItem[] } = {}) {
  const onChange = vi.fn<(id: string | null) => void>()
  const onCreate = vi.fn<(text: string) => void>()
  const onOuterKey = vi.fn<(key: string) => void>()
  function Form() {
    const [value, setValue] = useState<string | null>(options.value ?? null)
    const [items, setItems] = useState(options.items ?? PARTIES)
    return (
      <div role="presentation" onKeyDown={(event) => onOuterKey(event.key)}>
        <ComboBox
          label="Speaker"
          items={items}
          value={value}
          onChange={(id) => {
            onChange(id)
            setValue(id)
          }}
          onCreate={
            options.canCreate === false
              ? undefined
              : (text) => {
                  onCreate(text)
                  setItems([...items, { id: 'new', label: text }])
                  setValue('new')
                }
          }
        />
        <Button label="After" />
      </div>
    )
  }
  mount(<Form />)
  const input = byRole('combobox', 'Speaker') as HTMLInputElement
  return { input, onChange, onCreate, onOuterKey }
}

const options = (): string[] => allByRole('option').map((option) => option.textContent ?? '')
const activeOption = (input: Element): string | undefined =>
  document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent ?? undefined

describe('finding', () => {
  test('typing opens the list and marks the first that fits; Enter picks it', () => {
    const { input, onChange } = setup()
    focus(input)
    expect(input.getAttribute('aria-expanded')).toBe('false')
    type('paki')
    expect(input.getAttribute('aria-expanded')).toBe('true')
    expect(activeOption(input)).toBe('Pakistan')
    expect(press('Enter')).toBe(false)
    expect(onChange.mock.calls).toEqual([['pk']])
    expect(input.value).toBe('Pakistan')
    expect(allByRole('listbox')).toEqual([])
  })

  test('an entry is found by its other names, in any script, without accents', () => {
    const { input } = setup()
    focus(input)
    type('امارت')
    expect(options()[0]).toContain('Islamic Emirate of Afghanistan')
    type('turkiye')
    expect(options()).toEqual(['Türkiye'])
    type('TURKEY')
    expect(options()[0]).toContain('Türkiye')
  })

  test('the listbox is named by the label and the input points to it', () => {
    const { input } = setup()
    focus(input)
    press('ArrowDown')
    const list = byRole('listbox', 'Speaker')
    expect(input.getAttribute('aria-controls')).toBe(list.id)
    expect(options()).toEqual(['Pakistan', 'Islamic Emirate of Afghanistan', 'Türkiye'])
  })

  test('arrow keys go round', () => {
    const { input, onChange } = setup()
    focus(input)
    press('ArrowDown')
    press('ArrowUp')
    expect(activeOption(input)).toBe('Türkiye')
    press('ArrowDown')
    expect(activeOption(input)).toBe('Pakistan')
    press('ArrowDown')
    press('Enter')
    expect(onChange.mock.calls).toEqual([['af']])
  })

  test('the number of choices is said politely', () => {
    const { input } = setup({ canCreate: false })
    focus(input)
    type('xyz')
    const said = allByRole('status').map((status) => status.textContent)
    expect(said).toContain('Nothing fits')
    type('a')
    expect(allByRole('status').map((status) => status.textContent)).toContain('2 choices')
  })
})

describe('creating', () => {
  test('what fits nothing can be created with Enter', () => {
    const { input, onCreate, onChange } = setup()
    focus(input)
    type('  Qatar ')
    expect(options()).toEqual(['Create “Qatar”'])
    press('Enter')
    expect(onCreate.mock.calls).toEqual([['Qatar']])
    expect(onChange).not.toHaveBeenCalled()
    expect(input.value).toBe('Qatar')
  })

  test('an existing label is not offered a second time, whatever its case and accents', () => {
    const { input } = setup()
    focus(input)
    type('TURKIYE')
    expect(options()).toEqual(['Türkiye'])
  })

  test('without onCreate nothing can be created', () => {
    const { input } = setup({ canCreate: false })
    focus(input)
    type('Qatar')
    expect(options()).toEqual([])
  })

  test('Tab creates when that line is marked, once', () => {
    const { input, onCreate } = setup()
    focus(input)
    type('Qatar')
    expect(activeOption(input)).toBe('Create “Qatar”')
    tab()
    expect(onCreate.mock.calls).toEqual([['Qatar']])
    expect(input.value).toBe('Qatar')
    expect(document.activeElement).toBe(byRole('button', 'After'))
    focus(input)
    type('Pak')
    press('ArrowDown')
    expect(activeOption(input)).toBe('Create “Pak”')
    tab()
    expect(onCreate.mock.calls).toEqual([['Qatar'], ['Pak']])
  })

  test('leaving by mouse takes the marked line too, not the one the pointer passed last', () => {
    const { input, onCreate, onChange } = setup()
    focus(input)
    type('pak')
    const passed = allByRole('option').find((option) => nameOf(option) === 'Create “pak”') as HTMLElement
    act(() => void passed.dispatchEvent(new MouseEvent('pointermove', { bubbles: true })))
    expect(activeOption(input)).toBe('Create “pak”')
    act(() => void passed.dispatchEvent(new MouseEvent('pointerout', { bubbles: true, relatedTarget: document.body })))
    expect(activeOption(input)).toBe('Pakistan')
    click(byRole('button', 'After'))
    expect(onChange.mock.calls).toEqual([['pk']])
    focus(input)
    type('Qatar')
    click(byRole('button', 'After'))
    expect(onCreate.mock.calls).toEqual([['Qatar']])
  })

  test('an exact other name wins over creating and over longer names', () => {
    const { input, onCreate, onChange } = setup({ items: [{ id: 'ku', label: 'Kabul University' }, ...PARTIES] })
    focus(input)
    type('Kabul')
    expect(activeOption(input)).toContain('Islamic Emirate of Afghanistan')
    tab()
    expect(onChange.mock.calls).toEqual([['af']])
    expect(onCreate).not.toHaveBeenCalled()
  })

  test('after Escape neither Tab nor leaving creates', () => {
    const { input, onCreate } = setup()
    focus(input)
    type('Qatar')
    press('Escape')
    tab()
    expect(onCreate).not.toHaveBeenCalled()
    expect(input.value).toBe('Qatar')
    expect(descriptionOf(input)).toContain('Not chosen yet')
  })
})

describe('while the owner still saves', () => {
  /** An owner that answers when told to. */
  function slow() {
    const onCreate = vi.fn<(text: string) => void>()
    let answer: (isMade: boolean) => Promise<void> = () => Promise.resolve()
    function Form() {
      const [value, setValue] = useState<string | null>(null)
      const [items, setItems] = useState(PARTIES)
      return (
        <>
          <ComboBox
            label="Speaker"
            items={items}
            value={value}
            onChange={setValue}
            onCreate={(text) => {
              onCreate(text)
              return new Promise((resolve) => {
                answer = (isMade) =>
                  act(async () => {
                    resolve(isMade)
                    if (!isMade) return
                    setItems([...items, { id: text, label: `${text} (stored)` }])
                    setValue(text)
                  })
              })
            }}
          />
          <Button label="After" />
        </>
      )
    }
    mount(<Form />)
    return { input: byRole('combobox', 'Speaker') as HTMLInputElement, onCreate, answer: (isMade: boolean) => answer(isMade) }
  }

  test('the text stays until the answer comes and is not sent twice', async () => {
    const { input, onCreate, answer } = slow()
    focus(input)
    type('Qatar')
    press('Enter')
    expect(input.value).toBe('Qatar')
    tab()
    expect(descriptionOf(input)).toBe('')
    expect(onCreate.mock.calls).toEqual([['Qatar']])
    await answer(true)
    expect(input.value).toBe('Qatar (stored)')
  })

  test('what is typed meanwhile is not replaced by the stored name', async () => {
    const { input, answer } = slow()
    focus(input)
    type('Qatar')
    press('Enter')
    type('Afgh')
    await answer(true)
    expect(input.value).toBe('Afgh')
    expect(document.activeElement).toBe(input)
    tab()
    expect(input.value).toBe('Islamic Emirate of Afghanistan')
  })

  test('what could not be made stays in sight as not chosen and can be sent again', async () => {
    const { input, onCreate, answer } = slow()
    focus(input)
    type('Qatar')
    tab()
    await answer(false)
    expect(input.value).toBe('Qatar')
    expect(descriptionOf(input)).toContain('Not chosen yet')
    focus(input)
    press('Enter')
    press('Enter')
    expect(onCreate.mock.calls).toEqual([['Qatar'], ['Qatar']])
  })
})

describe('stepping back', () => {
  test('Escape closes the list, keeps the text and goes no further; the next one is for what is around', () => {
    const { input, onOuterKey, onChange } = setup()
    focus(input)
    type('paki')
    press('Escape')
    expect(allByRole('listbox')).toEqual([])
    expect(input.value).toBe('paki')
    expect(onOuterKey).not.toHaveBeenCalledWith('Escape')
    press('Escape')
    expect(onOuterKey).toHaveBeenCalledWith('Escape')
    expect(input.value).toBe('paki')
    expect(onChange).not.toHaveBeenCalled()
  })

  test('leaving with a text that is no choice keeps it in sight and says so', () => {
    const { input, onChange } = setup({ canCreate: false })
    focus(input)
    type('Somebody')
    press('Escape')
    focus(byRole('button', 'After'))
    expect(input.value).toBe('Somebody')
    expect(descriptionOf(input)).toBe('Not chosen yet: pick it from the list, or press Enter.')
    expect(onChange).not.toHaveBeenCalled()
  })

  test('leaving with an exact name picks it, also another name of it', () => {
    const { input, onChange } = setup()
    focus(input)
    type('kabul')
    press('Escape')
    focus(byRole('button', 'After'))
    expect(onChange.mock.calls).toEqual([['af']])
    expect(input.value).toBe('Islamic Emirate of Afghanistan')
  })

  test('Enter goes back to an unresolved text and opens the list again', () => {
    const { input } = setup()
    focus(input)
    type('paki')
    press('Escape')
    expect(press('Enter')).toBe(false)
    expect(activeOption(input)).toBe('Pakistan')
  })
})

describe('clearing and leaving', () => {
  test('emptying the text takes the choice away', () => {
    const { input, onChange } = setup({ value: 'pk' })
    expect(input.value).toBe('Pakistan')
    focus(input)
    type('')
    tab()
    expect(onChange.mock.calls).toEqual([[null]])
  })

  test('the clear button takes the choice away and gives the focus to the input', () => {
    const { input, onChange } = setup({ value: 'pk' })
    click(byRole('button', 'Clear'))
    expect(onChange.mock.calls).toEqual([[null]])
    expect(document.activeElement).toBe(input)
    expect(input.value).toBe('')
  })

  test('Tab takes the marked choice after typing, and nothing when only looking', () => {
    const { input, onChange } = setup()
    focus(input)
    press('ArrowDown')
    press('Escape')
    tab()
    expect(onChange).not.toHaveBeenCalled()
    focus(input)
    type('afgh')
    tab()
    expect(onChange.mock.calls).toEqual([['af']])
    expect(document.activeElement).toBe(byRole('button', 'After'))
  })

  test('a click on a line picks it and leaves the focus in the input', () => {
    const { input, onChange } = setup()
    focus(input)
    press('ArrowDown')
    const line = allByRole('option').find((option) => nameOf(option) === 'Türkiye')
    click(line as HTMLElement)
    expect(onChange.mock.calls).toEqual([['tr']])
    expect(document.activeElement).toBe(input)
  })

  test('keys of an input method in the middle of a word do nothing', () => {
    const { input, onChange } = setup()
    focus(input)
    type('paki')
    press('Enter', { isComposing: true })
    expect(onChange).not.toHaveBeenCalled()
    expect(input.value).toBe('paki')
  })
})
