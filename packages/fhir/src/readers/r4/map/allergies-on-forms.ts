import type { Allergy } from '@ehch/clinical';
import { readDate } from '../../../dates.ts';
import { joined } from '../../../text.ts';
import { cautionsFor } from '../cautions.ts';
import { fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { allergenNamed, titleOf, underTitle, type Statement } from './allergy-titles.ts';
import { saidValue } from './cpr-reading.ts';
import { RELATIVE } from './family-words.ts';
import { formsOf } from './plan-lines.ts';
import { answeredItems, newestOfEach, valueOfAnswer } from './responses.ts';
import { plainTextOf } from './value-words.ts';

const OF_OTHERS = new RegExp(`\\b(?:family|carers?|${RELATIVE}|visitors?|staff)\\b`, 'i');

/** An allergen in an answer, with the answers under it: "reaction: anaphylaxis". */
interface Allergen {
  readonly statement: Statement;
  readonly part: string;
  readonly below: readonly string[];
}

/**
 * Allergens that only a form names, under a question about allergies: homes write them in their assessments. A form that
 * is not finished leaves them unconfirmed.
 * @param namesIn the names under a statement that the list does not have
 */
export function allergiesOnForms(
  record: PatientRecord,
  namesIn: (statement: Statement) => readonly string[],
): readonly Allergy[] {
  const forms = formsOf(record).filter((held) => allergensIn(held).length > 0);
  return newestOfEach(record, forms, () => true).flatMap((held) =>
    allergensIn(held).flatMap(({ statement, part, below }): readonly Allergy[] =>
      namesIn(statement).map((name) => {
        const cautions = cautionsFor(held);
        const { status, authored, author, source } = held.value;
        if (status === 'in-progress' || status === 'stopped') cautions.add('unconfirmed');
        const on = readDate(authored, cautions);
        const told = allergenNamed(underTitle(name, saidValue(statement)), 'recorded on a form');
        return {
          ...fact(record, held, cautions, { on, by: [author, source], part }),
          ...told,
          details: [...told.details, ...below],
          dated: 'recorded',
        };
      }),
    ),
  );
}

function allergensIn(held: Held<'QuestionnaireResponse'>): readonly Allergen[] {
  const items = answeredItems(held);
  return items.flatMap(({ id, title, under, answers, asides }) => {
    // "Family history" above "Allergies" makes them somebody else's.
    if (OF_OTHERS.test(under ?? '')) return [];
    const inner = items.filter((one) => one.id.startsWith(`${id}.`));
    const below = inner.flatMap((one) => joined([one.title, plainTextOf(one.answer)], ': ') ?? []);
    return answers.flatMap((answer, index) => {
      const statement = { ...valueOfAnswer(answer), code: { text: title ?? '' } };
      if (titleOf(statement) === null) return [];
      return [{ statement, part: `allergy-${id}-${index}`, below: [...asides, ...below] }];
    });
  });
}
