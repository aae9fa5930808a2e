import { FORMAT, type AckRow, type KeyRow } from '../../database/schema.ts';
import type { Wrapping } from '../../keys/key-ring.ts';
import { seal, unseal } from '../../keys/seal.ts';
import { versionOf } from '../../outbox/moved.ts';
import type { Acknowledgement } from '../../outbox/outbox.ts';
import type { SealedContext } from '../context.ts';
import { keyIn } from '../records/resident-state.ts';
import { doesNotOpen } from '../does-not-open.ts';

/** That it was accepted, and as which versions: a purge leaves it. */
type Trace = Pick<Acknowledgement, 'resident' | 'author' | 'class' | 'written' | 'isDeleted'>;
/** What was accepted: it lies under the key of its resident, so that a purge takes it (SPEC P1). */
type Detail = Pick<Acknowledgement, 'about' | 'bodies' | 'updates' | 'merged' | 'operation'>;

const placeOf = (part: 'trace' | 'detail', { intent, format }: Pick<AckRow, 'intent' | 'format'>) =>
  ['ack', part, intent, format] as const;

export async function sealAcknowledgement(
  { keys }: SealedContext,
  acknowledgement: Acknowledgement,
  row: Pick<AckRow, 'intents' | 'lane'>,
  /** `null`: the copies of this resident were purged, so no copy of this is kept. `home`: records are locked now. */
  under: CryptoKey | 'home' | null,
): Promise<AckRow> {
  const { intent, at, resident, author, class: kind, written } = acknowledgement;
  const { about, bodies, updates, merged, operation, isDeleted } = acknowledgement;
  const plain = { intent, at, ...row, format: FORMAT };
  const trace: Trace = { resident, author, class: kind, written, ...(isDeleted && { isDeleted }) };
  const detail: Detail = { about, bodies, updates, merged, ...(operation && { operation }) };
  const isOfHome = under === 'home';
  const key = isOfHome ? keys.home.seal : under;
  return {
    ...plain,
    ...(await seal(keys.home.seal, placeOf('trace', plain), JSON.stringify(trace))),
    detail: key && { isOfHome, ...(await seal(key, placeOf('detail', plain), JSON.stringify(detail))) },
  };
}

/** @throws {EhchError} `locked` */
export async function openAcknowledgement(
  context: SealedContext,
  row: AckRow,
  rowsOf: (resident: string) => Promise<{ p: string; key: KeyRow | undefined; wrapping: Wrapping }>,
): Promise<Acknowledgement> {
  const { keys } = context;
  const { written, ...trace } = JSON.parse(await unseal(keys.home.seal, placeOf('trace', row), row)) as Omit<
    Trace,
    'written'
  > &
    Partial<Pick<Trace, 'written'>>;
  const known = row.detail && (await openDetail(context, row, row.detail, trace.resident, rowsOf));
  // A row of before lacks what it does not know.
  const detail: Detail = { ...NO_DETAIL, ...known };
  // A trace from before the versions were kept has them in its bodies alone.
  return {
    intent: row.intent,
    at: row.at,
    ...trace,
    written: written ?? detail.bodies.map(versionOf),
    ...detail,
  };
}

const NO_DETAIL: Detail = { about: null, bodies: [], updates: [], merged: null };

async function openDetail(
  context: SealedContext,
  row: AckRow,
  sealed: NonNullable<AckRow['detail']>,
  resident: string | null,
  rowsOf: Parameters<typeof openAcknowledgement>[2],
): Promise<Detail | null> {
  const { keys } = context;
  if (!sealed.isOfHome && keys.isLocked) return null;
  const ofResident = async () =>
    resident === null ? keys.tree().work : keyIn(context, await rowsOf(resident));
  const key = sealed.isOfHome ? keys.home.seal : await ofResident();
  // Its key is gone with a purge of the resident, or the row is damaged. That it was accepted is still true.
  const text = key && (await unseal(key, placeOf('detail', row), sealed).catch(doesNotOpen));
  return text ? (JSON.parse(text) as Detail) : null;
}
