import type { Author, Identity, PlaceConfiguration, Section } from '@ehch/clinical';
import { formatDateTime } from '@ehch/clinical/display';
import { nightOf, nightText, nightWords } from '@ehch/clinical/thread';
import type { Looks, Night, NightRow, NightTextOptions, Thread } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { outcomeOf } from '../../internal/outcome-of.ts';
import { printAlone } from '../../internal/print-alone.ts';
import { runningHead } from '../../internal/running-head.ts';
import { count, data } from '../../internal/text.ts';
import { timesOf } from '../../internal/times-of.ts';
import { nightPaper } from './night-paper.styles.ts';

/** What the night on one page is made of, as it stands on screen. */
export interface NightFacts {
  readonly thread: Thread;
  readonly place: PlaceConfiguration | null;
  readonly now: Instant;
  /** How many presses from this page the thread does not show yet. */
  readonly notInIt: number;
  readonly looks: LooksHere;
}

/** What is known here of who merely looked. */
export type LooksHere =
  { readonly state: 'not-read' | 'asked' | 'failed' } | ({ readonly state: 'read' } & Looks);

/** The night of a matter: a table, and one more for each matter that was joined with it. */
export function renderNight(facts: NightFacts): TemplateResult {
  const nights = nightsOf(facts);
  return html`${notesOf(facts).map((note) => html`<p>${note}</p>`)}
  ${nights.map((night) => tableOf(night, facts, nights.length > 1))}`;
}

/** The same as text. Without names it goes to whoever learns from it, and says nobody's words. */
export function textOfNight(facts: NightFacts, names: NightTextOptions['names']): string {
  const options = optionsOf(facts, names);
  return [
    ...nightsOf(facts).flatMap((night) => [nightText(night, options), '']),
    ...notesOf(facts),
    `Copied ${formatDateTime(facts.now)}.`,
  ]
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Whose paper it is, and who prints it. */
export interface NightOnPaper {
  /** `null`: somebody who is not on the list. */
  readonly identity: Section<Identity> | null;
  readonly by: Author | null;
}

/** Prints the night alone, with whose it is on every sheet. */
export function printNight(
  place: ParentNode & Node,
  facts: NightFacts,
  { identity, by }: NightOnPaper,
): void {
  const { about } = facts.thread;
  const typed =
    about.kind === 'unlisted'
      ? html`<p>About “${data(about.person.name)}”, as typed: not on the list, and checked against nothing.</p>`
      : nothing;
  const content = html`<div class="sheet">
    ${runningHead(identity, { at: facts.now, by })}
    <div class="rest">${typed} ${renderNight(facts)}</div>
  </div>`;
  // The title becomes the name of a file, and names nobody.
  printAlone(place, 'The night on one page', content, [nightPaper]);
}

function nightsOf({ thread, place, looks }: NightFacts): readonly Night[] {
  const told = looks.state === 'read' ? looks.looks : [];
  return nightOf({ entries: thread.entries, looks: told, times: timesOf(place) });
}

function optionsOf({ thread, place }: NightFacts, names: NightTextOptions['names']): NightTextOptions {
  return { names, outcomeWords: (outcome) => outcomeOf(place, thread.kind, outcome).words };
}

/** What the page cannot say. It names nobody, because it stands on the page without names too. */
function notesOf({ thread, notInIt, looks }: NightFacts): readonly string[] {
  const { missing, disputed, foreign, without, linkedFrom } = thread;
  return [
    LOOKS[looks.state],
    ...(looks.state === 'read' && !looks.isWhole ? ['▲ Not all of the audit could be read.'] : []),
    ...(missing.length === 0 ? [] : ['▲ Not all of it has arrived, so this page is not whole.']),
    ...(notInIt === 0 ? [] : [`▲ Not in it yet: ${count(notInIt, 'press', 'presses')} from this page.`]),
    ...(disputed.length === 0 ? [] : ['▲ One press arrived with two contents. One of them stands here.']),
    ...(foreign === 0 ? [] : [`▲ ${foreign} of its messages name somebody else and are not shown.`]),
    ...(without.length === 0 ? [] : [`${without.length} of its presses did not fit and changed nothing.`]),
    ...(linkedFrom.some(({ kind }) => kind === 'resident')
      ? ['▲ It was linked to another resident before. What was said of it then may be about them.']
      : []),
  ];
}

const LOOKS: Readonly<Record<LooksHere['state'], string>> = {
  'not-read': 'Who merely looked is known only where the audit was read. It was not read here.',
  asked: 'Who merely looked is being read from the audit.',
  failed: '▲ Who merely looked is not known: the audit could not be read.',
  read: 'Who merely looked stands here as the server’s audit has it. What a PC has not sent yet is not in it.',
};

const COLUMNS = [
  'By the server',
  'By the device',
  'What',
  'The home’s screen could say',
  'The practice’s screen could say',
] as const;

/** Roles are written out, because a narrow screen stacks the cells. */
function tableOf(night: Night, facts: NightFacts, isOneOfSome: boolean): TemplateResult {
  const { title, first, rows } = nightWords(night, optionsOf(facts, 'shown'));
  const which = isOneOfSome && night.thread !== facts.thread.id ? ' (joined with the other)' : '';
  return html`<table role="table">
    <caption>
      <strong>${title}${which}</strong>${first.map((words) => html` ${words}`)}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${COLUMNS.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(rowOf)}
    </tbody>
  </table>`;
}

function rowOf({ server, device, what, screens }: NightRow): TemplateResult {
  return html`<tr role="row">
    <th scope="row" role="rowheader">${server ?? 'not known'}</th>
    <td role="cell" data-column="By the device: ">${device ?? '–'}</td>
    <td role="cell" class="what">${data(what)}</td>
    <td role="cell" data-column="The home: ">${data(screens.home)}</td>
    <td role="cell" data-column="The practice: ">${data(screens.practice)}</td>
  </tr>`;
}
