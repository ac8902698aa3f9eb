/**
 * Files on their way from the disk to the host: how many of how many, and two ways to end it. Stopped, what was handed over by then stays;
 * forgotten, it is let go, because whoever it was for has left.
 */
import { create } from 'zustand'

interface TakingIn {
  done: number
  total: number
  /** Aborts all that is under way. */
  stop: () => void
  /** The same, and lets go of what is handed over from now on. */
  forget: () => void
  /** Begins with `count` files; gives back what moves the count, what ends it, and the signal that says to stop. */
  begin(count: number): { moved: (done: number) => void; ended: () => void; signal: AbortSignal }
}

const FORGOTTEN = 'forgotten'
/** Whether what is still handed over is wanted by nobody. */
export const isForgotten = (signal: AbortSignal): boolean => signal.aborted && signal.reason === FORGOTTEN

const running = new Map<AbortController, { done: number; total: number }>()

export const useTakingIn = create<TakingIn>()((set) => {
  const sum = (): void => {
    const all = [...running.values()]
    set({ done: all.reduce((n, each) => n + each.done, 0), total: all.reduce((n, each) => n + each.total, 0) })
  }
  return {
    done: 0,
    total: 0,
    stop: () => {
      for (const controller of running.keys()) controller.abort()
    },
    forget: () => {
      for (const controller of running.keys()) controller.abort(FORGOTTEN)
    },
    begin(total) {
      const controller = new AbortController()
      running.set(controller, { done: 0, total })
      sum()
      return {
        signal: controller.signal,
        moved: (done) => {
          running.set(controller, { done, total })
          sum()
        },
        ended: () => {
          running.delete(controller)
          sum()
        },
      }
    },
  }
})
