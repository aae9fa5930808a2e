import type { ScoreNotice } from '@ehch/clinical';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { data } from './text.ts';

/** What its owner asks to be said wherever a NEWS2 is shown. */
const NEWS2: ScoreNotice = {
  instrument: 'news2',
  title: 'NEWS2',
  words: [
    'Royal College of Physicians. National Early Warning Score (NEWS) 2: Standardising the assessment of acute-illness severity in the NHS. Updated report of a working party. London: RCP, 2017.',
  ],
};

/** The same for a text that is copied, in the words of a copied assessment: a record has room for the owner's name. */
export const NEWS2_OWNER_LINE = 'Instruments: NEWS2 (Royal College of Physicians).';

/**
 * Who owns the scores that stand on screen, by which publication each scores, and on what terms. One closed line.
 * @param notices of each score. Left out: NEWS2 alone
 */
export function scoreSources(notices: readonly ScoreNotice[] = [NEWS2]): TemplateResult {
  return html`<details class="more sources">
    <summary>Sources of the scores</summary>
    ${notices.map(({ title, words }) => html`<p>${data(title)}: ${words.map((one) => html`${data(one)} `)}</p>`)}
  </details>`;
}
