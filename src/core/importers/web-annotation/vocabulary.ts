/**
 * Words of the W3C Web Annotation data model (Recommendation of 23 February 2017) and our own beside them. Ours are in a namespace of a URN
 * that never changes and is nobody's address:
 *   parley:part     of a body: what of our coding it says ("tag", "issue", "speaker", "stance" …); the same words as in the contract
 *   parley:name     of a body: the name of a field of the tag's own
 *   parley:entry    of a body: the tag, issue or party that it names
 *   parley:textOf   of a source: the article whose earlier text it is
 *   parley:sources  of a collection: the articles, each with its whole text as `value`
 *   parley:checksum of a collection: SHA-256 of its annotations, by which a change by others is seen
 *   parley:project  of a collection: all there is in the library, as JSON in a string, for reading it back without any loss
 */

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
export const PARLEY_NAMESPACE = 'urn:uuid:7d9cf1b4-3f0e-4a52-9c86-51b7e02a6d18#'

/** What stands as `@context`: terms with "@id" are references. */
export const CONTEXT = [
  ANNOTATION_CONTEXT,
  {
    parley: PARLEY_NAMESPACE,
    'parley:entry': { '@type': '@id' },
    'parley:textOf': { '@type': '@id' },
    'parley:sources': { '@type': '@id', '@container': '@list' },
  },
] as const

const URN = 'urn:uuid:'

export const urnOf = (uid: string): string => `${URN}${uid}`

/** The uid in a URN of one, in lower case; null for any other address. */
export function uidOfUrn(iri: string): string | null {
  const uid = iri.slice(0, URN.length).toLowerCase() === URN ? iri.slice(URN.length).toLowerCase() : ''
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uid) ? uid : null
}

/** A value of ours, whichever way its name is written: a program that reads and writes JSON-LD may write it out. */
export const ownValue = (object: Readonly<Record<string, unknown>>, name: string): unknown =>
  object[`parley:${name}`] ?? object[`${PARLEY_NAMESPACE}${name}`]
