/** Frames of the page, and the times that are taken around them, in milliseconds. */

export const beforeFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))

/** Resolves with the next task: behind the style, layout and paint of the frame, if asked for while a frame is about to be made. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.addEventListener('message', () => resolve(), { once: true })
    channel.port1.start()
    channel.port2.postMessage(null)
  })
}

/** Resolves when the work of the next frame has been done. */
export async function frame(): Promise<void> {
  await beforeFrame()
  await nextTask()
}

/**
 * How long from `work` to the end of the first frame for which `isDone` holds. The work is done where a frame is about to be
 * made, so the time to the next refresh of the screen is not in it.
 */
export async function untilFrame(work: () => void, isDone: () => boolean): Promise<number> {
  await beforeFrame()
  const start = performance.now()
  work()
  await nextTask()
  while (!isDone() && performance.now() - start < 60_000) await frame()
  return performance.now() - start
}

export const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
