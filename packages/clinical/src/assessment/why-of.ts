import { answerOf } from '../form/answer-of.ts';
import type { Answer, ItemKey } from '../form/answer.ts';
import type { FormDefinition, FormItem } from '../form/definition.ts';
import type { FormState } from '../form/state.ts';
import { sourceAddress } from '../instrument-notices.ts';
import type { Instrument } from '../instrument.ts';
import { FOR_DEMONSTRATION, isConfirmed } from '../permission.ts';
import type { ScoreResult } from '../score.ts';
import { londonDate, readInstant } from '../time/london.ts';
import type { PartialDate } from '../time/types.ts';
import { answerText } from './answer-text.ts';
import { flagWords } from './flag-words.ts';
import { findItem } from './find-item.ts';
import { plainValue, titleOf } from './plain-value.ts';
import { totalText, versionText } from './score-text.ts';

/** What is said of an instrument beside its result. */
export type AboutInstrument = Pick<Instrument, 'id' | 'title' | 'source' | 'permission'> &
  Partial<Pick<Instrument, 'unit'>>;

/** Why a score is what it is, as data: what went in, what it gave, by whose rule. */
export interface Why {
  readonly title: string;
  /** As it is read: "5 (medium)", "not complete: at least 3 of 20". */
  readonly total: string;
  readonly parts: readonly WhyPart[];
  /** "RCP 2017", "version not stated". */
  readonly version: string;
  readonly citation: string | null;
  readonly notice: string | null;
  /** Where the source can be read, whose terms hold, and whether its owner has agreed. */
  readonly terms: readonly string[];
  /** Whose cuts the band comes from, where a place chose them. */
  readonly bandSource: string | null;
  /** Of an index: how many of its deficits were known. */
  readonly from: { readonly considered: number; readonly of: number } | null;
  /** What is to be careful about, in words. */
  readonly cautions: readonly string[];
}

export interface WhyPart {
  /** The question behind it; `null`: there is no single one. */
  readonly item: ItemKey | null;
  readonly label: string;
  /** `missing`: nobody answered. `not-assessed`: somebody said why not. `impossible`: refused by the rule. */
  readonly state: 'counted' | 'missing' | 'not-assessed' | 'impossible';
  /** As it is read; `null`: nothing is there. */
  readonly value: string | null;
  /** `null`: it gives no points. */
  readonly points: number | null;
  /** The day that it was true: of what was taken over, the day in the record. `null`: not known. */
  readonly on: PartialDate | null;
  /** Where it was taken over from; `null`: entered here. */
  readonly source: string | null;
}

/**
 * Explains a score of an open form.
 * @param instruments The registry, or the part of it that is used; without the one that scored there is no citation.
 */
export function whyOf(
  score: ScoreResult,
  state: FormState,
  instruments: readonly AboutInstrument[] = [],
): Why {
  const about = instruments.find(({ id }) => id === score.instrument);
  const group = findItem(
    state.form.items,
    (item) => item.type === 'group' && item.instrument === score.instrument,
  );
  const from = fromOf(score);
  return {
    title: about?.title ?? group?.text ?? (from === null ? titleOf(score.instrument) : INDEX),
    total: totalText(score, about?.unit ?? null),
    parts: Object.keys(score.items).map((part) => partOf(score, part, state, group)),
    version: versionText(score.version),
    citation: about?.source.citation ?? null,
    notice: about?.source.notice ?? null,
    terms: about === undefined ? [] : termsOf(about),
    bandSource: 'bandSource' in score && typeof score.bandSource === 'string' ? score.bandSource : null,
    from,
    cautions: flagWords(score),
  };
}

function termsOf({ source, permission }: AboutInstrument): readonly string[] {
  const address = sourceAddress(source);
  return [
    ...(address === null ? [] : [address]),
    source.licence,
    ...(isConfirmed(permission) ? [] : [FOR_DEMONSTRATION]),
  ];
}

/** The index of a template has no group of its own. */
const INDEX = 'Frailty index of this assessment';

function partOf(score: ScoreResult, part: string, state: FormState, group: FormItem | null): WhyPart {
  const { value, score: points } = score.items[part] ?? { value: null, score: null };
  const key = `${score.instrument}/${part}`;
  const question =
    group === null ? null : findItem([group], ({ id, type }) => id === key && type !== 'group');
  const answer = question === null ? null : answerOf(state, key);
  const said = question !== null && answer !== null ? answerText(question, answer) : plainValue(value);
  return {
    item: question === null ? null : key,
    label: question?.text ?? deficitLabel(state.form, score, part) ?? titleOf(part),
    state: stateOf(score, part, answer),
    value: said,
    points,
    ...originOf(answer),
  };
}

function stateOf({ missing, flags }: ScoreResult, part: string, answer: Answer | null): WhyPart['state'] {
  if (flags.includes(`impossible-${part}`)) return 'impossible';
  if (answer !== null && answer.state !== 'given') return 'not-assessed';
  return missing.includes(part) ? 'missing' : 'counted';
}

function originOf(answer: Answer | null): Pick<WhyPart, 'on' | 'source'> {
  if (answer === null) return { on: null, source: null };
  if (answer.state === 'given' && answer.from.kind === 'accepted')
    return { on: answer.from.recordedOn, source: answer.from.source };
  return { on: readInstant(answer.at) === null ? null : londonDate(answer.at), source: null };
}

function deficitLabel(form: FormDefinition, { instrument }: ScoreResult, id: string): string | null {
  if (instrument !== `${form.id}-frailty-index` || !('deficits' in form) || !Array.isArray(form.deficits))
    return null;
  const deficits: readonly { readonly id: string; readonly label: string }[] = form.deficits;
  return deficits.find((deficit) => deficit.id === id)?.label ?? null;
}

function fromOf(score: ScoreResult): Why['from'] {
  if (!('from' in score) || typeof score.from !== 'object' || score.from === null) return null;
  const { from } = score;
  if (!('considered' in from) || !('of' in from)) return null;
  return typeof from.considered === 'number' && typeof from.of === 'number'
    ? { considered: from.considered, of: from.of }
    : null;
}
