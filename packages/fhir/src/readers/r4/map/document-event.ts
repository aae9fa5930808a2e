import type { CareEvent } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import { EXTENSION } from '../../../codes/systems.ts';
import { conceptWords } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import { listAt, textAt } from '../../../entry.ts';
import type { RecordedEvent } from '../../../recorded-view.ts';
import { joined, words } from '../../../text.ts';
import { cautionsFor } from '../cautions.ts';
import { elementText } from '../elements/words.ts';
import { fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { asksMore, isAboutMe } from './about-me.ts';
import { formAnswers } from './form-answers.ts';
import { isLimitsForm } from './limits-decisions.ts';
import {
  documentWords,
  isLimitsDocument,
  isSuperseded,
  leaveAsides,
  typeDetails,
  withDocStatus,
} from './limits-documents.ts';

/** A document as an event. Documents about the limits of treatment are not events. */
export function documentEvent(record: PatientRecord, held: Held<'DocumentReference'>): readonly CareEvent[] {
  const { value } = held;
  // The agreed limits show it, with the place of the original. Shown twice, it would look like two forms.
  if (isLimitsDocument(held)) return [];
  if (isSuperseded(record, held)) return record.setAside(held, 'not-in-force');
  const cautions = cautionsFor(held);
  if (value.docStatus === 'preliminary') cautions.add('unconfirmed');
  record.show(held, 'events');
  const on = firstDate([value.date, value.content?.[0]?.attachment.creation], cautions);
  const said = documentWords(held) ?? 'Document without a title';
  const text = withDocStatus(held, said);
  leaveAsides(record, held, cautions);
  const coded = typeDetails(held, said, cautions);
  const { start, end } = value.context?.period ?? {};
  const served = [start, end].flatMap((date) => readDate(date, cautions) ?? []);
  if (served.length > 0)
    cautions.leave('about the time', served.map((date) => formatDate(date)).join(' to '));
  for (const category of value.category ?? []) {
    const name = conceptWords(category, new Set());
    const isSort =
      category.coding?.some(({ system = '' }) => system.endsWith('documentreference-category')) === true;
    if (!isSort && name !== null && value.type !== undefined && !said.includes(name))
      cautions.leave('category', name);
  }
  return [
    {
      ...fact(record, held, cautions, { on, by: value.author ?? [] }),
      ...coded,
      kind: 'document',
      text,
      until: null,
      notDone: null,
    },
  ];
}

/**
 * A completed form with its answers, as an event. About Me, and forms about the limits of treatment, have
 * their own sections.
 */
export function formEvent(
  record: PatientRecord,
  held: Held<'QuestionnaireResponse'>,
): readonly RecordedEvent[] {
  const { value } = held;
  if ((isAboutMe(held) && !asksMore(held)) || isLimitsForm(held)) return [];
  const cautions = cautionsFor(held);
  const isUnfinished = value.status === 'in-progress';
  if (isUnfinished) cautions.add('unconfirmed');
  record.show(held, 'events');
  const on = readDate(value.authored, cautions);
  const answers = formAnswers(held);
  return [
    {
      ...fact(record, held, cautions, { on, by: [value.author, value.source] }),
      kind: 'assessment',
      text: isUnfinished ? `${formTitle(held)} (not finished)` : formTitle(held),
      until: null,
      notDone: value.status === 'stopped' ? { why: 'stopped before it was finished' } : null,
      ...(answers.length > 0 && { answers }),
    },
  ];
}

/**
 * The title of a form. R4 lets the sender put a title beside the address of the questionnaire. Else it is the
 * title of the only section, the end of the address, or "Form".
 */
function formTitle({ value, raw }: Held<'QuestionnaireResponse'>): string {
  const title = listAt(raw['_questionnaire'], 'extension').find(
    (extension) => (textAt(extension, 'url') ?? EXTENSION.display) === EXTENSION.display,
  );
  const [only, second] = value.item ?? [];
  const isGroup = second === undefined && only?.answer === undefined;
  const name = value.questionnaire?.split('|')[0]?.split('/').at(-1);
  return (
    words(elementText(title)) ??
    (isGroup ? words(only?.text) : null) ??
    joined(['Form', words(name)]) ??
    'Form'
  );
}
