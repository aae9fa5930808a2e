import { fieldsOf } from '../not-answered.ts';
import { CHARLSON_QUESTIONS } from './charlson-conditions.ts';
import { scoreCharlson, type CharlsonInput } from './charlson.ts';

/** Every condition answered with no. */
export const NO_CONDITION: CharlsonInput = Object.fromEntries(CHARLSON_QUESTIONS.map(({ id }) => [id, 'no']));

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  // The published examples name only weights, so the first conditions of each weight stand for them.
  charlson: (input) => {
    const { weights, age } = fieldsOf(input) as { weights: readonly number[]; age: number | null };
    const left = [...weights];
    const answers = CHARLSON_QUESTIONS.map(({ id, weight }) => {
      const at = left.indexOf(weight);
      if (at >= 0) left.splice(at, 1);
      return [id, at >= 0 ? 'yes' : 'no'];
    });
    return left.length > 0 ? null : scoreCharlson({ ...Object.fromEntries(answers), ageYears: age }).total;
  },
  'charlson-conditions': (input) => scoreCharlson(input as CharlsonInput),
};

const of70 = (changed: CharlsonInput): CharlsonInput => ({ ...NO_CONDITION, ageYears: 70, ...changed });

/** Weights of Charlson 1987. */
export const examples = {
  charlson: [
    { id: 'fifty-nine', input: { weights: [], age: 59 }, expected: 1 },
    { id: 'sixty', input: { weights: [], age: 60 }, expected: 2 },
    { id: 'sixty-nine', input: { weights: [], age: 69 }, expected: 2 },
    { id: 'seventy', input: { weights: [], age: 70 }, expected: 3 },
    { id: 'seventy-nine', input: { weights: [], age: 79 }, expected: 3 },
    { id: 'eighty', input: { weights: [3], age: 80 }, expected: 7 },
    { id: 'no weight of four', input: { weights: [4], age: 80 }, expected: null },
    { id: 'no age', input: { weights: [], age: null }, expected: null },
  ],
  'charlson-conditions': [
    { id: 'age alone', input: of70({}), expected: { status: 'complete', total: 3, band: null } },
    { id: 'dementia', input: of70({ dementia: 'yes' }), expected: { total: 4 } },
    { id: 'kidney', input: of70({ kidney: true }), expected: { total: 5 } },
    { id: 'severe liver disease', input: of70({ 'liver-severe': 'yes' }), expected: { total: 6 } },
    { id: 'AIDS', input: of70({ aids: 'yes' }), expected: { total: 9 } },
    {
      id: 'two degrees of one disease [P]',
      input: of70({ diabetes: 'yes', 'diabetes-damage': 'yes' }),
      expected: {
        status: 'invalid',
        total: null,
        atLeast: 5,
        missing: ['diabetes', 'diabetes-damage'],
        flags: ['one-of-diabetes-diabetes-damage'],
      },
    },
    {
      id: 'a condition that nobody asked about',
      input: of70({ lung: 'not-asked', stroke: 'yes' }),
      expected: { status: 'incomplete', total: null, atLeast: 4, missing: ['lung'] },
    },
    { id: 'age in months', input: of70({ ageYears: 1000 }), expected: { status: 'invalid', total: null } },
  ],
};
