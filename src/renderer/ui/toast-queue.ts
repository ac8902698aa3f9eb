/**
 * Which messages are up, and for how long. A plain store outside React, so that any code may add one.
 * Invariants: errors stay until they are closed; of the others no more than there is room for; time stands still while the reader hovers
 * or focuses the messages.
 */
export type ToastInput = {
  kind: 'info' | 'success' | 'error'
  text: string
  /** Second line: what it means, what to do. */
  detail?: string
  action?: { label: string; onPress: () => void; shortcut?: string }
  /** A second thing to do, beside the first. */
  other?: { label: string; onPress: () => void }
  /** A message with the same key replaces the former one. */
  key?: string
  /** What its action is about: once that is past, `keepAbout` takes the message away, as its button would do the wrong thing. */
  about?: string
}

export type Toast = ToastInput & { id: number }

/** How many are up at once; errors that are not shown yet wait. */
export const SHOWN = 2

const PLAIN_MS = 6_000
const WITH_ACTION_MS = 10_000

export class ToastQueue {
  #toasts: readonly Toast[] = []
  #nextId = 1
  #isPaused = false
  readonly #listeners = new Set<() => void>()
  readonly #timers = new Map<number, { left: number; since: number; handle: ReturnType<typeof setTimeout> | null }>()

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  list = (): readonly Toast[] => this.#toasts

  /** Shows a message; returns its id for `close`. */
  add(input: ToastInput): number {
    const id = this.#nextId++
    const same = input.key === undefined ? undefined : this.#toasts.find((toast) => toast.key === input.key)
    if (same) this.#drop(same.id)
    this.#toasts = [...this.#toasts, { ...input, id }]
    for (const old of this.#toasts.filter((toast) => toast.kind !== 'error').slice(0, -SHOWN)) this.#drop(old.id)
    if (input.kind !== 'error') {
      this.#timers.set(id, { left: input.action || input.other ? WITH_ACTION_MS : PLAIN_MS, since: 0, handle: null })
      if (!this.#isPaused) this.#start(id)
    }
    this.#tell()
    return id
  }

  close(id: number): void {
    this.#drop(id)
    this.#tell()
  }

  /** Closes the messages whose action is about anything else. */
  keepAbout(those: readonly string[]): void {
    const past = this.#toasts.filter(({ about }) => about !== undefined && !those.includes(about))
    if (past.length === 0) return
    for (const { id } of past) this.#drop(id)
    this.#tell()
  }

  /** Stops every clock, keeping what is left. */
  pause(): void {
    if (this.#isPaused) return
    this.#isPaused = true
    for (const timer of this.#timers.values()) {
      if (timer.handle !== null) clearTimeout(timer.handle)
      timer.left = Math.max(1_000, timer.left - (Date.now() - timer.since))
      timer.handle = null
    }
  }

  resume(): void {
    if (!this.#isPaused) return
    this.#isPaused = false
    for (const id of this.#timers.keys()) this.#start(id)
  }

  #start(id: number): void {
    const timer = this.#timers.get(id)
    if (!timer) return
    timer.since = Date.now()
    timer.handle = setTimeout(() => this.close(id), timer.left)
  }

  #drop(id: number): void {
    const timer = this.#timers.get(id)
    if (timer?.handle) clearTimeout(timer.handle)
    this.#timers.delete(id)
    this.#toasts = this.#toasts.filter((toast) => toast.id !== id)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
