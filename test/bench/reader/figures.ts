/** From what was measured to figures: which number is compared with which, and what is aimed at. */
import type { Figure } from '../index.ts'
import type { Results } from '../reader.ts'
import type { TechniqueName } from './page/technique.ts'

/** A measure of ours beside the same of another technique. */
function versus(size: string, results: Results, measure: string, other: TechniqueName, target: number | null, label = measure): Figure {
  const unit = measure === 'memory' ? 'MB' : measure === 'slow frames' ? 'of frames' : 'ms'
  const scale = measure === 'memory' ? 1 / (1 << 20) : 1
  return {
    suite: 'reader',
    name: `${label}, to ${other}`,
    size,
    value: (results.parley[measure] ?? Number.NaN) * scale,
    unit,
    baseline: other,
    baselineValue: (results[other][measure] ?? Number.NaN) * scale,
    target,
  }
}

export function wholeFigures(size: string, results: Results): Figure[] {
  const to = (measure: string, other: TechniqueName, target: number | null, label?: string): Figure =>
    versus(size, results, measure, other, target, label)
  // A share of slow frames may be nought: one point is added on both sides, which is what the target allows.
  const slow = {
    ...to('slow frames', 'plain', 1),
    value: results.parley['slow frames']!,
    baselineValue: results.plain['slow frames']! + 0.01,
  }
  return [
    to('first frame', 'plain', 0.25),
    to('first frame', 'plain-cv', null),
    to('first frame', 'recogito', 0.015),
    to('add frame', 'plain', 2, 'key to frame'),
    to('add frame', 'recogito', 0.12, 'key to frame'),
    to('add cpu', 'plain', 2.2, 'CPU of an add'),
    to('add cpu', 'recogito', 0.4, 'CPU of an add'),
    to('hover cpu', 'plain', null, 'CPU of a hover change'),
    to('hover cpu', 'recogito', 0.5, 'CPU of a hover change'),
    to('scroll cpu', 'plain', 2, 'CPU of a scrolled frame'),
    to('scroll cpu', 'plain-cv', 1.3, 'CPU of a scrolled frame'),
    to('scroll cpu', 'recogito', 0.3, 'CPU of a scrolled frame'),
    slow,
    to('jump cpu', 'plain-cv', 1.6, 'CPU of a jump'),
    to('jump cpu', 'recogito', 0.4, 'CPU of a jump'),
    to('memory', 'plain', 2, 'heap and DOM'),
    to('memory', 'recogito', 0.15, 'heap and DOM'),
  ]
}

/** What must be nought, as a share of what was looked at; and the time of a hit test beside the most it may be. */
export function countFigures(size: string, { parley }: Results): Figure[] {
  const none = (name: string, count: string, of: string): Figure => ({
    suite: 'reader',
    name,
    size,
    value: parley[count] ?? Number.NaN,
    unit: `of ${parley[of]}`,
    baseline: of,
    baselineValue: parley[of] ?? Number.NaN,
    target: 0,
  })
  return [
    none('jumps with a blank first frame', 'jumps blank', 'jumps'),
    none('jumps with a first frame without highlights', 'jumps bare', 'jumps'),
    none('hit tests that differ from brute force', 'hits wrong', 'hits'),
    none('glyphs moved by marks', 'glyphs moved', 'glyphs'),
    {
      suite: 'reader',
      name: 'hit test, to 0.1 ms',
      size,
      value: parley['hit test'] ?? Number.NaN,
      unit: 'ms',
      baseline: '0.1 ms',
      baselineValue: 0.1,
      target: 1,
    },
  ]
}

export const accessibleFigures = (size: string, results: Results): Figure[] => [
  versus(size, results, 'first frame', 'plain', 0.2),
  versus(size, results, 'add cpu', 'plain', null, 'CPU of an add'),
  versus(size, results, 'hover cpu', 'plain', null, 'CPU of a hover change'),
]

/** Ten thousand marks on a text of 100 KB: five on top of each other everywhere. */
export const denseFigures = (size: string, results: Results): Figure[] => [
  versus(size, results, 'add frame', 'recogito', 0.25, 'key to frame'),
  versus(size, results, 'add cpu', 'recogito', 0.25, 'CPU of an add'),
]

export const firstFrameFigures = (size: string, results: Results): Figure[] => [
  versus(size, results, 'first frame', 'plain', 0.7),
  versus(size, results, 'first frame', 'recogito', 0.3),
]
