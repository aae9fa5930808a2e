import type { ResidentId } from '@ehch/clinical';
import { openForm, type Draft, type FormDefinition } from '@ehch/clinical/form';
import { readInstant, type Instant } from '@ehch/clinical/time';
import { isObject, textAt, type JsonObject } from '../entry.ts';
import { isTooDeep } from '../json.ts';
import { responseAuthor } from './answer-notes.ts';
import { readDraftNotes } from './draft-notes.ts';
import { readAnswers, type RecordedTotal } from './read-answers.ts';
import type { Refusal } from './refusal.ts';
import { isAbout } from './same-subject.ts';
import type { Unread } from './unread.ts';
import { withUnsent } from './unsent.ts';
import { canonicalOf } from './write-questionnaire.ts';

/** What a response cannot state about itself. */
export interface ResponseReadingOptions {
  /**
   * The reference of the resident whose answers are read: `Patient/17`. A response about somebody else is
   * refused, and so is one without a subject. `null`: the caller has checked the subject in another way.
   */
  readonly subject: string | null;
  readonly resident: ResidentId;
  /** The id of the draft, for a response without one. */
  readonly id: string;
  /**
   * The local copy of this draft, for whatever a response never carries. A copy of another draft or resident
   * is not used.
   */
  readonly own?: Draft;
  /** The present moment, for whatever the response does not date. */
  readonly at: Instant;
  /**
   * The address under which the form is published, besides its id. Without it, answers that name an address
   * are refused.
   */
  readonly url?: string;
}

/**
 * A draft, with the parts of the response that have no place in it; or the reasons for refusing the response.
 */
export type ResponseReading =
  | { readonly draft: Draft; readonly unread: readonly Unread[]; readonly refused?: never }
  | { readonly draft: null; readonly refused: readonly Refusal[] };

/**
 * Reads a FHIR R4 QuestionnaireResponse, by this product or another program. Never throws. No part of it is
 * lost silently.
 */
export function readResponse(
  json: unknown,
  form: FormDefinition,
  options: ResponseReadingOptions,
): ResponseReading {
  const refusal = refusalOf(json, form, options);
  if (refusal !== null || !isObject(json)) return { draft: null, refused: refusal === null ? [] : [refusal] };
  const { formId: _, version, made, ...notes } = readDraftNotes(json);
  const authored = textAt(json, 'authored');
  const dated = authored !== null && readInstant(authored) !== null ? authored : null;
  // Guard: when a server stored the response is not when the person was seen.
  const isDated = notes.assessedAt !== undefined || (dated !== null && notes.changedAt === undefined);
  const at = dated ?? options.at;
  const read = readAnswers(json, form, { at, by: responseAuthor(json) }, notes.rows);
  const draft: Draft = {
    id: options.id,
    assessedAt: at,
    startedAt: at,
    changedAt: at,
    ...notes,
    resident: options.resident,
    form: { id: form.id, version: version ?? canonical(json)?.version ?? form.version },
    answers: read.answers,
    rows: rowsOf(notes.rows, read.rows),
    ...(made === undefined ? {} : { made }),
    // A draft has to have a moment. Nobody said this one, so a person has to before the form is signed.
    ...(!isDated && { disputed: { answers: {}, decisions: {}, assessedAt: { kept: at, said: [] } } }),
  };
  const undated: readonly Unread[] = isDated
    ? []
    : [{ linkId: null, under: null, why: 'not-dated', json: json['authored'] ?? null }];
  const { own } = options;
  // The copy belongs to this draft only if its id, resident and version of the form all match.
  const isOwn =
    own?.id === draft.id && own.resident === draft.resident && own.form.version === draft.form.version;
  const whole = own !== undefined && isOwn && own.form.id === form.id ? withUnsent(form, draft, own) : draft;
  return { draft: whole, unread: [...undated, ...read.unread, ...otherTotals(form, draft, read.totals)] };
}

/**
 * The rows that the response names, with any others. A single row "1" is what every group has without stating
 * it.
 */
function rowsOf(named: Draft['rows'], found: Draft['rows']): Draft['rows'] {
  const more = Object.entries(found).flatMap(([key, rows]) => {
    const known = Object.hasOwn(named, key) ? (named[key] ?? []) : [];
    const all = [...new Set([...known, ...rows])];
    return known.length === 0 && all.length === 1 && all[0] === '1' ? [] : [[key, all] as const];
  });
  return { ...named, ...Object.fromEntries(more) };
}

/** Totals in the response that its answers do not give here. Both are shown, and neither is chosen. */
function otherTotals(
  form: FormDefinition,
  draft: Draft,
  recorded: ReadonlyMap<string, RecordedTotal>,
): readonly Unread[] {
  if (recorded.size === 0) return [];
  const { totals } = openForm(form, draft);
  return [...recorded].flatMap(([key, { value, linkId, json }]): readonly Unread[] => {
    const total = totals.get(key);
    const calculated = total?.state === 'scored' || total?.state === 'said' ? total.value : null;
    return calculated === value ? [] : [{ linkId, under: null, why: 'other-total', json }];
  });
}

/** Why a response is refused. `null`: it is taken. The subject is checked before any answer is read. */
function refusalOf(json: unknown, form: FormDefinition, options: ResponseReadingOptions): Refusal | null {
  if (isTooDeep(json))
    return { why: 'too-deep', words: 'The answers are nested deeper than any form in use.' };
  if (!isObject(json) || json['resourceType'] !== 'QuestionnaireResponse')
    return { why: 'not-this-resource', words: 'This is not a FHIR QuestionnaireResponse.' };
  if (options.subject !== null && !isAbout(json, options.subject))
    return {
      why: 'wrong-resident',
      words: 'These answers are about another person, or do not say about whom.',
    };
  if (textAt(json, 'status') === 'entered-in-error')
    return { why: 'entered-in-error', words: 'These answers are marked as recorded by mistake.' };
  if (json['modifierExtension'] !== undefined || json['implicitRules'] !== undefined)
    return {
      why: 'unknown-modifier',
      words: 'These answers carry a modifier that is not known here and may turn their meaning.',
    };
  return isAnother(json, form, options)
    ? { why: 'another-form', words: 'These are answers to another form.' }
    : null;
}

/** Whether a response is to another form. The draft's own note counts before the address. */
function isAnother(json: JsonObject, form: FormDefinition, { url }: ResponseReadingOptions): boolean {
  const { formId } = readDraftNotes(json);
  if (formId !== undefined) return formId !== form.id;
  const stated = canonical(json)?.url;
  if (stated === undefined || stated === form.id || stated === url) return false;
  // On a server, the address of a form ends in its id there: `Questionnaire/phq2`.
  const named = /^(?:https?:\/\/.*\/)?Questionnaire\/([^/]+)$/.exec(stated)?.[1];
  return named === undefined || canonicalOf(form.id) !== undefined || url !== undefined || named !== form.id;
}

/** The address and version of the form that a response names. `null`: it names none. */
function canonical(json: JsonObject): { readonly url: string; readonly version?: string } | null {
  // STU3 has a reference here.
  const text = textAt(json, 'questionnaire') ?? textAt(json['questionnaire'], 'reference');
  if (text === null) return null;
  const [url = '', version] = text.split('|');
  return { url, ...(version === undefined || version === '' ? {} : { version }) };
}
