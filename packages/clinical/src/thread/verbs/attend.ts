import { isAsked, pressOf, type Verb } from './verb.ts';

/** "Seen": the first press since it was asked counts. */
export const see: Verb<'see'> = (thread, entry) =>
  isAsked(thread, entry) ? { ...thread, seen: thread.seen ?? pressOf(entry) } : null;

/** "I am on it". The last who takes it has it (SPEC P5). */
export const take: Verb<'take'> = (thread, entry) => {
  if (!isAsked(thread, entry)) return null;
  const press = pressOf(entry);
  return { ...thread, seen: thread.seen ?? press, taken: press };
};

/** Lets go of what this person had. Nobody lets go for another. */
export const letGo: Verb<'let-go'> = (thread, entry) =>
  thread.taken?.by.name === entry.by.name && thread.taken.by.side === entry.by.side
    ? { ...thread, taken: null }
    : null;
