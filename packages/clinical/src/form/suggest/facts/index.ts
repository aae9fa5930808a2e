import type { FactReaders, RowReader } from '../recorded-fact.ts';
import { aboutMeFacts } from './about-me.ts';
import { fallFacts, fallRows } from './falls.ts';
import { frailtyFacts } from './frailty.ts';
import { functionFacts } from './function.ts';
import { identityFacts } from './identity.ts';
import { limitsFacts } from './limits.ts';
import { medicineFacts } from './medicines.ts';
import { news2Facts } from './news2.ts';
import { kinRows } from './people.ts';
import { problemFacts, problemRows } from './problems.ts';
import { reviewFacts } from './reviews.ts';
import { swallowingReaders } from './swallowing.ts';
import { weightFacts } from './weight.ts';

/** Every fact that a question may name as `FormQuestion.fact`. */
export const FACTS: FactReaders = {
  ...aboutMeFacts,
  ...fallFacts,
  ...frailtyFacts,
  ...functionFacts,
  ...identityFacts,
  ...limitsFacts,
  ...medicineFacts,
  ...news2Facts,
  ...problemFacts,
  ...reviewFacts,
  ...swallowingReaders,
  ...weightFacts,
};

/** Every list of the record that fills rows: by the fact that the first question of such a row names. */
export const ROWS: Readonly<Record<string, RowReader>> = {
  'fall-day': fallRows,
  'kin-name': kinRows,
  'problem-name': problemRows,
};
