import { bristol } from '../../../../instruments/bristol/bristol.ts';
import { choice, day, group, scored, askedWhen, askedWhenAny, words, yesNoNotKnown } from '../fields.ts';
import type { FormItem } from '../../../../form/types.ts';

const CONTINENCE = 'full=Continent|sometimes=Accidents at times|not=Incontinent';
const option = (item: string, value: string) =>
  ({ item, operator: '=', value: { type: 'option', value } }) as const;

export const continence = group(
  'continence',
  'Bladder, bowels',
  choice('urine', 'Continence of urine', `${CONTINENCE}|catheter=Has a catheter`),
  choice('bowels', 'Continence of bowels', CONTINENCE),
  askedWhenAny(
    ['urine', 'bowels'].flatMap((item) => [option(item, 'sometimes'), option(item, 'not')]),
    yesNoNotKnown('continence-new', 'Incontinence new or worse', { fresh: true }),
  ),
  scored(bristol),
  // Whoever leaks may have one all the same.
  askedWhen('urine', 'sometimes|not', yesNoNotKnown('catheter', 'Urinary catheter', { optional: true })),
  withCatheter(words('catheter-why', 'Why it is there', { maxLength: 200 })),
  withCatheter(day('catheter-change', 'Next change due')),
);

function withCatheter<Item extends FormItem>(item: Item): Item {
  return askedWhenAny([option('urine', 'catheter'), option('catheter', 'yes')], item);
}
