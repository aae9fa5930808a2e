import { undisputedIn } from '@ehch/clinical';
import { flagWords, isUsed } from '@ehch/clinical/assessment';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { pronounsFor } from '@ehch/clinical/display';
import { scaleWords } from '@ehch/clinical/instruments';
import { toldNews2, usualNews2Words } from '@ehch/clinical/rules';
import { londonDate } from '@ehch/clinical/time';
import type { Caution, ResidentView, ScoreResult } from '@ehch/clinical';
import type { PartialDate } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { scoreWords } from '../../form/total.ts';
import { cautions } from '../../internal/cautions.ts';
import { happened } from '../../internal/future-dated.ts';
import { heading } from '../../internal/heading.ts';
import { hasDied, lastDaysOf, plainOnce } from '../../internal/section-surroundings.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { data, sentence } from '../../internal/text.ts';
import { moment } from '../../internal/when.ts';
import { limits } from '../../resident-summary/sections/limits.ts';
import { news2Figure } from '../../resident-summary/sections/news2-figure.ts';
import { receiptWords } from '../port-words.ts';
import type { SessionView } from '../session-view.ts';
import { scoreLine, titleAt } from '../score-words.ts';
import { ringAfter } from './ring-after.ts';

const NOT_FULL_ESCALATION = 'This does not mean full escalation.';

/** A score that is signed asks "what now": it against the usual and the last one, her wishes whole, and who to ring. */
export function renderAfterScore(view: SessionView): TemplateResult | typeof nothing {
  const { state, level } = view;
  const [at] = state.scores.keys();
  const score = signedScore(view);
  if (at === undefined || score === null) return nothing;
  const scale = scaleWords(score);
  return html`<section class="card after-score" part="after-score" tabindex="-1" aria-labelledby="after-score">
    ${heading(level + 1, 'after-score', 'After this score')} ${receiptLine(view)}
    <p><strong>${data(scoreLine(titleAt(state, at), score, []))}</strong></p>
    ${scale === null ? nothing : html`<p>${data(sentence(scale))}</p>`}
    ${flagWords(score).map((words) => html`<p class="caution">${words}</p>`)}
    ${before(score, view)} ${whatToKnow(score, view)}
    <slot name="escalation"></slot>
  </section>`;
}

/** First of all, as a small screen shows no more: whether anybody else can read it. */
function receiptLine({ session: { phase }, now }: SessionView): TemplateResult | typeof nothing {
  if (phase.state !== 'finished') return nothing;
  return html`<p class="receipt">${data(receiptWords(phase.receipt, now))}</p>`;
}

/** The score that was signed; `null`: none, or one that nothing can follow from. */
export function signedScore({ session: { phase } }: SessionView): ScoreResult | null {
  // Of a score that was entered in error nothing follows.
  if (phase.state !== 'finished' || phase.inError !== null) return null;
  const [score] = phase.assessment.scores;
  return score !== undefined && isUsed(score) ? score : null;
}

/** What is usual, and the last one before this, with its date. What is not known is not said to be none. */
function before(score: ScoreResult, { record, session, state }: SessionView): TemplateResult {
  const last =
    lastOf(score.instrument, state.draft.assessedAt, record) ?? lastSigned(score, session.previous);
  const usual = score.instrument === 'news2' && record !== null ? undisputedIn(record, 'news2') : null;
  return html`${usual === null ? nothing : html`<p>${data(sentence(usualNews2Words(usual)))}</p>`}
    <p>
      ${last === null ? 'The last one is not known here.' : lastLine(last)}
    </p>`;
}

function lastLine({ words, on, ...said }: LastScore): TemplateResult {
  const when = on === null ? 'date not recorded' : moment(on);
  const careful = said.cautions.length === 0 ? nothing : html`. ${cautions(said)}`;
  return html`Last one: ${data(words)}, ${when}${careful}`;
}

interface LastScore {
  readonly words: string;
  /** Such as that it was signed here and not sent. */
  readonly cautions: readonly Caution[];
  readonly on: PartialDate | null;
}

function lastOf(instrument: string, seen: string, record: ResidentView | null): LastScore | null {
  if (record === null) return null;
  if (instrument === 'news2') {
    const scores = happened(undisputedIn(record, 'news2')?.scores ?? []).filter(({ on }) => on !== seen);
    const { latest: entry } = toldNews2(scores, londonDate(seen));
    return entry === undefined ? null : { words: news2Figure(entry), cautions: entry.cautions, on: entry.on };
  }
  const others = happened(undisputedIn(record, 'scores') ?? []);
  const entry = others.find((one) => one.instrument === instrument && one.on !== seen);
  return entry === undefined ? null : { words: entry.said.result, cautions: entry.cautions, on: entry.on };
}

function lastSigned(
  { instrument }: ScoreResult,
  previous: SessionView['session']['previous'],
): LastScore | null {
  const score = previous?.scores.find((one) => one.instrument === instrument);
  if (!previous || score === undefined) return null;
  return { words: scoreWords(score), cautions: [], on: previous.draft.assessedAt };
}

/**
 * The resident's wishes as the summary shows them, and whom to ring. Whole: a part of the wishes would be read as all.
 */
export function whatToKnow(score: ScoreResult, { record, place, now, level }: SessionView): TemplateResult {
  const today = londonDate(now);
  const gender = record === null ? null : (undisputedIn(record, 'identity')?.gender ?? null);
  const ring = (lastDays: SectionSurroundings['lastDays']) =>
    ringAfter(score, { place, now, today, lastDays, pronouns: pronounsFor(gender) });
  if (record === null)
    return html`<p class="notice">
        Agreed limits of treatment: this page gives no record with the form. ${NOT_FULL_ESCALATION}
      </p>
      ${ring(null)}`;
  try {
    const view = plainOnce(record);
    const around: SectionSurroundings = {
      view,
      now,
      today,
      place,
      level: Math.min(6, level + 2),
      compact: false,
      opened: new Set(),
      died: hasDied(view),
      lastDays: lastDaysOf(view),
      scope: 'whole',
    };
    return html`${limits.render(around)} ${ring(around.lastDays)}`;
  } catch (error) {
    reportCaught(error, 'elements/scorer/after-score');
    return html`<p class="notice strong">
        The agreed limits of treatment could not be shown. ${NOT_FULL_ESCALATION}
      </p>
      ${ring(null)}`;
  }
}
