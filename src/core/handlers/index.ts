/** All handlers, one for every procedure of the contract: a missing or surplus one does not compile. */
import type { CommandHandlers, MutationHandlers, QueryHandlers } from '../session.ts'
import { annotationMutations, annotationQueries } from './annotations.ts'
import { articleMutations, articleQueries } from './articles.ts'
import { codebookMutations, codebookQueries } from './codebook.ts'
import { compareQueries } from './compare.ts'
import { importCommands, importQueries } from './imports.ts'
import { libraryCommands, libraryQueries } from './library.ts'
import { partyMutations, partyQueries } from './parties.ts'
import { reportCommands, reportQueries } from './reports.ts'
import { threadMutations, threadQueries } from './threads.ts'

export const queries: QueryHandlers = {
  ...libraryQueries,
  ...articleQueries,
  ...annotationQueries,
  ...codebookQueries,
  ...partyQueries,
  ...threadQueries,
  ...compareQueries,
  ...importQueries,
  ...reportQueries,
}
export const mutations: MutationHandlers = {
  ...articleMutations,
  ...annotationMutations,
  ...codebookMutations,
  ...partyMutations,
  ...threadMutations,
}
export const commands: CommandHandlers = { ...libraryCommands, ...importCommands, ...reportCommands }
