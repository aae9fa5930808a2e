import type { OperationPart } from '@ehch/store';
import { decideEdits, decideOnChanged, type EditDecision } from '../conflicts/decide-edits.ts';
import { edited, type Merged } from '../conflicts/merge.ts';
import { pathWords } from '../conflicts/path-words.ts';
import { handOf, type PushContext } from './context.ts';
import type { Hand, ReadVersion } from './hand.ts';
import type { ReadableEntry } from './lanes.ts';
import { readBase, readNewest } from './read-part.ts';
import { conflict, deletedRemotely } from './settle.ts';

/** A body to send, with the version on which it stands. `null`: it is new. */
export interface Prepared {
  readonly text: string;
  readonly on: string | null;
  /** Every field has its value already, and nobody has changed the resource since the person saw it. */
  readonly isDone: boolean;
}

type Update = Extract<OperationPart, { op: 'update' }>;

/**
 * Makes the bodies of an entry's parts, on the newest versions (P7). `null`: this step has read something, or has put
 * the entry before a person.
 */
export async function prepare(
  context: PushContext,
  entry: ReadableEntry,
): Promise<readonly Prepared[] | null> {
  const hand = handOf(context, entry);
  const prepared: Prepared[] = [];
  for (const [at, part] of entry.operation.parts.entries()) {
    if (part.op === 'create') prepared.push({ text: part.body, on: null, isDone: false });
    // This part has arrived already, so its body is not needed.
    else if (hand.arrived.has(at)) prepared.push({ text: '', on: null, isDone: true });
    else {
      const made = await prepareUpdate(context, entry, at, part);
      if (made === null) return null;
      prepared.push(made);
    }
  }
  return prepared;
}

async function prepareUpdate(
  context: PushContext,
  entry: ReadableEntry,
  at: number,
  part: Update,
): Promise<Prepared | null> {
  const hand = handOf(context, entry);
  const read = hand.read.get(at);
  if (read === undefined) return asked(readNewest(context, entry, at, part));
  if (read === 'gone') return asked(conflict(context, entry, deletedRemotely(part)));
  if (!context.guards.compareFrom)
    return { text: edited(read.text, part.edits), on: read.version, isDone: false };
  const isChanged = part.base !== null && read.version !== part.base;
  if (isChanged && !hand.base.has(at)) return asked(readBase(context, entry, at, part));
  const base = hand.base.get(at) ?? null;
  const decision = decide(part, { read, base, isChanged });
  if (decision.state === 'conflict')
    return asked(
      conflict(context, entry, {
        kind: 'conflict',
        key: `${part.type}/${part.id}`,
        base,
        theirs: read.text,
        paths: decision.paths,
      }),
    );
  if (decision.state === 'already') return { text: read.text, on: read.version, isDone: !isChanged };
  noteMerge(hand, at, decision, read);
  return { text: decision.body, on: read.version, isDone: false };
}

/** The state of one resource at the moment of sending. */
interface Found {
  readonly read: ReadVersion;
  readonly base: string | null;
  readonly isChanged: boolean;
}

function decide({ type, edits }: Update, { read, base, isChanged }: Found): Decision {
  try {
    return isChanged ? decideOnChanged(type, edits, base, read.text) : decideEdits(edits, read.text);
  } catch {
    // No error of ours: the record has another form now, so the edits do not fit it. A person has to look at both.
    return { state: 'conflict', paths: edits.map(({ path }) => pathWords(path)) };
  }
}

type Decision = EditDecision | Extract<Merged, { state: 'merged' }>;

function noteMerge(
  hand: Hand,
  at: number,
  decision: Exclude<Decision, { state: 'conflict' | 'already' }>,
  { text }: ReadVersion,
): void {
  if (decision.state === 'merged' && decision.others.length > 0)
    hand.merged.set(at, { others: decision.others, theirs: text });
}

async function asked(step: Promise<void>): Promise<null> {
  await step;
  return null;
}
