import { EhchError } from '@ehch/clinical';
import { FORMAT, type OutboxRow } from '../../database/schema.ts';
import { seal, unseal, type Sealed } from '../../keys/seal.ts';
import { isOfHome } from '../../outbox/moved.ts';
import type { Operation } from '../../outbox/operation.ts';
import type { Attempt, OutboxChange, OutboxEntry } from '../../outbox/outbox.ts';
import type { SealedContext } from '../context.ts';
import { doesNotOpen } from '../does-not-open.ts';

/** What of an entry is sealed. */
type SealedPart = Pick<OutboxEntry, 'operation' | 'sent' | 'problem'>;

/** Without `n`, which the database gives when the row is there already. An intent is in one row alone. */
const placeOf = ({ intents, format }: Pick<OutboxRow, 'intents' | 'format'>) =>
  ['outbox', intents[0] ?? '', format] as const;

/** A row from an entry. `n` of a new row comes from the database. */
export async function sealEntry(
  { keys }: SealedContext,
  entry: Omit<OutboxEntry, 'n' | 'operation'> & { readonly operation: Operation },
  row: Pick<OutboxRow, 'intents' | 'revision'>,
): Promise<Omit<OutboxRow, 'n'>> {
  const { operation, sent, problem, state, notBefore, attempts, epoch } = entry;
  const home = isOfHome(operation);
  const plain = {
    ...row,
    format: FORMAT,
    lane: await keys.home.lane(operation.resident ?? ''),
    state,
    notBefore,
    attempts,
    epoch,
    isEscalation: operation.class === 'escalation',
    isOfHome: home,
  };
  const part: SealedPart = { operation, sent, problem };
  const key = home ? keys.home.seal : keys.tree().work;
  return { ...plain, ...(await seal(key, placeOf(plain), JSON.stringify(part))) };
}

/** What was learnt of an entry while records were locked. */
interface News {
  readonly sent: readonly Attempt[];
  /** Absent: what was known of it before still holds. */
  readonly problem?: OutboxEntry['problem'];
  readonly operation?: Operation;
}

const placeOfNews = ({ intents, format }: Pick<OutboxRow, 'intents' | 'format'>) =>
  ['outbox', 'news', intents[0] ?? '', format] as const;

/**
 * What a move says of a row that does not open, because records are locked: the answer to what was on its way. It goes under
 * the home's key, together with what came before (SPEC K6). `undefined`: there is none.
 */
export async function sealNews(
  { keys }: SealedContext,
  row: OutboxRow,
  { attempt, problem, operation }: Extract<OutboxChange, { kind: 'move' }>,
): Promise<Sealed | undefined> {
  // A damaged row has nothing to which news could be added. Before anybody has unlocked, nothing can have been sent.
  if (!keys.isLocked || !keys.hasHome) return row.news;
  const before = await newsIn(keys, row);
  const news: News = {
    ...before,
    sent: [...(before?.sent ?? []), ...(attempt ? [attempt] : [])],
    ...(problem !== undefined && { problem }),
    ...(operation && { operation }),
  };
  return seal(keys.home.seal, placeOfNews(row), JSON.stringify(news));
}

async function newsIn(keys: SealedContext['keys'], row: OutboxRow): Promise<News | null> {
  if (!row.news) return null;
  const text = await unseal(keys.home.seal, placeOfNews(row), row.news).catch(doesNotOpen);
  return text === null ? null : (JSON.parse(text) as News);
}

/** An entry from its row. While locked, and where the row does not open, `operation` is `null`: it stays listed (SPEC D5). */
export async function openEntry({ keys, memory }: SealedContext, row: OutboxRow): Promise<OutboxEntry> {
  const { n, state, notBefore, attempts, epoch } = row;
  const plain = { n, intent: row.intents[0] ?? '', state, notBefore, attempts, epoch };
  const isAudit = row.isOfHome && !row.isEscalation;
  const unreadable = {
    ...plain,
    operation: null,
    ...(isAudit && { isAudit }),
    sent: [],
    problem: null,
  };
  if (!row.isOfHome && keys.isLocked) return unreadable;
  try {
    const key = row.isOfHome ? keys.home.seal : keys.tree().work;
    // The push reads the whole outbox at each step. Of what has not changed, it opens nothing again (SPEC R9).
    const part = await memory.open(
      placeOf(row),
      row.iv,
      async () => JSON.parse(await unseal(key, placeOf(row), row)) as SealedPart,
    );
    const news = await newsIn(keys, row);
    return { ...plain, ...part, ...news, sent: [...part.sent, ...(news?.sent ?? [])] };
  } catch (error) {
    // Before anybody has unlocked, no key of the home is here either.
    if (!(error instanceof EhchError)) doesNotOpen(error);
    return unreadable;
  }
}
