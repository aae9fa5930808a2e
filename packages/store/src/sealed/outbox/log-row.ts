import { FORMAT, type LogRow } from '../../database/schema.ts';
import { seal, unseal } from '../../keys/seal.ts';
import type { GivenUp } from '../../outbox/outbox.ts';
import type { SealedContext } from '../context.ts';

export interface LogEntry {
  readonly kind: LogRow['kind'];
  readonly intents: readonly string[];
  /** What was decided, and the whole text of what it was about (SPEC O3). */
  readonly text: unknown;
}

const placeOf = ({ kind, at, format }: Pick<LogRow, 'kind' | 'at' | 'format'>) =>
  ['log', kind, at, format] as const;

export async function sealLog(
  { keys, now }: SealedContext,
  { kind, intents, text }: LogEntry,
): Promise<LogRow> {
  const plain = { kind, at: now(), intents, format: FORMAT };
  return { ...plain, ...(await seal(keys.tree().work, placeOf(plain), JSON.stringify(text))) };
}

export async function openLog(
  { keys }: SealedContext,
  row: LogRow,
): Promise<LogEntry & { readonly at: string }> {
  const text: unknown = JSON.parse(await unseal(keys.tree().work, placeOf(row), row));
  return { kind: row.kind, at: row.at, intents: row.intents, text };
}

/** Of a discard: who gave it up, when and why. */
export async function openGivenUp(context: SealedContext, row: LogRow): Promise<GivenUp> {
  const { text, at } = await openLog(context, row);
  const said = text as Partial<GivenUp>;
  // A row from before the name was kept has the subject of the sign-in, and its own time.
  return { at: said.at ?? at, by: said.by ?? '', why: said.why ?? '', replacedBy: said.replacedBy ?? null };
}
