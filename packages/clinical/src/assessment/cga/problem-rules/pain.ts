import { ABBEY_BANDS } from '../../../instruments/abbey/abbey.ts';
import { lowestOf } from '../../../instruments/bands.ts';
import { PAINAD_PAIN_FROM } from '../../../instruments/painad/painad.ts';
import type { ProblemRule } from '../../types.ts';
import { because, raisedBy } from './raised-by.ts';

/** [P] Pain that is not controlled; or Abbey from 8 (moderate, Abbey 2004); or PAINAD from 2 (Zwakhalen 2012). */
const MEASURED = raisedBy('pain', 'Pain', {
  'pain-control': 'partly|poor',
  abbey: lowestOf(ABBEY_BANDS, 'moderate'),
  painad: PAINAD_PAIN_FROM,
});

export const pain: ProblemRule = {
  ...MEASURED,
  raise(facts) {
    const found = MEASURED.raise(facts);
    // What somebody says of their pain comes before any observed score (clinical rule 8.3); well controlled, it is cared for.
    const says = facts.answer('pain') === 'yes' && facts.answer('pain-control') !== 'good';
    return found ?? (says ? because(facts, '', 'pain') : null);
  },
};
