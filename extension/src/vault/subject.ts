import type { OnScreen } from '../messages/page.ts';

/** What one frame of a page says is on screen. */
export type Report =
  | { readonly kind: 'person'; readonly person: OnScreen; readonly origin: string }
  | { readonly kind: 'ambiguous' };

/** What a tab says as a whole. */
export type Subject =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'person'; readonly person: OnScreen; readonly origin: string };

/** Frames that say the same person say one; frames that differ in anything say nothing that can be trusted. */
export function subjectOf(reports: Iterable<Report>): Subject {
  let subject: Subject = { kind: 'nobody' };
  for (const report of reports) {
    if (report.kind === 'ambiguous') return { kind: 'ambiguous' };
    if (subject.kind === 'person' && !sameSubject(subject, report)) return { kind: 'ambiguous' };
    subject = report;
  }
  return subject;
}

export function sameSubject(a: Subject, b: Subject): boolean {
  if (a.kind !== 'person' || b.kind !== 'person') return a.kind === b.kind;
  return (
    a.origin === b.origin &&
    a.person.nhsNumber === b.person.nhsNumber &&
    a.person.born === b.person.born &&
    a.person.family === b.person.family &&
    a.person.given === b.person.given
  );
}
