import fc from 'fast-check'
import { expect, it } from 'vitest'
import { detectFormat } from '../../../../src/core/importers/detect.ts'
import { bytesOf, latin1 } from './fixtures.ts'

it.each([
  ['a.txt', '<!DOCTYPE html><html><body>x</body></html>', 'html'],
  ['a.txt', '\ufeff\n <!-- saved from url --> <!doctype HTML>', 'html'],
  ['a.html', '<html lang="en"><head>', 'html'],
  ['a', '<?xml version="1.0"?>\n<html xmlns="x">', 'html'],
  ['a', '<?xml version="1.0"?><rss version="2.0">', 'html'],
  ['a', '<rss version="2.0">', 'html'],
  ['a.txt', 'Received: from mail.example.org\r\n by x\r\nSubject: talks\r\n', 'eml'],
  ['a.txt', '{\\rtf1\\ansi hello}', 'rtf'],
  ['a.docx', '%PDF-1.7\n', 'pdf'],
])('D17 knows %s by its content, and has a reader for it: %j', (name, content, id) => {
  expect(detectFormat(name, bytesOf(content))).toEqual({ id })
})

it.each([['a.json', '{"title":"x"}', 'JSON']])('D17 knows %s by its content: %j', (name, content, format) => {
  expect(detectFormat(name, bytesOf(content))).toEqual({ format, isDocument: true })
})

it.each([
  ['a.html', 'The <html> tag is an invention of the last century.'],
  ['a.json', 'A note about JSON.'],
  ['a.pdf', 'Not a PDF at all.'],
  ['a.docx', 'Plain words in a misnamed file.'],
  ['a.txt', '[Editor’s note] The talks go on.'],
  ['a.txt', 'From the beginning: talks and more talks.'],
  ['a.txt', ''],
])('D17 believes the content, not the name: %s with %j is plain text', (name, content) => {
  expect(detectFormat(name, bytesOf(content))).toBe('plain-text')
})

it('D17 knows a page stored as UTF-16, and a library', () => {
  expect(detectFormat('a.txt', Buffer.from('\ufeff<!doctype html><p>x', 'utf16le'))).toEqual({ id: 'html' })
  const library = latin1(`SQLite format 3\0${'\0'.repeat(52)}PRLY`)
  expect(detectFormat('a.parley', library)).toEqual({ id: 'parley' })
})

it('never throws on any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, name) => {
      const found = detectFormat(name, bytes)
      expect(found === 'plain-text' || 'id' in found || found.format !== '').toBe(true)
    }),
  )
})
