import { RED_FLAGS } from '@ehch/clinical/escalation';
import { DANGER_SIGNS, SOFT_SIGNS } from '@ehch/clinical/escalation';
import type { TickedSign } from '@ehch/clinical/escalation';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { KindName } from '@ehch/clinical/thread';
import { heading } from '../internal/heading.ts';
import { escalationPresses } from './escalation-press.ts';
import type { EscalationView } from './escalation-view.ts';

const { press, typed } = escalationPresses;

/** Danger first: one press each, above everything that has to be read. */
export function renderDanger({ session: { seen }, level }: EscalationView): TemplateResult {
  return html`<section class="danger" aria-labelledby="danger">
    ${heading(level + 1, 'danger', 'Danger now?')}
    <div class="chips">
      ${DANGER_SIGNS.signs.map(({ id, short }) => {
        const isTicked = seen.dangers.includes(id);
        return html`<button
          type="button"
          class="chip"
          aria-pressed=${isTicked}
          ${press({ kind: 'tick-danger', sign: id, isTicked: !isTicked })}
        >
          ${short}
        </button>`;
      })}
    </div>
  </section>`;
}

/** Our own list of signs, falls first. One tick is enough, and none is needed beside a worry. */
export function renderSeen(view: EscalationView): TemplateResult {
  const { session, level } = view;
  const { seen, words, since, raised } = session;
  if (raised !== null) return html``;
  const signs = [...SOFT_SIGNS].sort(([a], [b]) => Number(b === 'fall') - Number(a === 'fall'));
  return html`<section class="card" aria-labelledby="seen">
    ${heading(level + 1, 'seen', 'What have you seen?')} ${matters(view)}
    <p class="aside">One tick is enough.</p>
    ${tick('worry', 'I am worried', seen.isWorried, (isTicked) => ({ kind: 'tick-worry', isTicked }), 'tick-worry')}
    ${signs
      .filter(([id]) => id !== 'worry')
      .map(([id, text, ask]) => {
        const ticked = seen.signs.find((sign) => sign.id === id);
        return html`${tick(
          id,
          text,
          ticked !== undefined,
          (isTicked) => ({ kind: 'tick-sign', sign: id, isTicked }),
          'tick-sign',
        )}${ticked === undefined ? nothing : usual(ticked, ask)}`;
      })}
    ${RED_FLAGS.map(({ id, text }) =>
      tick(
        id,
        text,
        seen.flags.includes(id),
        (isTicked) => ({ kind: 'tick-flag', flag: id, isTicked }),
        'tick-flag',
      ),
    )}
    ${infection(view)}
    <label class="field" ${typed('input', 'write', (text) => ({ kind: 'write', field: 'words', text }))}>
      In your words, if you like
      <textarea rows="3" maxlength="2000" .value=${words}></textarea>
    </label>
    <label class="field" ${typed('input', 'write', (text) => ({ kind: 'write', field: 'since', text }))}>
      Since when?
      <input type="text" maxlength="120" .value=${since} />
    </label>
    ${whoAsks(view)}
  </section>`;
}

/** What it is about. Each goes the same way, with an urgency of its own. */
function matters({ session: { matter } }: EscalationView): TemplateResult {
  return html`<div class="row" role="group" aria-label="What is it about?">
    <span>What is it about?</span>
    ${MATTERS.map(
      ([kind, label]) => html`<button
        type="button"
        class="chip small"
        aria-pressed=${matter === kind}
        ${press({ kind: 'choose-matter', matter: kind })}
      >
        ${label}
      </button>`,
    )}
  </div>`;
}

const MATTERS: readonly (readonly [KindName, string])[] = [
  ['worry', 'A worry'],
  ['medicine-query', 'A medicine'],
  ['round-item', 'For the round'],
];

function infection({ session: { seen } }: EscalationView): TemplateResult {
  const choice = (label: string, isPossible: boolean) =>
    html`<button
      type="button"
      class="chip"
      aria-pressed=${seen.isInfectionPossible === isPossible}
      ${press({ kind: 'say-infection', isPossible: seen.isInfectionPossible === isPossible ? null : isPossible })}
    >
      ${label}
    </button>`;
  return html`<div class="row" role="group" aria-label="Could it be an infection?">
    <span>Could it be an infection?</span> ${choice('Yes or not sure', true)} ${choice('No', false)}
  </div>`;
}

function usual(sign: TickedSign, ask: string | null): TemplateResult {
  const choice = (label: string, value: TickedSign['usual']) =>
    html`<button
      type="button"
      class="chip small"
      aria-pressed=${sign.usual === value}
      ${press({ kind: 'say-usual', sign: sign.id, usual: value })}
    >
      ${label}
    </button>`;
  return html`<div class="row under" role="group" aria-label="Is it usual?">
    ${ask === null ? nothing : html`<span class="aside">${ask}</span>`}
    <span>Usual for them?</span> ${choice('New', 'no')} ${choice('Usual', 'yes')}
  </div>`;
}

/** Who wants to know. A relative stands in the record's contacts, and is told by name. */
function whoAsks({ session: { askedBy }, record, identity }: EscalationView): TemplateResult {
  const section = record?.sections.people;
  const known =
    section?.state === 'known' && section.content.kind === 'recorded' ? section.content.value.contacts : [];
  const choice = (label: string, isChosen: boolean, action: Parameters<typeof press>[0]) =>
    html`<button type="button" class="chip small" aria-pressed=${isChosen} ${press(action)}>${label}</button>`;
  if (identity === null) return html``;
  return html`<div class="row" role="group" aria-label="Who asks?">
    <span>Who asks?</span>
    ${choice('I do', askedBy.kind === 'presser', { kind: 'say-who-asks', askedBy: { kind: 'presser' } })}
    ${choice('The resident', askedBy.kind === 'resident', { kind: 'say-who-asks', askedBy: { kind: 'resident' } })}
    ${known.map(({ name, relation }) =>
      choice(
        relation === null ? name : `${name}, ${relation}`,
        askedBy.kind === 'relative' && askedBy.name === name,
        { kind: 'say-who-asks', askedBy: { kind: 'relative', name, relation } },
      ),
    )}
  </div>`;
}

type TickKind = 'tick-worry' | 'tick-sign' | 'tick-flag';

function tick<Kind extends TickKind>(
  id: string,
  text: string,
  isTicked: boolean,
  act: (isTicked: boolean) => Extract<import('./escalation-press.ts').EscalationButtonPress, { kind: Kind }>,
  kind: Kind,
): TemplateResult {
  return html`<label class="tick" ${typed('change', kind, (_, isChecked) => act(isChecked))}>
    <input type="checkbox" name=${id} .checked=${isTicked} />
    <span>${text}</span>
  </label>`;
}
