import { html, type TemplateResult } from 'lit/html.js';
import type { NotFound } from '../../messages/by-hand-state.ts';
import type { SideState } from '../../messages/side-state.ts';
import type { FindForm } from '../find-form.ts';
import type { PanelActions } from '../panel-state.ts';
import { rosterWords } from './roster.ts';
import { screen } from './screen.ts';

/** Nobody was found by hand: why, and what to check. What was typed still stands in the form below. */
export const byHandNobody = (
  { why, roster }: Extract<SideState, { kind: 'by-hand-nobody' }>,
  { readRoster }: PanelActions,
  { element }: FindForm,
) =>
  screen(
    WORDS[why].heading,
    (heading) =>
      html`<div class="question">
          <h1>${heading}</h1>
          ${WORDS[why].check}
        </div>
        ${element} ${rosterWords(roster, readRoster)}`,
  );

const NOBODY_ASKED = html`<p>No server was asked about this person.</p>`;

/** "Not on the list" is no word on whether somebody lives in a home: each says what to check. */
const WORDS: Record<NotFound, { readonly heading: string; readonly check: TemplateResult }> = {
  'no-list': {
    heading: 'Nobody can be found yet',
    check: html`<p>
      The list of residents has not been read. It is being asked for. Press “Find” again in a moment.
    </p>`,
  },
  'number-not-on-list': {
    heading: 'This number is not on the list',
    check: html`<p>
        Check each digit, and whether the list below is complete and of today. Then look by family name.
      </p>
      ${NOBODY_ASKED}`,
  },
  'birth-date-differs': {
    heading: 'The date of birth does not agree',
    check: html`<p>
        The list has this number with another date of birth, so nothing is shown. Check number and date
        against your own screen.
      </p>
      <p>If both are right there, have the list put right.</p>`,
  },
  'list-has-no-birth-date': {
    heading: 'The date of birth cannot be compared',
    check: html`<p>The list has this number without a whole date of birth, so nothing is shown.</p>`,
  },
  'several-records': {
    heading: 'More than one record has this number',
    check: html`<p>Nothing is shown, because nobody can say which is meant. Have one of them put right.</p>`,
  },
  'several-numbers': {
    heading: 'The record with this number has several NHS numbers',
    check: html`<p>
      Nothing is shown, because nobody can say which number is right. Have the record put right. Until then,
      look by family name.
    </p>`,
  },
  'is-a-chi-number': {
    heading: 'That is a CHI number',
    check: html`<p>It is no NHS number. Open “No NHS number?” below, and type it under CHI number.</p>`,
  },
  'name-not-on-list': {
    heading: 'Nobody on the list has this name and date of birth',
    check: html`<p>
        Check the spelling of the family name and the date. Try a former name, and whether the list below is
        complete and of today.
      </p>
      ${NOBODY_ASKED}`,
  },
  'too-many': {
    heading: 'Many residents within a minute',
    check: html`<p>No further record is asked for just now. Press “Find” again in a minute.</p>`,
  },
};
