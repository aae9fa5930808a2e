import type { HomeConfiguration, PlaceConfiguration, ResidentId } from '@ehch/clinical';
import { EhchError } from '@ehch/clinical';
import { hasMatter } from '../cards/card-facts.ts';
import { isThreadPress } from '../matters/unsent-presses.ts';
import { asFormer, isFormer, type Member } from '../steps/roster/former-members.ts';
import { readRoster } from '../steps/roster/read-roster.ts';
import { confirmLeft } from './confirm-left.ts';
import type { PullContext, StepEnd } from './pull-context.ts';

/**
 * Reads who lives in a home, and keeps the list. Who is no longer on it and has left (`confirmLeft`) is
 * erased from this device, unless another home of the place has them, or a matter of theirs is open: somebody still waits
 * for it (SPEC L18). It takes a few requests.
 *
 * @param purge erases one resident's copies
 */
export async function refreshMembers(
  context: PullContext,
  place: PlaceConfiguration,
  home: HomeConfiguration,
  purge: (resident: ResidentId) => Promise<void>,
): Promise<StepEnd> {
  const { copies, now } = context;
  const asOf = now();
  try {
    const roster = await readRoster(context, { ...place, homes: [home] }, asOf);
    const former = (await copies.members(home.id))?.members ?? [];
    const here = new Set(roster.residents.map(({ resident }) => resident));
    const missing = former.filter(({ resident }) => !here.has(resident));
    const left = await confirmLeft(
      context,
      home,
      missing.map(({ resident }) => resident),
    );
    const stay: Member[] = [];
    // The list goes last: who is no longer on it is never looked for again, also not after a crash in between.
    for (const member of missing) {
      const { resident } = member;
      if (!left.includes(resident)) stay.push(member);
      else if (await livesElsewhere(context, place, home, resident)) continue;
      else if (await hasOpenMatter(context, resident)) stay.push(asFormer(member));
      else await purge(resident);
    }
    await copies.putMembers(await context.epoch(), {
      home: home.id,
      asOf,
      incomplete: roster.incomplete || stay.some((member) => !isFormer(member)),
      members: [...roster.residents.map((entry) => ({ resident: entry.resident, facts: entry })), ...stay],
    });
    return { state: 'did', residents: left, isDone: true };
  } catch (error) {
    if (!(error instanceof EhchError) || error.code === 'overtaken') throw error;
    return { state: 'failed', code: error.code, retryAfterMs: null };
  }
}

/** What was pressed and not sent is open as well: it is on no server, so nobody else would go on with it. */
async function hasOpenMatter({ copies, now }: PullContext, resident: ResidentId): Promise<boolean> {
  const record = await copies.read(resident);
  return record.pending.some(isThreadPress) || hasMatter(resident, record, now());
}

async function livesElsewhere(
  { copies }: PullContext,
  place: PlaceConfiguration,
  home: HomeConfiguration,
  resident: ResidentId,
): Promise<boolean> {
  for (const { id } of place.homes) {
    if (id === home.id) continue;
    const other = await copies.members(id);
    if (other?.members.some((member) => member.resident === resident && !isFormer(member))) return true;
  }
  return false;
}
