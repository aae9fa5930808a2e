import { isUsed, versionText } from '@ehch/clinical/assessment';
import { progressOf } from '@ehch/clinical/form';
import { asTemplate, refusedEntries } from '@ehch/clinical/session';
import type { ScoreResult } from '@ehch/clinical';
import type { FormState, ItemKey } from '@ehch/clinical/form';
import type { FormSession, Screen } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { doubtWords } from '../form/doubt-words.ts';
import { questionText } from '../form/value-words.ts';
import { data, joined } from '../internal/text.ts';
import type { Assessments } from './own-assessments.ts';
import { keepingWords, receiptWords } from './port-words.ts';
import { notScoredLine, scoreLine, titleAt, totalLine } from './score-words.ts';
import { press } from './scorer-press.ts';
import type { SessionView } from './session-view.ts';
import { tallyAt } from './tally-at.ts';
import { whyPanel } from './why.ts';

/**
 * The score, always in sight at the same place. It stands below the questions and grows upwards over them, so that nothing
 * that is being read moves. It is silent: one live region of the component speaks for it.
 */
export function scoreBar(view: SessionView): TemplateResult {
  const { session, state, screen, own, template, locked, now } = view;
  const { keep, phase } = session;
  const { keeping } = keep;
  const { answered, notAssessed, asked } = progressOf(state);
  return html`<div class="bar" part="score">
    ${screen.why === null ? nothing : whyPanel(view, screen.why)}
    <div class="figures">
      <strong class="headline">${data(headline(state, screen, own, 1))}</strong>
      <span class="state">
        ${joined([
          template === null ? `${answered} of ${asked} answered` : tallyWords(view),
          notAssessed === 0 ? null : `${notAssessed} not assessed`,
          phase.state === 'finished'
            ? data(receiptWords(phase.receipt, now))
            : view.locked === null
              ? keepingWords(keeping, now)
              : null,
          data(versionText(versionInFront(state, screen))),
        ])}
        ${
          keeping.state === 'failed' || keeping.state === 'overtaken'
            ? html`<button type="button" class="retry" ${press({ kind: 'save-all-again' })}>Try again</button>`
            : nothing
        }
      </span>
      ${
        template === null || locked !== null
          ? nothing
          : html`<button type="button" class="next" ${press({ kind: 'go-to-next', from: screen.last })}>
              Next unanswered
            </button>`
      }
    </div>
  </div>`;
}

/** "61 of 74 known, 13 to ask": of what an assessment asks now. Of one that can only be read nothing is to ask. */
export function tallyWords({ state, locked }: Pick<SessionView, 'state' | 'locked'>): string {
  const { known, toAsk } = tallyAt(state);
  if (locked !== null) return `${known} of ${known + toAsk} known`;
  return `${known} of ${known + toAsk} known, ${toAsk === 0 ? 'nothing' : toAsk} to ask`;
}

/** The same for the ear, with whatever must not go unheard. */
export function spoken(session: FormSession, own: Assessments | null, now: Instant): string {
  const { state, phase, keep, screen } = session;
  const { keeping } = keep;
  if (phase.state === 'finished') return `Finished. ${receiptWords(phase.receipt, now)}`;
  return [
    screen.copied?.how === 'taken' ? 'Copied' : '',
    // Whoever listens does not see where it stands.
    ...refusedEntries(session).map(
      ({ question, doubt }) => `${questionText(question)}: ${doubtWords(question, doubt)}`,
    ),
    state === null ? '' : headline(state, screen, own),
    keeping.state === 'failed' || keeping.state === 'overtaken' ? keepingWords(keeping, now) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The instrument that was answered last, else the only one. */
function inFront(
  { scores }: FormState,
  { scored }: Pick<Screen, 'scored'>,
): readonly [ItemKey, ScoreResult] | null {
  const [only] = scores.size === 1 ? scores : [];
  const last = scored === null ? undefined : scores.get(scored);
  return scored !== null && last !== undefined ? [scored, last] : (only ?? null);
}

/** The version that counts: of an instrument that asks for it, the one that was answered and not the one that it is made for. */
function versionInFront(state: FormState, screen: Pick<Screen, 'scored'>): string {
  const score = asTemplate(state.form) === null ? inFront(state, screen)?.[1] : undefined;
  return score !== undefined && isUsed(score) ? score.version : state.form.version;
}

/** What the answers come to: the score that is in front, else the form's total. */
export function headline(
  state: FormState,
  screen: Pick<Screen, 'scored'>,
  own: Assessments | null,
  cautions?: number,
): string {
  const [at, score] = inFront(state, screen) ?? [];
  return at === undefined || score === undefined
    ? (totalLine(state) ?? notScoredLine(state) ?? '')
    : scoreLine(titleAt(state, at), score, own?.flagWords(score) ?? [], cautions);
}
