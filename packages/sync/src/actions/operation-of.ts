import { EhchError, type CareIntent, type ResidentId } from '@ehch/clinical';
import { isObject, lineName, type JsonObject } from '@ehch/fhir';
import { writeIntent } from '@ehch/fhir/writers';
import type { FieldEdit, Operation, SourceTerms, Store } from '@ehch/store';
import { decideEdits } from '../conflicts/decide-edits.ts';
import { NOBODY } from '../nobody.ts';
import type { SignedIn } from '../engine-configuration.ts';

/** Who acts, and with what. */
export interface OperationAuthorship {
  readonly user: SignedIn | null;
  /** Server time minus device time, in milliseconds; `null`: not known. */
  readonly clockOffsetMs: number | null;
  /** The program with its version: "EHCH Kit 0.1.0". */
  readonly device: string;
  /** The source in which a resident's own resources lie. */
  readonly source: SourceTerms;
}

/**
 * An intent as what it asks of the server. What waits, or was accepted, says what a signature became.
 *
 * @param recalled what was accepted, where this device did not keep it (`recallWritten`)
 */
export async function operationOf(
  store: Store,
  intent: CareIntent,
  { user, clockOffsetMs, device, source }: OperationAuthorship,
  recalled: readonly JsonObject[] | null = null,
): Promise<Operation> {
  const { what } = intent;
  const author = user ?? nobody(intent);
  const operation = writeIntent(intent, {
    author: { sub: author.sub, display: author.display, reference: author.reference, role: author.role },
    clockOffsetMs,
    device,
    ...('finished' in what && { written: recalled ?? (await writtenBy(store, what.finished)) }),
    ...((what.kind === 'correct-resident' || what.kind === 'resident-left') && {
      written: await resourcesOf(store, source, intent.resident),
    }),
    ...(what.kind === 'plan-line' && (await planWriting(store, source, intent.resident, what.line))),
  });
  if (what.kind === 'thread-entry')
    return { ...operation, dependsOn: await knownHere(store, operation.dependsOn) };
  return what.kind === 'finish-assessment' ? { ...operation, title: what.form.title } : operation;
}

/**
 * Those that this device has taken. A thread is mostly raised on another one: it is on the server then, and no press on it waits
 * for something that will never be sent from here.
 */
async function knownHere({ outbox }: Store, intents: readonly string[]): Promise<readonly string[]> {
  const waiting = new Set((await outbox.entries()).map(({ intent }) => intent));
  const known = await Promise.all(
    intents.map(
      async (intent) =>
        waiting.has(intent) ||
        (await outbox.acknowledgement(intent)) !== null ||
        (await outbox.givenUp(intent)) !== null,
    ),
  );
  return intents.filter((_, at) => known[at]);
}

/** The resources that an intent became, or will become once it is sent. */
async function writtenBy({ outbox }: Store, intent: string): Promise<readonly JsonObject[]> {
  const accepted = await outbox.acknowledgement(intent);
  if (accepted !== null)
    return accepted.bodies.map(({ text }) => JSON.parse(text) as unknown).filter(isObject);
  const waiting = (await outbox.entries()).find((entry) => entry.intent === intent);
  const parts = waiting?.operation?.parts ?? [];
  const bodies = parts.flatMap((part) => (part.op === 'create' ? [JSON.parse(part.body) as unknown] : []));
  if (bodies.length === 0)
    throw new EhchError(
      'not-found',
      'What was signed is not on this device any more. Mark it where it was written.',
    );
  return bodies.filter(isObject);
}

/**
 * The resources as they will be once everything is sent that waits: a second change of a line builds on the first, although the
 * server has seen neither. What made the line has to be there before.
 */
async function planWriting(
  store: Store,
  source: SourceTerms,
  resident: ResidentId | null,
  line: string | null,
) {
  const texts = new Map<string, string>();
  const versions = resident === null ? [] : (await store.records(source).read(resident)).resources;
  for (const { type, id, text } of versions) texts.set(`${type}/${id}`, text);
  const dependsOn: string[] = [];
  for (const { intent, operation } of await store.outbox.entries()) {
    if (operation === null || operation.resident !== resident) continue;
    for (const part of operation.parts) {
      const name = `${part.type}/${part.id}`;
      if (part.op === 'create' && !texts.has(name)) texts.set(name, part.body);
      if (part.op === 'create' && line !== null && name === lineName(line)) dependsOn.push(intent);
      if (part.op === 'update') texts.set(name, withEdits(texts.get(name), part.edits));
    }
  }
  const written = [...texts.values()].map((text) => JSON.parse(text) as unknown).filter(isObject);
  return { written, dependsOn };
}

/** A copy with edits that wait. Edits that do not fit it any more are a conflict by now, which their own push finds. */
function withEdits(text: string | undefined, edits: readonly FieldEdit[]): string {
  const decided = text === undefined ? null : decideEdits(edits, text);
  return decided?.state === 'safe' ? decided.body : (text ?? '{}');
}

async function resourcesOf(
  store: Store,
  source: SourceTerms,
  resident: ResidentId | null,
): Promise<readonly JsonObject[]> {
  if (resident === null) return [];
  const { resources } = await store.records(source).read(resident);
  return resources.map(({ text }) => JSON.parse(text) as unknown).filter(isObject);
}

/** Nobody is signed in. What was done is kept under the name that the form has, and is sent only once somebody is. */
function nobody({ what }: CareIntent): SignedIn {
  const by = what.kind === 'finish-assessment' ? what.assessment.by : 'by' in what ? what.by : null;
  return by === null ? NOBODY : { ...NOBODY, display: by.name ?? NOBODY.display, role: by.role ?? null };
}
