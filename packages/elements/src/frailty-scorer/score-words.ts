import { bandText, instruments, isUsed } from '@ehch/clinical';
import type { FormState, FormTotal, ItemKey, ScoreResult } from '@ehch/clinical';
import { scoreWords, totalWords } from '../form/total.ts';
import { count, plain } from '../internal/text.ts';

/** Facts beside a score that change how it is read. Whatever else an instrument raises is said in its own words. */
const FLAG: Readonly<Record<string, string>> = {
  single3: 'one part alone scores 3',
  'rounded-input': 'a rounded value was scored at its worse end',
  'rounded-source': 'the source is rounded, and rounding decides its band',
  'scale-1-assumed': 'oxygen saturation scale 1, as nobody said which',
  'spo2-needs-oxygen': 'oxygen saturation cannot be scored until it is said whether on oxygen',
  'informant-not-stated': 'it is not said who was asked about the change',
  // NICE NG159, update: the Clinical Frailty Scale.
  'not-validated-under-65': 'not validated under 65',
  'not-validated-disability':
    'not validated with a learning disability, autism or a stable long-term disability',
  'acutely-unwell': 'acutely unwell now: the level is that of two weeks before',
};

/** The instrument's group that a question belongs to; `null`: none. */
export function scoreAt({ scores }: FormState, key: ItemKey): ItemKey | null {
  for (const [at, { instrument }] of scores) if (key.startsWith(`${instrument}/`)) return at;
  return null;
}

/** "NEWS2: 5 of 20 · medium · complete". What is to be careful about comes after it, all of it or so many of them. */
export function scoreLine(score: ScoreResult, cautions = Infinity): string {
  if (!isUsed(score)) return `${titleOf(score)}: not answered yet`;
  const careful = flagWords(score);
  const more = careful.length - cautions;
  return [
    `${titleOf(score)}: ${scoreWords(score)}`,
    ...soFar(score),
    ...careful.slice(0, cautions),
    ...(more > 0 ? [`and ${count(more, 'caution')} more`] : []),
  ].join(' · ');
}

/** What is to be careful about. Parts that could not be done or are impossible stand at their questions. */
export function flagWords({ flags }: ScoreResult): string[] {
  return flags.flatMap((flag) => (Object.hasOwn(FLAG, flag) ? [FLAG[flag] ?? flag] : []));
}

export function titleOf({ instrument }: ScoreResult): string {
  return instruments.find(({ id }) => id === instrument)?.title ?? plain(instrument);
}

/** The line of a form's last total, which is its grand total where it has several. */
export function totalLine({ form, totals }: FormState): string | null {
  const all = form.items.flatMap(function under(item): FormTotal[] {
    if (item.type === 'total') return item.hidden === true ? [] : [item];
    return 'items' in item ? (item.items ?? []).flatMap(under) : [];
  });
  const last = all.at(-1);
  const total = last && totals.get(last.id);
  return last === undefined || total === undefined ? null : `${last.text}: ${totalWords(total, last)}`;
}

/** The band that an incomplete set reaches already, where the instrument says so. */
function soFar(score: ScoreResult & { readonly atLeastBand?: string | null }): string[] {
  return score.atLeastBand ? [`already ${bandText(score.atLeastBand)}`] : [];
}
