/** Where a link of a report leads: to the passage, to the article where the annotation is gone, to nothing in another library. */
import { expect, test } from 'vitest'
import { annotationById } from '../../../src/core/store/annotations.ts'
import { removeAnnotations } from '../../../src/core/store/annotation-removal.ts'
import { articleById } from '../../../src/core/store/articles.ts'
import { passageOfLink } from '../../../src/core/store/links.ts'
import { passageLink } from '../../../src/shared/domain/passage-link.ts'
import { codedLibrary, putArticle, step, tagQuote } from './library.ts'

test('a link finds its passage by uids', () => {
  const library = codedLibrary()
  const { articleId, annotationId } = step(library, (db, context) => {
    const id = putArticle(db, 'Talks resumed in Doha.')
    return { articleId: id, annotationId: tagQuote(db, context, id, 'Talks') }
  })
  const { uid } = articleById(library.read, articleId)
  const link = passageLink(uid, annotationById(library.read, annotationId).uid)
  expect(passageOfLink(library.read, link)).toEqual({ articleId, title: 'Talks', annotationId })
  expect(passageOfLink(library.read, passageLink(uid))).toEqual({ articleId, title: 'Talks', annotationId: null })
  expect(passageOfLink(codedLibrary().read, link)).toBeNull()
  expect(passageOfLink(library.read, 'parley://passage/1')).toBeNull()
  step(library, (db) => removeAnnotations(db, [annotationId]))
  expect(passageOfLink(library.read, link)).toEqual({ articleId, title: 'Talks', annotationId: null })
})
