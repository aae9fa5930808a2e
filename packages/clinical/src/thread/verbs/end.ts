import { sameAbout } from '../same-about.ts';
import { isAsked, pressOf, type Verb } from './verb.ts';

/** The side that raised it takes the matter back (SPEC W1). */
export const withdrawMatter: Verb<'withdraw'> = (thread, entry, { why, words }) =>
  isAsked(thread, entry)
    ? null
    : { ...thread, ending: { state: 'withdrawn', by: pressOf(entry), why, words } };

/** Says who somebody is who was not on the list. The press of a person, who may correct it (SPEC W5). */
export const link: Verb<'link'> = (thread, _entry, { resident }) => {
  const about = { kind: 'resident', resident } as const;
  const wasUnlisted = [thread.about, ...thread.linkedFrom].some(({ kind }) => kind === 'unlisted');
  if (!wasUnlisted || sameAbout(thread.about, about)) return null;
  const linked = { ...thread, about, linkedFrom: [...thread.linkedFrom, thread.about] };
  // Guard: whoever saw, took or answered it had another resident's record before them. It is asked again.
  return thread.about.kind === 'resident' ? { ...linked, ...NOTHING_DONE } : linked;
};

const NOTHING_DONE = {
  seen: null,
  taken: null,
  answered: null,
  promisedBefore: null,
  ending: { state: 'open' },
} as const;
