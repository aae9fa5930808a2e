import { withDoubt } from '../../display/doubt.ts';
import { formatNumber, formatQuantity } from '../../display/quantity.ts';
import type { Recorded } from '../../recorded.ts';
import type { CareEvent } from '../../resident/care-event.ts';
import type { CfsEntry } from '../../resident/frailty.ts';
import type { AgreedLimits } from '../../resident/limits.ts';
import type { Measurement, News2Story } from '../../resident/measurements.ts';
import type { ResidentView } from '../../resident/view.ts';
import { toldNews2, usualNews2Words } from '../../rules/leading-news2.ts';
import { latestWeightChange } from '../../rules/weight-change.ts';
import type { Section } from '../../section.ts';
import { addDays, daysBetween } from '../../time/civil-date.ts';
import { civilDayOf, comparePartialDates, spanOf } from '../../time/partial-date.ts';
import type { CivilDate, PartialDate } from '../../time/types.ts';
import { totalText } from '../score-text.ts';
import { readSection } from './read-section.ts';
import { knownFact, type StratumFact } from './stratum-fact.ts';

/** [P] How far back events are looked at, in days. */
const EVENTS = 365;

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
    ...(lastDays === null ? [] : [knownFact('last-days', lastDays.text, lastDays.on)]),
    ...readSection('cfs', sections.frailty, ({ cfs }) =>
      // The newest and the one before it: the change is there to see, and nobody subtracts two versions.
      happened(cfs)
        .slice(0, 2)
        .map((entry) => knownFact('cfs', withDoubt(cfsWords(entry), entry), entry.on)),
    ),
    // In the last days the plan stands there and no early warning score (clinical rule 13.2).
    ...(lastDays === null ? readSection('news2', sections.news2, (story) => news2Facts(story, today)) : []),
    ...readSection('weight', sections.weight, ({ weights }) => weightFacts(weights)),
    ...events('falls', 'fall'),
    ...events('admissions', 'hospital-stay'),
    ...readSection('planning', sections.limits, ({ documents }) =>
      documents
        .filter(({ status }) => status !== 'superseded')
        .map(({ title, on }) => knownFact('planning', title, on)),
    ),
  ];
}

function lastDaysOf(limits: Section<AgreedLimits>): AgreedLimits['lastDays'] {
  if (limits.state !== 'known') return null;
  if (limits.content.kind === 'recorded') return limits.content.value.lastDays;
  return limits.content.kind === 'disagree' ? (limits.content.common?.lastDays ?? null) : null;
}

function cfsWords({ level, version }: CfsEntry): string {
  return `CFS ${level}, version ${version ?? 'not stated'}`;
}

/** The entry that leads on the summary. */
function news2Facts(story: News2Story, today: CivilDate): readonly StratumFact[] {
  const { latest: entry } = toldNews2(happened(story.scores), today);
  if (entry === undefined) return [];
  const { score, importedTotal, on } = entry;
  const total =
    score.total === null && importedTotal !== null ? `${importedTotal}, as sent` : totalText(score);
  return [knownFact('news2', `NEWS2 ${total}; ${usualNews2Words(story)}`, on)];
}

/** The newest weight, and how it changed: by the same pair of weights as on the summary. */
function weightFacts(weights: readonly Measurement[]): readonly StratumFact[] {
  const newestOnes = happened(weights);
  const [newest] = newestOnes;
  if (newest === undefined) return [];
  const text = `Weight ${withDoubt(formatQuantity(newest.value, newest.unit), newest)}`;
  const change = latestWeightChange(newestOnes);
  const [from, to] = [civilDayOf(change?.before.on ?? null), civilDayOf(newest.on)];
  if (change === null || from === null || to === null) return [knownFact('weight', text, newest.on)];
  const percent = `${formatNumber(Math.abs(change.percent))} % ${change.percent < 0 ? 'less' : 'more'}`;
  const said = change.percent === 0 ? 'unchanged' : percent;
  return [knownFact('weight', `${text}, ${said} in ${daysBetween(from, to)} days`, newest.on)];
}

function counted(
  about: 'falls' | 'admissions',
  events: readonly CareEvent[],
  today: CivilDate,
): readonly StratumFact[] {
  const all = happened(events).filter(({ notDone }) => notDone === null);
  const undated = all.filter(({ on }) => spanOf(on) === null).length;
  const recent = all.filter(({ on }) => mayBeSince(on, addDays(today, -EVENTS)));
  if (recent.length + undated === 0) return [];
  const name = about === 'falls' ? 'Falls' : 'Stays in hospital';
  const rest = undated === 0 ? '' : `, and ${undated} without a date`;
  return [knownFact(about, `${name} recorded in 12 months: ${recent.length}${rest}`, recent[0]?.on ?? null)];
}

/** Newest first. What is dated in the future has not happened, and leads nothing. */
function happened<T extends Recorded>(facts: readonly T[]): readonly T[] {
  return facts.filter(({ cautions }) => !cautions.includes('future-dated')).toSorted(newestFirst);
}

function newestFirst(a: Pick<Recorded, 'on'>, b: Pick<Recorded, 'on'>): number {
  return comparePartialDates(a.on, b.on);
}

/** Whether a date may lie on or after a day. What is known in part counts where it may. */
function mayBeSince(on: PartialDate | null, since: CivilDate): boolean {
  return (spanOf(on)?.to ?? '') >= since;
}
