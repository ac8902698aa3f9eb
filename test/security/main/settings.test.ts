/** Settings files in every bad shape: the app starts with defaults, and what was there is kept. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openSettings, openShellState } from '../../../src/main/settings.ts'
import { settingsSchema, type Settings } from '../../../src/shared/rpc/host-port.ts'

const defaults = settingsSchema.parse({})
let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-settings-'))
  file = join(folder, 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('F12 settings files', () => {
  test.each([
    ['0 bytes', ''],
    ['half a file', '{"theme": "da'],
    ['invalid JSON', '{theme: dark}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '12'],
    ['NUL bytes', '\0\0\0\0'],
    ['wrong types', '{"theme": 7, "zoom": "large", "panes": [], "coder": {}}'],
    ['wrong values', '{"theme": "pink", "zoom": 900}'],
    ['a huge file', `{"coder": "${'x'.repeat(2_000_000)}"}`],
  ])('F12 %s: defaults, and the file is kept as .bad', (_what, text) => {
    writeFileSync(file, text)
    const onBad = vi.fn<() => void>()
    expect(openSettings(folder, onBad).get()).toEqual(defaults)
    expect(onBad).toHaveBeenCalledTimes(1)
    expect(readFileSync(`${file}.bad`, 'utf8')).toBe(text)
  })

  test('F12 __proto__ and unknown keys are left out, kept as .bad, and change nothing else', () => {
    const text = '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "extra": 1, "theme": "dark"}'
    writeFileSync(file, text)
    const settings = openSettings(folder).get()
    expect(settings).toEqual({ ...defaults, theme: 'dark' })
    expect(Object.keys(settings)).not.toContain('extra')
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    expect(readFileSync(`${file}.bad`, 'utf8')).toBe(text)
  })

  test('F12 one wrong value costs only that value', () => {
    writeFileSync(file, '{"theme": "dark", "zoom": "large", "panes": {"left": 300, "right": "wide"}}')
    expect(openSettings(folder).get()).toEqual({ ...defaults, theme: 'dark', panes: { ...defaults.panes, left: 300 } })
    expect(existsSync(`${file}.bad`)).toBe(true)
  })

  test('F12 a folder in its place: defaults', () => {
    mkdirSync(file)
    expect(openSettings(folder).get()).toEqual(defaults)
  })

  test('F12 any text at all: the app starts', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        writeFileSync(file, text)
        expect(settingsSchema.safeParse(openSettings(folder).get()).success).toBe(true)
        expect(openShellState(folder).get().recent).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('a file of an older version, with fewer keys, is no fault', () => {
    writeFileSync(file, '{"theme": "light"}')
    expect(openSettings(folder).get().theme).toBe('light')
    expect(readdirSync(folder)).toEqual(['settings.json'])
  })

  test('F12 the window’s state survives bad entries', () => {
    writeFileSync(join(folder, 'window.json'), '{"bounds": {"x": "left"}, "recent": [{"path": 1}], "maximized": true}')
    expect(openShellState(folder).get()).toEqual({ bounds: null, maximized: true, recent: [], sampleMade: false })
  })
})

describe('changing settings', () => {
  test('H6 is written whole, for this user alone, and read back', () => {
    openSettings(folder).change({ theme: 'dark', coder: ' Ada ', panes: { left: 240 } })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['settings.json'])
    expect(openSettings(folder).get()).toEqual({ ...defaults, theme: 'dark', coder: 'Ada', panes: { ...defaults.panes, left: 240 } })
  })

  test.each<[string, Record<string, unknown>]>([
    ['an unknown setting', { colour: 'red' }],
    ['a prototype', JSON.parse('{"__proto__": {"polluted": 1}}') as Record<string, unknown>],
    ['a value out of range', { zoom: 40 }],
    ['a wrong type', { theme: 1 }],
    ['a wrong value within a group', { reading: { size: 'huge' } }],
    ['an unknown key within a group', { panes: { top: 1 } }],
    ['a value for a group', { panes: 3 }],
  ])('%s is refused and nothing is changed', (_what, patch) => {
    const settings = openSettings(folder)
    expect(() => settings.change({ theme: 'dark', ...patch })).toThrow(expect.objectContaining({ code: 'invalid-input' }))
    expect(settings.get()).toEqual(defaults)
    expect(readdirSync(folder)).toEqual([])
  })

  test('listeners hear of it', () => {
    const settings = openSettings(folder)
    const heard = vi.fn<(settings: Settings) => void>()
    settings.subscribe(heard)
    settings.change({ zoom: 1.25 })
    expect(heard).toHaveBeenCalledWith({ ...defaults, zoom: 1.25 })
  })
})
