import { EhchError } from '@ehch/clinical';
import type { Operation, OperationPart, OutboxEntry } from '@ehch/store';
import { choicesOf, mineOnTheirs, partInConflict } from '../conflicts/conflict-fields.ts';
import { namedPatient } from '../pull/resident-of.ts';
import type { PushPorts, SenderAtHome } from './context.ts';
import { inTimeAgain } from './in-time.ts';
import { isReadable, type ReadableEntry } from './lanes.ts';
import { storedOf } from './stored.ts';
import { isAudit, isForPerson } from './waits-for.ts';

/** What a person decides about an entry that waits for them. */
export type Decision =
  /** Gives it up: the other version stands. The reason stays in the log. */
  | { readonly kind: 'discard'; readonly why: string }
  /** Sends the same again, as after a permission came back. */
  | { readonly kind: 'send-again' }
  /** Puts one's own values over the other version, which the person has seen. */
  | { readonly kind: 'keep-mine' }
  /** Takes each choice of the conflict from one side. A resource that is one choice is taken whole (P17). */
  | { readonly kind: 'choose'; readonly take: { readonly [choice: string]: 'mine' | 'theirs' } }
  /** Sends something else instead: both put together by hand, or a corrected record. */
  | { readonly kind: 'replace'; readonly parts: readonly OperationPart[] };

type DecisionPorts = Pick<PushPorts, 'store' | 'timing' | 'epoch' | 'whoIsSignedIn'> & {
  /** Why the person who is signed in may not send it; `null`: they may. Absent: everybody may. */
  readonly whyNotBy?: (operation: Operation) => string | null;
};

/**
 * Carries out a person's decision. What is sent instead is an intent of its own, by the person who decided, on the other
 * version; its marker names the first author as well. It comes as the old entry goes: of two decisions one counts.
 *
 * @returns the intent under which it goes on. `null`: it was given up
 * @throws {EhchError} `signed-out` if nobody is signed in; `not-found` if the entry no longer waits for a person;
 * `bad-argument` if the decision does not fit it; `forbidden` if this person may not send it; `not-kept` if it could not be written
 */
export async function decide(
  ports: DecisionPorts,
  intent: string,
  decision: Decision,
): Promise<string | null> {
  const who = ports.whoIsSignedIn();
  if (who === null) throw new EhchError('signed-out', 'Nobody is signed in. Sign in, then decide.');
  const entry = (await ports.store.outbox.entries()).find((each) => each.intent === intent);
  if (
    entry === undefined ||
    isAudit(entry) ||
    !(isForPerson(entry.state) || (!isReadable(entry) && decision.kind === 'discard'))
  )
    throw new EhchError('not-found', 'This entry no longer waits for a decision. Read the list again.');
  if (decision.kind === 'discard') return discard(ports, entry, who, decision.why);
  if (!isReadable(entry))
    throw new EhchError('bad-argument', 'This entry cannot be read, so it cannot be sent.');
  const take = decision.kind === 'choose' ? checked(entry, decision.take) : {};
  const isTheirs = decision.kind === 'choose' && Object.values(take).every((side) => side === 'theirs');
  if (isTheirs) return discard(ports, entry, who, 'The other version stands.');
  // Guard: what one person may press, another may not send in their own name or time (SPEC P20).
  const whyNot = ports.whyNotBy?.(entry.operation) ?? null;
  if (whyNot !== null) throw new EhchError('forbidden', whyNot);
  if (decision.kind === 'send-again') return sendAgain(ports, entry);
  const parts = decision.kind === 'replace' ? decision.parts : mineOverTheirs(entry, take);
  const next = await replacing(ports, entry, who, parts);
  const taken = Object.entries(take).map(([choice, side]) => ` ${choice}: ${side}.`);
  await discard(ports, entry, who, `Replaced by ${next.intent}.${taken.join('')}`, next);
  return next.intent;
}

