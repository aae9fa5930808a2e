import type { ResidentId } from '@ehch/clinical';
import { addOne, wrappingIn } from '../../database/meta.ts';
import { under } from '../../database/ranges.ts';
import { named } from '../../database/transact.ts';
import { FORMAT, type CardRow, type HomeRow } from '../../database/schema.ts';
import { seal, unseal } from '../../keys/seal.ts';
import type { Card, HomeMembers } from '../../records/record-store.ts';
import { namesOf, type KeptSource, type SealedContext } from '../context.ts';
import { doesNotOpen } from '../does-not-open.ts';
import { putAside } from '../quarantine.ts';
import { swap, type Reading } from '../swap.ts';
import { keyFor, keyIn } from './resident-state.ts';

/**
 * Headlines lie under the key of their resident, so that a purge takes them too: the members of a home, and their cards.
 */
type Store = 'member' | 'card';

const placeOf = (store: Store, { h, p, format }: Pick<CardRow, 'h' | 'p' | 'format'>) =>
  [store, h, p, format] as const;
const homePlace = ({ h, format }: Pick<HomeRow, 'h' | 'format'>) => ['home', h, format] as const;

interface Headline {
  readonly resident: ResidentId;
}

/** Seals headlines, with keys for those who have none. `epoch`, and `home` for a roster, which is replaced whole. */
export async function putHeadlines(
  context: SealedContext,
  source: KeptSource,
  store: Store,
  home: string,
  headlines: readonly Headline[],
  roster: { readonly epoch: number; readonly facts: Pick<HomeMembers, 'asOf' | 'incomplete'> } | null,
): Promise<void> {
  const names = namesOf(context, source);
  const [h, sourceName] = await Promise.all([names.home(home), names.source()]);
  const ps = await Promise.all(headlines.map(({ resident }) => names.resident(resident)));
  await swap(context, {
    epoch: roster?.epoch ?? null,
    durability: 'relaxed',
    read: (tx) => readKeysOf(tx, ps),
    prepare: async ({ wrapping, keys }) => {
      const made = await Promise.all(
        headlines.map(async (headline, at) => {
          const rows = { p: ps[at] ?? '', key: keys[at], wrapping };
          const { key, row } = await keyFor(context, source, sourceName, rows);
          const plain = { h, p: rows.p, format: FORMAT };
          const sealed = await seal(key, placeOf(store, plain), JSON.stringify(headline));
          return { key: row, row: { ...plain, ...sealed, at } };
        }),
      );
      const plain = { h, source: sourceName, kept: source.kept, format: FORMAT };
      const facts = JSON.stringify({ ...roster?.facts });
      return {
        made,
        home: { ...plain, ...(await seal(context.keys.tree(source.kept).work, homePlace(plain), facts)) },
      };
    },
    write: async (tx, { made, home: homeRow }) => {
      await Promise.all([
        ...(roster ? [tx.objectStore('home').put(homeRow), tx.objectStore('member').delete(under(h))] : []),
        ...made.flatMap(({ key }) => (key ? [tx.objectStore('key').put(key)] : [])),
        ...made.map(({ row }) => tx.objectStore(store).put(row)),
        addOne(tx.objectStore('meta'), 'changeSeq'),
      ]);
    },
  });
}

async function readKeysOf(tx: Reading, ps: readonly string[]) {
  const [wrapping, ...keys] = await Promise.all([
    wrappingIn(tx.objectStore('meta')),
    ...ps.map((p) => tx.objectStore('key').get(p)),
  ]);
  return { wrapping, keys };
}

/** The members of a home, in the order of its roster. A member that does not open makes the roster incomplete. */
export async function readMembers(
  context: SealedContext,
  source: KeptSource,
  home: string,
): Promise<HomeMembers | null> {
  const h = await namesOf(context, source).home(home);
  const { homeRow, opened } = await readHeadlines<HomeMembers['members'][number]>(context, 'member', h);
  if (!homeRow) return null;
  const facts = await context.memory
    .open(homePlace(homeRow), homeRow.iv, async () => {
      const text = await unseal(context.keys.tree(source.kept).work, homePlace(homeRow), homeRow);
      return JSON.parse(text) as Pick<HomeMembers, 'asOf' | 'incomplete'>;
    })
    .catch(doesNotOpen);
  // A roster that does not open is loaded again. Until then nobody takes it for whole.
  if (facts === null) return null;
  const { asOf, incomplete } = facts;
  const members = opened.filter((each) => each !== null);
  return { home, asOf, incomplete: incomplete || members.length < opened.length, members };
}

/** The cards of a home. One that does not open is put aside, and built again from the record. */
export async function readCards(context: SealedContext, source: KeptSource, home: string): Promise<Card[]> {
  const h = await namesOf(context, source).home(home);
  const { opened } = await readHeadlines<Card>(context, 'card', h);
  return opened.filter((each) => each !== null);
}

async function readHeadlines<T>(context: SealedContext, store: Store, h: string) {
  const { homeRow, rows, wrapping, keys } = await readHeadlineRows(context, store, h);
  const opened = await Promise.all(
    rows.map(async (row): Promise<T | null> => {
      try {
        return await context.memory.open(placeOf(store, row), row.iv, async () => {
          const key = await keyIn(context, { p: row.p, key: keys.get(row.p), wrapping });
          if (!key) throw new TypeError('the key is gone');
          return JSON.parse(await unseal(key, placeOf(store, row), row)) as T;
        });
      } catch (error) {
        doesNotOpen(error);
        if (store === 'card') await putAside(context, 'card', [row.h, row.p], row);
        return null;
      }
    }),
  );
  return { homeRow, opened };
}

async function readHeadlineRows({ db, memory }: SealedContext, store: Store, h: string) {
  try {
    const tx: Reading = db.transaction(['meta', 'home', 'key', store], 'readonly');
    const [homeRow, found] = await Promise.all([
      tx.objectStore('home').get(h),
      tx.objectStore(store).getAll(under(h)),
    ]);
    const rows = found.sort((a, b) => ('at' in a && 'at' in b ? a.at - b.at : 0));
    // Of rows that were opened before, nobody needs the key again.
    const ps = rows.flatMap((row) =>
      memory.recall(placeOf(store, row), row.iv) === undefined ? [row.p] : [],
    );
    const { wrapping, keys } = await readKeysOf(tx, ps);
    return { homeRow, rows, wrapping, keys: new Map(ps.map((p, i) => [p, keys[i]])) };
  } catch (error) {
    throw named(error);
  }
}
