import { progressOf, versionText } from '@ehch/clinical';
import type { FormState } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { data, joined } from '../internal/text.ts';
import type { OpenForm } from './open-form.ts';
import type { Assessments } from './own-assessments.ts';
import { keepingWords, receiptWords } from './port-words.ts';
import { notScoredLine, scoreLine, titleAt, totalLine } from './score-words.ts';
import type { ScorerUi, Telling } from './scorer-ui.ts';
import { whyPanel } from './why.ts';

/**
 * The score, always in sight at the same place. It stands below the questions and grows upwards over them, so that nothing
 * that is being read moves. It is silent: one live region of the component speaks for it.
 */
export function scoreBar(telling: Telling): TemplateResult {
  const { open, state, ui, ours } = telling;
  const { keeping, phase } = open;
  const { answered, notAssessed, asked } = progressOf(state);
  return html`<div class="bar" part="score">
    ${ui.why === null ? nothing : whyPanel(telling, ui.why)}
    <div class="figures">
      <strong class="headline">${data(headline(state, ui, ours, 1))}</strong>
      <span class="state">
        ${joined([
          `${answered} of ${asked} answered`,
          notAssessed === 0 ? null : `${notAssessed} not assessed`,
          phase.name === 'finished'
            ? data(receiptWords(phase.receipt))
            : telling.locked === null
              ? keepingWords(keeping)
              : null,
          data(versionText(state.form.version)),
        ])}
        ${
          keeping.state === 'failed'
            ? html`<button type="button" class="retry" data-press="keep">Try again</button>`
            : nothing
        }
      </span>
    </div>
  </div>`;
}

/** The same for the ear, with whatever must not go unheard. */
export function spoken(
  { state, phase, keeping, refusals }: OpenForm,
  ui: ScorerUi,
  ours: Assessments | null,
): string {
  if (phase.name === 'finished') return `Finished. ${receiptWords(phase.receipt)}`;
  return [
    ui.copied?.how === 'taken' ? 'Copied' : '',
    ...refusals.values(),
    state === null ? '' : headline(state, ui, ours),
    keeping.state === 'failed' ? keepingWords(keeping) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What the answers come to: the instrument that was answered last, else the only one, else the form's total. */
export function headline(
  state: FormState,
  { scored }: Pick<ScorerUi, 'scored'>,
  ours: Assessments | null,
  cautions?: number,
): string {
  const [first = null] = state.scores.keys();
  const at = scored !== null && state.scores.has(scored) ? scored : state.scores.size === 1 ? first : null;
  const score = at === null ? undefined : state.scores.get(at);
  return at === null || score === undefined
    ? (totalLine(state) ?? notScoredLine(state) ?? '')
    : scoreLine(titleAt(state, at), score, ours?.flagWords(score) ?? [], cautions);
}
