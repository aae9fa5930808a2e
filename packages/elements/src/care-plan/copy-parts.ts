import type { LimitsRow, PlanBody, PlanLine } from '@ehch/clinical/care-plan';
import { planFieldWords } from '@ehch/clinical/care-plan';
import { speakDate } from '@ehch/clinical/display';
import type { Section } from '@ehch/clinical';
import type { PartialDate } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { data, lines } from '../internal/text.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';

/** One part of the copy in plain English. */
export interface CopyPart {
  readonly name: CopyPartName;
  readonly title: string;
  render(around: PlanSurroundings): unknown;
}

export type CopyPartName = 'unwell' | 'words' | 'goals' | 'decide' | 'actions' | 'review';

/**
 * What a copy can hold, in its order. [P] Capacity, medicines for the last days, telephone numbers and who may be told what are on no
 * copy: a sheet lies about, and others read it. It says so, and that one can ask.
 */
export const COPY_PARTS: readonly CopyPart[] = [
  { name: 'unwell', title: 'If I become unwell', render: unwell },
  { name: 'words', title: 'What matters to me', render: words },
  { name: 'goals', title: 'What I want to do again', render: (around) => ofBody(around, goals) },
  { name: 'decide', title: 'What we will decide together', render: (around) => ofBody(around, decide) },
  { name: 'actions', title: 'Who does what', render: (around) => ofBody(around, actions) },
  { name: 'review', title: 'When we look at this again', render: (around) => ofBody(around, review) },
];

/** A date as it is read aloud: this is no screen for clinicians. */
const on = (date: PartialDate | null, none: string): string => (date === null ? none : speakDate(date));

/** What a section says on paper where it does not say one thing. A gap on paper would read as "none". */
function ofSection<T>(section: Section<T>, draw: (value: T) => unknown): unknown {
  if (section.state !== 'known')
    return html`<p>This could not be read when the copy was made. Ask to see it.</p>`;
  const { content, gaps } = section;
  const part =
    gaps.length === 0 ? nothing : html`<p>A part of this could not be read when the copy was made.</p>`;
  switch (content.kind) {
    case 'recorded':
      return html`${draw(content.value)} ${part}`;
    case 'disagree':
      return html`<p><strong>The records do not agree about this. Ask before you rely on it.</strong></p>`;
    default:
      return html`<p>Nobody has written this down yet.</p>
        ${part}`;
  }
}

function ofBody({ plan }: PlanSurroundings, draw: (body: PlanBody) => unknown): unknown {
  return ofSection(plan.body, draw);
}

function unwell({ plan }: PlanSurroundings): unknown {
  return html`${ofSection(plan.limits, ({ rows, lastDays }) =>
    rows.length === 0 && lastDays === null
      ? html`<p>Nobody has written this down yet.</p>`
      : html`${lastDays === null ? nothing : html`<p>${lines(lastDays.text)}</p>`}
          <ul>
            ${rows.map((row) => html`<li>${limitWords(row)}</li>`)}
          </ul>`,
  )}
  ${ofSection(plan.body, (body) => body.unwell.map(situation))}`;
}

/** In words that need no training. What they say of CPR is what the record says, and nothing more. */
function limitWords({
  kind,
  title,
  text,
  atom,
  original,
  isExpired,
  endsOn,
  fact,
}: LimitsRow): TemplateResult {
  const said =
    kind === 'wish'
      ? html`“${lines(text)}”`
      : kind === 'cpr'
        ? atom?.fields['decision'] === 'attempt'
          ? 'For CPR: if my heart stops, people try to restart it.'
          : 'Not for CPR: if my heart stops, nobody tries to restart it. This is about CPR only. All other treatment is decided on its own.'
        : html`${data(title)}: ${data(text)}`;
  const at = original?.at ?? null;
  return html`${said}
    ${at === null ? nothing : html`The signed paper is here: ${data(at)}.`}
    ${isExpired ? html`<strong>It was to be looked at again by ${on(endsOn, 'a day that is not known')}, and is late.</strong>` : nothing}
    <small>${on(fact.on, 'Date not known')}</small>`;
}