/** Guard: a choice that was not made, or that is another by now, is nobody's decision. */
function checked(
  { operation, problem }: ReadableEntry,
  take: { readonly [choice: string]: 'mine' | 'theirs' },
): typeof take {
  const part = problem?.kind === 'conflict' ? partInConflict(operation.parts, problem) : null;
  const choices = part === null || problem?.kind !== 'conflict' ? [] : choicesOf(part, problem);
  const isComplete =
    choices.length === Object.keys(take).length && choices.every((choice) => Object.hasOwn(take, choice));
  if (choices.length > 0 && isComplete) return take;
  throw new EhchError('bad-argument', 'Choose a side for each field. Read the list again.');
}

async function discard(
  { store, timing }: DecisionPorts,
  { n, state }: OutboxEntry,
  { sub, display }: SenderAtHome,
  why: string,
  instead?: Operation,
): Promise<null> {
  const at = new Date(timing.now()).toISOString();
  if (why.trim() === '')
    throw new EhchError('bad-argument', 'A reason is needed, because it stays in the log.');
  const isDone = await store.outbox.change(n, [state], null, {
    kind: 'discard',
    at,
    by: sub,
    name: display,
    why,
    ...(instead !== undefined && { replacedBy: instead.intent, instead }),
  });
  if (!isDone) throw new EhchError('not-found', 'Somebody else has decided first. Read the list again.');
  return null;
}

async function sendAgain(
  { store, timing }: DecisionPorts,
  { n, state, intent, operation }: ReadableEntry,
): Promise<string> {
  // What it waited for may have been given up. The person has decided that it goes without it.
  const freed = inTimeAgain({ ...operation, dependsOn: [] }, timing.now());
  const move = {
    kind: 'move',
    to: 'queued',
    notBefore: timing.now(),
    problem: null,
    operation: freed,
  } as const;
  if (!(await store.outbox.change(n, [state], null, move)))
    throw new EhchError('not-found', 'Somebody else has decided first. Read the list again.');
  return intent;
}

async function replacing(
  { timing }: DecisionPorts,
  { intent, operation }: ReadableEntry,
  { sub, display, reference, role }: SenderAtHome,
  parts: readonly OperationPart[],
): Promise<Operation> {
  return {
    ...inTimeAgain(operation, timing.now()),
    // The same decision made twice is one intent.
    intent: await idFrom(`${intent} ${JSON.stringify(parts)}`),
    author: { sub, display, reference, role },
    pressedAt: new Date(timing.now()).toISOString(),
    dependsOn: [],
    parts,
    resolves: { intent, author: operation.author },
  };
}

/** The parts with the other version's values as what they replace, without the edits whose choice went to the other side. */
function mineOverTheirs(
  { operation, problem }: ReadableEntry,
  take: { readonly [choice: string]: 'mine' | 'theirs' },
): readonly OperationPart[] {
  if (problem?.kind !== 'conflict' || problem.theirs === null)
    throw new EhchError(
      'bad-argument',
      'There is no other version to put this over. Send it again, or give it up.',
    );
  const { theirs } = problem;
  if (isOfAnother(theirs, operation))
    throw new EhchError(
      'bad-argument',
      'The server has this under another resident now. Give it up, and write it anew where it belongs.',
    );
  const own = partInConflict(operation.parts, problem);
  return operation.parts.map((part): OperationPart => {
    if (part !== own || part.op !== 'update') return part;
    const base = storedOf(theirs, part.type)?.version ?? null;
    const edits = mineOnTheirs(part, problem, (choice) => take[choice] !== 'theirs');
    if (edits === null)
      throw new EhchError(
        'bad-argument',
        'The version before both is lost, so this cannot be sent as a whole. Look at the record, and write it anew.',
      );
    return { ...part, base, edits };
  });
}

/** Whether the other version names another resident: one's own values would go into their record. */
function isOfAnother(theirs: string, { resident }: Operation): boolean {
  const named = namedPatient(JSON.parse(theirs));
  return resident !== null && named !== null && named !== resident;
}

/** A UUID (version 8) that the same words always give. */
async function idFrom(words: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words)));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
