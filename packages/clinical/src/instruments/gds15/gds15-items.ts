import type { Assessed } from '../assessed.ts';
import type { Given } from '../not-answered.ts';
import { yesNo, type PointsQuestion, type YesNo } from '../sum-of-parts.ts';

type GdsPart = `q${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15}`;

/** Answers by the numbers of the 15 questions. */
export type Gds15Input = Assessed & { readonly [P in GdsPart]?: Given<YesNo> };

/** The questions in the order of the scale, in our own short words. "No" scores in 1, 5, 7, 11 and 13. */
export const GDS15_QUESTIONS: readonly PointsQuestion[] = [
  yesNo('q1', '1. Satisfied with life', 'no'),
  yesNo('q2', '2. Dropped activities and interests'),
  yesNo('q3', '3. Life feels empty'),
  yesNo('q4', '4. Often bored'),
  yesNo('q5', '5. Mostly in good spirits', 'no'),
  yesNo('q6', '6. Afraid of something bad'),
  yesNo('q7', '7. Mostly happy', 'no'),
  yesNo('q8', '8. Often helpless'),
  yesNo('q9', '9. Rather stays in'),
  yesNo('q10', '10. Memory worse than others’'),
  yesNo('q11', '11. Wonderful to be alive', 'no'),
  yesNo('q12', '12. Feels worthless'),
  yesNo('q13', '13. Full of energy', 'no'),
  yesNo('q14', '14. Situation is hopeless'),
  yesNo('q15', '15. Others are better off'),
];
