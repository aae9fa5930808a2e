import type { LimitsRow, LimitsStrip } from '@ehch/clinical/care-plan';
import type { Side } from '@ehch/clinical';
import { bareLastDays } from '@ehch/clinical/rules';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { isSameAuthor, isSameDate } from '../internal/common-record.ts';
import { fact } from '../internal/fact.ts';
import { factList } from '../internal/fact-list.ts';
import { isFutureDated } from '../internal/future-dated.ts';
import { data, joined, lines, strong } from '../internal/text.ts';
import { dated } from '../internal/when.ts';
import { due } from '../resident-summary/sections/due-words.ts';
import { ringInLastDays, ringWords } from '../resident-summary/sections/ring-words.ts';
import { byOn } from './by-on.ts';
import { addLine, editRow } from './edit-line.ts';
import { notInForce } from './not-in-force.ts';
import { namedAlready, planCard } from './plan-frame.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';
import { renderProposals } from './render-proposals.ts';
import { renderUnwell } from './render-unwell.ts';

// Wishes and limits before everything else. Neutral colours, words first. Two sentences must never be left out: no record is
// not "full escalation", and a DNACPR decision is about CPR only (Resuscitation Council UK, BMA, RCN: Decisions relating to
// cardiopulmonary resuscitation).
const NOT_FULL_ESCALATION = 'This does not mean full escalation.';

/** The strip "If I become unwell": agreed limits, what is proposed, what to do in each situation, and who decides. */
export function renderStrip(around: PlanSurroundings): TemplateResult {
  return planCard<LimitsStrip>(
    {
      name: 'limits',
      title: 'If I become unwell',
      from: 'limits',
      section: around.plan.limits,
      facts: ({ rows }) => rows.map((row) => row.fact),
      ownDates: true,
      notRecorded: html`No agreed limits are recorded here. <strong>${NOT_FULL_ESCALATION}</strong>`,
      notRead: 'Look for the signed form.',
      body: stripRows,
      disagreement: (sides) =>
        html`<p class="notice strong">
          Records disagree about ${subject(sides)}. Go by the signed original, ${ringWords(around)}.
        </p>`,
      below: (within) => [
        whichStands(within),
        missingLimits(within),
        renderProposals(within),
        renderUnwell(within),
        whoDecides(within),
      ],
    },
    around,
  );
}

function stripRows({ rows, lastDays }: LimitsStrip, around: PlanSurroundings): TemplateResult {
  // On the whole card the rows for later come below what to do now.
  const shown = around.scope === 'side' ? rows : rows.filter((row) => !isForLater(row));
  return html`${
    lastDays === null
      ? nothing
      : factList([lastDays], (plan) =>
          fact(html`<strong>Last days of life:</strong> ${lines(bareLastDays(plan.text))}`, plan, around),
        )
  }
  ${
    lastDays === null || isFutureDated(lastDays) || around.died
      ? nothing
      : html`<p class="fact">Whom to ring in the last days: ${ringInLastDays(around)}.</p>`
  }
  ${rowList(shown, rows, around)}`;
}

/** Who decides and where the resident wants to be: below what to do, which is looked for at night. */
function whoDecides(around: PlanSurroundings) {
  const { limits } = around.plan;
  if (limits.state !== 'known' || limits.content.kind === 'disagree') return nothing;
  // Where nobody has recorded a limit, the first one is added here.
  if (limits.content.kind !== 'recorded') return addDecisions(around);
  const { rows } = limits.content.value;
  return html`${rowList(rows.filter(isForLater), rows, around)} ${addDecisions(around)}`;
}

function addDecisions(around: PlanSurroundings) {
  return [
    addLine('cpr', 'Add a decision about CPR', around),
    addLine('form', 'Add a signed form', around),
    addLine('preferred-place', 'Add a preferred place', around),
    addLine('decision-maker', 'Add who decides or speaks for me', around),
  ];
}

function isForLater({ kind }: LimitsRow): boolean {
  return kind === 'decision-maker' || kind === 'preferred-place';
}

function rowList(shown: readonly LimitsRow[], all: readonly LimitsRow[], around: PlanSurroundings) {
  if (shown.length === 0) return nothing;
  return factList(
    shown.map((row) => ({ ...row.fact, row })),
    ({ row }) => renderRow(row, all, around),
  );
}

