/**
 * Walks through an XML file in one pass, within limits: no document type declaration (and so no entities but the five of XML), no more
 * than 256 levels, counted tags, references and text. Elements are told by namespace and local name; nothing is ever fetched.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { ImportProblem } from '../types.ts'
import { decodeXml } from './decode-xml.ts'

export interface XmlLimits {
  readonly depth: number
  /** Bytes of the file. */
  readonly bytes: number
  readonly elements: number
  /** Attributes of one element. */
  readonly attributes: number
  /** References such as `&amp;` and `&#65;`. */
  readonly references: number
}

const MB = 1024 * 1024
export const XML_LIMITS: XmlLimits = { depth: 256, bytes: 64 * MB, elements: 4_000_000, attributes: 256, references: 1_000_000 }

export interface XmlElement {
  /** Namespace; '' for none. */
  readonly uri: string
  /** Name without prefix. */
  readonly local: string
  /** The value of an attribute by its local name, of any namespace or the given one; null where there is none. */
  attr(local: string, uri?: string): string | null
}

export interface XmlHandlers {
  readonly open?: (element: XmlElement, depth: number) => void
  /** Text as it comes: one text may come in several pieces. */
  readonly text?: (text: string) => void
  readonly close?: (element: XmlElement, depth: number) => void
}

/** Ends the walk from inside a handler; what it returned before stands. */
export const STOP = Symbol('stop')

class Ended {
  readonly problem: ImportProblem | null
  constructor(problem: ImportProblem | null) {
    this.problem = problem
  }
}

const PIECE = 64 * 1024

const limit = (reason: string, value: number): ImportProblem => ({ code: 'unsafe', details: { reason, limit: value } })
const damaged = (reason: string): ImportProblem => ({ code: 'damaged', details: { reason } })

/**
 * Walks `source` (bytes, or text that was decoded before) and calls the handlers in order. Returns null when it came to the end, else why
 * not: `unsafe` (doctype, xml-depth, xml-size, xml-elements, xml-attributes, xml-references) or `damaged` (xml, encoding). A handler may
 * throw `STOP` to end early without a problem; other errors of handlers go through.
 */
export function walkXml(source: Uint8Array | string, handlers: XmlHandlers, limits: Partial<XmlLimits> = {}): ImportProblem | null {
  const allowed = { ...XML_LIMITS, ...limits }
  if (source.length > allowed.bytes) return limit('xml-size', allowed.bytes)
  const text = typeof source === 'string' ? source : decodeXml(source)
  if (text === null) return damaged('encoding')
  if (hasMore(text, '&', allowed.references)) return limit('xml-references', allowed.references)
  const parser = new SaxesParser({ xmlns: true, position: false })
  let elements = 0
  let attributes = 0
  const path: XmlElement[] = []
  const end = (problem: ImportProblem): never => {
    // oxlint-disable-next-line typescript/only-throw-error -- not an error: the way out of the parser
    throw new Ended(problem)
  }
  parser.on('error', () => end(damaged('xml')))
  parser.on('doctype', () => end({ code: 'unsafe', details: { reason: 'doctype' } }))
  parser.on('opentagstart', () => {
    attributes = 0
    if (path.length >= allowed.depth) end(limit('xml-depth', allowed.depth))
    if (++elements > allowed.elements) end(limit('xml-elements', allowed.elements))
  })
  parser.on('attribute', () => {
    if (++attributes > allowed.attributes) end(limit('xml-attributes', allowed.attributes))
  })
  parser.on('opentag', (tag) => {
    const element = elementOf(tag)
    path.push(element)
    handlers.open?.(element, path.length)
  })
  parser.on('closetag', () => {
    const depth = path.length
    const element = path.pop()
    if (element) handlers.close?.(element, depth)
  })
  if (handlers.text) {
    parser.on('text', handlers.text)
    parser.on('cdata', handlers.text)
  }
  try {
    for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE))
    parser.close()
    return elements === 0 ? damaged('xml') : null
  } catch (error) {
    if (error === STOP) return null
    if (error instanceof Ended) return error.problem
    throw error
  }
}

function elementOf({ uri, local, attributes }: SaxesTagNS): XmlElement {
  return {
    uri,
    local,
    attr: (wanted, of) => {
      for (const attribute of Object.values(attributes))
        if (attribute.local === wanted && (of === undefined || attribute.uri === of)) return attribute.value
      return null
    },
  }
}

function hasMore(text: string, character: string, count: number): boolean {
  let seen = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) if (++seen > count) return true
  return false
}
