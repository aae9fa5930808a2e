import type { ItemKey, NotGiven } from '../../form/answer.ts';
import { splitKey } from '../../form/key.ts';
import type { FormItem } from '../../form/definition.ts';
import { hasItem } from '../../form/question-at.ts';
import type { Offer } from '../../form/offer.ts';
import type { FormState } from '../../form/state.ts';
import { nextUnanswered, toAsk } from '../../form/to-ask.ts';
import type { Stamp } from '../step.ts';
import { askAgain } from '../../assessment/groups/ask-again.ts';
import { asTemplate } from './problems.ts';
import { change, signedBy, telling } from './answer.ts';
import type { FormGuards } from './guards.ts';
import type { FormSession } from './session.ts';
import { changed } from './stepped.ts';
import type { FormStepped } from './stepped.ts';

/** What is pressed once for a whole group of questions. */
export type GroupPress =
  /** `shown`: the offers of the group that stood on screen at the press, and no other. */
  | { readonly kind: 'use-all'; readonly group: ItemKey; readonly shown: readonly Offer[] }
  | { readonly kind: 'as-last-time'; readonly group: ItemKey }
  | {
      readonly kind: 'not-assessed-group';
      readonly group: ItemKey;
      readonly state: NotGiven['state'];
      readonly reason: string | null;
    }
  /** Takes "not assessed because …" back. `keys`: the questions for which it stood on screen at the press, and no other. */
  | { readonly kind: 'ask-again'; readonly group: ItemKey; readonly keys: readonly ItemKey[] };

/** One offer, as it was shown. What is offered no longer, or is not asked, is not taken over (A4). */
export function useOffer(session: FormSession, offer: Offer, stamp: Stamp, guards: FormGuards): FormStepped {
  const { rules } = session.around;
  const [now] = stillOffered(session, [offer]);
  if (rules === null || now === undefined) return changed(session, {});
  const used = change(
    session,
    (state) => rules.takeOver(state, now, signedBy(session, stamp)),
    stamp,
    guards,
  );
  return telling(used, session, now.kind === 'row' ? now.list : now.item);
}

/** What stands in a field and was refused is what somebody meant to say: nothing for a whole group takes its place. */
export function pressGroup(
  session: FormSession,
  press: GroupPress,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  const { around, entries } = session;
  const { rules } = around;
  const { group } = press;
  if (rules === null || session.state === null || !hasItem(session.state, group)) return changed(session, {});
  const by = signedBy(session, stamp);
  const typed = new Set([...entries].flatMap(([key, entry]) => (entry.typed === null ? [] : [key])));
  const isFree = (offer: Offer) => offer.kind === 'row' || !typed.has(offer.item);
  const step = (state: FormState) => {
    switch (press.kind) {
      case 'use-all':
        return rules.takeOverAll(state, stillOffered(session, press.shown).filter(isFree), by);
      case 'as-last-time':
        return rules.asLastTime(state, group, session.offered.all.filter(isFree), by);
      case 'not-assessed-group':
        return rules.notAssessed(state, group, { state: press.state, reason: press.reason, ...by }, typed);
      case 'ask-again':
        return askAgain(state, press.keys, stamp.at);
    }
  };
  const open = { ...session, screen: { ...session.screen, whyNotGroup: null } };
  return telling(change(open, step, stamp, guards), open, group);
}

/** The record may have changed between the drawing and the press: what it says now was not shown. */
function stillOffered({ offered }: FormSession, shown: readonly Offer[]): readonly Offer[] {
  const ids = new Set(shown.map(({ id }) => id));
  return offered.all.filter(({ id }) => ids.has(id));
}

/** Brings the next question without an answer into view; where there is none, the way to finish. */
export function goToNext(session: FormSession, from: ItemKey | null): FormStepped {
  const { state } = session;
  const key = state === null ? null : nextUnanswered(state, from);
  return key === null ? changed(session, {}, { kind: 'focus', focus: { on: 'finish' } }) : goTo(session, key);
}

/** Brings a question into view: its section in front, and every group around it open. */
export function goTo(session: FormSession, key: ItemKey): FormStepped {
  if (session.state === null || !hasItem(session.state, key)) return changed(session, {});
  const around = groupsAround(session.form.items, splitKey(key).id) ?? [];
  const section = around[0] ?? session.screen.section;
  const screen = {
    ...session.screen,
    section,
    onlyChanged: false,
    last: key,
    openGroups: opened(session, around.slice(1)),
  };
  return changed(
    session,
    { screen },
    { kind: 'focus', focus: { on: 'question', key } },
    { kind: 'announce' },
  );
}

/** With the first group of a section open in which something is to ask, unless a person has opened or closed one there. */
export function withGroupToAsk(session: FormSession, section: ItemKey): FormSession {
  const { state, form, screen } = session;
  const item = form.items.find(({ id }) => id === section);
  if (state === null || item?.type !== 'group') return session;
  const groups = item.items.filter(({ type }) => type === 'group').map(({ id }) => id);
  if (groups.some((id) => screen.openGroups.has(id))) return session;
  const first = groups.find((id) => toAsk(state, id).length > 0);
  return first === undefined
    ? session
    : { ...session, screen: { ...screen, openGroups: opened(session, [first]) } };
}

/** A group in which the last question was just answered opens the next one below it. None closes by itself (A5). */
export function openingNext(before: FormSession, { session, effects }: FormStepped): FormStepped {
  const { state, screen } = session;
  const was = before.state;
  if (asTemplate(session.form) === null) return { session, effects };
  if (state === null || was === null || state.draft === was.draft) return { session, effects };
  const section = session.form.items.find(({ id }) => id === screen.section);
  if (section?.type !== 'group') return { session, effects };
  const groups = section.items.filter(({ type }) => type === 'group').map(({ id }) => id);
  const done = groups.findIndex((id) => toAsk(was, id).length > 0 && toAsk(state, id).length === 0);
  const next = done < 0 ? undefined : groups.slice(done + 1).find((id) => toAsk(state, id).length > 0);
  if (next === undefined || screen.openGroups.has(next)) return { session, effects };
  return {
    session: { ...session, screen: { ...screen, openGroups: opened(session, [next]) } },
    effects,
  };
}

export function openGroup(session: FormSession, key: ItemKey, isOpen: boolean): FormStepped {
  const openGroups = new Map(session.screen.openGroups).set(key, isOpen);
  return changed(session, { screen: { ...session.screen, openGroups } });
}

function opened({ screen }: FormSession, keys: readonly ItemKey[]): ReadonlyMap<ItemKey, boolean> {
  return new Map([...screen.openGroups, ...keys.map((key) => [key, true] as const)]);
}

/** The ids of the groups around an item, the outermost first, with its own where it is a group; `null`: it is not here. */
function groupsAround(items: readonly FormItem[], id: string): readonly string[] | null {
  for (const item of items) {
    const own = item.type === 'group' ? [item.id] : [];
    const within = item.id === id ? [] : groupsAround('items' in item ? (item.items ?? []) : [], id);
    if (within !== null) return [...own, ...within];
  }
  return null;
}
