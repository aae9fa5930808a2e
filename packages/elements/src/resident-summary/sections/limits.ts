import { spanOf } from '@ehch/clinical';
import type { AgreedLimits, CivilDate, CprDecision, LimitsDecision, PartialDate, Side } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { fact } from '../../internal/fact.ts';
import { defineSection } from '../../internal/section-frame.ts';
import type { Telling } from '../../internal/telling.ts';
import { data, joined, sentence, strong } from '../../internal/text.ts';
import { day } from '../../internal/when.ts';
import { ringWords } from './ring-words.ts';

// Her wishes before any number. Neutral colours, words first; and two sentences that must never be left out:
// no record is not "full escalation", and a DNACPR decision is about CPR only (Resuscitation Council UK, BMA, RCN:
// Decisions relating to cardiopulmonary resuscitation).
const NOT_FULL_ESCALATION = 'This does not mean full escalation.';

export const limits = defineSection({
  name: 'limits',
  title: 'Agreed limits of treatment',
  always: true,
  notRecorded: `Nothing recorded here. ${NOT_FULL_ESCALATION}`,
  body: (value: AgreedLimits, telling) => html`
    <ul class="facts limits">
      ${
        value.lastDays === null
          ? nothing
          : fact(
              html`<strong>Last days of life:</strong> ${data(value.lastDays.text)}`,
              value.lastDays,
              telling.today,
            )
      }
      ${value.wishes.map((wish) => fact(strong(wish.text), wish, telling.today))}
      ${value.cpr.map((decision) => fact(cpr(decision, telling), decision, telling.today))}
      ${
        value.cpr.length === 0 && telling.scope === 'whole'
          ? html`<li class="fact">CPR: no decision recorded here. ${NOT_FULL_ESCALATION}</li>`
          : nothing
      }
      ${value.decisions.map((decision) =>
        fact(
          html`${KIND[decision.kind] ?? sentence(decision.kind)}: ${data(decision.text)}`,
          decision,
          telling.today,
        ),
      )}
      ${value.documents.map((document) =>
        fact(
          joined([
            data(document.title),
            document.status === 'current'
              ? null
              : document.status === 'superseded'
                ? 'superseded'
                : 'not known whether it is current',
            original(document.originalAt),
            review(document.reviewBy, telling.today),
          ]),
          document,
          telling.today,
        ),
      )}
      ${value.decisionMakers.map((maker) =>
        fact(
          joined([
            html`Attorney or deputy: <strong>${data(maker.name)}</strong>`,
            data(maker.relation),
            data(maker.authority),
          ]),
          maker,
          telling.today,
        ),
      )}
    </ul>
  `,
  disagreement: (sides, telling) =>
    html`<p class="notice strong">
      Records disagree about ${subject(sides)}. Go by the signed original, ${ringWords(telling)}.
    </p>`,
});

const KIND: Partial<Record<LimitsDecision['kind'], string>> = { other: 'Decision', 'about-cpr': 'About CPR' };

function cpr({ decision, originalAt, reviewBy }: CprDecision, { today }: Telling) {
  return joined([
    decision === 'do-not-attempt'
      ? html`<strong>Not for CPR.</strong> This is about CPR only; all other treatment is decided on its own`
      : html`<strong>For CPR.</strong> Attempt resuscitation`,
    original(originalAt),
    review(reviewBy, today),
  ]);
}

function original(at: string | null) {
  return at === null
    ? 'where the signed original is kept is not recorded'
    : html`signed original: <strong>${data(at)}</strong>`;
}

function review(by: PartialDate | null, today: CivilDate) {
  if (by === null) return null;
  const end = spanOf(by)?.to;
  return end !== undefined && end < today
    ? html`<strong class="old">review was due ${day(by)}</strong>`
    : html`review by ${day(by)}`;
}

/** What the records disagree about, as far as it can be said without choosing one. */
function subject(sides: readonly Side<AgreedLimits>[]): string {
  const decisions = new Set(sides.flatMap(({ value }) => value.cpr.map(({ decision }) => decision)));
  return decisions.size > 1 ? 'CPR' : 'the agreed limits of treatment';
}
