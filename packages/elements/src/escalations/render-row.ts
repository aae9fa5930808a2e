import type { Identity, ListedResident, MatterRecord, PlaceConfiguration, ResidentId } from '@ehch/clinical';
import { formatAge, formatName, roomWords } from '@ehch/clinical/display';
import { lastDaysNow } from '@ehch/clinical/escalation';
import { draftsOf, isSent, pressedOn, type InboxSession } from '@ehch/clinical/session';
import { KINDS, type Raised, type Thread, type ThreadSide, type ThreadTimes } from '@ehch/clinical/thread';
import { londonDate, type Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { limitsInShort } from '../internal/limits-in-short.ts';
import { nhsNumber } from '../internal/nhs-number.ts';
import { WITHHELD, errorWords } from '../internal/section-words.ts';
import { shortMoment } from '../internal/short-moment.ts';
import { data, joined, lines } from '../internal/text.ts';
import { THREAD_URGENCY } from '../internal/thread-urgency.ts';
import { dayOr } from '../internal/when.ts';
import { withdrawnNotes } from '../internal/withdrawn.ts';
import { inboxPresses } from './escalations-press.ts';
import { personOf, type MatterRow } from './matter-rows.ts';
import { renderRingRow } from './ring-row.ts';
import { ago } from '../internal/ago.ts';
import { givenAnswerWords } from './entry-words.ts';
import {
  askedByWords,
  cautionWords,
  inboxPressWords,
  linkedWords,
  raisedWords,
  standingWords,
  type StandingWords,
} from './matter-words.ts';
import { news2Line } from './news2-line.ts';

const { press } = inboxPresses;

/** What a row is drawn from, beside the thread. */
export interface RowSurroundings {
  readonly session: InboxSession;
  readonly now: Instant;
  readonly times: ThreadTimes;
  readonly place: PlaceConfiguration | null;
  readonly level: number;
  /** Whether each row says whom it is about: in a list of homes it does. */
  readonly namesEach: boolean;
  /** For which side whoever looks works. */
  readonly side: ThreadSide;
  /** Everybody on the homes' lists. Two of one name may live in two homes. */
  readonly onTheList: readonly ListedResident[];
}

/** Not by colour alone: each tone has a shape. Green, and its tick, only after a person has answered. */
const SHAPE: Readonly<Record<StandingWords['tone'], string>> = {
  urgent: '▲ ',
  waiting: '○ ',
  'on-it': '◐ ',
  answered: '✓ ',
  ended: '– ',
};

const BEGUN = html`<p class="caution">▲ Something was begun here, and is NOT SENT.</p>`;

/** One thread: who, what in their words, how it stands, agreed limits and NEWS2. `inside`: draws what an open row has below. */
export function renderRow(
  row: MatterRow,
  around: RowSurroundings,
  inside: () => TemplateResult,
): TemplateResult {
  const { thread } = row;
  const { session, now, times, level, place } = around;
  const isOpen = session.open === thread.id;
  const standing = standingWords(thread, now, times);
  const title = KINDS[thread.kind].title;
  const linked = linkedWords(thread);
  const cautions = cautionWords(pressedElsewhere(thread, session), now, place);
  const isBegun = draftsOf(session).some(
    (draft) => draft.on.id === thread.id && (!isOpen || draft !== session.composing),
  );
  return html`<li class="row ${standing.tone}">
    ${heading(
      level + 1,
      `row-${thread.id}`,
      html`<button
        type="button"
        class="toggle"
        data-row=${thread.id}
        aria-expanded=${isOpen}
        ${press({ kind: 'open-thread', thread: thread.id })}
      >
        ${around.namesEach ? html`${who(row)} · ` : nothing}${title}
      </button>`,
    )}
    ${around.namesEach ? whoMeta(row, around) : nothing}
    <p class="standing"><strong>${SHAPE[standing.tone]}${data(standing.line)}</strong></p>
    ${givenAnswerWords(thread, now, place).map((words) => html`<p class="answer">${lines(words)}</p>`)}
    <p class="said">${raised(row, now)}</p>
    ${thread.alsoRaised.map((also) => html`<p>${alsoRaised(also, now)}</p>`)}
    ${renderRingRow(row, isOpen, around)}
    ${cautions.map((words) => html`<p class="caution">${lines(words)}</p>`)}
    ${linked === null ? nothing : html`<p class="caution">${data(linked)}</p>`}
    ${factsOf(row, around)} ${isBegun ? BEGUN : nothing}
    ${receipts(row, around)}
    ${isOpen ? inside() : nothing}
  </li>`;
}

/** The thread without the presses of this list, which tell more of themselves below. */
function pressedElsewhere(thread: Thread, session: InboxSession): Thread {
  const own = new Set(pressedOn(session, thread.id).map(({ entry }) => entry.id));
  return { ...thread, unsent: (thread.unsent ?? []).filter(({ id }) => !own.has(id)) };
}

function who(row: MatterRow): TemplateResult | string {
  const { about } = row.thread;
  if (about.kind === 'unlisted') return data(about.person.name);
  const person = personOf(row);
  if (person !== null) return data(formatName(person.name));
  const section = row.record?.sections.identity;
  if (section?.state === 'withheld') return `Name ${WITHHELD[section.why]}`;
  if (section?.state === 'failed') return `Name could not be read: ${errorWords(section.error)}`;
  return section?.state === 'loading' ? 'Name loading' : 'Name not shown here';
}

/** CUI PAB-0016: born with age, NHS number; and where the person lives. */
function whoMeta(row: MatterRow, { now, onTheList }: RowSurroundings): TemplateResult {
  const { about } = row.thread;
  if (about.kind === 'unlisted') {
    const { born, room } = about.person;
    const typed = [
      born === null ? 'date of birth not known' : html`born ${data(born)}`,
      room === null ? null : data(roomWords(room)),
      'as typed, checked against nothing',
    ];
    return html`<p class="meta">${joined(typed)}</p>`;
  }
  const person = personOf(row);
  if (person === null) return html`<p class="meta">Find out who this is before you act.</p>`;
  const years = formatAge(person.born, londonDate(now));
  const { room = null, home = null } = person.stay ?? {};
  const namesakes = namesakesOf(person, row.record?.resident ?? null, onTheList);
  return html`<p class="meta">
      ${joined([
        html`Born ${dayOr(person.born, 'not recorded')}${years === null ? '' : ` (${years})`}`,
        html`NHS No. ${nhsNumber(person.nhsNumber)}`,
        room === null ? null : data(roomWords(room)),
        data(home),
        person.death.state === 'died' ? html`<strong>has died</strong>` : null,
      ])}
    </p>
    ${namesakes.map(
      (other) =>
        html`<p class="caution">
          ▲ Another ${data(formatName(other.name))} is in these homes: born ${dayOr(other.born, 'not known')},
          ${other.room === null ? 'room not known' : data(roomWords(other.room))}
        </p>`,
    )}`;
}

/** [P] Who has the same family name and first name, in the record's own words or on the lists of the homes. */
function namesakesOf(
  { name, sameName = [] }: Identity,
  resident: ResidentId | null,
  onTheList: readonly ListedResident[],
): readonly Pick<ListedResident, 'name' | 'born' | 'room'>[] {
  const key = nameKey(name);
  if (sameName.length > 0 || key === null) return sameName;
  return onTheList.filter((one) => one.resident !== resident && nameKey(one.name) === key);
}

/** Somebody may have one name alone, or a name that nobody has put into parts. `null`: no name is recorded. */
function nameKey(name: Identity['name']): string | null {
  const parts = [name?.family, name?.given[0]].filter(Boolean);
  const key = parts.length > 0 ? parts.join(' ') : (name?.text ?? '');
  return key.trim().toLowerCase() || null;
}

function raised({ thread }: MatterRow, now: Instant): (TemplateResult | string)[] {
  const { raised: by } = thread;
  const role = by.by.role === null ? '' : `, ${by.by.role}`;
  const asked = askedByWords(by.askedBy);
  const urgency = THREAD_URGENCY[thread.urgency];
  return joined([
    urgency === null ? null : html`<strong>${urgency}</strong>`,
    ...raisedWords(by).map(lines),
    data(`${by.by.name}${role}, ${shortMoment(by.at, now)}, ${ago(by.at, now)}`),
    data(asked),
  ]);
}

function alsoRaised(also: Raised, now: Instant): (TemplateResult | string)[] {
  return joined([
    html`Also raised: ${data(`${also.by.name}, ${shortMoment(also.at, now)}`)}`,
    ...raisedWords(also).map(lines),
    data(askedByWords(also.askedBy)),
  ]);
}

/** What has ended asks nothing of a reader. Under a withdrawn worry, limits and a score would look like its own. */
function factsOf(
  { thread, record }: MatterRow,
  { now, place }: RowSurroundings,
): TemplateResult | typeof nothing {
  if (thread.ending.state !== 'open') return nothing;
  return record === null ? unlisted() : facts(record, now, place);
}

function unlisted(): TemplateResult {
  return html`<p>Not on the list: nothing is known of agreed limits, NEWS2 or medicines. Ask the home.</p>`;
}

/** Her wishes before any number. */
function facts({ sections }: MatterRecord, now: Instant, place: PlaceConfiguration | null): TemplateResult {
  // Only a plan in force that nobody disputes silences the score (escalation SPEC R4).
  const isDying = lastDaysNow(sections.limits) === 'in-force';
  return html`<p class="limits"><strong>Agreed: </strong>${data(limitsInShort(sections.limits, false))}</p>
    ${
      isDying
        ? html`<p>Last days of life: no NEWS2 here.</p>`
        : html`<p>${news2Line(sections.news2, now)}</p>
            ${withdrawnNotes(place, [{ id: 'news2', title: 'NEWS2' }])}`
    }`;
}

/** What was pressed here and the thread does not show yet. A press that is not with a server is never calm. */
function receipts(
  { thread }: MatterRow,
  { session, now, place }: RowSurroundings,
): readonly TemplateResult[] {
  const shown = new Set(thread.entries.map(({ id }) => id));
  return pressedOn(session, thread.id)
    .filter(({ entry }) => !shown.has(entry.id) && !session.noted.includes(entry.id))
    .map((pressed) => {
      const { entry, handing } = pressed;
      const isWithServer = isSent(handing);
      const shape = isWithServer || handing.state === 'on-its-way' ? '' : '▲ ';
      return html`<p class="receipt ${isWithServer ? 'sent' : 'not-sent'}">
        ${shape}${lines(inboxPressWords(pressed, now, place))} ${again(entry.id, handing)}
      </p>`;
    });
}

export function again(
  entry: string,
  handing: InboxSession['pressed'][number]['handing'],
): TemplateResult | typeof nothing {
  if (handing.state === 'not-known')
    return html`<button type="button" ${press({ kind: 'hand-again', entry })}>Try again</button>`;
  const isOver = handing.state === 'told' && ['refused', 'given-up'].includes(handing.receipt.state);
  return isOver ? html`<button type="button" ${press({ kind: 'note', entry })}>Noted</button>` : nothing;
}