function renderRow(row: LimitsRow, rows: readonly LimitsRow[], around: PlanSurroundings): TemplateResult {
  const { original, endsOn } = row;
  const form = formOf(row, rows);
  const about = form === null ? originalWords(row) : [html`On the ${data(form.title)} below`];
  const ends =
    endsOn === null
      ? null
      : around.died
        ? dated('review by', endsOn)
        : due('review by', endsOn, around.today);
  // Whoever signed is named as such, and not once more as the author.
  const isSigner = (original?.signedBy ?? null) !== null && original?.signedBy === row.fact.by?.name;
  const within = isSigner ? namedAlready(row.fact.by, around) : around;
  const more = joined([...about, ends]);
  const words = html`${notInForce(row.fact)}${rowWords(row, around)}`;
  const told = fact(
    html`${words}${more.length === 0 ? nothing : html` <span class="parts">${more}</span>`}`,
    row.fact,
    within,
  );
  return html`${told} ${editRow(row.fact.id, around)}`;
}

function rowWords(row: LimitsRow, { died }: PlanSurroundings): TemplateResult {
  switch (row.kind) {
    case 'wish':
      return html`<strong class="wish">“${lines(row.text)}”</strong>`;
    case 'cpr':
      return row.atom?.fields['decision'] === 'attempt'
        ? html`<strong class="tag decision">For CPR</strong> Attempt resuscitation.`
        : html`<strong class="tag decision">Not for CPR</strong> This is about CPR only; all other treatment is
            decided on its own.`;
    default:
      return html`${data(row.title)}:
        ${strong(row.text)}${
          row.isExpired && !died ? html`, <strong class="late">▲ past its review day</strong>` : nothing
        }`;
  }
}

/** The form of the same day and author, where it says where the original is and the decision does not: said once. */
function formOf(row: LimitsRow, rows: readonly LimitsRow[]): LimitsRow | null {
  if (row.kind !== 'cpr' || (row.original?.at ?? null) !== null) return null;
  const isSame = ({ fact: { on, by } }: LimitsRow) =>
    isSameDate(on, row.fact.on) && isSameAuthor(by ?? undefined, row.fact.by);
  return (
    rows.find((one) => one.kind === 'form' && (one.original?.at ?? null) !== null && isSame(one)) ?? null
  );
}

/** Where the original is, who signed it, who has looked at it, and where it was made. What nobody recorded is said as that. */
function originalWords({ kind, original }: LimitsRow): (TemplateResult | string | null)[] {
  if (original === null) return [];
  const { at, signedBy, signedOn, sighted, madeIn } = original;
  const isMaker = kind === 'decision-maker';
  const seen = isMaker ? 'Document' : 'Original';
  return [
    isMaker
      ? null
      : at === null
        ? html`<strong>Where the signed original is kept is not recorded</strong>`
        : html`Signed original: <strong>${data(at)}</strong>`,
    signedBy === null && signedOn === null ? null : html`signed ${byOn(signedBy, signedOn)}`,
    sighted === null
      ? `nobody has recorded that they saw the ${seen.toLowerCase()}`
      : html`${seen.toLowerCase()} seen ${byOn(sighted.by, sighted.on)}`,
    madeIn === null ? null : madeIn === 'hospital' ? 'made in hospital' : 'made in the community',
  ];
}

/**
 * Of decisions that contradict each other whoever may decide says which one stands, or that a new one stands in the place of all. Both
 * stay on screen until a server has taken that.
 */
function whichStands(around: PlanSurroundings) {
  const { limits } = around.plan;
  if (around.edit === null || limits.state !== 'known' || limits.content.kind !== 'disagree') return nothing;
  const rows = limits.content.sides.flatMap(({ value, none }) => (none === undefined ? value.rows : []));
  const disputed = rows.filter(({ kind }) => kind === 'cpr');
  if (disputed.length < 2) return nothing;
  return html`<p class="between">Which one stands?</p>
    ${factList(
      disputed.map((row) => ({ ...row.fact, row })),
      ({ row }) => html`<li class="fact">${rowWords(row, around)}
          <span class="parts">${byOn(row.fact.by?.name ?? null, row.fact.on)}</span></li>
        ${editRow(row.fact.id, around)}`,
    )}`;
}

/** What nobody has recorded of the limits. What a row leaves open, the row says itself. */
function missingLimits({ plan }: PlanSurroundings) {
  const parts = plan.missing.filter(({ part }) => part === 'cpr' || part === 'preferred-place');
  return parts.map(({ words }) => html`<p class="missing">${words}</p>`);
}

/** What the records disagree about, as far as it can be said without choosing one. */
function subject(sides: readonly Side<LimitsStrip>[]): string {
  const decisions = new Set(
    sides.flatMap(({ value }) => value.rows.filter(({ kind }) => kind === 'cpr').map(({ text }) => text)),
  );
  return decisions.size > 1 ? 'CPR' : 'the agreed limits of treatment';
}
