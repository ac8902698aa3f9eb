/** A file that is written in steps, with a pause between them, in which others are let in and the work can be cancelled. */

/** `rows`: how many there will be or so. Throws what `pause` throws. */
export async function withPauses(
  steps: Generator<number, Uint8Array>,
  rows: number,
  pause: (share: number) => Promise<void>,
): Promise<Uint8Array> {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    await pause(Math.min(1, value / rows))
  }
}
