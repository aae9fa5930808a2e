import type { About } from './entry.ts';

/** Whether two are about the same person: the same resident, or the same words about somebody who is not on the list. */
export function sameAbout(a: About, b: About): boolean {
  if (a.kind === 'resident') return b.kind === 'resident' && a.resident === b.resident;
  return (
    b.kind === 'unlisted' &&
    a.person.name === b.person.name &&
    a.person.born === b.person.born &&
    a.person.room === b.person.room &&
    a.person.home === b.person.home
  );
}
