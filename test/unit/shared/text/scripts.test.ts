/** Scripts of names: from the language tag where it says one, else from the letters. */
import { expect, test } from 'vitest'
import { isInScript, scriptOfLanguage, scriptOfText, withScript } from '../../../../src/shared/text/scripts.ts'

test('the script of most letters', () => {
  const cases: [string, string | null][] = [
    ['Kabul', 'Latn'],
    ['کابل', 'Arab'],
    ['阿富汗', 'Hani'],
    ['カブール', 'Jpan'],
    ['日本のひと', 'Jpan'],
    ['카불', 'Kore'],
    ['Кабул', 'Cyrl'],
    ['काबुल', 'Deva'],
    ['คาบูล', 'Thai'],
    ['כאבול', 'Hebr'],
    ['TTP تحریک طالبان', 'Arab'],
    ['1979', null],
    ['', null],
    ['🚢', null],
  ]
  for (const [text, script] of cases) expect(scriptOfText(text), text).toBe(script)
})

test('a language tag carries its script, whatever its case', () => {
  const cases: [string | null, string | null][] = [
    ['ur', null],
    ['ur-Latn', 'Latn'],
    ['UR-latn-PK', 'Latn'],
    ['zh-Hans-CN', 'Hans'],
    ['zh-yue-Hant', 'Hant'],
    ['fa-AF', null],
    ['de-1996', null],
    [null, null],
  ]
  for (const [tag, script] of cases) expect(scriptOfLanguage(tag), String(tag)).toBe(script)
  expect([withScript('zh', 'Hans'), withScript('zh-CN', 'Hans'), withScript('zh-yue', 'Hant'), withScript(null, 'Hans')]).toEqual([
    'zh-Hans',
    'zh-Hans-CN',
    'zh-yue-Hant',
    'und-Hans',
  ])
})

test('a text can be in a script that one of its letters is in', () => {
  expect([
    isInScript('پاکستان', 'Arab'),
    isInScript('پاکستان', 'Aran'),
    isInScript('阿塔', 'Hans'),
    isInScript('TTP تحریک', 'Latn'),
    isInScript('1979', 'Arab'),
    isInScript('Kabul', 'Zzzz'),
  ]).toEqual([true, true, true, true, true, true])
  expect([isInScript('پاکستان', 'Latn'), isInScript('Kabul', 'Arab'), isInScript('Kabul', 'Hant')]).toEqual([false, false, false])
})
