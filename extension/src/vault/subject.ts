import type { OnScreen } from '../messages/page.ts';

/** What one frame of a page says is on screen. */
export type Report =
  | { readonly is: 'person'; readonly person: OnScreen; readonly origin: string }
  | { readonly is: 'ambiguous' };

/** What a tab says as a whole. */
export type Subject =
  | { readonly is: 'nobody' }
  | { readonly is: 'ambiguous' }
  | { readonly is: 'person'; readonly person: OnScreen; readonly origin: string };

/** Frames that say the same person say one; frames that differ in anything say nothing that can be trusted. */
export function subjectOf(reports: Iterable<Report>): Subject {
  let subject: Subject = { is: 'nobody' };
  for (const report of reports) {
    if (report.is === 'ambiguous') return { is: 'ambiguous' };
    if (subject.is === 'person' && !sameSubject(subject, report)) return { is: 'ambiguous' };
    subject = report;
  }
  return subject;
}

export function sameSubject(a: Subject, b: Subject): boolean {
  if (a.is !== 'person' || b.is !== 'person') return a.is === b.is;
  return (
    a.origin === b.origin &&
    a.person.nhsNumber === b.person.nhsNumber &&
    a.person.born === b.person.born &&
    a.person.family === b.person.family &&
    a.person.given === b.person.given
  );
}
