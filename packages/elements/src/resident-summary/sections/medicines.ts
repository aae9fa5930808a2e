import { MEDICINE_SEPARATOR, medicineCounts, medicineLine, medicineShortName } from '@ehch/clinical';
import type { HighRiskClass, Medicine, MedicineList } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { besideFact } from '../../internal/beside-fact.ts';
import { cautions, dateAtEdge, fact, whose } from '../../internal/fact.ts';
import { factList, isFutureDated } from '../../internal/fact-list.ts';
import { defineSection } from '../../internal/section-frame.ts';
import type { Telling } from '../../internal/telling.ts';
import { count, data, joined, listed, plain } from '../../internal/text.ts';
import { dated, day } from '../../internal/when.ts';

const GROUPS: readonly { title: string; holds: (medicine: Medicine) => boolean }[] = [
  { title: 'High risk, or the time matters', holds: (m) => inUse(m) && m.highRisk.length > 0 },
  { title: 'Regular', holds: (m) => isPlain(m, 'regular') },
  { title: 'As required', holds: (m) => isPlain(m, 'as-required') },
  { title: 'Not stated whether regular', holds: (m) => isPlain(m, 'not-stated') },
  { title: 'On hold', holds: (m) => m.status === 'on-hold' },
  { title: 'Planned, not started', holds: (m) => m.status === 'intended' },
  { title: 'Stopped', holds: (m) => m.status === 'stopped' },
];

export const medicines = defineSection({
  name: 'medicines',
  title: 'Medicines',
  summary: ({ medicines: list }: MedicineList) => {
    const { regular, asRequired, useNotStated, onHold } = medicineCounts(list);
    // A count of zero says nothing beside the others; where all are zero it is the whole answer.
    const counts: readonly (readonly [number, string])[] = [
      [regular, 'regular'],
      [asRequired, 'as required'],
      [useNotStated, 'not stated whether regular'],
      [onHold, 'on hold'],
    ];
    return counts.flatMap(([n, words]) => (n > 0 ? [`${n} ${words}`] : [])).join(', ') || 'none in use';
  },
  facts: ({ medicines: list }: MedicineList) => list,
  row: ({ medicines: list }) => {
    const used = list.filter((medicine) => inUse(medicine) && !isFutureDated(medicine));
    const named = used.filter(({ highRisk }) => highRisk.length > 0).map(nameOf);
    const held = list.filter(({ status }) => status === 'on-hold').length;
    return html`${joined([
      html`<strong>${used.length}</strong> in use`,
      named.length === 0 ? null : html`<strong>${listed(named)}</strong>`,
      held === 0 ? null : `${held} on hold`,
    ])}`;
  },
  body: ({ medicines: list, reviewed }, telling) => html`
    <p>
      On the GP's list, ${listDate(telling)}: not what was given.
      ${telling.scope === 'whole' && incomplete(telling) ? `Showing ${list.length} of those that could be read.` : nothing}
    </p>
    ${GROUPS.map(({ title, holds }) => group(title, list.filter(holds), telling))}
    ${
      reviewed === null
        ? html`<p>No medication review recorded.</p>`
        : factList([reviewed], (review) => fact(data(review.text), review, telling, { usefulDays: 365 }))
    }
    ${list.length === 0 ? nothing : html`<p class="end">End of the list: ${count(list.length, 'medicine')}.</p>`}
  `,
});

function isPlain(medicine: Medicine, use: Medicine['use']): boolean {
  return inUse(medicine) && medicine.highRisk.length === 0 && medicine.use === use;
}

/** A status that nobody stated is listed with what is in use: leaving it out could hide an anticoagulant. */
function inUse({ status }: Medicine): boolean {
  return status === 'in-use' || status === 'not-stated';
}

function listDate({ view }: Telling): TemplateResult | string {
  const section = view.sections.medicines;
  return section.state === 'known' ? day(section.asOf) : 'date not known';
}

function incomplete({ view }: Telling): boolean {
  const section = view.sections.medicines;
  return section.state === 'known' && section.gaps.length > 0;
}

function group(title: string, list: readonly Medicine[], telling: Telling) {
  if (list.length === 0) return nothing;
  return html`<p class="between">${title} (${list.length})</p>
    ${factList(list, (medicine) => row(medicine, telling), 'medicines')}`;
}

function nameOf(medicine: Medicine) {
  return data(medicineShortName(medicine));
}

function row(medicine: Medicine, telling: Telling) {
  const { status, use, highRisk, started, stopped, statusReason } = medicine;
  const words = joined([
    status === 'not-stated' ? 'not stated whether it is in use' : null,
    use === 'as-required' && highRisk.length > 0 ? 'as required' : null,
    dated('stopped', stopped),
    data(statusReason),
  ]);
  return html`<li class="fact medicine">
    <span class="what">${line(medicine)}
      ${highRisk.length === 0 ? nothing : html`<strong class="tag risk">${highRisk.map(risk).join(', ')}</strong>`}
      ${words.length === 0 ? nothing : html`· ${words}`}
      ${started === null ? nothing : html`<span class="meta">started ${day(started)}</span>`}${whose(medicine, telling)}</span>
    ${dateAtEdge(medicine, telling)} ${cautions(medicine)} ${besideFact(medicine)}
  </li>`;
}

/** CUI medication line: parts in their order, a dash between them, a label never parted from its value. */
function line(medicine: Medicine): unknown[] {
  return medicineLine(medicine).map(
    ({ kind, text, label }, index) =>
      html`${index === 0 ? '' : MEDICINE_SEPARATOR}${
        label === undefined
          ? html`<span class="m-${kind}">${data(text)}</span>`
          : html`<span class="m-${kind}"><span class="m-label">${label}</span> <b>${data(text)}</b></span>`
      }`,
  );
}

function risk(kind: HighRiskClass): string {
  if (kind === 'parkinsons') return 'Parkinson’s medicine';
  return kind === 'epilepsy' ? 'epilepsy medicine' : plain(kind);
}
