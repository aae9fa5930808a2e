import type { Gap, ResidentView, Section } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import {
  completeView,
  flatMapInSteps,
  openedInSteps,
  RESOURCE_TYPES,
  type ResourceType,
  type Steps,
  type TypeOutcome,
} from '@ehch/fhir';
import type { RecordStore, StoredRecord } from '@ehch/store';
import type { RosterProgress } from '../engine-state.ts';
import { heldUnlisted, linkedEntries, type HeldUnlisted } from '../matters/held-unlisted.ts';
import { inSlices, type Pause } from '../in-slices.ts';
import { isLocal } from '../local/local-base.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { outcomeOf, progressOf, type ResidentRecord } from '../record.ts';
import { byClockOfPage } from './by-clock-of-page.ts';
import { checkedAt } from './checked-at.ts';
import { entryOf } from './entry-of.ts';
import { queries } from './queries.ts';
import { unsentEntries } from './unsent-entries.ts';
import { withWaitingLines } from './waiting-lines.ts';

export interface ViewOptions {
  readonly copies: RecordStore;
  readonly record: ResidentRecord;
  readonly configuration: EngineConfiguration;
  readonly roster: RosterProgress;
  readonly now: Instant;
  /** The present moment by the clock by which a pull notes when it read. Left out, it is that of the page. */
  readonly deviceNow?: Instant;
  /** The messages about people off the list, where they have been read already: a list makes many views at once. */
  readonly unlisted?: HeldUnlisted;
  /** Where others wait on this thread. */
  readonly pause?: Pause | undefined;
  /** Hears of identity, agreed limits and allergies as soon as they are read. */
  readonly tellLeading?: (view: ResidentView) => void;
}

const MORE: Gap = { why: 'more', what: 'entries that were not read' };

/** What lies in the store about a resident at one moment. Nobody changes it. */
interface ReadCopies {
  readonly held: StoredRecord;
  readonly offTheList: HeldUnlisted;
  readonly checked: Awaited<ReturnType<typeof checkedAt>>;
}

/**
 * Computes a resident's view from the copies in the store and the progress of each kind. With a pause it gives way on
 * the way. The view is true of the moment at which it began: a change in between makes another.
 */
export async function viewOf(options: ViewOptions): Promise<ResidentView> {
  const { copies, record, configuration, unlisted, pause } = options;
  const [held, offTheList, checked] = await Promise.all([
    copies.read(record.resident),
    unlisted ?? heldUnlisted(copies),
    checkedAt(copies, configuration.place, record.resident),
  ]);
  return inSlices(viewInSteps({ held, offTheList, checked }, options), pause);
}

function* viewInSteps(read: ReadCopies, options: ViewOptions): Steps<ResidentView> {
  const { record, configuration, roster, now, tellLeading } = options;
  // Guard: whatever others may change is looked at here, before the first place to give way.
  const { outcomes, gaps, mayShow } = howItWent(read, options);
  const others = roster.state === 'read' ? roster.roster.residents : [];
  const gap = configuration.place ? rosterGap(roster) : null;
  const opened = yield* openedInSteps({
    resident: record.resident,
    patient: record.resident,
    resources: mayShow ? yield* entriesOf(read, options) : [],
    outcomes,
    gaps,
    now,
    sourceLabel: configuration.sourceLabel,
    ...(configuration.place ? { place: configuration.place } : {}),
    roster: others.flatMap(({ resident, name, born, room = null }) =>
      name ? [{ id: resident, name, born, room }] : [],
    ),
  });
  if (tellLeading) {
    tellLeading(completeView(yield* opened.leading()));
    // Whoever waits for it is answered before the rest is read.
    yield;
  }
  const view = completeView((yield* opened.whole()).view);
  if (gap === null) return view;
  return { ...view, sections: { ...view.sections, alerts: withGap(view.sections.alerts, gap, now) } };
}

/** Every copy and every record that waits to be sent, as the reader takes them. */
function* entriesOf(
  { held, offTheList }: ReadCopies,
  { record, configuration }: ViewOptions,
): Steps<readonly unknown[]> {
  const base = configuration.fhirBaseUrl;
  const own = yield* flatMapInSteps(withWaitingLines(held), ({ stored, unsent }) =>
    // A kind that is refused now is not shown from before.
    held.kinds.get(stored.type)?.last.state === 'withheld'
      ? []
      : [{ ...entryOf(stored, base), ...(unsent !== null && { unsent }) }],
  );
  return [
    ...own,
    // What the resident's own messages are withheld for holds for those as well.
    ...(held.kinds.get('Communication')?.last.state === 'withheld'
      ? []
      : linkedEntries(offTheList, record.resident, base)),
    ...unsentEntries(held, base),
  ];
}

