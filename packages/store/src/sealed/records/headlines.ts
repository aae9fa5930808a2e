import { addOne, wrappingIn } from '../../database/meta.ts';
import { under } from '../../database/ranges.ts';
import { read, type Reading } from '../../database/transact.ts';
import { FORMAT, type CardRow, type HomeRow, type MemberRow } from '../../database/schema.ts';
import { seal, unseal } from '../../keys/seal.ts';
import type { Card, HomeCards, HomeMembers } from '../../records/record-store.ts';
import { namesOf, type KeptSource, type SealedContext } from '../context.ts';
import { doesNotOpen } from '../does-not-open.ts';
import { putAside } from '../quarantine.ts';
import { swap } from '../swap.ts';
import { cardPlace, memberPlace } from './headline-places.ts';
import { keyFor, keyIn } from './resident-state.ts';

// Headlines lie under the key of their resident, so that a purge takes them too: the members of a home, and their cards.

const homePlace = ({ h, format }: Pick<HomeRow, 'h' | 'format'>) => ['home', h, format] as const;

/** Keeps a roster in the place of the one before, with keys for members who have none. */
export async function putRoster(
  context: SealedContext,
  source: KeptSource,
  epoch: number,
  { home, members, asOf, incomplete }: HomeMembers,
): Promise<void> {
  const names = namesOf(context, source);
  const [h, sourceName] = await Promise.all([names.home(home), names.source()]);
  const ps = await Promise.all(members.map(({ resident }) => names.resident(resident)));
  await swap(context, {
    epoch,
    durability: 'relaxed',
    read: (tx) => readKeysOf(tx, ps),
    prepare: async ({ wrapping, keys }) => {
      const made = await Promise.all(
        members.map(async (member, at) => {
          const rows = { p: ps[at] ?? '', key: keys[at], wrapping };
          const { key, row } = await keyFor(context, source, sourceName, rows);
          const plain = { h, p: rows.p, format: FORMAT };
          return {
            key: row,
            row: { ...plain, ...(await seal(key, memberPlace(plain), JSON.stringify(member))), at },
          };
        }),
      );
      const plain = { h, source: sourceName, kept: source.kept, format: FORMAT };
      const facts = JSON.stringify({ asOf, incomplete });
      return {
        made,
        home: { ...plain, ...(await seal(context.keys.tree(source.kept).work, homePlace(plain), facts)) },
      };
    },
    write: async (tx, { made, home: homeRow }) => {
      await Promise.all([
        tx.objectStore('home').put(homeRow),
        tx.objectStore('member').delete(under(h)),
        ...made.flatMap(({ key }) => (key ? [tx.objectStore('key').put(key)] : [])),
        ...made.map(({ row }) => tx.objectStore('member').put(row)),
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
  const rows = await readHomeRows(context, await namesOf(context, source).home(home), false);
  return openRoster(context, source, home, rows);
}

/** The same with the cards, in one transaction. A card that does not open is put aside, and built again from the record. */
export async function readCards(
  context: SealedContext,
  source: KeptSource,
  home: string,
): Promise<HomeCards | null> {
  const rows = await readHomeRows(context, await namesOf(context, source).home(home), true);
  const roster = await openRoster(context, source, home, rows);
  if (!roster) return null;
  const opened = await Promise.all(
    rows.cards.map(async (row) => {
      const card = await openHeadline<Card>(context, rows, row, cardPlace(row));
      if (card === null) await putAside(context, 'card', [row.h, row.p], row);
      return card;
    }),
  );
  const members = new Set(roster.members.map(({ resident }) => resident));
  const cards = opened.flatMap((card) => (card !== null && members.has(card.resident) ? [card] : []));
  return { ...roster, cards };
}

type HomeRows = Awaited<ReturnType<typeof readHomeRows>>;

async function openRoster(
  context: SealedContext,
  source: KeptSource,
  home: string,
  rows: HomeRows,
): Promise<HomeMembers | null> {
  const { homeRow } = rows;
  if (!homeRow) return null;
  const opened = await Promise.all(
    rows.members.map((row) =>
      openHeadline<HomeMembers['members'][number]>(context, rows, row, memberPlace(row)),
    ),
  );
  const facts = await context.memory
    .open(homePlace(homeRow), homeRow.iv, async () => {
      const text = await unseal(context.keys.tree(source.kept).work, homePlace(homeRow), homeRow);
      return JSON.parse(text) as Pick<HomeMembers, 'asOf' | 'incomplete'>;
    })
    .catch(doesNotOpen);
  // A roster that does not open is loaded again. Until then nobody takes it for whole.
  if (facts === null) return null;
  const members = opened.filter((each) => each !== null);
  const incomplete = facts.incomplete || members.length < opened.length;
  return { home, asOf: facts.asOf, incomplete, members };
}

/** `null`: it does not open. */
async function openHeadline<T>(
  context: SealedContext,
  { wrapping, keys }: Pick<HomeRows, 'wrapping' | 'keys'>,
  row: CardRow | MemberRow,
  place: ReturnType<typeof cardPlace | typeof memberPlace>,
): Promise<T | null> {
  return context.memory
    .open(place, row.iv, async () => {
      const key = await keyIn(context, { p: row.p, key: keys.get(row.p), wrapping });
      if (!key) throw new TypeError('the key is gone');
      return JSON.parse(await unseal(key, place, row)) as T;
    })
    .catch(doesNotOpen);
}

function readHomeRows({ db, memory }: SealedContext, h: string, withCards: boolean) {
  return read(db, ['meta', 'home', 'key', 'member', 'card'], async (tx) => {
    const [homeRow, found, cards] = await Promise.all([
      tx.objectStore('home').get(h),
      tx.objectStore('member').getAll(under(h)),
      withCards ? tx.objectStore('card').getAll(under(h)) : [],
    ]);
    const members = found.sort((a, b) => a.at - b.at);
    // Of rows that were opened before, nobody needs the key again.
    const closed = [
      ...members.filter((row) => memory.recall(memberPlace(row), row.iv) === undefined),
      ...cards.filter((row) => memory.recall(cardPlace(row), row.iv) === undefined),
    ];
    const ps = [...new Set(closed.map(({ p }) => p))];
    const { wrapping, keys } = await readKeysOf(tx, ps);
    return { homeRow, members, cards, wrapping, keys: new Map(ps.map((p, i) => [p, keys[i]])) };
  });
}
