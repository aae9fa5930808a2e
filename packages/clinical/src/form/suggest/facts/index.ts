import type { FactReaders } from '../recorded-fact.ts';
import { frailtyFacts } from './frailty.ts';
import { functionFacts } from './function.ts';
import { identityFacts } from './identity.ts';
import { medicineFacts } from './medicines.ts';
import { news2Facts } from './news2.ts';
import { weightFacts } from './weight.ts';

/** Every fact that a question may name as `FormQuestion.fact`. */
export const FACTS: FactReaders = {
  ...frailtyFacts,
  ...functionFacts,
  ...identityFacts,
  ...medicineFacts,
  ...news2Facts,
  ...weightFacts,
};
