/** Reads project.qde in one pass. Elements are told by their names; what is unknown is passed over, what is known and has no place is counted. */
import type { ImportProblem } from '../types.ts'
import { STOP, walkXml, type XmlElement } from '../xml/walk.ts'
import { emptyQde, type Qde, type QdeCode, type QdeCoding, type QdeSelection, type QdeText } from './qde-model.ts'
import { guidOf } from './uids.ts'

/** More codes, or selections, than this are no project that anyone codes with. */
export const MOST_CODES = 20_000
export const MOST_SELECTIONS = 1_000_000

const NAMESPACE = /^urn:QDA-XML:project:/i

/** Elements whose name is all that is told of them. */
const OTHERS: Readonly<Record<string, string>> = {
  PictureSource: 'pictures',
  PDFSource: 'pdfs',
  AudioSource: 'audio',
  VideoSource: 'video',
  Case: 'cases',
  Set: 'sets',
  Link: 'links',
  Graph: 'graphs',
  PictureSelection: 'media-selections',
  PDFSelection: 'media-selections',
  AudioSelection: 'media-selections',
  VideoSelection: 'media-selections',
  TranscriptSelection: 'media-selections',
}

/** An open element, and what of the project it is. */
interface Frame {
  readonly local: string
  readonly code?: QdeCode | null
  readonly text?: QdeText
  readonly selection?: QdeSelection
  readonly coding?: QdeCoding
  words: string
}

/** The project, or why it cannot be read: the problems of the XML, `damaged` (not-a-project), `too-many`. */
export function readQde(bytes: Uint8Array): Qde | ImportProblem {
  const reader = new QdeReader()
  const problem = walkXml(bytes, {
    open: (element) => reader.open(element),
    text: (words) => reader.text(words),
    close: () => reader.close(),
  })
  return problem ?? reader.problem ?? reader.qde
}

class QdeReader {
  readonly qde = emptyQde()
  problem: ImportProblem | null = null
  readonly #open: Frame[] = []
  readonly #seen = new Set<string>()
  #selections = 0

  open(element: XmlElement): void {
    const { local } = element
    const above = this.#open.at(-1)
    if (!above) {
      if (local !== 'Project' || !NAMESPACE.test(element.uri)) this.#refuse({ code: 'damaged', details: { reason: 'not-a-project' } })
      this.qde.name = (element.attr('name') ?? '').trim()
      this.qde.origin = (element.attr('origin') ?? '').trim()
    }
    this.#open.push({ local, words: '', ...this.#begin(element, above) })
  }

  text(words: string): void {
    const frame = this.#open.at(-1)
    if (frame) frame.words += words
  }

