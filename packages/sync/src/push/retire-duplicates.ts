import { isObject, listAt, textAt } from '@ehch/fhir';
import type { Acknowledgement, StoredResource } from '@ehch/store';
import { weakTag } from '../http/version-tag.ts';
import { editAt } from '../raw-json/edit-at.ts';
import { askServer, type PushContext } from './context.ts';
import { INTENT_ID, isByIntent, pressIdIn } from './marks.ts';
import { entryText, storedOf } from './stored.ts';

/** A duplicate that a server made of one press, and that was taken out of use. */
export interface RetiredDuplicate {
  readonly intent: string;
  readonly type: string;
  readonly kept: string;
  readonly retired: string;
}

/** Minutes after an acceptance at which duplicates are looked for: a server that races shows them late. */
const LOOKS_AFTER_MS = [0, 60_000, 180_000, 300_000];

/** Types whose status can say that the record was an error. The others are deleted, if nobody has changed them. */
const ERROR_STATUS: ReadonlySet<string> = new Set([
  'AllergyIntolerance',
  'CarePlan',
  'Communication',
  'Flag',
  'List',
  'Observation',
  'QuestionnaireResponse',
  'ServiceRequest',
  'Task',
]);

/** What was looked up already. It is lost with the context, and then looked up again. */
export interface DuplicateLooks {
  readonly made: Map<string, number>;
  /** From when on the looks count, where the clock was set back since the acceptance. */
  readonly since: Map<string, number>;
  readonly open: Map<string, Duplicate>;
  readonly retired: RetiredDuplicate[];
}

interface Duplicate {
  readonly intent: string;
  readonly kept: string;
  readonly copy: StoredResource;
}

export function noLooks(): DuplicateLooks {
  return { made: new Map(), since: new Map(), open: new Map(), retired: [] };
}

/**
 * Looks for a second copy of what a press created on a server that gives the ids, or retires one, with one request
 * (sync.md 1.5). The acknowledged copy stays, and where it is gone nothing is retired.
 *
 * @returns whether there was something to do
 */
export async function retireDuplicates(context: PushContext, looks: DuplicateLooks): Promise<boolean> {
  if (context.profile.level !== 'B' || !context.guards.retireDuplicates) return false;
  const open = [...looks.open.values()][0];
  if (open !== undefined) {
    await retire(context, looks, open);
    return true;
  }
  const acknowledgements = await context.store.outbox.acknowledgements();
  for (const acknowledgement of acknowledgements)
    for (const body of acknowledgement.bodies)
      if (isDue(context, looks, acknowledgement, body)) {
        await look(context, looks, acknowledgement, body);
        return true;
      }
  return false;
}

/** When the next look is due, by the device's clock. `null`: none is. */
export async function nextLook(context: PushContext, looks: DuplicateLooks): Promise<number | null> {
  if (context.profile.level !== 'B' || !context.guards.retireDuplicates) return null;
  if (looks.open.size > 0) return context.timing.now();
  const due = (await context.store.outbox.acknowledgements()).flatMap((acknowledgement) =>
    acknowledgement.bodies.flatMap((body) => {
      const after = LOOKS_AFTER_MS[looks.made.get(nameOf(acknowledgement, body)) ?? 0];
      if (after === undefined || pressIdIn(body.text) === null) return [];
      return [countedFrom(context, looks, acknowledgement, body) + after];
    }),
  );
  return due.length === 0 ? null : Math.min(...due);
}

function isDue(
  context: PushContext,
  looks: DuplicateLooks,
  acknowledgement: Acknowledgement,
  body: StoredResource,
): boolean {
  const after = LOOKS_AFTER_MS[looks.made.get(nameOf(acknowledgement, body)) ?? 0];
  if (after === undefined || pressIdIn(body.text) === null) return false;
  return context.timing.now() >= countedFrom(context, looks, acknowledgement, body) + after;
}

