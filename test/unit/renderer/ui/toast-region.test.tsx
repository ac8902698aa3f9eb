// @vitest-environment jsdom
/** Messages on screen: where they are announced, what one can do with them. */
import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { ToastQueue } from '../../../../src/renderer/ui/toast-queue.ts'
import { ToastRegion } from '../../../../src/renderer/ui/toast-region.tsx'
import { allByRole, byRole, click, focus, mount, press, unmountAll } from './harness.tsx'

afterEach(unmountAll)

function setup() {
  const queue = new ToastQueue()
  const onCopy = vi.fn<(text: string) => void>()
  mount(<ToastRegion label="Messages" queue={queue} onCopy={onCopy} />)
  return { queue, onCopy, region: byRole('region', 'Messages') }
}

test('the live regions are there before any message; errors interrupt, the rest waits', () => {
  const { queue, region } = setup()
  const [polite] = allByRole('status', region)
  const [urgent] = allByRole('alert', region)
  expect([polite?.textContent, urgent?.textContent]).toEqual(['', ''])
  act(() => {
    queue.add({ kind: 'info', text: '3 annotations deleted.' })
    queue.add({ kind: 'error', text: 'The report could not be written.', detail: 'The folder is read-only.' })
  })
  expect(polite?.textContent).toBe('3 annotations deleted.')
  expect(urgent?.textContent).toContain('The report could not be written.')
})

test('the action runs once and closes the message', () => {
  const { queue } = setup()
  const onPress = vi.fn<() => void>()
  act(() => {
    queue.add({ kind: 'info', text: 'Deleted.', action: { label: 'Undo', onPress } })
  })
  click(byRole('button', 'Undo'))
  expect(onPress).toHaveBeenCalledOnce()
  expect(queue.list()).toEqual([])
})

test('an error can be copied whole, selected and closed', () => {
  const { queue, onCopy, region } = setup()
  act(() => {
    queue.add({ kind: 'error', text: 'Not written.', detail: 'Read-only folder.' })
  })
  expect(region.querySelector('[data-selectable]')?.textContent).toContain('Not written.')
  click(byRole('button', 'Copy'))
  expect(onCopy.mock.calls).toEqual([['Not written.\nRead-only folder.']])
  expect(byRole('button', 'Copied')).toBeTruthy()
  click(byRole('button', 'Close'))
  expect(queue.list()).toEqual([])
})

test('Escape inside a message closes it and nothing else', () => {
  const { queue } = setup()
  const outside = vi.fn<() => void>()
  document.addEventListener('keydown', outside)
  act(() => {
    queue.add({ kind: 'error', text: 'One', action: { label: 'Try again', onPress: () => {} } })
    queue.add({ kind: 'error', text: 'Two' })
  })
  focus(byRole('button', 'Try again'))
  press('Escape')
  document.removeEventListener('keydown', outside)
  expect(queue.list().map((toast) => toast.text)).toEqual(['Two'])
  expect(outside).not.toHaveBeenCalled()
})

test('the region stays in reach while a dialog is open', () => {
  const { region } = setup()
  expect(region.closest('[data-react-aria-top-layer]')).not.toBeNull()
})
