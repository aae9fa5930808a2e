import type { ListedResident } from '@ehch/clinical';
import { formatDateWithWeekday, formatName, formatTime, roomWords } from '@ehch/clinical/display';
import { promiseOf, type Composing } from '@ehch/clinical/session';
import { outcomesIn } from '@ehch/clinical/place';
import type { Thread, ThreadSide } from '@ehch/clinical/thread';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { OwnWords } from '../internal/outcome-of.ts';
import { nhsNumber } from '../internal/nhs-number.ts';
import { data, joined } from '../internal/text.ts';
import { dayOr } from '../internal/when.ts';
import { inboxPresses, type EscalationsPress } from './escalations-press.ts';
import type { MatterRow } from './matter-rows.ts';

const { typed } = inboxPresses;

/** What the fields are drawn from, beside what was written. */
interface WrittenSurroundings {
  readonly onTheList: readonly ListedResident[];
  readonly place: OwnWords;
  /** The side that reads it. */
  readonly other: ThreadSide;
}

/** What a person fills in, by what they write. */
export function renderWritten(
  written: Composing,
  { thread }: MatterRow,
  around: WrittenSurroundings,
): TemplateResult {
  switch (written.kind) {
    case 'ask':
      return wordsField('Your question', written.words);
    case 'reply':
      return wordsField('Your reply', written.words);
    case 'answer':
      return answerFields(written, thread, around);
    case 'link':
      return linkFields(written, around.onTheList);
  }
}

function wordsField(label: string, words: string): TemplateResult {
  return html`<label class="field" ${typed('input', 'write', (text) => ({ kind: 'write', field: 'words', text }))}>
    ${label}
    <textarea rows="3" maxlength="2000" .value=${words}></textarea>
  </label>`;
}

function answerFields(
  answer: Extract<Composing, { kind: 'answer' }>,
  thread: Thread,
  { other, place }: WrittenSurroundings,
): TemplateResult {
  return html`<div role="radiogroup" aria-label="Main outcome">
      ${outcomesIn(place, thread.kind).map(
        ({ id, words }) => html`<label
          class="tick"
          ${typed('change', 'choose-outcome', () => ({ kind: 'choose-outcome', outcome: id }))}
        >
          <input type="radio" name="outcome" .checked=${answer.outcome === id} />
          <span>${words}</span>
        </label>`,
      )}
    </div>
    <label
      class="field"
      ${typed('input', 'write', (text) => ({ kind: 'write', field: 'promised-by', text }))}
    >
      Promised by
      <input type="datetime-local" .value=${answer.promisedBy} />
    </label>
    ${promiseWords(answer.promisedBy)}
    ${wordsField(`Words that the ${other} can hand over`, answer.words)}
    <div role="group" aria-label="Further actions">
      <p class="aside">
        Further actions are text only: nobody is told by them. Ask whoever does it, and put on its list what belongs on
        one.
      </p>
      ${furtherOf(thread).map((what) => furtherField(what, answer))}
    </div>`;
}

/** The browser shows the field in an order of its own, so the promise stands below in the NHS form. */
function promiseWords(text: string): TemplateResult | typeof nothing {
  const promise = promiseOf(text);
  if (promise === null) return nothing;
  return html`<p class="aside">That is ${formatDateWithWeekday(promise)} ${formatTime(promise)}.</p>`;
}

/** [P] What follows an answer most often. A relative who asked is named. */
function furtherOf({ raised: { askedBy } }: Thread): readonly string[] {
  const tell = askedBy.kind === 'relative' ? `Tell ${askedBy.name}` : 'Tell the family';
  return ['For the round list', 'Blood tests', 'A referral', tell];
}

function furtherField(what: string, { further }: Extract<Composing, { kind: 'answer' }>): TemplateResult {
  const one = further.find((each) => each.what === what);
  const owner = (text: string): Extract<EscalationsPress, { kind: 'say-owner' }> => ({
    kind: 'say-owner',
    what,
    owner: text,
  });
  return html`<label
      class="tick"
      ${typed('change', 'tick-further', (_, isTicked) => ({ kind: 'tick-further', what, isTicked }))}
    >
      <input type="checkbox" .checked=${one !== undefined} />
      <span>${data(what)}</span>
    </label>
    ${
      one === undefined
        ? nothing
        : html`<label class="field under" ${typed('input', 'say-owner', owner)}>
            Who does it
            <input type="text" maxlength="120" .value=${one.owner} />
          </label>`
    }`;
}

function linkFields(
  link: Extract<Composing, { kind: 'link' }>,
  onTheList: readonly ListedResident[],
): TemplateResult {
  if (onTheList.length === 0) return html`<p>The list of residents is not here, so nobody can be chosen.</p>`;
  const check = (what: 'number' | 'born', words: string) => html`<label
    class="tick"
    ${typed('change', 'check', (_, isTicked) => ({ kind: 'check', what, isTicked }))}
  >
    <input type="checkbox" .checked=${link.checked[what]} />
    <span>${words}</span>
  </label>`;
  return html`<div class="choices" role="radiogroup" aria-label="Residents of the home">
      ${onTheList.map(
        (one) => html`<label
          class="tick"
          ${typed('change', 'choose-resident', () => ({ kind: 'choose-resident', resident: one.resident }))}
        >
          <input type="radio" name="resident" .checked=${link.resident === one.resident} />
          <span>${listed(one)}</span>
        </label>`,
      )}
    </div>
    ${
      link.resident === null
        ? nothing
        : html`${check('number', 'The home has read me the NHS number, and it is this one')}
          ${check('born', 'The date of birth is this one')}`
    }`;
}

function listed({ name, born, nhsNumber: number, room }: ListedResident): (TemplateResult | string)[] {
  return joined([
    html`<strong>${data(formatName(name))}</strong>`,
    html`born ${dayOr(born, 'not recorded')}`,
    html`NHS No. ${nhsNumber(number)}`,
    room === null ? null : data(roomWords(room)),
  ]);
}
