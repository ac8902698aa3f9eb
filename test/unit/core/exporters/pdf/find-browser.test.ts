/** Where a browser is looked for, on each system, without one being there. */
import { expect, test } from 'vitest'
import { findBrowser, type Surroundings } from '../../../../../src/core/exporters/pdf/browser/find-browser.ts'

const find = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...there: string[]) =>
  findBrowser({ platform, env, runs: (path) => there.includes(path) } satisfies Surroundings)

test('the one that is named goes before all others, and is not passed over where it is none', () => {
  const env = { PARLEY_BROWSER: '/own/browser', PATH: '/usr/bin' }
  expect(find('linux', env, '/own/browser', '/usr/bin/chromium')).toEqual({ path: '/own/browser' })
  expect(find('linux', env, '/usr/bin/chromium')).toEqual({ missing: 'variable' })
  expect(find('linux', { ...env, PARLEY_BROWSER: '' }, '/usr/bin/chromium')).toEqual({ path: '/usr/bin/chromium' })
})

test('on Linux what is on the PATH, the quickest first, then the usual places; never a folder named by its place in another', () => {
  expect(find('linux', { PATH: '/a:/b' }, '/b/google-chrome', '/b/chromium', '/a/brave-browser')).toEqual({ path: '/b/chromium' })
  expect(find('linux', { PATH: '.:bin' }, 'bin/chromium', './chromium', 'chromium')).toEqual({ missing: 'none' })
  expect(find('linux', {}, '/opt/microsoft/msedge/msedge')).toEqual({ path: '/opt/microsoft/msedge/msedge' })
  expect(find('linux', { PATH: '/a' })).toEqual({ missing: 'none' })
})

test('on a Mac the applications of the machine and of the person', () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  expect(find('darwin', { HOME: '/Users/ada', PATH: '/usr/bin' }, `/Users/ada${chrome}`)).toEqual({ path: `/Users/ada${chrome}` })
  expect(find('darwin', { HOME: '/Users/ada' }, `/Users/ada${chrome}`, chrome)).toEqual({ path: chrome })
  expect(find('darwin', { HOME: '/Users/ada', PATH: '/tmp' }, '/tmp/chromium')).toEqual({ missing: 'none' })
})

test('on Windows the programs of the machine and of the person, nothing on the PATH', () => {
  const env = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local', PATH: 'D:\\tools' }
  const own = 'C:\\Users\\ada\\AppData\\Local\\Chromium\\Application\\chrome.exe'
  expect(find('win32', env, own)).toEqual({ path: own })
  const edge = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'
  expect(find('win32', env, own, edge)).toEqual({ path: edge })
  expect(find('win32', env, 'D:\\tools\\chromium.exe')).toEqual({ missing: 'none' })
})