  close(): void {
    const frame = this.#open.pop()
    const above = this.#open.at(-1)
    if (!frame || !above) return
    const { local, words } = frame
    if (local === 'Description' && words.trim() !== '') {
      const described = above.selection ?? above.code ?? above.text
      if (described) described.description = words
    } else if (local === 'PlainTextContent' && above.text) above.text.content = words
    else if (/^(?:Text|Boolean|Integer|Float|Date|DateTime)Value$/.test(local)) this.#value(words.trim())
    if (this.#open.length > 1) return
    // A section is over: what was gathered in it is whole.
    frame.words = ''
  }

  #begin(element: XmlElement, above: Frame | undefined): Partial<Frame> {
    const guid = guidOf(element.attr('guid') ?? element.attr('id'))
    const name = (element.attr('name') ?? '').trim()
    const other = OTHERS[element.local]
    if (other !== undefined) this.#count(other, name)
    switch (element.local) {
      case 'User':
        if (guid !== null) this.qde.users.set(guid, name)
        return {}
      case 'Variable':
        if (guid !== null) this.qde.variables.set(guid, name)
        return {}
      case 'Code':
        return { code: this.#code(element, above, guid) }
      case 'TextSource':
      case 'Note':
        return { text: this.#textOf(element, guid, name) }
      case 'Representation':
      case 'Transcript':
        // The text of a PDF as a whole, not that of a mere selection in it.
        return above && /^(?:PDF|Audio|Video)Source$/.test(above.local)
          ? { text: this.#textOf(element, guid, name || this.#nameAbove(above)) }
          : {}
      case 'PlainTextSelection':
        return above?.text ? this.#selection(element, above.text, guid) : {}
      case 'Coding':
        return this.#coding(element, above)
      case 'CodeRef': {
        const target = element.attr('targetGUID') ?? ''
        above?.coding?.codes.push(guidOf(target) ?? target)
        return {}
      }
      case 'NoteRef': {
        const target = guidOf(element.attr('targetGUID'))
        if (target !== null) (above?.selection ?? above?.text ?? this.#open.at(-2)?.selection)?.notes.push(target)
        return {}
      }
      case 'VariableRef': {
        const holder = above?.local === 'VariableValue' ? this.#open.at(-2)?.text : undefined
        holder?.values.push([guidOf(element.attr('targetGUID')) ?? '', ''])
        return {}
      }
      default:
        return {}
    }
  }

  #code(element: XmlElement, above: Frame | undefined, guid: string | null): QdeCode | null {
    const parent = this.#open.findLast((frame) => frame.code)?.code?.key ?? null
    const name = element.attr('name') ?? ''
    const isTwice = guid !== null && this.#seen.has(guid)
    if (isTwice) this.#count('guids-twice', name)
    if (isTwice || (above?.local !== 'Codes' && above?.local !== 'Code')) return null
    if (guid !== null) this.#seen.add(guid)
    if (this.qde.codes.length >= MOST_CODES) this.#refuse({ code: 'too-many', details: { count: MOST_CODES + 1, limit: MOST_CODES } })
    const key = guid ?? `code-${this.qde.codes.length}`
    const code = { key, guid, name, parent, colour: element.attr('color'), description: '' }
    this.qde.codes.push(code)
    return code
  }

  #textOf(element: XmlElement, guid: string | null, name: string): QdeText {
    const kind = element.local as QdeText['kind']
    const text: QdeText = {
      kind,
      guid: this.#first(guid, name),
      name,
      path: element.attr('plainTextPath'),
      rich: element.attr('richTextPath'),
      content: null,
      description: '',
      selections: [],
      notes: [],
      values: [],
    }
    if (kind === 'Note') this.qde.notes.push(text)
    else this.qde.texts.push(text)
    return text
  }

  #selection(element: XmlElement, text: QdeText, guid: string | null): Partial<Frame> {
    if (++this.#selections > MOST_SELECTIONS)
      this.#refuse({ code: 'too-many', details: { count: this.#selections, limit: MOST_SELECTIONS } })
    const name = element.attr('name') ?? ''
    const selection: QdeSelection = {
      guid,
      name,
      start: element.attr('startPosition') ?? '',
      end: element.attr('endPosition') ?? '',
      user: guidOf(element.attr('creatingUser')),
      created: element.attr('creationDateTime'),
      description: '',
      codings: [],
      notes: [],
    }
    if (guid !== null && this.#seen.has(guid)) {
      this.#count('guids-twice', name)
      return { selection }
    }
    if (guid !== null) this.#seen.add(guid)
    text.selections.push(selection)
    return { selection }
  }

  #coding(element: XmlElement, above: Frame | undefined): Partial<Frame> {
    const coding = { codes: [], user: guidOf(element.attr('creatingUser')), created: element.attr('creationDateTime') }
    if (above?.selection) above.selection.codings.push(coding)
    else if (above?.text) this.#count('codings-whole', above.text.name)
    return { coding }
  }

  /** The value of the variable that was named last. */
  #value(value: string): void {
    const own = this.#open.at(-2)?.text?.values.at(-1)
    if (own && this.#open.at(-1)?.local === 'VariableValue') own[1] = value
  }

  /** A GUID names one thing; a second one with the same has none. */
  #first(guid: string | null, name: string): string | null {
    if (guid === null || !this.#seen.has(guid)) {
      if (guid !== null) this.#seen.add(guid)
      return guid
    }
    this.#count('guids-twice', name)
    return null
  }

  #nameAbove(above: Frame): string {
    return this.qde.others.get(OTHERS[above.local] ?? '')?.at(-1) ?? ''
  }

  #count(code: string, name: string): void {
    const names = this.qde.others.get(code)
    if (names) names.push(name.slice(0, 200))
    else this.qde.others.set(code, [name.slice(0, 200)])
  }

  #refuse(problem: ImportProblem): never {
    this.problem = problem
    // oxlint-disable-next-line typescript/only-throw-error -- not an error: the way out of the walk
    throw STOP
  }
}
