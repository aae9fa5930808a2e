import type { SectionName } from '../resident/sections.ts';
import type { ResidentView } from '../resident/view.ts';
import { URGENCIES, type GlanceLine } from './glance-line.ts';
import type { GlanceTold } from './glance-told.ts';
import { WHY } from './why-unknown.ts';

/** Sections of scores. In the last days of life the glance tells none of them. */
const NOT_IN_LAST_DAYS: readonly SectionName[] = ['news2', 'weight', 'scores', 'frailty', 'function'];

/**
 * The glance after the engine was lost: what was told stays, with its time. What was still loading will not come, and
 * the line about what is not known says so.
 */
export function glanceAfterLoss({ glance }: Pick<ResidentView, 'glance'>): Pick<ResidentView, 'glance'> {
  if (!glance) return held(glance);
  const lines = glance.lines.map((line) =>
    line.rule === 'not-known' ? { ...line, rest: line.rest.replaceAll(WHY.loading, WHY.failed) } : line,
  );
  return { glance: { ...glance, lines } };
}

/**
 * The glance while former content stands in for sections that a new engine has not answered. A worry that nobody
 * answered must not leave the screen with the engine: lines about such sections stay beside what the new engine tells.
 * "Nothing new" does not stay, because it spoke about the whole record.
 */
export function carriedGlance(last: ResidentView, next: ResidentView): Pick<ResidentView, 'glance'> {
  const isCarried = (name: SectionName) => {
    const { state } = next.sections[name];
    return last.sections[name].state === 'known' && (state === 'loading' || state === 'failed');
  };
  if (last.glance === null && isCarried('identity')) return { glance: null };
  // A line may count in several sections. Once one of them is refused, the reader may not see what it held.
  const isRefused = (Object.keys(last.sections) as SectionName[]).some(
    (name) => last.sections[name].state === 'known' && next.sections[name].state === 'withheld',
  );
  if (!last.glance || !next.glance || isRefused) return held(next.glance);
  return { glance: { ...next.glance, lines: together(last.glance, next.glance, isCarried) } };
}

function together(
  last: GlanceTold,
  next: GlanceTold,
  isCarried: (name: SectionName) => boolean,
): readonly GlanceLine[] {
  const inLastDays = isCarried('limits') && last.lines.some(({ rule }) => rule === 'last-days');
  const told = next.lines.filter(
    ({ rule, section }) => rule === 'not-known' || !inLastDays || !NOT_IN_LAST_DAYS.includes(section),
  );
  const keys = new Set(told.map(({ key }) => key));
  const stay = last.lines.filter(
    ({ key, rule, section }) =>
      isCarried(section) && rule !== 'not-known' && rule !== 'nothing-new' && !keys.has(key),
  );
  const urgency = (line: GlanceLine) => URGENCIES.indexOf(line.urgency);
  return [...stay, ...told].toSorted((a, b) => urgency(a) - urgency(b));
}

/** A view in plain JSON has no `undefined`. */
function held(glance: ResidentView['glance']): Pick<ResidentView, 'glance'> {
  return glance === undefined ? {} : { glance };
}
