import { notAssessedText, NOT_ASSESSED } from '@ehch/clinical/assessment';
import { formatDate } from '@ehch/clinical/display';
import { precisionOf, spanOf } from '@ehch/clinical/time';
import { EXTENSION } from '../../../codes/systems.ts';
import { listAt, textAt } from '../../../entry.ts';
import { extensionsOf } from '../../../extensions.ts';
import { joined } from '../../../text.ts';
import { elementText } from '../elements/words.ts';
import type { Held } from '../record.ts';
import type { ResponseItem } from '../resources/questionnaire-response.ts';
import { reasonWords } from './absent-reason.ts';

/** A part of an extension of our own forms, by its name. */
type Parts = Map<string, string>;

/** The parts of an extension with what each says. An extension with a value in the place of its parts is one part without a name. */
export function partsOfAnswer(list: unknown, url: string): Parts {
  const [own] = extensionsOf(list, url);
  if (own === undefined) return new Map();
  const parts = 'extension' in own ? listAt(own, 'extension') : [{ ...own, url: '' }];
  return new Map(parts.map((part) => [textAt(part, 'url') ?? '', elementText(part) ?? '']));
}

/** Why a question has no answer: in the words of the form where it was ours, else in those of FHIR's code. */
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

/** Where an answer of ours came from, beside "entered". */
const ORIGINS: Readonly<Record<string, string>> = {
  accepted: 'taken over from the record',
  initial: 'filled in by the form',
};

/**
 * What is to be known of one answer beside its value: who gave it and when, where that is not who signed the form and its day;
 * where it was taken over from; and how many questions a total does not count yet.
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

/** The day where it is one; what is no date stands as it is. */
export function dayOf(text: string): string {
  return precisionOf(text) === null ? text : formatDate(text);
}
