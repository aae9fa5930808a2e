import type {
  AgreedLimits,
  CprDecision,
  LimitsDecision,
  LimitsDocument,
  Recorded,
  Side,
} from '@ehch/clinical';
import { bareLastDays, STATE_TITLES } from '@ehch/clinical/rules';
import { html, nothing } from 'lit';
import { fact } from '../../internal/fact.ts';
import { factList } from '../../internal/fact-list.ts';
import { isFutureDated } from '../../internal/future-dated.ts';
import { defineSection } from '../../internal/section-frame.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { data, joined, lines, sentence } from '../../internal/text.ts';
import { due } from './due-words.ts';
import { ringInLastDays, ringWords } from './ring-words.ts';
import { withItsForm } from './with-its-form.ts';

// Her wishes before any number. Neutral colours, words first; and two sentences that must never be left out:
// no record is not "full escalation", and a DNACPR decision is about CPR only (Resuscitation Council UK, BMA, RCN:
// Decisions relating to cardiopulmonary resuscitation).
const NOT_FULL_ESCALATION = 'This does not mean full escalation.';

export const limits = defineSection({
  name: 'limits',
  title: 'Agreed limits of treatment',
  always: true,
  notRecorded: `Nothing recorded here. ${NOT_FULL_ESCALATION}`,
  facts: factsOf,
  body: (value: AgreedLimits, around) => {
    const { decisions, documents } = withItsForm(value);
    const forms = new Map(decisions.map(({ decision, form }) => [decision, form]));
    return html`
      ${value.lastDays === null ? nothing : factList([value.lastDays], (plan) => fact(lastDays(plan), plan, around))}
      ${value.lastDays === null || isFutureDated(value.lastDays) || around.died ? nothing : toRing(around)}
      ${factList(value.wishes, (wish) => fact(html`<strong class="wish">${lines(wish.text)}</strong>`, wish, around))}
      ${
        value.cpr.length === 0 && around.scope === 'whole'
          ? html`<p class="fact">CPR: no decision recorded here. ${NOT_FULL_ESCALATION}</p>`
          : factList([...forms.keys()], (decision) =>
              fact(cpr(decision, forms.get(decision) ?? null, around), decision, around),
            )
      }
      ${factList(value.decisions, (one) =>
        fact(html`${KIND[one.kind] ?? sentence(one.kind)}: ${lines(one.text)}`, one, around),
      )}
      ${factList(documents, (form) => fact(documentWords(form, around), form, around))}
      ${factList(value.decisionMakers, (maker) =>
        fact(
          joined([
            html`Attorney or deputy: <strong>${data(maker.name)}</strong>`,
            data(maker.relation),
            data(maker.authority),
          ]),
          maker,
          around,
        ),
      )}
    `;
  },
  disagreement: (sides, around) =>
    html`<p class="notice strong">
      Records disagree about ${subject(sides)}. Go by the signed original, ${ringWords(around)}.
    </p>`,
});

const KIND: Partial<Record<LimitsDecision['kind'], string>> = {
  other: 'Decision',
  'about-cpr': 'About CPR',
  'about-last-days': 'Decision',
  variation: STATE_TITLES.variation,
};

function factsOf(value: AgreedLimits): readonly Recorded[] {
  const { decisions, documents } = withItsForm(value);
  return [
    ...(value.lastDays === null ? [] : [value.lastDays]),
    ...value.wishes,
    ...decisions.map(({ decision }) => decision),
    ...value.decisions,
    ...documents,
    ...value.decisionMakers,
  ];
}

function lastDays({ text }: NonNullable<AgreedLimits['lastDays']>) {
  return html`<strong>Last days of life:</strong> ${lines(bareLastDays(text))}`;
}

/** Who comes at night does not know the number by heart. It is the place's, not the record's. */
function toRing(around: SectionSurroundings) {
  return html`<p class="fact">Whom to ring in the last days: ${ringInLastDays(around)}.</p>`;
}

/** A decision, and the form that holds it where both are of one day and one author: said once. */
function cpr(decision: CprDecision, form: LimitsDocument | null, around: SectionSurroundings) {
  const reviewBy = decision.reviewBy ?? form?.reviewBy ?? null;
  return html`${
    decision.decision === 'do-not-attempt'
      ? html`<strong class="tag decision">Not for CPR</strong>
          This is about CPR only; all other treatment is decided on its own. `
      : html`<strong class="tag decision">For CPR</strong> Attempt resuscitation. `
  }${joined([
    form === null
      ? html`${original(decision.originalAt, 'Where')}${
          decision.originalAt === null && formsBelow(around) ? '; see the form below' : ''
        }`
      : html`${data(form.title)}: <strong>${data(form.originalAt ?? decision.originalAt)}</strong>`,
    reviewBy === null ? null : due('review by', reviewBy, around.today),
  ])}`;
}

/** Whether a form that is kept somewhere stands below: nobody stops reading at "not recorded" who has to find it tonight. */
function formsBelow({ view }: SectionSurroundings): boolean {
  const { limits: section } = view.sections;
  if (section.state !== 'known') return false;
  const { content } = section;
  const told =
    content.kind === 'recorded' ? content.value : content.kind === 'disagree' ? content.common : null;
  return (
    told?.documents.some(({ status, originalAt }) => status === 'current' && originalAt !== null) === true
  );
}

function documentWords(
  { title, status, originalAt, reviewBy }: LimitsDocument,
  { today }: SectionSurroundings,
) {
  return joined([
    data(title),
    status === 'current' ? null : status === 'superseded' ? 'superseded' : 'not known whether it is current',
    original(originalAt),
    reviewBy === null ? null : due('review by', reviewBy, today),
  ]);
}

function original(at: string | null, where = 'where') {
  return at === null
    ? `${where} the signed original is kept is not recorded`
    : html`${where === 'where' ? 'signed' : 'Signed'} original: <strong>${data(at)}</strong>`;
}

/** What the records disagree about, as far as it can be said without choosing one. */
function subject(sides: readonly Side<AgreedLimits>[]): string {
  const decisions = new Set(sides.flatMap(({ value }) => value.cpr.map(({ decision }) => decision)));
  return decisions.size > 1 ? 'CPR' : 'the agreed limits of treatment';
}
