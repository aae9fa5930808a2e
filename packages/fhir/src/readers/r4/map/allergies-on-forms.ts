import type { Allergy } from '@ehch/clinical';
import { readDate } from '../../../dates.ts';
import { cautionsFor } from '../cautions.ts';
import { fact } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { named, titleOf, underTitle, type Statement } from './allergy-titles.ts';
import { saidValue } from './cpr-reading.ts';
import { RELATIVE } from './family-words.ts';
import { formsOf } from './plan-lines.ts';
import { answeredItems, newestOfEach, valueOfAnswer } from './responses.ts';

const OF_OTHERS = new RegExp(`\\b(?:family|carers?|${RELATIVE}|visitors?|staff)\\b`, 'i');

/**
 * Allergens that only a form names, under a question about allergies: homes write them in their assessments. A form that
 * is not finished leaves them unconfirmed.
 * @param namesIn the names under a statement that the list does not have
 */
export function allergiesOnForms(
  record: PatientRecord,
  namesIn: (statement: Statement) => readonly string[],
): readonly Allergy[] {
  const said = (held: ReturnType<typeof formsOf>[number]) =>
    answeredItems(held).flatMap(({ id, title, under, answers }) =>
      // "Family history" above "Allergies" makes them somebody else's.
      (OF_OTHERS.test(under ?? '') ? [] : answers).flatMap((answer, index) => {
        const statement = { ...valueOfAnswer(answer), code: { text: title ?? '' } };
        return titleOf(statement) === null ? [] : [{ statement, part: `allergy-${id}-${index}` }];
      }),
    );
  const forms = formsOf(record).filter((held) => said(held).length > 0);
  return newestOfEach(record, forms, () => true).flatMap((held) =>
    said(held).flatMap(({ statement, part }): readonly Allergy[] =>
      namesIn(statement).map((name) => {
        const cautions = cautionsFor(held);
        if (held.value.status === 'in-progress' || held.value.status === 'stopped')
          cautions.add('unconfirmed');
        const on = readDate(held.value.authored, cautions);
        const by = [held.value.author, held.value.source];
        const substance = underTitle(name, saidValue(statement));
        return {
          ...fact(record, held, cautions, { on, by, part }),
          ...named(substance, 'recorded on a form'),
          dated: 'recorded',
        };
      }),
    ),
  );
}
