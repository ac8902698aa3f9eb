/** What is done with chosen articles: each is one step, and its undo is offered. */
import { useCallback } from 'react'
import type { Collection } from '../../../shared/domain/collection.ts'
import { useAction, useCanWrite } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { freeName } from './collection-names.ts'

export function useArticleActs(collections: readonly Collection[]) {
  const say = useSay()
  const { run: remove } = useAction('articles.remove')
  const { run: setArticles } = useAction('collections.setArticles')
  const { run: create } = useAction('collections.create')
  const offerUndo = useOfferUndo()
  const canWrite = useCanWrite()
  const nameOf = (id: number): string => collections.find((collection) => collection.id === id)?.name ?? ''
  const removeArticles = useCallback(
    async (ids: readonly number[]): Promise<void> => {
      const gone = canWrite ? await remove({ ids: [...ids] }) : undefined
      if (gone) offerUndo(say('articles.removed', { count: gone.articles, annotations: gone.annotations }))
    },
    [canWrite, offerUndo, remove, say],
  )
  return {
    remove: removeArticles,
    async collect(ids: readonly number[], into: number): Promise<void> {
      const done = await setArticles({ articleIds: [...ids], add: [into] })
      if (done) offerUndo(say('articles.collected', { count: done.added, name: nameOf(into) }))
    },
    async takeOut(ids: readonly number[], from: number): Promise<void> {
      const done = await setArticles({ articleIds: [...ids], remove: [from] })
      if (done) offerUndo(say('articles.takenOut', { count: done.removed, name: nameOf(from) }))
    },
    async newCollection(ids: readonly number[]): Promise<void> {
      const name = freeName(
        say('articles.newCollection'),
        collections.filter((collection) => collection.parentId === null),
      )
      const made = await create({ name, articleIds: [...ids] })
      if (made) offerUndo(say('articles.collected', { count: made.articles, name: made.name }))
    },
  }
}
