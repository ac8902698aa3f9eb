/** A field whose text is a draft, over a core whose answers come when the test says so. */
import { act, StrictMode, useLayoutEffect, useState } from 'react'
import { vi } from 'vitest'
import { useDraft, type Draft, type DraftOptions } from '../../../../src/renderer/lib/use-draft.ts'
import { mount } from '../ui/harness.tsx'

export const trimmed = (text: string): string => text.trim()

/** A field over a core whose answers, and the news of what is stored, come when the test says so. */
export function field(options: Partial<DraftOptions> & { isStrict?: boolean } = {}) {
  const core = { stored: options.stored ?? 'a' }
  /** Sent and not answered yet, oldest first: the core takes one thing after the other. */
  const waiting: { text: string; answer: (kept: boolean) => void }[] = []
  const sent: string[] = []
  /** What the last drawing gave out. */
  const drawn: { draft?: Draft; show?: (stored: string) => void; hide?: () => void } = {}
  const onCommit = (text: string): Promise<boolean> => {
    sent.push(text)
    return new Promise((resolve) => waiting.push({ text, answer: resolve }))
  }
  function Field({ stored }: { stored: string }) {
    const draft = useDraft({ clean: trimmed, onCommit, ...options, stored })
    useLayoutEffect(() => void Object.assign(drawn, { draft }))
    return null
  }
  function Form() {
    const [stored, setStored] = useState(core.stored)
    const [isShown, setIsShown] = useState(true)
    useLayoutEffect(() => void Object.assign(drawn, { show: setStored, hide: () => setIsShown(false) }), [])
    return isShown ? <Field stored={stored} /> : null
  }
  mount(options.isStrict ? <StrictMode><Form /></StrictMode> : <Form />) // prettier-ignore
  return {
    core,
    sent,
    waiting,
    text: () => drawn.draft?.text ?? '',
    type: (text: string) => act(() => drawn.draft?.change(text)),
    leave: () => act(() => drawn.draft?.commit()),
    rest: () => act(() => void vi.advanceTimersByTime(10_000)),
    /** The oldest text is taken or refused. The view hears at once, or with the next `hear`. */
    async answer(kept: boolean) {
      const next = waiting.shift()
      if (kept && next) core.stored = next.text
      await act(async () => next?.answer(kept))
    },
    hear: () => act(() => drawn.show?.(core.stored)),
    unmount: () => act(() => drawn.hide?.()),
  }
}
