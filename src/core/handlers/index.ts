/** All handlers, one for every procedure of the contract: a missing or surplus one does not compile. */
import type { CommandHandlers, FollowUps, MutationHandlers, QueryHandlers } from '../session.ts'
import { annotationCommands, annotationFollowUps, annotationMutations, annotationQueries } from './annotations.ts'
import { articleMutations, articleQueries } from './articles.ts'
import { cellCommands, cellFollowUps, cellMutations, cellQueries } from './cells.ts'
import { checkMutations } from './checks.ts'
import { codebookCommands, codebookMutations, codebookQueries } from './codebook.ts'
import { collectionMutations, collectionQueries } from './collections.ts'
import { compareMutations, compareQueries } from './compare.ts'
import { eventMutations, eventQueries } from './events.ts'
import { evidenceQueries } from './evidence.ts'
import { exportCommands, exportQueries } from './exports.ts'
import { historyCommands, historyQueries } from './history.ts'
import { importCommands, importQueries } from './imports.ts'
import { issueMutations, issueQueries } from './issues.ts'
import { libraryCommands, libraryQueries } from './library.ts'
import { linkQueries } from './links.ts'
import { networkCommands, networkQueries } from './network.ts'
import { notTextMutations, notTextQueries } from './not-text.ts'
import { outputCommands } from './outputs.ts'
import { partyMutations, partyQueries } from './parties.ts'
import { reportFormatQueries } from './report-formats.ts'
import { reportTemplateMutations, reportTemplateQueries } from './report-templates.ts'
import { reportCommands, reportQueries } from './reports.ts'
import { revisionCommands, revisionMutations, revisionQueries } from './revisions.ts'
import { sourceCommands, sourceQueries } from './source.ts'
import { storyMutations, storyQueries } from './stories.ts'
import { searchCommands, searchMutations, searchQueries } from './search.ts'
import { tagMutations, tagQueries } from './tags.ts'
import { threadMutations, threadQueries } from './threads.ts'
import { timelineQueries } from './timeline.ts'
import { viewMutations, viewQueries } from './views.ts'
import { withStatements } from './with-statements.ts'

export const queries: QueryHandlers = {
  ...libraryQueries,
  ...historyQueries,
  ...articleQueries,
  ...collectionQueries,
  ...annotationQueries,
  ...revisionQueries,
  ...notTextQueries,
  ...sourceQueries,
  ...storyQueries,
  ...tagQueries,
  ...issueQueries,
  ...partyQueries,
  ...codebookQueries,
  ...threadQueries,
  ...withStatements(timelineQueries),
  ...withStatements(compareQueries),
  ...withStatements(cellQueries),
  ...eventQueries,
  ...evidenceQueries,
  ...importQueries,
  ...reportQueries,
  ...reportFormatQueries,
  ...reportTemplateQueries,
  ...exportQueries,
  ...searchQueries,
  ...viewQueries,
  ...withStatements(networkQueries),
  ...linkQueries,
}
export const mutations: MutationHandlers = {
  ...articleMutations,
  ...collectionMutations,
  ...annotationMutations,
  ...revisionMutations,
  ...notTextMutations,
  ...storyMutations,
  ...tagMutations,
  ...issueMutations,
  ...partyMutations,
  ...codebookMutations,
  ...threadMutations,
  ...checkMutations,
  ...cellMutations,
  ...eventMutations,
  ...searchMutations,
  ...compareMutations,
  ...viewMutations,
  ...reportTemplateMutations,
}
export const followUps: FollowUps = { ...annotationFollowUps, ...cellFollowUps }
export const commands: CommandHandlers = {
  ...libraryCommands,
  ...annotationCommands,
  ...historyCommands,
  ...importCommands,
  ...reportCommands,
  ...exportCommands,
  ...cellCommands,
  ...revisionCommands,
  ...sourceCommands,
  ...codebookCommands,
  ...searchCommands,
  ...outputCommands,
  ...networkCommands,
}
