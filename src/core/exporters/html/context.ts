/**
 * Where the holes of an HTML template stand: in text, inside a quoted attribute, or among the attributes of a tag. The
 * answer decides how a value is escaped and which values are allowed at all. Templates are code, so anything that is not
 * plainly one of these is a mistake of ours and throws when the template is first used.
 */

/** `url`, `style`: attributes whose value is more than words; only values made for them may stand there. */
export type HoleContext = 'text' | 'attribute' | 'url' | 'style' | 'tag'

const URL_ATTRIBUTES = new Set(['href', 'src', 'cite', 'poster', 'background'])
/** Attributes that run or post something; a report has no use for them. */
const FORBIDDEN_ATTRIBUTE = /^(on.*|srcdoc|srcset|action|formaction|ping|http-equiv)$/
/** Elements whose content is not text to the parser. */
const RAW_ELEMENT = /^<(script|style|textarea|title|iframe|xmp|noscript|template|plaintext)\b/i

/** The context a value has under this attribute name. Throws for attributes that may hold no value from outside. */
export function attributeContext(name: string): 'attribute' | 'url' | 'style' {
  const known = names.get(name)
  if (known) return known
  const lower = name.toLowerCase()
  if (FORBIDDEN_ATTRIBUTE.test(lower) || !/^[a-z][a-z0-9-]*$/.test(lower))
    throw new TypeError(`no value may stand in the attribute ${name}`)
  const found = URL_ATTRIBUTES.has(lower) ? 'url' : lower === 'style' ? 'style' : 'attribute'
  names.set(name, found)
  return found
}

/** Names stand in code, so that there are few of them. */
const names = new Map<string, 'attribute' | 'url' | 'style'>()
const cache = new WeakMap<TemplateStringsArray, readonly HoleContext[]>()

/** One context per hole, in order. Remembered per template. */
export function holeContexts(strings: TemplateStringsArray): readonly HoleContext[] {
  const known = cache.get(strings)
  if (known) return known
  const found = scan(strings)
  cache.set(strings, found)
  return found
}

function scan(strings: readonly string[]): HoleContext[] {
  const contexts: HoleContext[] = []
  let state: 'text' | 'tag' | 'value' = 'text'
  let attribute = ''
  strings.forEach((chunk, index) => {
    for (let at = 0; at < chunk.length; at++) {
      const char = chunk.charAt(at)
      if (state === 'text' && char === '<') {
        if (chunk.startsWith('<!--', at)) throw new TypeError('a template may hold no comment')
        if (RAW_ELEMENT.test(chunk.slice(at))) throw new TypeError(`a template may not open ${chunk.slice(at, at + 12)}`)
        state = 'tag'
      } else if (state === 'tag' && char === '>') state = 'text'
      else if (state === 'tag' && char === "'") throw new TypeError('attributes are quoted with "')
      else if (state === 'tag' && char === '"') {
        attribute = /([a-zA-Z-]+)=$/.exec(chunk.slice(0, at))?.[1] ?? ''
        if (attribute === '') throw new TypeError('a quote without an attribute')
        state = 'value'
      } else if (state === 'value' && char === '"') state = 'tag'
    }
    if (index === strings.length - 1) return
    if (state === 'tag' && !/[a-zA-Z0-9"\s]$/.test(chunk)) throw new TypeError(`a value may not stand behind ${chunk.slice(-20)}`)
    contexts.push(state === 'value' ? attributeContext(attribute) : state)
  })
  if (state !== 'text') throw new TypeError('a template must end outside its tags')
  return contexts
}
