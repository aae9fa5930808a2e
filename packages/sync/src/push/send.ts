import type { OperationPart, StoredResource } from '@ehch/store';
import { entriesOf, idIn, type Answer } from './answer.ts';
import { accept } from './accept.ts';
import { askServer, change, handOf, instantOf, moveNow, type PushContext } from './context.ts';
import type { ReadableEntry } from './lanes.ts';
import { isTooLate, TOO_LATE } from './in-time.ts';
import { goesByOwnId, hasMarker, pressIdIn, shows, type Sender } from './marks.ts';
import { onePartEach } from './one-part-each.ts';
import { prepare, type Prepared } from './prepare.ts';
import { nextRequest, type Outgoing } from './request.ts';
import { becomeUnknown, hold, settle } from './settle.ts';
import { entryText, storedOf } from './stored.ts';

/** Sends an entry, or reads what has to be known before it can be sent. */
export async function send(context: PushContext, entry: ReadableEntry, sender: Sender): Promise<void> {
  const { profile, guards } = context;
  const changes = entry.operation.parts.some(({ op }) => op === 'update');
  if (profile.level === 'read-only')
    return hold(context, entry, 0, 'This server cannot be written to without the risk of doubling a record.');
  // P13. It would overwrite what others have written meanwhile, without a word.
  if (changes && profile.ignoresIfMatch && guards.ifMatch)
    return hold(
      context,
      entry,
      0,
      'This server overwrites newer versions, so existing records are not changed.',
    );
  if (isTooLate(context, entry)) return hold(context, entry, 0, TOO_LATE);
  const operation = onePartEach(entry.operation);
  if (operation === null)
    return hold(context, entry, 0, 'It makes one record twice, so it cannot be sent as it is.');
  if (operation !== entry.operation) {
    // What is known of its parts is known by their places.
    context.hands.delete(entry.n);
    const move = { kind: 'move', to: entry.state, notBefore: entry.notBefore, operation } as const;
    return void (await change(context, entry, move));
  }
  const prepared = await prepare(context, entry);
  if (prepared === null) return;
  const hand = handOf(context, entry);
  if (guards.ifMatch && cannotBeGuarded(entry, prepared, hand.arrived))
    return hold(context, entry, 0, 'This server counts no versions, so existing records are not changed.');
  if (entry.attempts === 0 && prepared.every(({ isDone }) => isDone))
    return alreadyThere(context, entry, prepared);
  const outgoing = nextRequest(context, entry, { hand, prepared, sender });
  const claimed = await claim(context, entry, outgoing, prepared);
  if (claimed === null) return;
  const { method, path, body, headers } = outgoing;
  const answer = await askServer(context, method, path, { body, headers });
  if (answer.kind !== 'done') return settle(context, claimed, answer);
  return arrivedBy(context, claimed, outgoing, answer);
}

/** Writes down that a request leaves, before it does: whoever finds the row after a crash then asks first (P3). */
async function claim(
  context: PushContext,
  entry: ReadableEntry,
  { parts }: Outgoing,
  prepared: readonly Prepared[],
): Promise<ReadableEntry | null> {
  const versions = parts.flatMap((at) => {
    const on = prepared[at]?.on ?? null;
    return on === null ? [] : [`${at}@${on}`];
  });
  const attempt = { at: instantOf(context), outcome: ['sending', ...versions].join(' ') };
  const move = {
    kind: 'move',
    to: 'sending',
    notBefore: entry.notBefore,
    countAttempt: true,
    attempt,
  } as const;
  if (!(await change(context, entry, move))) return null;
  return { ...entry, state: 'sending', attempts: entry.attempts + 1, sent: [...entry.sent, attempt] };
}

/** P13. Without a version there is nothing for `If-Match` to name. */
function cannotBeGuarded(
  { operation }: ReadableEntry,
  prepared: readonly Prepared[],
  arrived: ReadonlyMap<number, string>,
): boolean {
  return operation.parts.some(
    ({ op }, at) => op === 'update' && !arrived.has(at) && prepared[at]?.on === null,
  );
}

/** P8: nobody else has touched the resource, so there is nothing to write and nothing to merge. */
async function alreadyThere(
  context: PushContext,
  entry: ReadableEntry,
  prepared: readonly Prepared[],
): Promise<void> {
  const hand = handOf(context, entry);
  for (const [at, part] of entry.operation.parts.entries()) {
    hand.arrived.set(at, part.id);
    hand.bodies.set(at, storedOf(prepared[at]?.text ?? '', part.type));
  }
  hand.isOwnAnswer = true;
  return accept(context, entry);
}

/** Takes over what an answer of success says. What it does not say is read. */
async function arrivedBy(
  context: PushContext,
  entry: ReadableEntry,
  outgoing: Outgoing,
  answer: Extract<Answer, { kind: 'done' }>,
): Promise<void> {
  const hand = handOf(context, entry);
  const { parts } = entry.operation;
  if (!note(context, entry, outgoing, answer)) return becomeUnknown(context, entry, 'another answer');
  hand.isOwnAnswer = hand.bodies.size === parts.length;
  if (hand.isOwnAnswer) return accept(context, entry);
  // Not all has arrived, or not all came back. After a crash here, the whole entry is verified.
  hand.isVerified = true;
  await moveNow(context, entry, 'unknown');
}

/** @returns whether the answer fits what was sent */
function note(
  { profile, hands }: PushContext,
  { n, operation }: ReadableEntry,
  { parts, isBundle, entries }: Outgoing,
  { text, json, location }: Extract<Answer, { kind: 'done' }>,
): boolean {
  const answered = isBundle ? entriesOf(json, entries) : null;
  if (isBundle && answered === null) return false;
  for (const [place, at] of parts.entries()) {
    const part = operation.parts[at];
    const own = isBundle ? entryText(text, place) : text;
    if (part === undefined) return false;
    const stored = storedOf(own, part.type);
    const id = stored?.id ?? (isBundle ? answered?.[place]?.id : idIn(location)) ?? null;
    const isOurId = part.op === 'update' || goesByOwnId(profile, part);
    // A page, an outcome or another resource in the place of ours says nothing of ours.
    if (isOurId ? id !== null && id !== part.id : id === null) return false;
    if (stored === null && own.trim() !== '' && id === null) return false;
    // Entries in another order would give this part the id of another.
    if (!isOurId && !isAbout(part, stored, answered?.[place]?.type ?? null)) return false;
    const hand = hands.get(n);
    hand?.arrived.set(at, id ?? part.id);
    const isShown =
      stored !== null && (hasMarker(profile, operation) || shows(stored.text, part, operation.intent));
    if (isShown) hand?.bodies.set(at, stored);
    else hand?.told.add(at);
  }
  return true;
}

/** Whether an answer is about this part, as far as it says: by the type, and by the id that the press gave it. */
function isAbout({ type, id }: OperationPart, body: StoredResource | null, answered: string | null): boolean {
  if (answered !== null && answered !== type) return false;
  return ((body && pressIdIn(body.text)) ?? id) === id;
}