/** From when on the looks at an accepted press count. After the clock was set back, an acceptance may lie a year ahead. */
function countedFrom(
  { timing }: PushContext,
  { since }: DuplicateLooks,
  acknowledgement: Acknowledgement,
  body: StoredResource,
): number {
  const name = nameOf(acknowledgement, body);
  const from = Math.min(since.get(name) ?? Date.parse(acknowledgement.at), timing.now());
  since.set(name, from);
  return from;
}

async function look(
  context: PushContext,
  looks: DuplicateLooks,
  acknowledgement: Acknowledgement,
  body: StoredResource,
): Promise<void> {
  const id = pressIdIn(body.text) ?? '';
  const answer = await askServer(
    context,
    'GET',
    `${body.type}?identifier=${encodeURIComponent(`${INTENT_ID}|${id}`)}`,
    {
      headers: { 'cache-control': 'no-cache' },
    },
  );
  const name = nameOf(acknowledgement, body);
  // A look that was not answered is not made. The circuit and its pause keep it from being repeated at once.
  if (answer.kind !== 'done' && answer.kind !== 'refused') return;
  looks.made.set(name, nextRound(context, looks, acknowledgement, body));
  if (answer.kind === 'refused') return;
  const inUse = [...listAt(answer.json, 'entry').keys()].flatMap((at) => {
    const copy = storedOf(entryText(answer.text, at), body.type);
    return copy === null || isInError(copy) ? [] : [copy];
  });
  // Guard: somebody may have taken the acknowledged copy out of use since. Then the other one is the record.
  if (!inUse.some((copy) => copy.id === body.id)) return;
  const { intent } = acknowledgement;
  for (const copy of inUse)
    if (copy.id !== body.id && isByIntent(JSON.parse(copy.text), intent))
      looks.open.set(`${copy.type}/${copy.id}`, { intent, kept: body.id, copy });
}

/** Rounds that have passed meanwhile are made up for by one look. */
function nextRound(
  context: PushContext,
  looks: DuplicateLooks,
  acknowledgement: Acknowledgement,
  body: StoredResource,
): number {
  const from = countedFrom(context, looks, acknowledgement, body);
  const passed = LOOKS_AFTER_MS.filter((after) => context.timing.now() >= from + after).length;
  return Math.max((looks.made.get(nameOf(acknowledgement, body)) ?? 0) + 1, passed);
}

async function retire(context: PushContext, looks: DuplicateLooks, duplicate: Duplicate): Promise<void> {
  const { copy, intent, kept } = duplicate;
  const address = `${copy.type}/${copy.id}`;
  looks.open.delete(address);
  if (copy.version === null) return;
  const headers = { 'if-match': weakTag(copy.version) };
  const answer = ERROR_STATUS.has(copy.type)
    ? await askServer(context, 'PUT', address, { body: inError(copy), headers })
    : await askServer(context, 'DELETE', address, { headers });
  if (answer.kind === 'done') looks.retired.push({ intent, type: copy.type, kept, retired: copy.id });
  // Somebody has worked on the copy, or the answer was lost. The next look finds it as it is then.
}

function inError({ text, type }: StoredResource): string {
  const to = { is: 'value', value: 'entered-in-error' } as const;
  if (type !== 'AllergyIntolerance') return editAt(text, ['status'], to);
  const system = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification';
  const status = { coding: [{ system, code: 'entered-in-error' }] };
  return editAt(editAt(text, ['clinicalStatus'], { is: 'absent' }), ['verificationStatus'], {
    is: 'value',
    value: status,
  });
}

function isInError({ text }: StoredResource): boolean {
  const value: unknown = JSON.parse(text);
  const coded = isObject(value) ? listAt(value['verificationStatus'], 'coding') : [];
  return (
    textAt(value, 'status') === 'entered-in-error' ||
    coded.some((each) => textAt(each, 'code') === 'entered-in-error')
  );
}

function nameOf({ intent }: Acknowledgement, { type, id }: StoredResource): string {
  return `${intent} ${type}/${id}`;
}
