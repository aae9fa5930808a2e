import { sbard } from '@ehch/clinical/escalation';
import { heardWords, isTakenOver } from '@ehch/clinical/session';
import { withdrawnIn } from '@ehch/clinical/place';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { data } from '../internal/text.ts';
import { escalationPresses } from './escalation-press.ts';
import type { EscalationView } from './escalation-view.ts';
import { ringName } from './ring-name.ts';
import { practiceToTell } from './tell-practice.ts';

const { press, typed } = escalationPresses;

/** The call with its moment, name and words, as an entry of the thread. A call that nobody answered is a result as well. */
function keepCall(view: EscalationView): TemplateResult {
  const { session } = view;
  if (!isTakenOver(session))
    return html`<p class="aside">Send first. Then the call can be added, with who said what.</p>`;
  const to = whomCalled(view);
  const said = heardWords(session);
  const call = (isAnswered: boolean) =>
    press({ kind: 'act', act: { kind: 'call', to, isAnswered, words: said } });
  return html`<div class="buttons">
    <button type="button" ${call(true)}>Add this call: ${data(to)}</button>
    <button type="button" ${call(false)}>Nobody answered: ${data(to)}</button>
  </div>`;
}

/** Who has gone is told to the practice, also where it is closed now (session SPEC X14). */
function whomCalled(view: EscalationView): string {
  if (view.gone === null) return ringName(view.ringing.now);
  const practice = practiceToTell(view.practice);
  return practice === null ? 'the practice' : ringName(practice);
}

const TITLES = {
  situation: 'Situation',
  background: 'Background',
  assessment: 'What we think',
  recommendation: 'What we ask for',
} as const;

/** What to say on the telephone: one sentence a line, ticked as it is said, and what the other end decided. */
export function renderSay(view: EscalationView): TemplateResult {
  const { session, record, caller, situation, agreed, advice, now, level, place } = view;
  const { about, words, since, think, done, said, decision } = session;
  const nobody = { name: '', born: null, room: null };
  const parts = sbard({
    caller,
    about: record ?? (about.kind === 'unlisted' ? about.person : nobody),
    situation,
    agreed,
    advice,
    words,
    since,
    think,
    done: done === '' ? [] : [done],
    now,
    isNews2Withdrawn: withdrawnIn(place, { kind: 'instrument', id: 'news2' }) !== null,
  });
  return html`<section class="card say" part="say" aria-labelledby="say">
    ${heading(level + 1, 'say', 'Say this')}
    ${parts.map(
      ({ part, lines }) => html`<fieldset class="part">
        <legend>${TITLES[part]}</legend>
        ${lines.map((line, index) => {
          // By its words: a line that changes has not been said, and a new line above it moves no tick.
          const id = `${part}: ${line}`;
          return html`<label
            class="tick line"
            ${typed('change', 'say-line', (_, isSaid) => ({ kind: 'say-line', line: id, isSaid }))}
          >
            <input type="checkbox" name=${`${part}-${index}`} .checked=${said.includes(id)} />
            <span>${data(line)}</span>
          </label>`;
        })}
      </fieldset>`,
    )}
    <label class="field" ${typed('input', 'write', (text) => ({ kind: 'write', field: 'think', text }))}>
      What do you think it is?
      <input type="text" maxlength="400" .value=${think} />
    </label>
    <label class="field" ${typed('input', 'write', (text) => ({ kind: 'write', field: 'done', text }))}>
      What have you done already?
      <input type="text" maxlength="400" .value=${done} />
    </label>
    <fieldset class="part">
      <legend>Decision</legend>
      <label class="field" ${typed('input', 'write', (text) => ({ kind: 'write', field: 'decision', text }))}>
        What was decided
        <textarea rows="2" maxlength="1000" .value=${decision.words}></textarea>
      </label>
      <label class="field" ${typed('input', 'write', (text) => ({ kind: 'write', field: 'decided-by', text }))}>
        Who said it
        <input type="text" maxlength="120" .value=${decision.by} />
      </label>
      ${keepCall(view)}
    </fieldset>
  </section>`;
}
