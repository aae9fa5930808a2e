import type { Content, Section } from '../../section.ts';
import { knownFact, type StratumFact } from './stratum-fact.ts';
import { unreadIn } from '../../unread-in.ts';

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
  const undated = (state: 'nothing' | 'unknown', words: string): StratumFact => ({
    ...knownFact(about, `${NAMES[about]}: ${words}`, null),
    state,
  });
  const unknown = (why: string) => undated('unknown', why);
  if (section.state !== 'known') return [unknown(NOT_READ[section.state])];
  const { content, freshness, refresh } = section;
  const found = content.kind === 'recorded' ? facts(content.value) : [];
  return [
    ...found,
    ...(found.length === 0 ? [undated(...nothingOf(content))] : []),
    ...(unreadIn(section).length > 0 ? [unknown('the record is not complete')] : []),
    ...(freshness === 'stale' || refresh.state === 'failed'
      ? [unknown('the record was not read lately')]
      : []),
  ];
}

function nothingOf<T>({ kind }: Content<T>): readonly ['nothing' | 'unknown', string] {
  if (kind === 'disagree') return ['unknown', 'records disagree'];
  return ['nothing', kind === 'recorded-as-none' ? 'recorded as none' : 'nothing recorded'];
}
