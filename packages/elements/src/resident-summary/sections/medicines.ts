import { unreadIn } from '@ehch/clinical';
import { MEDICINE_SEPARATOR, medicineLine, medicineShortName, plainLines } from '@ehch/clinical/display';
import { medicineCounts } from '@ehch/clinical/rules';
import type { Medicine, MedicineList } from '@ehch/clinical';
import type { PartialDate } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { besideFact } from '../../internal/beside-fact.ts';
import { isSameDate } from '../../internal/common-record.ts';
import { cautions } from '../../internal/cautions.ts';
import { dateAtEdge, fact, renderAuthorAndSource } from '../../internal/fact.ts';
import { factList } from '../../internal/fact-list.ts';
import { isFutureDated } from '../../internal/future-dated.ts';
import { defineSection } from '../../internal/section-frame.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { count, data, joined, listed } from '../../internal/text.ts';
import { day } from '../../internal/when.ts';
import { inUse, MEDICINE_GROUPS } from './medicine-groups.ts';
import { medicineWords, riskTag, startWord } from './medicine-words.ts';

export const medicines = defineSection({
  name: 'medicines',
  title: 'Medicines',
  summary: ({ medicines: list }: MedicineList) => {
    const { regular, asRequired, useNotStated, onHold, pastItsEnd, notToBeGiven } = medicineCounts(list);
    // A count of zero says nothing beside the others; where all are zero it is the whole answer.
    const counts: readonly (readonly [number, string])[] = [
      [regular, 'regular'],
      [asRequired, 'as required'],
      [useNotStated, 'not stated whether regular'],
      [onHold, 'on hold'],
      [pastItsEnd, 'past its end date'],
      [notToBeGiven, 'not to be given'],
    ];
    return counts.flatMap(([n, words]) => (n > 0 ? [`${n} ${words}`] : [])).join(', ') || 'none in use';
  },
  facts: ({ medicines: list }: MedicineList) => list,
  row: ({ medicines: list }, { died }) => {
    const used = list.filter((medicine) => inUse(medicine) && !isFutureDated(medicine));
    const named = used.filter(({ highRisk }) => highRisk.length > 0).map(nameOf);
    const { onHold, pastItsEnd, notToBeGiven } = medicineCounts(list);
    return html`${joined([
      // Nobody who has died uses a medicine, whatever the list still says.
      html`<strong>${used.length}</strong> ${died ? 'on the list' : 'in use'}`,
      named.length === 0 ? null : html`<strong>${listed(named)}</strong>`,
      notToBeGiven === 0 ? null : html`<strong>${notToBeGiven} not to be given</strong>`,
      onHold === 0 ? null : `${onHold} on hold`,
      pastItsEnd === 0 ? null : `${pastItsEnd} past its end date`,
    ])}`;
  },
  body: ({ medicines: list, reviewed }, around) => html`
    <p>On the GP's list: not what was dispensed or given.</p>
    ${MEDICINE_GROUPS.map(({ title, holds }) => group(title, list.filter(holds), around))}
    ${
      reviewed === null
        ? html`<p>${noReview(around)}</p>`
        : factList([reviewed], (review) => fact(data(review.text), review, around, { usefulDays: 365 }))
    }
    ${list.length === 0 ? nothing : endOf(list, around)}
  `,
});

/** Nobody has to wonder whether the list goes on. */
function endOf(list: readonly Medicine[], around: SectionSurroundings) {
  const what = isWhole(around) ? 'the list' : 'what could be read';
  return html`<p class="end">End of ${what}: ${count(list.length, 'medicine')}.</p>`;
}

/** A review is found among the visits alone: what was not read, or is kept elsewhere, is not "not recorded". */
function noReview({ view: { sections } }: SectionSurroundings): string {
  const { events } = sections;
  return events.state === 'known' && unreadIn(events).length === 0
    ? 'No medication review found among the visits.'
    : 'Medication review not known: the visits were not all read.';
}

function isWhole({ view }: SectionSurroundings): boolean {
  const section = view.sections.medicines;
  return section.state !== 'known' || unreadIn(section).length === 0;
}

function group(title: string, list: readonly Medicine[], around: SectionSurroundings) {
  if (list.length === 0) return nothing;
  const start = commonStart(list);
  const started = start === null ? nothing : html`, <span class="plain">all started ${day(start)}</span>`;
  return html`<p class="between">${title} (${list.length})${started}</p>
    ${factList(list, (medicine) => row(medicine, around, start), 'medicines')}`;
}

/** [P] From this many on, one start of all of a group is said once, above it. */
const COMMON_FROM = 3;

/** The day on which all of a group started. One that is only meant to start is another thing. */
function commonStart(list: readonly Medicine[]): PartialDate | null {
  const [first] = list;
  const isOne = list.every(({ started, status }) => started === first?.started && status !== 'intended');
  return list.length >= COMMON_FROM && isOne ? (first?.started ?? null) : null;
}

function nameOf(medicine: Medicine) {
  return data(medicineShortName(medicine));
}

function row(
  medicine: Medicine,
  around: SectionSurroundings,
  start: PartialDate | null = null,
): TemplateResult {
  const { on, started, status } = medicine;
  // One day is said once: where the record is of the day on which she started, the date at the edge says so.
  const isAtEdge =
    start === null && isSameDate(started ?? undefined, on) && !isSameDate(around.common?.on, on);
  const own = isAtEdge || start !== null ? { ...medicine, started: null } : medicine;
  const words = joined(medicineWords(own, around.today));
  const risks = medicine.highRisk.map((kind) => riskTag(kind, medicine)).join(', ');
  const source = renderAuthorAndSource(medicine, around);
  return html`<li class="fact medicine">
    <span class="what">${line(medicine)}
      ${risks === '' ? nothing : html`<strong class="tag risk">${risks}</strong>`}
      ${words.length === 0 ? nothing : html`<span class="m-words">${words}</span>`}${source}</span>
    ${dateAtEdge(medicine, around, isAtEdge ? { dateWord: startWord(status) } : {})}
    ${cautions(medicine)} ${besideFact(medicine)} ${joinedRecords(medicine, around)}
  </li>`;
}

/** The other records that the line stands for, each with its own dates, source and dose. */
function joinedRecords({ joined: others = [] }: Medicine, around: SectionSurroundings) {
  if (others.length === 0) return nothing;
  return html`<details class="joined">
    <summary>${count(others.length, 'more record')} of this medicine</summary>
    <ul class="facts">
      ${others.map((other) => row(other, around))}
    </ul>
  </details>`;
}

/**
 * CUI medication line: parts in their order, a dash between them, a label never parted from its value. Each part stands in its
 * own direction, and keeps its lines: "6 daily for 5 days" above "4 daily for 5 days" is an order.
 */
function line(medicine: Medicine): unknown[] {
  return medicineLine(medicine).map(
    ({ kind, text, label }, index) =>
      html`${index === 0 ? '' : MEDICINE_SEPARATOR}${
        label === undefined
          ? html`<bdi class="lines m-${kind}">${plainLines(text)}</bdi>`
          : html`<span class="m-${kind}"><span class="m-label">${label}</span> <b>${data(text)}</b></span>`
      }`,
  );
}
