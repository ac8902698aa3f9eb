// @vitest-environment jsdom
/** A file chosen over a text that was mended by hand: the text stays until someone says that it may go. */
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useTextFile } from '../../../../src/renderer/features/revisions/use-text-file.tsx'
import { allByRole, byRole, click, focus, mount, settle, type, unmountAll } from '../ui/harness.tsx'

const read = vi.hoisted(() => vi.fn<() => Promise<unknown>>())
vi.mock('../../../../src/renderer/lib/transport/host.ts', () => ({
  hostCall: () => Promise.resolve([{ stagedId: 's', name: 'new.txt' }]),
}))
vi.mock('../../../../src/renderer/lib/transport/client.ts', () => ({ sharedClient: () => ({ call: read }) }))

afterEach(unmountAll)
beforeEach(() => void read.mockResolvedValue({ text: 'From the file.', problem: null }))

function Form() {
  const [text, setText] = useState('As it was.')
  const { file, chooseFile, question } = useTextFile({ text, before: 'As it was.', onText: setText, onProblem: setText })
  return (
    <>
      <button onClick={() => void chooseFile()}>Choose</button>
      <input aria-label="Text" value={text} onChange={(event) => setText(event.target.value)} />
      <output>{file?.name}</output>
      {question}
    </>
  )
}

const field = (): HTMLInputElement => byRole('textbox', 'Text') as HTMLInputElement
const choose = async (): Promise<void> => {
  click(byRole('button', 'Choose'))
  await settle()
}

test('a text nobody touched is replaced at once, and so is that of another file', async () => {
  mount(<Form />)
  await choose()
  expect([field().value, document.querySelector('output')?.textContent]).toEqual(['From the file.', 'new.txt'])
  read.mockResolvedValue({ text: 'Another file.', problem: null })
  await choose()
  expect([field().value, allByRole('alertdialog')]).toEqual(['Another file.', []])
})

test('a text mended by hand is kept until it is given up', async () => {
  mount(<Form />)
  const input = field()
  focus(input)
  type('Mended by hand.')
  await choose()
  expect(input.value).toBe('Mended by hand.')
  click(byRole('button', 'Keep my text'))
  await settle()
  expect([field().value, allByRole('alertdialog')]).toEqual(['Mended by hand.', []])
  await choose()
  click(byRole('button', 'Use the file’s text'))
  await settle()
  expect([field().value, document.querySelector('output')?.textContent]).toEqual(['From the file.', 'new.txt'])
})
