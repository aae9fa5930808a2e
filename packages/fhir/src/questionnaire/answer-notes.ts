import type { Author } from '@ehch/clinical';
import type { Answer, AnswerOrigin, GivenAnswer, NotGiven } from '@ehch/clinical/form';
import { precisionOf, readInstant } from '@ehch/clinical/time';
import { isObject, textAt, type JsonObject } from '../entry.ts';
import { defined, extension, extensionValue } from './json-value.ts';
import { EXT, OWN_EXT } from './urls.ts';

/**
 * Who answered a question and when, as extensions of the answered item. FHIR has one author and one date for
 * the whole response.
 */
export function writeNotes(answer: Answer): readonly JsonObject[] {
  const by = [
    { url: 'at', valueDateTime: answer.at },
    { url: 'name', valueString: answer.by?.name ?? undefined },
    { url: 'role', valueString: answer.by?.role ?? undefined },
  ];
  if (answer.state !== 'given') {
    const why = [
      { url: 'state', valueCode: answer.state },
      { url: 'reason', valueString: answer.reason ?? undefined },
    ];
    return [
      { url: EXT.dataAbsent, valueCode: ABSENT[answer.state] },
      { url: OWN_EXT.notGiven, extension: present([...why, ...by]) },
    ];
  }
  const { from } = answer;
  const source = [
    { url: 'from', valueCode: from.kind },
    {
      url: 'recordedOn',
      valueDateTime: from.kind === 'accepted' ? (from.recordedOn ?? undefined) : undefined,
    },
    { url: 'source', valueString: from.kind === 'accepted' ? from.source : undefined },
    { url: 'confirmed', valueBoolean: answer.confirmed },
  ];
  return [{ url: OWN_EXT.answered, extension: present([...by, ...source]) }];
}

/** FHIR's reasons for a missing value. FHIR has none for "unable", so the extension beside it states that. */
const ABSENT = {
  refused: 'asked-declined',
  'not-asked': 'not-asked',
  'not-known': 'asked-unknown',
  unable: 'not-performed',
} as const satisfies { readonly [state in NotGiven['state']]: string };

/** Author and time for answers that state none themselves. */
export interface Otherwise {
  readonly at: string;
  readonly by: Author | null;
}

/** When, by whom and from which source an item was answered. */
export function readGiven(item: JsonObject, otherwise: Otherwise): Omit<GivenAnswer, 'values' | 'state'> {
  const own = extension(item, OWN_EXT.answered);
  if (own === undefined) return { ...otherwise, from: { kind: 'entered' } };
  const confirmed = extensionValue(own, 'confirmed') === true ? { confirmed: true } : {};
  return { ...saidBy(own, otherwise), from: originOf(own), ...confirmed };
}

/** Where an answer came from. An unknown origin counts as entered by a person. */
function originOf(own: JsonObject): AnswerOrigin {
  const kind = extensionValue(own, 'from');
  if (kind === 'initial') return { kind };
  if (kind !== 'accepted') return { kind: 'entered' };
  const on = text(own, 'recordedOn');
  return {
    kind,
    recordedOn: on === null || precisionOf(on) === null ? null : on,
    source: text(own, 'source') ?? '',
  };
}

/** Why an item has no answer. `null`: it states no reason, or one that this product does not know. */
export function readNotGiven(item: JsonObject, otherwise: Otherwise): NotGiven | null {
  const own = extension(item, OWN_EXT.notGiven);
  const code = extensionValue(item, EXT.dataAbsent);
  const stated = own === undefined ? undefined : extensionValue(own, 'state');
  const state = STATES.find((each) => each === stated || (own === undefined && ABSENT[each] === code));
  if (state === undefined) return null;
  if (own === undefined) return { state, reason: null, ...otherwise };
  return { state, reason: text(own, 'reason'), ...saidBy(own, otherwise) };
}

const STATES = ['refused', 'not-asked', 'not-known', 'unable'] as const;

/** Author and time of an answer. A text that is no moment is replaced by the time of the response. */
function saidBy(own: JsonObject, otherwise: Otherwise): Otherwise {
  const [name, role, at] = [text(own, 'name'), text(own, 'role'), text(own, 'at')];
  return {
    at: at === null || readInstant(at) === null ? otherwise.at : at,
    by: name === null && role === null ? null : { name, role },
  };
}

function text(own: JsonObject, name: string): string | null {
  const value = extensionValue(own, name);
  return typeof value === 'string' ? value : null;
}

/** The parts of an extension that have a value. */
export function present(parts: readonly JsonObject[]): readonly JsonObject[] {
  return parts.filter((part) => Object.values(part).every((value) => value !== undefined));
}

/** The author of a response, where the reference has a name. */
export function responseAuthor(response: JsonObject): Author | null {
  const { author } = response;
  const name = isObject(author) ? textAt(author, 'display') : null;
  return name === null ? null : defined({ name, role: null });
}
