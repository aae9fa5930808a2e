import type { OnScreen } from '../messages/page.ts';

/** Whom one frame of a page reports. `id` is the page's own id for this report. */
export type Report =
  | { readonly kind: 'person'; readonly id: string; readonly person: OnScreen; readonly origin: string }
  | { readonly kind: 'ambiguous'; readonly id: string };

/** Whom a tab shows, with all its frames taken together. */
export type Subject =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'person'; readonly person: OnScreen; readonly origin: string };

/** Combines the reports of a tab's frames. Frames that differ in anything make the tab ambiguous. */
export function subjectOf(reports: Iterable<Report>): Subject {
  let subject: Subject = { kind: 'nobody' };
  for (const report of reports) {
    if (report.kind === 'ambiguous') return { kind: 'ambiguous' };
    if (subject.kind === 'person' && !sameSubject(subject, report)) return { kind: 'ambiguous' };
    subject = { kind: 'person', person: report.person, origin: report.origin };
  }
  return subject;
}

/** Whether both are the same person with the same details, from the same origin. Any difference needs a new context. */
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
