import { agreed } from '../messages/agreed.ts';
import type { OnScreen, PartOnScreen } from '../messages/page.ts';

/** Whom one frame of a page reports. `id` is the page's own id for this report. */
export type Report =
  | { readonly kind: 'person'; readonly id: string; readonly person: OnScreen; readonly origin: string }
  | Part
  | { readonly kind: 'ambiguous'; readonly id: string };

/** What one of several frames shows of a person, by the adapter of this id. */
interface Part {
  readonly kind: 'part';
  readonly id: string;
  readonly adapter: string;
  readonly person: PartOnScreen;
  readonly origin: string;
}

/** Whom a tab shows, with all its frames taken together. */
export type Subject =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'person'; readonly person: OnScreen; readonly origin: string };

/**
 * Combines the reports of a tab's frames. Frames that differ in anything make the tab ambiguous.
 *
 * Parts are joined only where one template made them all, because only its author knows that they belong together.
 */
export function subjectOf(reports: Iterable<Report>): Subject {
  let subject: Subject = { kind: 'nobody' };
  const parts: Part[] = [];
  for (const report of reports) {
    if (report.kind === 'ambiguous') return { kind: 'ambiguous' };
    if (report.kind === 'part') {
      parts.push(report);
      continue;
    }
    if (subject.kind === 'person' && !sameSubject(subject, report)) return { kind: 'ambiguous' };
    subject = { kind: 'person', person: report.person, origin: report.origin };
  }
  if (parts.length === 0) return subject;
  // A whole person beside a part may be somebody else, of whom the part says too little to know.
  return subject.kind === 'nobody' ? joined(parts) : { kind: 'ambiguous' };
}

function joined(parts: readonly Part[]): Subject {
  const [{ adapter, origin } = { adapter: '', origin: '' }] = parts;
  const isOne = parts.every((part) => part.adapter === adapter && part.origin === origin);
  const person = isOne ? agreed(parts.map((part) => part.person)) : null;
  if (person === null) return { kind: 'ambiguous' };
  // Without a number there is nobody yet: another frame may still load.
  const { nhsNumber } = person;
  return nhsNumber === null
    ? { kind: 'nobody' }
    : { kind: 'person', person: { ...person, nhsNumber }, origin };
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
