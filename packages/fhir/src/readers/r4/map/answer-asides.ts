import { notAssessedText, NOT_ASSESSED } from '@ehch/clinical/assessment';
import { formatDate } from '@ehch/clinical/display';
import { precisionOf, spanOf } from '@ehch/clinical/time';
import { byCode } from '../../../by-code.ts';
import { EXTENSION } from '../../../codes/systems.ts';
import { listAt, textAt } from '../../../entry.ts';
import { extensionsOf } from '../../../extensions.ts';
import { joined } from '../../../text.ts';
import { elementText } from '../elements/words.ts';
import type { Held } from '../record.ts';
import type { ResponseItem } from '../resources/questionnaire-response.ts';
import { reasonWords } from './absent-reason.ts';

/** The parts of an extension of this product's own forms, by name. */
type Parts = Map<string, string>;

/**
 * The parts of an extension, each with its text. An extension with a value instead of parts counts as one
 * part without a name.
 */
export function partsOfAnswer(list: unknown, url: string): Parts {
  const [own] = extensionsOf(list, url);
  if (own === undefined) return new Map();
  const parts = 'extension' in own ? listAt(own, 'extension') : [{ ...own, url: '' }];
  return new Map(parts.map((part) => [textAt(part, 'url') ?? '', elementText(part) ?? '']));
}

/** Why a question has no answer: in the words of this product's form, else in the words of the FHIR code. */
export function whyNone({ extension, answer = [] }: ResponseItem): string | null {
  const own = partsOfAnswer(extension, EXTENSION.notGiven);
  const [state, reason = null] = [own.get('state'), own.get('reason')];
  if (isReason(state)) return notAssessedText({ state, reason });
  const code = elementText(
    [extension, ...answer.map((each) => each.extension)].flatMap((list) =>
      extensionsOf(list, EXTENSION.dataAbsentReason),
    )[0],
  );
  return joined(
    [code === null ? null : reasonWords({ coding: [{ code }] }), state, reason, own.get('')],
    '; ',
  );
}

function isReason(state: string | undefined): state is keyof typeof NOT_ASSESSED {
  return state !== undefined && Object.hasOwn(NOT_ASSESSED, state);
}

/** Where an answer in this product's forms came from, unless a person entered it. */
const ORIGINS = byCode<string>({
  accepted: 'taken over from the record',
  initial: 'filled in by the form',
});

/**
 * What must be shown beside an answer: who gave it and when, where these differ from the signer and date of
 * the form; the record that it was taken from; and how many questions a total still lacks.
 */
export function asidesOf(
  { extension }: ResponseItem,
  { value }: Held<'QuestionnaireResponse'>,
): readonly string[] {
  const own = new Map([
    ...partsOfAnswer(extension, EXTENSION.notGiven),
    ...partsOfAnswer(extension, EXTENSION.answered),
  ]);
  const who = joined([own.get('name'), own.get('role')], ', ');
  const [at, from, on, confirmed] = ['at', 'from', 'recordedOn', 'confirmed'].map((name) => own.get(name));
  const soFar = elementText(extensionsOf(extension, EXTENSION.soFar)[0]);
  const isSameDay = spanOf(at ?? null)?.from === spanOf(value.authored ?? null)?.from;
  const said = [
    who === value.author?.display ? null : who,
    at === undefined || isSameDay ? null : dayOf(at),
    from === 'entered' ? null : (ORIGINS[from ?? ''] ?? from),
    on === undefined ? null : dayOf(on),
    own.get('source'),
    confirmed === 'true' ? 'unusual, and confirmed' : confirmed,
    soFar === null ? null : `not complete: ${soFar} missing`,
    own.get(''),
  ];
  return said.flatMap((each) => joined([each]) ?? []);
}

/** A text as a date, where it is one. Other text stays as it is. */
export function dayOf(text: string): string {
  return precisionOf(text) === null ? text : formatDate(text);
}
