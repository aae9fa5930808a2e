import type { Content, Section } from '../../section.ts';
import { knownFact, type StratumFact } from './stratum-fact.ts';

const NAMES: Readonly<Record<StratumFact['about'], string>> = {
  'last-days': 'Last days of life',
  cfs: 'CFS',
  news2: 'NEWS2',
  weight: 'Weight',
  falls: 'Falls',
  admissions: 'Stays in hospital',
  planning: 'Advance care planning',
};

const NOT_READ = { loading: 'not loaded yet', withheld: 'withheld', failed: 'could not be loaded' } as const;

/** The facts of one section, and everything that makes them less than sure. Silence is never read as "none". */
export function readSection<T>(
  about: StratumFact['about'],
  section: Section<T>,
  facts: (value: T) => readonly StratumFact[],
): readonly StratumFact[] {
  const unknown = (why: string): StratumFact => ({
    ...knownFact(about, `${NAMES[about]}: ${why}`, null),
    state: 'unknown',
  });
  if (section.state !== 'known') return [unknown(NOT_READ[section.state])];
  const { content, gaps, freshness, refresh } = section;
  const found = content.kind === 'recorded' ? facts(content.value) : [];
  return [
    ...found,
    ...(found.length === 0 ? [nothing(content, about, unknown)] : []),
    ...(gaps.length > 0 ? [unknown('the record is not complete')] : []),
    ...(freshness === 'stale' || refresh.state === 'failed'
      ? [unknown('the record was not read lately')]
      : []),
  ];
}

function nothing<T>(
  content: Content<T>,
  about: StratumFact['about'],
  unknown: (why: string) => StratumFact,
): StratumFact {
  if (content.kind === 'disagree') return unknown('records disagree');
  return knownFact(
    about,
    `${NAMES[about]}: ${content.kind === 'recorded-as-none' ? 'recorded as none' : 'nothing recorded'}`,
    null,
  );
}