function situation({ fields }: PlanLine<'unwell'>): TemplateResult {
  const place = fields.place === null ? 'not written down' : planFieldWords('unwell', 'place', fields.place);
  return html`<div class="situation">
    <h3>${data(fields.situation ?? 'Situation not named')}</h3>
    <p><strong>${place}</strong>${fields.words === null ? nothing : html`. ${lines(fields.words)}`}</p>
    <p>Who to call: ${data(fields.ring ?? 'not written down')}</p>
    <small>Agreed with ${data(fields.agreedWith ?? 'somebody not named')}, ${on(fields.agreedOn, 'date not known')}</small>
  </div>`;
}

function words({ plan }: PlanSurroundings): unknown {
  return html`${ofSection(plan.aboutMe, ({ entries }) =>
    entries.length === 0
      ? html`<p>Nobody has written this down yet.</p>`
      : entries.map(({ heading, text, line, by }) =>
          saying(
            planFieldWords('about-me', 'heading', heading),
            text,
            line?.saidBy ?? by?.name ?? by?.role ?? null,
          ),
        ),
  )}
  ${
    // What the plan adds in the same voice. Where it could not be read, the other parts say so.
    plan.body.state === 'known' && plan.body.content.kind === 'recorded'
      ? [
          ...plan.body.content.value.comfort.map(({ fields }) =>
            saying(planFieldWords('comfort', 'about', fields.about), fields.text ?? '', fields.saidBy),
          ),
          ...plan.body.content.value.self.map(({ fields }) =>
            saying(planFieldWords('self', 'about', fields.about), fields.text ?? '', null),
          ),
        ]
      : nothing
  }`;
}

function saying(title: string | null, text: string, by: string | null): TemplateResult {
  return html`<p>
    <strong>${title}:</strong> ${lines(text)}${by === null ? nothing : html` <small>(said by ${data(by)})</small>`}
  </p>`;
}

const NONE = html`<p>Nobody has written this down yet.</p>`;

function goals({ goals: own, otherGoals }: PlanBody): unknown {
  if (own.length + otherGoals.length === 0) return NONE;
  return html`${own.map(
    ({ fields }) =>
      html`<p>
          <strong>${lines(fields.want ?? '')}</strong><br />Today: ${data(fields.step ?? 'not said yet')}<br />With:
          ${data(fields.with ?? 'not said yet')}
        </p>`,
  )}
  ${otherGoals.map(({ text }) => html`<p>${data(text)}</p>`)}`;
}

function decide({ decide: all }: PlanBody): unknown {
  if (all.length === 0) return html`<p>Nothing at present.</p>`;
  return all.map(
    ({ decision: { fields }, choices }) => html`<h3>${data(fields.situation ?? 'Not named')}</h3>
      <ul>
        ${choices.map(
          ({ fields: one }) =>
            html`<li><strong>${data(one.choice)}</strong>: ${data(one.means ?? 'what it means is not written down')}</li>`,
        )}
      </ul>
      <p>You can ask: ${data(fields.ask ?? 'not written down')}</p>`,
  );
}

function actions({ actions: all }: PlanBody): unknown {
  if (all.length === 0) return NONE;
  return html`<ul>
    ${all.map(
      ({ fields: { what, owner, due, state } }) =>
        html`<li>
          ${data(what)}: <strong>${data(owner ?? 'nobody yet')}</strong>, by ${on(due, 'a day not set yet')}.
          ${planFieldWords('action', 'state', state)}.
        </li>`,
    )}
  </ul>`;
}

function review({ frame, helped }: PlanBody): unknown {
  return html`<p>${on(frame?.fields.reviewBy ?? null, 'No day is set yet.')}</p>
    ${helped.length === 0 ? nothing : html`<p>This plan was made with: ${helped.map(({ fields }, at) => html`${at === 0 ? '' : ', '}${data(fields.name)}`)}.</p>`}`;
}
