/** Markdown is text like any other: a file is taken for it where its name says so, or where it begins with front matter. */
import type { Sniffer } from '../detect.ts'

const FRONT =
  /^(?:---[ \t]*\n(?:[^\n]*\n){0,60}?(?:title|author|date|url|source|tags)[ \t]*:|\+\+\+[ \t]*\n(?:[^\n]*\n){0,60}?(?:title|author|date|url)[ \t]*=)/i
/** Pages and records are what they are, whatever they are called. */
const OTHER = /^\s*(?:<\?xml|<!doctype|<html|<head|<body|<rss|<feed|[[{]\s*")/i
const LETTER = /^(?:From [^\n]+\n)?(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID):/i

export const sniffMarkdown: Sniffer = ({ name, head, magic }) => {
  if (magic !== null || OTHER.test(head) || LETTER.test(head)) return null
  return FRONT.test(head) || /\.(?:md|markdown|mdown|mkd)$/i.test(name) ? 'markdown' : null
}
