import type { LimitsDecision } from '@ehch/clinical';
import { PREFERRED_PLACE } from '../../../codes/limits.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, conceptWords, firstWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import type { Unwritten } from '../../../recorded-view.ts';
import { joined, words } from '../../../text.ts';
import { careFor } from '../care.ts';
import { byNewest, fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { isSharingConsent } from './consents.ts';
import { answeredItems, newestOfEach } from './responses.ts';
import { LIMITS_TITLE, placeKind, REFUSAL_TITLE } from './limits-words.ts';
import { careForObservation, observed, type Observation, isMade } from './observation-kind.ts';

type Decision = Unwritten<LimitsDecision>;

/** Recorded decisions other than about CPR. */
export function limitsDecisions(record: PatientRecord): readonly Decision[] {
  return [
    ...record.all('Consent').flatMap((held) => fromConsent(record, held)),
    ...record.all('Observation').flatMap((held) => preferredPlace(record, held)),
    ...fromForms(record),
  ].toSorted(byNewest);
}

function fromConsent(record: PatientRecord, held: Held<'Consent'>): readonly Decision[] {
  const { value } = held;
  if (isSharingConsent(held))
    return record.setAside(held, value.provision?.type === 'deny' ? 'withheld' : 'says-nothing');
  if (value.status !== 'active')
    return record.setAside(
      held,
      ['draft', 'proposed'].includes(value.status) ? 'not-happened' : 'not-in-force',
    );
  const care = careFor(held);
  const title = firstWords(
    [...(value.category ?? []), ...(value.scope === undefined ? [] : [value.scope])],
    care,
  );
  const about = (value.provision?.code ?? []).flatMap((code) => conceptWords(code, care) ?? []).join(', ');
  const who = (value.provision?.actor ?? []).flatMap(
    ({ role, reference }) => joined([conceptWords(role, care), words(reference?.display)], ': ') ?? [],
  );
  const text = joined(
    [title, about, value.provision?.type === 'deny' && about === '' ? 'refused' : null, ...who],
    ': ',
  );
  if (text === null) return record.refuse(held, 'missing', 'category');
  record.show(held, 'limits');
  const on = readDate(value.dateTime, care);
  const isRefusal =
    value.provision?.type !== 'permit' && (isAdvanceRefusal(held) || REFUSAL_TITLE.test(title ?? ''));
  return [
    {
      ...fact(record, held, care, { on, by: value.performer ?? [] }),
      kind: isRefusal ? 'refusal-of-treatment' : 'other',
      text,
    },
  ];
}

/** R4 consentscope `adr`, "Advanced Care Directive", with a provision that denies. */
function isAdvanceRefusal({ value }: Held<'Consent'>): boolean {
  return value.provision?.type === 'deny' && (value.scope?.coding ?? []).some(({ code }) => code === 'adr');
}

function preferredPlace(record: PatientRecord, held: Observation): readonly Decision[] {
  const { code, valueString, valueCodeableConcept } = held.value;
  const care = careForObservation(held);
  const title = conceptWords(code, care) ?? '';
  const coded = codesIn(code, SNOMED).includes(PREFERRED_PLACE);
  const kind = placeKind(title) ?? (coded ? 'preferred-place-of-death' : null);
  if (kind === null || !isMade(held)) return [];
  const text = words(valueString) ?? conceptWords(valueCodeableConcept, care);
  if (text === null) return record.refuse(held, 'missing', 'value[x]');
  record.show(held, 'limits');
  return [{ ...observed(record, held, care), kind, text }];
}

/** Answers of the newest ReSPECT, end-of-life or advance care plan form. */
function fromForms(record: PatientRecord): readonly Decision[] {
  const forms = record.all('QuestionnaireResponse').filter(isLimitsForm);
  return newestOfEach(record, forms).flatMap((held) => {
    record.show(held, 'limits');
    const { authored, author, source, status } = held.value;
    return answeredItems(held).map(({ id, title, answer }): Decision => {
      const care = careFor(held);
      if (status === 'in-progress') care.add('unconfirmed');
      const on = readDate(authored, care);
      const text = title === null ? answer : [`${title}: `, ...answer];
      const kind = REFUSAL_TITLE.test(title ?? '')
        ? 'refusal-of-treatment'
        : (placeKind(title ?? '') ?? 'other');
      return { ...fact(record, held, care, { on, by: [author, source], part: id }), kind, text };
    });
  });
}

/** A form about the limits of treatment: by its address, or by the titles of its sections. */
export function isLimitsForm({ value }: Held<'QuestionnaireResponse'>): boolean {
  const address = value.questionnaire?.split('/').at(-1)?.replaceAll(/[-_]/g, ' ') ?? '';
  const titles = (value.item ?? []).map(({ text }) => text ?? '');
  return LIMITS_TITLE.test(address) || titles.some((title) => LIMITS_TITLE.test(title));
}
