/**
 * The schemas of the W3C test suite as one question: which of its MUSTs does an annotation, a collection or a page break? They are written
 * in draft 4 of JSON Schema, in which whatever stands beside a `$ref` counts for nothing; they are read as the same in draft 7.
 */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv } from 'ajv'
import { fullFormats } from 'ajv-formats/dist/formats.js'

type Json = Record<string, unknown>

const readJson = (path: string): Json => JSON.parse(readFileSync(path, 'utf8')) as Json

function asDraft7(value: unknown, isTop = false): unknown {
  if (Array.isArray(value)) return value.map((one) => asDraft7(one))
  if (typeof value !== 'object' || value === null) return value
  const schema = value as Json
  if (typeof schema['$ref'] === 'string' && !isTop) return { $ref: schema['$ref'] }
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, inner]): [string, unknown][] => {
      if (key === '$schema' || (key === 'id' && typeof inner === 'string')) return []
      if (key === 'exclusiveMinimum' && inner === true) return [[key, schema['minimum']]]
      if (key === 'minimum' && schema['exclusiveMinimum'] === true) return []
      return [[key, asDraft7(inner)]]
    }),
  )
}

export interface Suite {
  /** Names of the MUSTs that are broken; none for what is valid. */
  readonly broken: (annotation: unknown) => string[]
  readonly brokenCollection: (collection: unknown) => string[]
}

/** The suite in a folder of the corpus. */
export function w3cSuite(folder: string): Suite {
  const ajv = new Ajv({ strict: false, allErrors: false, formats: fullFormats })
  const definitions = ['annotations', 'bodyTarget', 'choiceSet', 'collections', 'id', 'otherProperties', 'specificResource']
  for (const name of definitions) {
    const schema = asDraft7(readJson(join(folder, 'definitions', `${name}.json`)), true) as Json
    ajv.addSchema({ ...schema, $id: `https://suite.invalid/${name}.json` })
  }
  const musts = (readJson(join(folder, 'annotations/annotationMusts.test'))['assertions'] as string[]).map((path) => {
    const schema = asDraft7(readJson(join(folder, path)), true) as Json
    const name = basename(path, '.json')
    return { name, check: ajv.compile({ ...schema, $id: `https://suite.invalid/must-${name}.json` }) }
  })
  const collection = ['annotationCollectionTypeValueFound', 'labelDefinition', 'totalDefinition', 'firstRequiredIfTotalMoreThanZero', 'firstValidIfPresent', 'lastValidIfPresent'] // prettier-ignore
  const page = ['annotationPageTypeValueFound', 'itemsFound', 'partOfValidIfPresent', 'nextValidIfPresent', 'startIndexDefinition']
  const rule = (name: string) => ({ name, check: ajv.compile({ $ref: `https://suite.invalid/collections.json#/definitions/${name}` }) })
  const [ofCollection, ofPage] = [collection.map(rule), page.map(rule)]
  const failing = (rules: typeof musts, value: unknown): string[] => rules.filter(({ check }) => !check(value)).map(({ name }) => name)
  return {
    broken: (annotation) => failing(musts, annotation),
    brokenCollection: (value) => {
      const first = (value as Json)['first']
      return [...failing(ofCollection, value), ...(first === undefined ? [] : failing(ofPage, first))]
    },
  }
}
