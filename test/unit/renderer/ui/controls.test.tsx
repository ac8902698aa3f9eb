// @vitest-environment jsdom
/** The small controls: each has a name, says its value in values, works by keyboard, and shows its shortcut where one looks for it. */
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { Button } from '../../../../src/renderer/ui/button.tsx'
import { Checkbox } from '../../../../src/renderer/ui/checkbox.tsx'
import { IconButton } from '../../../../src/renderer/ui/icon-button.tsx'
import { Kbd } from '../../../../src/renderer/ui/kbd.tsx'
import { Menu, MenuChoices, MenuItem } from '../../../../src/renderer/ui/menu.tsx'
import { SegmentedControl } from '../../../../src/renderer/ui/segmented-control.tsx'
import { Select } from '../../../../src/renderer/ui/select.tsx'
import { Tabs } from '../../../../src/renderer/ui/tabs.tsx'
import { HeadCell, Table } from '../../../../src/renderer/ui/table.tsx'
import { TextArea } from '../../../../src/renderer/ui/text-area.tsx'
import { TextField } from '../../../../src/renderer/ui/text-field.tsx'
import { WordsContext } from '../../../../src/renderer/ui/words.tsx'
import { allByRole, byRole, click, descriptionOf, focus, mount, nameOf, press, settle, type, unmountAll } from './harness.tsx'

afterEach(unmountAll)

test('a text field ties label, hint and error to the input; commit comes once per change', () => {
  const onCommit = vi.fn<(value: string) => void>()
  function Form() {
    const [value, setValue] = useState('a')
    return (
      <>
        <TextField label="Outlet" hint="As it names itself." error="Too short." value={value} onChange={setValue} onCommit={onCommit} />
        <button type="button">After</button>
      </>
    )
  }
  mount(<Form />)
  const input = byRole('textbox', 'Outlet') as HTMLInputElement
  expect(descriptionOf(input)).toBe('As it names itself. Too short.')
  expect(input.getAttribute('aria-invalid')).toBe('true')
  focus(input)
  press('Enter')
  expect(onCommit).not.toHaveBeenCalled()
  type('Dawn')
  press('Enter')
  expect(onCommit.mock.calls).toEqual([['Dawn']])
  press('Escape')
  expect(input.value).toBe('Dawn')
  focus(byRole('button', 'After'))
  expect(onCommit).toHaveBeenCalledTimes(1)
})

test('a hidden label still names the field', () => {
  mount(<TextArea label="Note" hideLabel value="" onChange={() => {}} />)
  expect(byRole('textbox', 'Note')).toBeTruthy()
})

test('an icon button is named by its label and shows it with the shortcut on keyboard focus', async () => {
  const onPress = vi.fn<() => void>()
  mount(<IconButton label="Undo" icon={<svg />} shortcut="Mod+Z" onPress={onPress} />)
  const button = byRole('button', 'Undo')
  press('Tab')
  focus(button)
  await settle()
  expect(allByRole('tooltip').map((tip) => tip.textContent)).toEqual(['UndoCtrlZ'])
  press('Enter')
  expect(onPress).toHaveBeenCalledOnce()
})

test('a pending button says so and cannot be pressed', () => {
  const onPress = vi.fn<() => void>()
  mount(<Button label="Import" pendingLabel="Importing" onPress={onPress} />)
  const [button] = allByRole('button')
  click(button as HTMLElement)
  expect(onPress).not.toHaveBeenCalled()
  expect(button?.querySelector('[role=progressbar]')?.getAttribute('aria-label')).toBe('Importing')
})

test('a checkbox gives a yes or a no', () => {
  const onChange = vi.fn<(value: boolean) => void>()
  const host = mount(<Checkbox label="Important" value={false} onChange={onChange} />)
  click(host.querySelector('input') as HTMLElement)
  expect(onChange.mock.calls).toEqual([[true]])
})

test('a segmented control is a named radio group that always keeps a choice', () => {
  const onChange = vi.fn<(value: string) => void>()
  mount(
    <SegmentedControl
      label="View"
      value="matrix"
      onChange={onChange}
      options={[
        { id: 'matrix', label: 'Matrix' },
        { id: 'columns', label: 'Side by side' },
      ]}
    />,
  )
  const group = byRole('radiogroup', 'View')
  expect(allByRole('radio', group).map((radio) => [nameOf(radio), radio.getAttribute('aria-checked')])).toEqual([
    ['Matrix', 'true'],
    ['Side by side', 'false'],
  ])
  click(byRole('radio', 'Matrix', group))
  expect(onChange).not.toHaveBeenCalled()
  click(byRole('radio', 'Side by side', group))
  expect(onChange.mock.calls).toEqual([['columns']])
})

