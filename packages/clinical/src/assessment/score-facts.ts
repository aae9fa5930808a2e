import { formatDate } from '../display/date.ts';
import { formatNumber } from '../display/quantity.ts';
import { SOFT_SIGNS } from '../instruments/soft-signs/soft-sign-list.ts';
import type { SoftSignsResult } from '../instruments/soft-signs/soft-signs.ts';
import type { ScoreResult } from '../score.ts';
import type { ScoreFact, ScoreFactId } from './score-fact.ts';

/** How a fact is read beside the number; `null`: another fact says it with it. */
const WORDS: Readonly<Record<ScoreFactId, (value: string) => string | null>> = {
  tool: (tool) => `by ${tool}`,
  counted: (counted) => `counted: ${counted}`,
  baselineOn: (day) => `as on ${day}`,
  days: (days) => `over ${days} days`,
  deficits: (deficits) => deficits,
  listed: (n) => `${n} on the list`,
  bandSource: (who) => `band by ${who}`,
  rulingSource: (who) => `exactly 5 % as ruled by ${who}`,
  cut: (cut) => `positive from ${cut}`,
  placeCut: (cut) => cut,
  diastolicFall: (fall) => `lower pressure fell by ${fall} mmHg`,
  reasons: (why) => why,
  signs: (signs) => signs,
};

/** What stands beside a result, in the order in which it is read. */
export function factsOfScore(score: ScoreResult): readonly ScoreFact[] {
  const fields: Readonly<Record<string, unknown>> = { ...score };
  const text = (id: ScoreFactId, value: unknown): readonly ScoreFact[] =>
    typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)) ? [{ id, value }] : [];
  return [
    ...text('tool', fields['tool']),
    ...text('counted', fields['counted']),
    ...text('baselineOn', fields['baselineOn']),
    ...text('days', fields['days']),
    ...deficitFacts(score, fields),
    ...text('bandSource', fields['bandSource']),
    ...text('rulingSource', fields['rulingSource']),
    ...text('cut', fields['cut']),
    ...text('placeCut', placeCutWords(fields['placeCut'])),
    ...text('diastolicFall', fields['dbpDrop']),
    ...text('reasons', reasonWords(fields['reasons'])),
    ...text('signs', signWords(score)),
  ];
}

/** A fact as it is read: "by German ACB list", "over 153 days". */
export function factWords({ id, value }: ScoreFact): string | null {
  if (id === 'baselineOn') return WORDS[id](formatDate(String(value)));
  return WORDS[id](typeof value === 'number' ? formatNumber(value) : value);
}

/** Of an index: "12.5 of 40 deficits", "48 on the list". A number without them means nothing (clinical rule 4.7). */
function deficitFacts(
  { instrument, items }: ScoreResult,
  { from, deficits }: Readonly<Record<string, unknown>>,
): readonly ScoreFact[] {
  if (instrument === 'efi')
    return typeof deficits === 'number'
      ? [{ id: 'deficits', value: deficitsText(deficits, EFI_DEFICITS) }]
      : [];
  if (typeof from !== 'object' || from === null || !('considered' in from) || !('of' in from)) return [];
  const { considered, of } = from;
  if (typeof considered !== 'number' || typeof of !== 'number') return [];
  const said = items['present']?.value;
  const known = Object.values(items).flatMap(({ score }) => (score === null ? [] : [score]));
  const present = typeof said === 'number' ? said : known.reduce((sum, each) => sum + each, 0);
  return [
    { id: 'deficits', value: deficitsText(present, considered) },
    { id: 'listed', value: of },
  ];
}

function deficitsText(present: number, considered: number): string {
  return `${Number(present.toFixed(2))} of ${considered} deficits`;
}

/** Clegg 2016. */
const EFI_DEFICITS = 36;

/** Of lying and standing blood pressure, as the guide has them. */
const REASON: Readonly<Record<string, string>> = {
  'sbp-drop-20': 'the upper pressure fell by 20 or more',
  'standing-sbp-under-90': 'the upper pressure fell to below 90',
  'dbp-drop-10-with-symptoms': 'the lower pressure fell by 10 or more, with symptoms',
  'dbp-drop-10-no-symptoms': 'the lower pressure fell by 10 or more, without symptoms',
};

function reasonWords(reasons: unknown): string | null {
  const said = Array.isArray(reasons)
    ? reasons.flatMap((each: unknown) => (typeof each === 'string' ? [REASON[each] ?? each] : []))
    : [];
  return said.length === 0 ? null : said.join(', ');
}

/** What was looked for and not seen is said too: an empty line could mean that nobody looked. */
function signWords(score: ScoreResult): string | null {
  if (!('signs' in score) || !Array.isArray(score.signs) || score.status !== 'complete') return null;
  const said = (score.signs as SoftSignsResult['signs']).map(({ id, usualForResident }) => {
    const text = SOFT_SIGNS.find(([sign]) => sign === id)?.[1] ?? id;
    return usualForResident === 'yes' ? `${text} (usual for them)` : text;
  });
  return said.length === 0 ? 'none of the signs seen' : said.join('; ');
}

function placeCutWords(cut: unknown): string | null {
  if (typeof cut !== 'object' || cut === null || !('above' in cut) || !('source' in cut) || !('over' in cut))
    return null;
  const { above, source, over } = cut;
  return `${over === true ? 'above' : 'not above'} the cut of ${String(above)} by ${String(source)}`;
}
