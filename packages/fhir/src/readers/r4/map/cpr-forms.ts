import { byCode } from '../../../by-code.ts';
import { readDate } from '../../../dates.ts';
import { textOf } from '../../../computed/written.ts';
import { joined } from '../../../text.ts';
import { cautionsFor } from '../cautions.ts';
import type { Held, PatientRecord } from '../record.ts';
import { answeredReading, saidValue, type CprReading } from './cpr-reading.ts';
import { cprMeaning } from './cpr-words.ts';
import type { CprRow } from './cpr-row.ts';
import { turnsRound } from './limits-words.ts';
import { UNFINISHED_FORM } from './not-in-force.ts';
import { answerIn, type AnsweredValue } from './answered.ts';
import { answeredItems, newestOfEach, valueOfAnswer, type AnsweredItem } from './responses.ts';
import { formsOf } from './plan-lines.ts';

type Response = Held<'QuestionnaireResponse'>;

/** Whether a form asks about CPR, or has an answer with a decision about it, whatever its title. */
function asksAboutCpr(held: Response): boolean {
  return answeredItems(held).some((item) => itemReading(item) !== null);
}

/**
 * Whether a form decides about CPR. "Not known" in a newer form decides nothing, and leaves an older decision
 * in force.
 */
function decidesAboutCpr(held: Response): boolean {
  const readings = answeredItems(held).map(itemReading);
  return readings.includes('attempt') || readings.includes('do-not-attempt');
}

/** A form that is not finished decides nothing: nobody has signed it. */
const FORM_STANDING = byCode<string>({
  'in-progress': 'the form is not finished',
  stopped: UNFINISHED_FORM,
});

/** The answers of forms about CPR. Of each form, the newest that is finished and decides counts. */
export function formRows(record: PatientRecord): readonly CprRow[] {
  const forms = formsOf(record).filter(asksAboutCpr);
  return newestOfEach(record, forms, decidesAboutCpr).flatMap((held) =>
    answeredItems(held).flatMap((item): readonly CprRow[] => {
      const reading = itemReading(item);
      if (reading === null) return [];
      const { authored, author, source, status } = held.value;
      const cautions = cautionsFor(held);
      const on = readDate(authored, cautions);
      const said =
        joined(
          [
            item.under,
            item.title,
            item.answers.length === 0
              ? textOf(item.answer)
              : joined(
                  item.answers.map((one) => saidValue(valueOfAnswer(one))),
                  ', ',
                ),
          ],
          ': ',
        ) ?? '';
      const asides = item.answers.length === 0 ? [] : item.asides;
      const by = [author, source];
      const part = `cpr-${item.id}`;
      const notInForce = FORM_STANDING[status] ?? null;
      return [
        { held, part, reading, said, details: asides, cautions, on, from: null, until: null, by, notInForce },
      ];
    }),
  );
}

/** What one item of a form says about CPR. Several answers must all say the same. */
function itemReading({ title, under, answers }: AnsweredItem): CprReading | null {
  const values = answers.length === 0 ? [{ dataAbsentReason: {} }] : answers.map(valueOfAnswer);
  const found = new Set(values.map((value) => answerReading(title, value)));
  const [only = null] = found;
  // "Not wanted" above "for CPR: yes" reverses the answer.
  const isTurned = only !== null && turnsRound(under ?? '');
  return found.size > 1 || isTurned ? 'unclear' : only;
}

function answerReading(title: string | null, value: AnsweredValue): CprReading | null {
  const reading = answeredReading({ text: title ?? undefined }, value);
  // "Is there a DNACPR in place?" with Yes states that decision. With No it does not state the opposite.
  if (reading !== 'unclear' || title === null || !title.trim().endsWith('?')) return reading;
  const asked = cprMeaning(title.replaceAll('?', '').replace(/^\s*(?:is there|has) (?:an? )?/i, ''));
  const isDecision = asked === 'attempt' || asked === 'do-not-attempt';
  return isDecision && answerIn(value) === 'yes' ? asked : reading;
}
