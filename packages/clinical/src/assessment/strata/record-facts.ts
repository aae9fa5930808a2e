import { formatQuantity } from '../../display/quantity.ts';
import { weightChangeOf } from '../../instruments/weight-change/weight-change.ts';
import type { Recorded } from '../../recorded.ts';
import type { CareEvent } from '../../resident/care-event.ts';
import type { AgreedLimits } from '../../resident/limits.ts';
import type { Measurement, News2Story } from '../../resident/measurements.ts';
import type { ResidentView } from '../../resident/view.ts';
import type { Section } from '../../section.ts';
import { addDays, daysBetween } from '../../time/civil-date.ts';
import { civilDayOf, comparePartialDates, spanOf } from '../../time/partial-date.ts';
import type { CivilDate, PartialDate } from '../../time/types.ts';
import { totalText } from '../score-text.ts';
import { readSection } from './read-section.ts';
import { known, type StratumFact } from './stratum-fact.ts';

/** [P] How far back events and weights are looked at, in days. */
const EVENTS = 365;
const WEIGHTS = 183;

/** What the record says, part by part. */
export function recordFacts({ sections }: ResidentView, today: CivilDate): readonly StratumFact[] {
  const lastDays = lastDaysOf(sections.limits);
  const events = (about: 'falls' | 'admissions', kind: CareEvent['kind']) =>
    readSection(about, sections.events, (all) =>
      counted(
        about,
        all.filter((event) => event.kind === kind),
        today,
      ),
    );
  return [
    ...(lastDays === null ? [] : [known('last-days', lastDays.text, lastDays.on)]),
    ...readSection('cfs', sections.frailty, ({ cfs }) =>
      // The newest and the one before it: the change is there to see, and nobody subtracts two versions.
      cfs
        .toSorted(newestFirst)
        .slice(0, 2)
        .map(({ level, version, on }) =>
          known('cfs', `CFS ${level}, version ${version ?? 'not stated'}`, on),
        ),
    ),
    // In the last days the plan stands there and no early warning score (clinical rule 13.2).
    ...(lastDays === null ? readSection('news2', sections.news2, news2Facts) : []),
    ...readSection('weight', sections.weight, ({ weights }) => weightFacts(weights, today)),
    ...events('falls', 'fall'),
    ...events('admissions', 'hospital-stay'),
    ...readSection('planning', sections.limits, ({ documents }) =>
      documents
        .filter(({ status }) => status !== 'superseded')
        .map(({ title, on }) => known('planning', title, on)),
    ),
  ];
}

function lastDaysOf(limits: Section<AgreedLimits>): AgreedLimits['lastDays'] {
  if (limits.state !== 'known') return null;
  if (limits.content.kind === 'recorded') return limits.content.value.lastDays;
  return limits.content.kind === 'disagree' ? (limits.content.common?.lastDays ?? null) : null;
}

function news2Facts({ scores, usual }: News2Story): readonly StratumFact[] {
  const [entry] = scores.toSorted(newestFirst);
  if (entry === undefined) return [];
  const { score, importedTotal, on } = entry;
  const total =
    score.total === null && importedTotal !== null ? `${importedTotal}, as sent` : totalText(score);
  return [known('news2', `NEWS2 ${total}; usual ${usual === null ? 'not set' : usual.total}`, on)];
}

/** The newest weight against the oldest one within half a year. Weights in other units are not compared. */
function weightFacts(weights: readonly Measurement[], today: CivilDate): readonly StratumFact[] {
  const [newest, ...older] = weights.toSorted(newestFirst);
  if (newest === undefined) return [];
  const text = `Weight ${formatQuantity(newest.value, newest.unit)}`;
  const oldest = older
    .filter(({ on, unit }) => unit === newest.unit && mayBeSince(on, addDays(today, -WEIGHTS)))
    .at(-1);
  const [from, to] = [civilDayOf(oldest?.on ?? null), civilDayOf(newest.on)];
  if (oldest === undefined || newest.unit !== 'kg' || from === null || to === null)
    return [known('weight', text, newest.on)];
  const { total } = weightChangeOf({
    previousKg: oldest.value,
    currentKg: newest.value,
    previousOn: from,
    currentOn: to,
  });
  if (total === null) return [known('weight', text, newest.on)];
  const percent = `${Math.abs(Number(total.toFixed(1)))} % ${total > 0 ? 'less' : 'more'}`;
  const change = total === 0 ? 'unchanged' : percent;
  return [known('weight', `${text}, ${change} in ${daysBetween(from, to)} days`, newest.on)];
}

function counted(
  about: 'falls' | 'admissions',
  events: readonly CareEvent[],
  today: CivilDate,
): readonly StratumFact[] {
  const happened = events.filter(({ notDone }) => notDone === null);
  const undated = happened.filter(({ on }) => spanOf(on) === null).length;
  const recent = happened.filter(({ on }) => mayBeSince(on, addDays(today, -EVENTS))).toSorted(newestFirst);
  if (recent.length + undated === 0) return [];
  const name = about === 'falls' ? 'Falls' : 'Stays in hospital';
  const rest = undated === 0 ? '' : `, and ${undated} without a date`;
  return [known(about, `${name} recorded in 12 months: ${recent.length}${rest}`, recent[0]?.on ?? null)];
}

function newestFirst(a: Pick<Recorded, 'on'>, b: Pick<Recorded, 'on'>): number {
  return comparePartialDates(a.on, b.on);
}

/** Whether a date may lie on or after a day. What is known in part counts where it may. */
function mayBeSince(on: PartialDate | null, since: CivilDate): boolean {
  return (spanOf(on)?.to ?? '') >= since;
}
