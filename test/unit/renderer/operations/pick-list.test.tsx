// @vitest-environment jsdom
/** Picking rows: with the keyboard alone, with the mouse, in ranges; rows that cannot be picked stay out; long lists are not drawn whole. */
import { act, useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PickList } from '../../../../src/renderer/ui/pick-list.tsx'
import { byRole, focus, mount, press, unmountAll } from '../ui/harness.tsx'

// No layout here: the frame has a height all the same, and rows are as high as they are said to be.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(300)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40)
})
afterEach(() => {
  unmountAll()
  vi.restoreAllMocks()
})

function setup(count: number, { fixed = -1, opens = true } = {}) {
  const onOpen = vi.fn<(item: number) => void>()
  const onLeave = vi.fn<() => void>()
  const seen = { picked: [] as number[] }
  function List() {
    const [picked, setPicked] = useState<ReadonlySet<number | string>>(new Set())
    return (
      <PickList
        label="Rows"
        items={Array.from({ length: count }, (_, index) => index)}
        keyOf={(item) => item}
        picked={picked}
        onPick={(keys) => {
          seen.picked = [...keys].map(Number)
          setPicked(keys)
        }}
        {...(opens && { onOpen })}
        onLeave={onLeave}
        isFixed={(item) => item === fixed}
        rowHeight={40}
      >
        {(item) => `Row ${item}`}
      </PickList>
    )
  }
  mount(<List />)
  const list = byRole('listbox', 'Rows')
  return { list, seen, onOpen, onLeave }
}

const clickRow = (name: string, keys: MouseEventInit = {}, onBox = false): void => {
  const row = byRole('option', name)
  const target = onBox ? row.querySelector('[data-box]') : row
  act(() => void target?.dispatchEvent(new MouseEvent('click', { bubbles: true, ...keys })))
}

test('arrows move, Space picks, Shift extends and shrinks, Ctrl+A takes all, Enter opens, Escape lets go, then leaves', () => {
  const { list, seen, onOpen, onLeave } = setup(6)
  focus(list)
  press('ArrowDown')
  press(' ')
  expect(seen.picked).toEqual([1])
  press('ArrowDown', { shiftKey: true })
  press('ArrowDown', { shiftKey: true })
  expect(seen.picked).toEqual([1, 2, 3])
  press('ArrowUp', { shiftKey: true })
  expect(seen.picked).toEqual([1, 2])
  press('ArrowDown')
  press('ArrowDown')
  press(' ')
  expect(seen.picked).toEqual([1, 2, 4])
  expect(list.getAttribute('aria-activedescendant')).toBe(byRole('option', 'Row 4').id)
  press('a', { ctrlKey: true })
  expect(seen.picked).toEqual([0, 1, 2, 3, 4, 5])
  press('Enter')
  expect(onOpen).toHaveBeenCalledWith(4)
  press('Escape')
  expect(seen.picked).toEqual([])
  expect(onLeave).not.toHaveBeenCalled()
  press('Escape')
  expect(onLeave).toHaveBeenCalledOnce()
})

test('a click opens; on the box or with Ctrl it picks; with Shift it picks the range', () => {
  const { seen, onOpen } = setup(8)
  clickRow('Row 2')
  expect(onOpen).toHaveBeenCalledWith(2)
  expect(seen.picked).toEqual([])
  clickRow('Row 1', {}, true)
  clickRow('Row 3', { ctrlKey: true })
  expect(seen.picked).toEqual([1, 3])
  clickRow('Row 6', { shiftKey: true })
  expect(seen.picked).toEqual([1, 3, 4, 5, 6])
  clickRow('Row 4', { metaKey: true })
  expect(seen.picked).toEqual([1, 3, 5, 6])
})

test('what cannot be picked stays out; where nothing opens, a click picks', () => {
  const { list, seen } = setup(4, { fixed: 2, opens: false })
  clickRow('Row 2')
  clickRow('Row 0')
  expect(seen.picked).toEqual([0])
  focus(list)
  press('a', { ctrlKey: true })
  expect(seen.picked).toEqual([0, 1, 3])
  expect(byRole('option', 'Row 2').getAttribute('aria-disabled')).toBe('true')
})

test('10,000 rows: only those in sight are drawn, each says which one it is', () => {
  const { list } = setup(10_000)
  const drawn = list.querySelectorAll('[role=option]')
  expect(drawn.length).toBeGreaterThan(5)
  expect(drawn.length).toBeLessThan(100)
  expect(drawn[0]?.getAttribute('aria-setsize')).toBe('10000')
})

test('a click does not scroll: the next row to click stays under the pointer', () => {
  const { list } = setup(40)
  const scroll = vi.fn<() => void>()
  list.scrollTo = scroll
  clickRow('Row 9', { ctrlKey: true })
  clickRow('Row 10', { ctrlKey: true })
  expect(scroll).not.toHaveBeenCalled()
  focus(list)
  press('End')
  expect(scroll).toHaveBeenCalled()
})