test('a select opens by keyboard, picks, and gives the focus back', async () => {
  const onChange = vi.fn<(value: string) => void>()
  mount(
    <Select
      label="Stance"
      value="supports"
      onChange={onChange}
      options={[
        { id: 'supports', label: 'Supports', icon: <i>Supports</i> },
        { id: 'opposes', label: 'Opposes' },
      ]}
    />,
  )
  const button = allByRole('button')[0] as HTMLElement
  expect(nameOf(button)).toContain('Stance')
  // The icon is not said: the value would be heard twice.
  expect(button.querySelector('i')?.closest('[aria-hidden=true]')).not.toBeNull()
  focus(button)
  press('ArrowDown')
  await settle()
  expect(allByRole('option').map((option) => option.getAttribute('aria-selected'))).toEqual(['true', 'false'])
  press('ArrowDown')
  press('Enter')
  await settle()
  expect(onChange.mock.calls).toEqual([['opposes']])
  expect(document.activeElement).toBe(button)
})

test('a menu opens from its button, shows shortcuts, acts once and gives the focus back', async () => {
  const onAction = vi.fn<() => void>()
  mount(
    <Menu label="More" trigger={<IconButton label="More" icon={<svg />} />}>
      <MenuItem label="Open" shortcut="Enter" onAction={() => {}} />
      <MenuItem label="Copy quote" shortcut="Mod+C" onAction={onAction} />
    </Menu>,
  )
  const button = byRole('button', 'More')
  focus(button)
  press('ArrowDown')
  await settle()
  const menu = byRole('menu', 'More')
  expect(allByRole('menuitem', menu).map((entry) => entry.querySelector('kbd')?.textContent)).toEqual(['Enter', 'Ctrl+C'])
  press('ArrowDown')
  press('Enter')
  await settle()
  expect(onAction).toHaveBeenCalledOnce()
  expect(allByRole('menu')).toEqual([])
  expect(document.activeElement).toBe(button)
})

test('a menu at a place on the screen opens with the first item and closes on Escape; choices are radio items', async () => {
  const onClose = vi.fn<() => void>()
  const onChange = vi.fn<(value: string) => void>()
  mount(
    <Menu label="Passage" anchor={{ x: 10, y: 20 }} onClose={onClose}>
      <MenuChoices
        label="Sort by"
        value="date"
        onChange={onChange}
        options={[
          { id: 'date', label: 'Date' },
          { id: 'outlet', label: 'Outlet' },
        ]}
      />
    </Menu>,
  )
  await settle()
  expect(allByRole('menuitemradio').map((entry) => entry.getAttribute('aria-checked'))).toEqual(['true', 'false'])
  expect(document.activeElement).toBe(allByRole('menuitemradio')[0])
  press('Escape')
  expect(onClose).toHaveBeenCalled()
})

test('tabs show one panel, named by its tab', () => {
  function View() {
    const [value, setValue] = useState<'coding' | 'history'>('coding')
    return (
      <Tabs
        label="Parts"
        value={value}
        onChange={setValue}
        items={[
          { id: 'coding', label: 'Coding', content: 'fields' },
          { id: 'history', label: 'History', content: 'changes' },
        ]}
      />
    )
  }
  mount(<View />)
  expect(allByRole('tabpanel').map((panel) => [nameOf(panel), panel.textContent])).toEqual([['Coding', 'fields']])
  focus(byRole('tab', 'Coding'))
  press('ArrowRight')
  expect(allByRole('tabpanel').map((panel) => [nameOf(panel), panel.textContent])).toEqual([['History', 'changes']])
})

test('a sortable column says its order and turns it round', () => {
  const onSort = vi.fn<(next: string) => void>()
  mount(
    <Table label="Ledger">
      <thead>
        <tr>
          <HeadCell label="Owner" sort={null} onSort={onSort} />
          <HeadCell label="Last heard" sort="ascending" onSort={onSort} />
          <HeadCell label="Note" />
        </tr>
      </thead>
    </Table>,
  )
  expect([...document.querySelectorAll('th')].map((head) => head.getAttribute('aria-sort'))).toEqual(['none', 'ascending', null])
  click(byRole('button', 'Owner'))
  click(byRole('button', 'Last heard'))
  expect(onSort.mock.calls).toEqual([['ascending'], ['descending']])
})

test('without the words of the app a component refuses instead of speaking a language of its own', () => {
  const bare = (
    <WordsContext value={null}>
      <Kbd shortcut="Mod+Y" />
    </WordsContext>
  )
  expect(() => mount(bare)).toThrow('WordsContext is missing')
})
