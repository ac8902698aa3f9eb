/** What the parts of a REFI-QDA project share: the project, its names by key, its GUIDs, and the variables that are used so far. */
import { PATH_SEPARATOR } from '../../../shared/domain/codebook.ts'
import { isoMoment } from './moments.ts'
import type { WholeProject } from '../../importers/projects/project-json.ts'
import { say } from '../../messages.ts'
import { madeUid } from '../../importers/projects/uids.ts'
import { Variables } from './variables.ts'
import { XmlText } from './xml-text.ts'

/** Longest name of a selection or a note made of a text. */
const NAME = 100

export class RefiContext {
  readonly project: WholeProject
  readonly xml = new XmlText()
  readonly variables = new Variables(this.xml)
  readonly #words = new Map<string, string>()
  readonly #tags: ReadonlyMap<string, string>
  readonly #parties: ReadonlyMap<string, string>
  readonly #issues: ReadonlyMap<string, { readonly name: string; readonly parent: string | null }>

  constructor(project: WholeProject) {
    this.project = project
    this.#tags = new Map(project.tags.map(({ key, name }) => [key, name]))
    this.#parties = new Map(project.parties.map(({ key, name }) => [key, name]))
    this.#issues = new Map(project.issues.map((issue) => [issue.key, issue]))
  }

  /** A word of the locale, looked up once. */
  word(id: string): string {
    const known = this.#words.get(id) ?? say(id)
    this.#words.set(id, known)
    return known
  }

  /** '' where it is none of the project. */
  tag(key: string | null): string {
    return this.#tags.get(key ?? '') ?? ''
  }

  party(key: string | null | undefined): string {
    return this.#parties.get(key ?? '') ?? ''
  }

  /** Names from the root: "Border › Crossings". */
  issue(key: string | null): string {
    const names: string[] = []
    const seen = new Set<string>()
    let at = key ?? ''
    for (let entry = this.#issues.get(at); entry && !seen.has(at); entry = this.#issues.get(at)) {
      seen.add(at)
      names.unshift(entry.name)
      at = entry.parent ?? ''
    }
    return names.join(PATH_SEPARATOR)
  }

  /** The GUID of a coder; null where nobody is named. */
  user(coder: string | null | undefined): string | null {
    return coder ? madeUid('coder', coder) : null
  }

  /** A note with its text in the file. */
  note(guid: string, { name, text, user, createdAt }: NoteText): string {
    const { xml } = this
    const attributes = { guid, name: shortened(name), creatingUser: this.user(user), creationDateTime: isoMoment(createdAt) }
    return xml.element('Note', attributes, [xml.leaf('PlainTextContent', text)])
  }
}

export interface NoteText {
  readonly name: string
  readonly text: string
  readonly user?: string | null
  readonly createdAt?: number
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The beginning of a text on one line, as a name; whole characters as a reader sees them. */
export function shortened(text: string): string {
  const line = text
    .slice(0, 4 * NAME)
    .replace(/\s+/gu, ' ')
    .trim()
  if (line.length <= NAME && text.length <= 4 * NAME) return line
  let end = 0
  for (const { segment, index } of graphemes.segment(line)) {
    if (index + segment.length > NAME) break
    end = index + segment.length
  }
  return `${line.slice(0, end).trimEnd()}…`
}

/** The GUID of something that has none of its own, always the same for the same thing. */
export const guidFor = (kind: string, ...of: readonly string[]): string => madeUid('refi', kind, ...of)

export const ref = (xml: XmlText, name: string, guid: string): string => xml.element(name, { targetGUID: guid })