/** How the request for each kind went, and whether anything of the record may be shown. */
function howItWent(
  { held, checked }: ReadCopies,
  { record, configuration, now, deviceNow = now }: ViewOptions,
) {
  const gaps: Partial<Record<ResourceType, Gap[]>> = {};
  for (const [kind, { more, missing }] of held.kinds) {
    const all = [...missing, ...(more ? [MORE] : [])];
    if (all.length > 0 && isResourceType(kind)) gaps[kind] = all;
  }
  const outcomes: Partial<Record<ResourceType, TypeOutcome>> = {};
  for (const { kind } of queries(record.resident)) {
    const state = held.kinds.get(kind);
    // What lies here is all that there is, except of a kind of which a damaged row was put aside (SPEC N5).
    if (isLocal(configuration) && state?.last.state !== 'failed')
      outcomes[kind] = { state: 'loaded', asOf: now };
    // A kind that the store does not hold was never read, which must not read as "nothing recorded".
    else {
      const outcome = outcomeOf(state, progressOf(record, kind), checked.get(kind) ?? null);
      outcomes[kind] = byClockOfPage(outcome, now, deviceNow);
    }
  }
  // However an answer came about: without this Patient among the copies, nobody knows whom they are about.
  const isKnown = held.resources.some(({ type, id }) => type === 'Patient' && id === record.resident);
  if (!isKnown) outcomes.Patient = withoutPatient(outcomes.Patient, now);
  const { Patient: who, Consent: sharing } = outcomes;
  // Without the Patient, neither the identity nor a restriction is known, so nothing of the record may be shown.
  const isRefused = who?.state === 'withheld' || (who?.state === 'failed' && !who.last);
  if (isRefused) for (const { kind } of queries(record.resident)) outcomes[kind] = who;
  if (sharing?.state === 'withheld' || (sharing?.state === 'failed' && !sharing.last)) {
    gaps.Patient = [
      ...(gaps.Patient ?? []),
      { why: sharing.state, what: 'whether the resident objects to sharing' },
    ];
  }
  // An objection to sharing or a restriction is known only once both of these have answered.
  const isAnswered = outcomes.Consent?.state !== 'loading' && outcomes.Patient?.state !== 'loading';
  if (!isAnswered)
    for (const { kind } of queries(record.resident))
      if (kind !== 'Patient') outcomes[kind] = { state: 'loading' };
  return { outcomes, gaps, mayShow: isAnswered && !isRefused };
}

/** What is known of a Patient who is not among the copies: an answer without them has failed. */
function withoutPatient(outcome: TypeOutcome | undefined, at: Instant): TypeOutcome {
  switch (outcome?.state) {
    case 'withheld':
      return outcome;
    case 'failed':
      return { state: 'failed', error: outcome.error, at: outcome.at };
    case 'loaded':
      return { state: 'failed', error: { code: 'not-found' }, at };
    default:
      return { state: 'loading' };
  }
}

/** The gap that an unread or incomplete list leaves in the same-name warning. It concerns the alerts only. */
function rosterGap(roster: RosterProgress): Gap | null {
  const what = 'whether somebody here has the same name';
  if (roster.state !== 'read') return { why: roster.state === 'failed' ? 'failed' : 'loading', what };
  return roster.roster.incomplete ? { why: 'unreadable', what } : null;
}

/** Adds a gap to a section. An empty section with a gap is not known to be empty, so it loads or has failed. */
function withGap<T>(section: Section<T>, gap: Gap, now: Instant): Section<T> {
  if (section.state !== 'known') return section;
  if (section.content.kind === 'not-recorded') {
    if (gap.why === 'loading') return { state: 'loading' };
    if (gap.why === 'failed') return { state: 'failed', error: { code: 'server-error' }, at: now };
  }
  return { ...section, gaps: [...section.gaps, gap] };
}

function isResourceType(kind: string): kind is ResourceType {
  return (RESOURCE_TYPES as readonly string[]).includes(kind);
}
