/** All handlers, one for every procedure of the contract: a missing or surplus one does not compile. */
import type { CommandHandlers, MutationHandlers, QueryHandlers } from '../session.ts'
import { annotationMutations, annotationQueries } from './annotations.ts'
import { articleMutations, articleQueries } from './articles.ts'
import { compareQueries } from './compare.ts'
import { historyCommands, historyQueries } from './history.ts'
import { importCommands, importQueries } from './imports.ts'
import { issueMutations, issueQueries } from './issues.ts'
import { libraryCommands, libraryQueries } from './library.ts'
import { partyMutations, partyQueries } from './parties.ts'
import { reportCommands, reportQueries } from './reports.ts'
import { tagMutations, tagQueries } from './tags.ts'
import { threadMutations, threadQueries } from './threads.ts'

export const queries: QueryHandlers = {
  ...libraryQueries,
  ...historyQueries,
  ...articleQueries,
  ...annotationQueries,
  ...tagQueries,
  ...issueQueries,
  ...partyQueries,
  ...threadQueries,
  ...compareQueries,
  ...importQueries,
  ...reportQueries,
}
export const mutations: MutationHandlers = {
  ...articleMutations,
  ...annotationMutations,
  ...tagMutations,
  ...issueMutations,
  ...partyMutations,
  ...threadMutations,
}
export const commands: CommandHandlers = { ...libraryCommands, ...historyCommands, ...importCommands, ...reportCommands }
