/** The style sheets know every hue that a tag can have, in every lane. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LANES } from '../../../../src/renderer/lib/reader-surface/mark-set.ts'
import { hueSchema } from '../../../../src/shared/domain/codebook.ts'

const read = (name: string): string => readFileSync(new URL(`../../../../src/renderer/lib/reader-surface/${name}`, import.meta.url), 'utf8')

describe.each(hueSchema.options)('hue %s', (hue) => {
  it('is painted in every lane, and when selected', () => {
    const [places, colours] = [read('highlights.css'), read('highlight-hues.css')]
    for (let lane = 0; lane < LANES; lane++) {
      expect(places).toContain(`::highlight(${hue}-${lane})`)
      expect(colours).toContain(`::highlight(${hue}-${lane})`)
    }
    expect(colours).toContain(`::highlight(reader-selected-${hue}) {`)
    expect(places).toMatch(new RegExp(`--rs-line-${hue}: (solid|dashed|dotted|double);`))
  })

  it('has a bar and a letter in the margin', () => {
    const css = read('margin-hues.css')
    expect(css).toContain(`.rs-bar.rs-${hue} {`)
    expect(css).toContain(`.rs-chip.rs-${hue} {`)
  })
})
