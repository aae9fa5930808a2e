// Writes packages/fhir/src/codes/score-notices.ts: the notices of each instrument, without its rule.
import {
  instruments,
  noticesOfInstrument,
  type Instrument,
} from '../packages/clinical/src/instruments/index.ts';

const every: readonly Instrument<never>[] = instruments;

export function scoreNoticesFile(): string {
  const rows = every.map(
    (one) =>
      `${JSON.stringify(one.id)}: ${JSON.stringify({ title: one.title, words: noticesOfInstrument(one) })}`,
  );
  return `import type { ScoreNotice } from '@ehch/clinical';

/**
 * The notices that go with each instrument wherever its score is shown: written by \`npm run docs\` from the registry of instruments.
 * The instruments themselves stay out of the worker's bundle.
 */
export const SCORE_NOTICES: Readonly<Record<string, Omit<ScoreNotice, 'instrument'>>> = {
${rows.join(',\n')},
};
`;
}
