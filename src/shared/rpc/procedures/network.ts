/** Procedures about the network of parties. */
import { networkInputSchema, networkPairInputSchema, networkPairSchema, networkSchema } from '../../domain/network.ts'
import { keptOutputSchema } from '../../domain/output.ts'
import { command, query } from '../define.ts'

export const networkProcedures = {
  'network.read': query({
    doc: 'Parties linked by the issues on which they agree or stand against each other: congruence and conflict as in discourse network analysis.',
    input: networkInputSchema,
    output: networkSchema,
    reads: ['annotations', 'parties', 'codebook', 'articles', 'cells'],
  }),
  'network.pair': query({
    doc: 'The issues on which two parties agree, and those on which they stand against each other.',
    input: networkPairInputSchema,
    output: networkPairSchema,
    reads: ['annotations', 'parties', 'codebook', 'articles', 'cells'],
  }),
  'network.export': command({
    doc: 'The network as GraphML; the host saves the output.',
    input: networkInputSchema,
    output: keptOutputSchema,
  }),
} as const
