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

type Response = Held<'QuestionnaireResponse'>;

/** Whether a form asks about CPR, or is answered with a decision about it, whatever its title. */
function asksAboutCpr(held: Response): boolean {
  return answeredItems(held).some((item) => itemReading(item) !== null);
}

/** "Not known" in a newer form decides nothing, and leaves the decision of an older one in force. */
function decidesAboutCpr(held: Response): boolean {
  const readings = answeredItems(held).map(itemReading);
  return readings.includes('attempt') || readings.includes('do-not-attempt');
}

/** What forms answer about CPR: of each form the newest that is finished and decides. */
export function formRows(record: PatientRecord): readonly CprRow[] {
  const forms = record.all('QuestionnaireResponse').filter(asksAboutCpr);
  return newestOfEach(record, forms, decidesAboutCpr).flatMap((held) =>
    answeredItems(held).flatMap((item): readonly CprRow[] => {
      const reading = itemReading(item);
      if (reading === null) return [];
      const { authored, author, source, status } = held.value;
      const cautions = cautionsFor(held);
      if (status === 'in-progress') cautions.add('unconfirmed');
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
      const notInForce = status === 'stopped' ? UNFINISHED_FORM : null;
      return [
        { held, part, reading, said, details: asides, cautions, on, from: null, until: null, by, notInForce },
      ];
    }),
  );
}

/** Several answers must all say the same. */
function itemReading({ title, under, answers }: AnsweredItem): CprReading | null {
  const values = answers.length === 0 ? [{ dataAbsentReason: {} }] : answers.map(valueOfAnswer);
  const found = new Set(values.map((value) => answerReading(title, value)));
  const [only = null] = found;
  // "Not wanted" above "for CPR: yes" turns it round.
  const isTurned = only !== null && turnsRound(under ?? '');
  return found.size > 1 || isTurned ? 'unclear' : only;
}

function answerReading(title: string | null, value: AnsweredValue): CprReading | null {
  const reading = answeredReading({ text: title ?? undefined }, value);
  // "Is there a DNACPR in place?" with Yes is the decision that it asks for. With No it is not its opposite.
  if (reading !== 'unclear' || title === null || !title.trim().endsWith('?')) return reading;
  const asked = cprMeaning(title.replaceAll('?', '').replace(/^\s*(?:is there|has) (?:an? )?/i, ''));
  const isDecision = asked === 'attempt' || asked === 'do-not-attempt';
  return isDecision && answerIn(value) === 'yes' ? asked : reading;
}
