import type { FormItem } from '../../../../form/types.ts';
import { bmi } from '../../../../instruments/bmi/bmi.ts';
import { must } from '../../../../instruments/must/must.ts';
import {
  choice,
  day,
  group,
  asOtherMoment,
  scored,
  snomed,
  askedWhen,
  askedWhenAny,
  whole,
} from '../fields.ts';

const BODY_CODES: Readonly<Record<string, string>> = { 'bmi/kg': '27113001', 'bmi/heightM': '50373000' };

export const eating = group(
  'eating',
  'Eating, weight, mouth',
  coded(scored(bmi)),
  // A weight out of the record brings its own day with it.
  day('weight-on', 'Weighed on, if on another day', {
    fresh: true,
    past: true,
    dayOf: ['bmi/kg'],
    optional: true,
  }),
  askedWhenAny(
    [{ item: 'bmi/heightM', operator: 'exists', value: { type: 'boolean', value: false } }],
    whole('ulna', 'Ulna length, cm, where height cannot be measured', 10, 50, { optional: true }),
  ),
  ...earlierWeights(),
  scored(must),
  choice(
    'intake',
    'Eating and drinking',
    'usual=As usual|less=Less than usual|little=Much less, or almost nothing',
  ),
  choice(
    'swallow',
    'Swallowing',
    'good=No difficulty|difficult=Difficulty|risk=Eats and drinks at agreed risk',
  ),
  // IDDSI framework: foods 3 to 7, drinks 0 to 4. Numbers only; its descriptions are its own.
  askedWhen(
    'swallow',
    'difficult|risk',
    whole('food-level', 'Food texture, IDDSI level', 3, 7, { fact: 'food-level' }),
  ),
  askedWhen(
    'swallow',
    'difficult|risk',
    whole('drink-level', 'Drink thickness, IDDSI level', 0, 4, { fact: 'drinks-level' }),
  ),
  choice('mouth', 'Mouth', 'good=Comfortable|sore=Dry or sore|dentist=Needs a dentist'),
  choice('dentures', 'Dentures', 'None|Fit|loose=Do not fit|lost=Lost or broken'),
);

/** Change at 1, 3 and 6 months. Asked as weights: a percentage that somebody worked out cannot be checked. */
function earlierWeights(): readonly FormItem[] {
  const kg = (bmi.items as readonly FormItem[]).find(({ id }) => id === 'kg');
  if (kg === undefined) return [];
  return ([1, 3, 6] as const).map((months) => ({
    ...asOtherMoment(kg, `weight-${months}m`),
    text: `Weight ${months} ${months === 1 ? 'month' : 'months'} ago`,
    fact: `weight-${months}-${months === 1 ? 'month' : 'months'}-ago`,
    fresh: true,
    // Not every home has weighed them then.
    optional: true,
  }));
}

function coded(bodyMass: FormItem): FormItem {
  if (bodyMass.type !== 'group') return bodyMass;
  const items = bodyMass.items.map((item) => {
    const code = BODY_CODES[item.id];
    return code === undefined ? item : { ...item, ...snomed(code) };
  });
  return { ...bodyMass, items, ...snomed('60621009') };
}
