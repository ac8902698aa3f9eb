// @vitest-environment jsdom
/** Dialogs: named, focus in and back, Escape closes one level at a time, a slip outside loses nothing. */
import { act, useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { AlertDialog } from '../../../../src/renderer/ui/alert-dialog.tsx'
import { Button } from '../../../../src/renderer/ui/button.tsx'
import { ComboBox } from '../../../../src/renderer/ui/combo-box.tsx'
import { Dialog } from '../../../../src/renderer/ui/dialog.tsx'
import { TextField } from '../../../../src/renderer/ui/text-field.tsx'
import { allByRole, byRole, click, focus, mount, nameOf, press, settle, type, unmountAll } from './harness.tsx'

afterEach(unmountAll)

function Importer({ onSubmit = () => {}, onClose = () => {} }: { onSubmit?: () => void; onClose?: () => void }) {
  const [isOpen, setOpen] = useState(false)
  const [outlet, setOutlet] = useState('')
  return (
    <>
      <Button label="Import" onPress={() => setOpen(true)} />
      <Dialog
        title="Import articles"
        isOpen={isOpen}
        onClose={() => {
          onClose()
          setOpen(false)
        }}
        onSubmit={onSubmit}
        actions={<Button label="Import 12 articles" kind="primary" type="submit" />}
      >
        <TextField label="Outlet" value={outlet} onChange={setOutlet} autoFocus />
        <ComboBox label="Collection" items={[{ id: 'a', label: 'Talks' }]} value={null} onChange={() => {}} />
      </Dialog>
    </>
  )
}

async function open(): Promise<HTMLElement> {
  const opener = byRole('button', 'Import')
  focus(opener)
  click(opener)
  await settle()
  return opener
}

test('is named by its title, takes the focus and gives it back', async () => {
  mount(<Importer />)
  const opener = await open()
  expect(allByRole('dialog').map(nameOf)).toEqual(['Import articles'])
  expect(document.activeElement).toBe(byRole('textbox', 'Outlet'))
  press('Escape')
  await settle()
  expect(allByRole('dialog')).toEqual([])
  expect(document.activeElement).toBe(opener)
})

test('the close button closes it', async () => {
  const onClose = vi.fn<() => void>()
  mount(<Importer onClose={onClose} />)
  await open()
  click(byRole('button', 'Close'))
  await settle()
  expect(onClose).toHaveBeenCalledOnce()
  expect(allByRole('dialog')).toEqual([])
})

test('a press outside does not close it', async () => {
  const onClose = vi.fn<() => void>()
  mount(<Importer onClose={onClose} />)
  await open()
  act(() => {
    for (const kind of ['pointerdown', 'pointerup', 'click'])
      document.body.dispatchEvent(new MouseEvent(kind, { bubbles: true, button: 0 }))
  })
  await settle()
  expect(onClose).not.toHaveBeenCalled()
  expect(allByRole('dialog')).toHaveLength(1)
})

test('Escape closes an open list first, then the dialog', async () => {
  mount(<Importer />)
  await open()
  const combo = byRole('combobox', 'Collection') as HTMLInputElement
  focus(combo)
  type('ta')
  expect(allByRole('listbox')).toHaveLength(1)
  press('Escape')
  await settle()
  expect(allByRole('listbox')).toEqual([])
  expect(allByRole('dialog')).toHaveLength(1)
  expect(combo.value).toBe('ta')
  press('Escape')
  await settle()
  expect(allByRole('dialog')).toEqual([])
})

test('with onSubmit the body is a form', async () => {
  const onSubmit = vi.fn<() => void>()
  mount(<Importer onSubmit={onSubmit} />)
  await open()
  click(byRole('button', 'Import 12 articles'))
  expect(onSubmit).toHaveBeenCalledOnce()
})

test('a dangerous question starts on the way out; Escape is the way out', async () => {
  const onConfirm = vi.fn<() => void>()
  const onCancel = vi.fn<() => void>()
  mount(
    <AlertDialog
      title="Delete 3 articles?"
      kind="danger"
      isOpen
      onConfirm={onConfirm}
      onCancel={onCancel}
      confirmLabel="Delete 3 articles"
      cancelLabel="Keep them"
    >
      Their 41 annotations go with them.
    </AlertDialog>,
  )
  await settle()
  expect(allByRole('alertdialog').map(nameOf)).toEqual(['Delete 3 articles?'])
  expect(nameOf(document.activeElement ?? document.body)).toBe('Keep them')
  press('Escape')
  expect(onCancel).toHaveBeenCalledOnce()
  click(byRole('button', 'Delete 3 articles'))
  expect(onConfirm).toHaveBeenCalledOnce()
})

test('a body that overflows and holds nothing to focus can be focused, to scroll it by keyboard', async () => {
  const heights = vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(900)
  try {
    function Notice({ hasField }: { hasField: boolean }) {
      return (
        <Dialog title={hasField ? 'Rename' : 'Licences'} isOpen onClose={() => {}}>
          <p>Long</p>
          {hasField && <TextField label="Name" value="" onChange={() => {}} />}
        </Dialog>
      )
    }
    mount(<Notice hasField={false} />)
    await settle()
    expect(byRole('group', 'Licences').tabIndex).toBe(0)
    unmountAll()
    mount(<Notice hasField />)
    await settle()
    expect(allByRole('group')).toEqual([])
  } finally {
    heights.mockRestore()
  }
})
