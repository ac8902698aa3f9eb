/** Ends a server that nobody uses: no open page and no request for the set time, and no job that still runs. */

export interface IdleWatch {
  /** Somebody was there just now. */
  touch: () => void
  stop(): void
}

export interface IdleOptions {
  /** Milliseconds. */
  after: number
  /** True while a page is open or a job runs; asked only when the time is up. */
  busy: () => Promise<boolean>
  onIdle: () => void
}

export function watchIdle({ after, busy, onIdle }: IdleOptions): IdleWatch {
  let last = performance.now()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const arm = (wait: number): void => {
    if (stopped) return
    // A timer cannot be set further ahead than 24 days; looking earlier does no harm.
    timer = setTimeout(() => void look(), Math.min(wait, 2 ** 31 - 1))
    timer.unref()
  }
  const left = (): number => last + after - performance.now()
  async function look(): Promise<void> {
    if (left() > 0) return arm(left())
    if (await busy().catch(() => true)) {
      last = performance.now()
      return arm(after)
    }
    if (left() > 0) return arm(left())
    if (!stopped) onIdle()
  }
  arm(after)
  return {
    touch() {
      last = performance.now()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
