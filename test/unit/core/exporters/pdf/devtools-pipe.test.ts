/** The debugging protocol over a pipe: messages in any pieces, answers to whom they belong, and nobody left waiting. */
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DevtoolsPipe, wordOf } from '../../../../../src/core/exporters/pdf/browser/devtools-pipe.ts'

function joined(): {
  pipe: DevtoolsPipe
  asked: () => { id: number; method: string }[]
  say: (bytes: Uint8Array) => void
  input: PassThrough
  output: PassThrough
} {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const asked = (): { id: number; method: string }[] =>
    String(input.read() ?? '')
      .split('\0')
      .filter((text) => text !== '')
      .map((text) => JSON.parse(text) as { id: number; method: string })
  return { pipe: new DevtoolsPipe(input, output), asked, say: (bytes) => output.write(bytes), input, output }
}

test('answers come in any order and in any pieces', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 9 }), async (words, size) => {
      const { pipe, asked, say } = joined()
      const answers = words.map((word) => pipe.send('Echo', { word }))
      const bytes = Buffer.from(
        asked()
          .map(({ id }, index) => `${JSON.stringify({ id, result: { word: `${words[index] ?? ''} ö 停` } })}\0`)
          .reverse()
          .join(''),
      )
      for (let at = 0; at < bytes.length; at += size) say(bytes.subarray(at, at + size))
      expect((await Promise.all(answers)).map((answer) => wordOf(answer, 'word'))).toEqual(words.map((word) => `${word} ö 停`))
    }),
  )
})

test('a refusal is an error, an answer without the word too, and events are heard', async () => {
  const { pipe, asked, say } = joined()
  const refused = pipe.send('A')
  const loaded = pipe.next('Loaded')
  expect(asked()).toMatchObject([{ method: 'A' }])
  say(Buffer.from('{"id":1,"error":{"message":"no such thing"}}\0{"method":"Other"}\0{"method":"Loaded","params":{}}\0'))
  await expect(refused).rejects.toThrow('no such thing')
  await loaded
  expect(() => wordOf({ handle: 1 }, 'handle')).toThrow('no handle')
})

test('where the browser goes, whatever is waited for ends', async () => {
  const { pipe, output } = joined()
  const waiting = [pipe.send('A'), pipe.next('Loaded')]
  output.destroy()
  for (const one of waiting) await expect(one).rejects.toThrow('the browser is gone')
  await expect(pipe.send('B')).rejects.toThrow('the browser is gone')
})
