import { unreadIn, undisputedValue } from '@ehch/clinical';
import type { HomeMatters, HomeOfMatters, MatterRecord, OpenMatter } from '@ehch/clinical';
import { formatDate, formatName } from '@ehch/clinical/display';
import { draftsOf, unsettledPresses, type InboxPressed, type InboxSession } from '@ehch/clinical/session';
import { readInstant, type Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { WITHHELD, errorWords } from '../internal/section-words.ts';
import { count, data } from '../internal/text.ts';
import { inboxPresses } from './escalations-press.ts';
import { type MatterRow, type RowSource } from './matter-rows.ts';
import { ago } from '../internal/ago.ts';
import { hasPassed } from '../escalation-button/receipt-around.ts';
import { again } from './render-row.ts';

const { press } = inboxPresses;

/**
 * How well the list is known, home by home. What could not be read stands before the rows: a list that is not whole must not
 * read as "nothing waits". `rows`: how many there are.
 */
export function renderKnown(source: RowSource, now: Instant, rows: number): readonly TemplateResult[] {
  const words = knownWords(source, now);
  const isWhole = words.every(({ isAlarm, isMatter }) => !isAlarm || isMatter);
  const other = words.some(({ isMatter }) => isMatter) ? ' else' : '';
  // Beside one resident nothing else says how old "nothing" is. In the list of homes each home says it.
  const open = source.kind === 'resident' ? source.record.sections.open : null;
  const when = open?.state === 'known' ? ` ${ago(open.asOf, now)}` : '';
  const rest = isWhole
    ? `Nothing${other} is open here, as far as was read${when}.`
    : 'Whether more is open is not known.';
  return [...words.map(notice), ...(rows === 0 ? [html`<p class="card">${rest}</p>`] : [])];
}

function knownWords(source: RowSource, now: Instant): readonly HomeWords[] {
  if (source.kind === 'resident') return recordWords(source.record, '', now);
  const { homes, residents } = source.matters;
  if (homes.length === 0) return [missing('No home is set up here, so nothing was read.')];
  return [
    ...homes.flatMap((home) => homeWords(home, now)),
    ...residents.flatMap((record) => recordWords(record, `${nameIn(record)}: `, now)),
  ];
}

/** What is not known of one resident's threads, and what waits there that is no thread. */
function recordWords({ sections: { open } }: MatterRecord, name: string, now: Instant): readonly HomeWords[] {
  const words = openWords(open);
  const others = (undisputedValue(open) ?? []).filter(({ thread }) => thread === undefined);
  const answered = others.filter((matter) => isAnswered(matter, now));
  const waiting = others.filter((matter) => !answered.includes(matter));
  return [
    ...(words === null ? [] : [missing(`${name}${words}`)]),
    ...othersWords(
      `${name}${count(waiting.length, 'more matter waits', 'more matters wait')}`,
      waiting,
      true,
    ),
    ...othersWords(`${name}Answered`, answered, false),
  ];
}

function othersWords(what: string, others: readonly OpenMatter[], isWaiting: boolean): readonly HomeWords[] {
  if (others.length === 0) return [];
  const told = others.map(({ text, on }) => `${text} (${formatDate(on)})`).join(' · ');
  return [
    {
      words: `${what} in the record and cannot be pressed on here: ${told}`,
      isAlarm: isWaiting && others.some(({ kind }) => kind !== 'action' && kind !== 'proposal'),
      // A message of a matter that is not here: the matter itself is missing, so the list is not whole.
      isMatter: others.every(({ kind }) => kind !== 'message'),
    },
  ];
}

/** An answer whose promise has passed is waited for again. */
function isAnswered({ progress }: OpenMatter, now: Instant): boolean {
  return progress.state === 'answered' && !hasPassed(progress.promisedBy, now);
}

function nameIn({ sections: { identity } }: MatterRecord): string {
  const person = undisputedValue(identity);
  return person === null ? 'A resident whose name is not shown here' : formatName(person.name);
}

/** The id under which a source lists matters that do not say their home. It has no list of residents. */
const NO_HOME = 'not-stated';

interface HomeWords {
  readonly words: string;
  /** Whether something is missing: the line then has a shape. */
  readonly isAlarm: boolean;
  /** It is itself a matter, so "nothing is open" would be untrue beside it. */
  readonly isMatter?: boolean;
}

/** A line about something that is missing. */
function missing(words: string): HomeWords {
  return { words, isAlarm: true };
}

function notice({ words, isAlarm }: HomeWords): TemplateResult {
  return html`<p class=${isAlarm ? 'notice strong' : 'aside'}>${isAlarm ? '▲ ' : ''}${data(words)}</p>`;
}

function openWords(section: HomeMatters['residents'][number]['sections']['open']): string | null {
  switch (section.state) {
    case 'loading':
      return 'What is open is loading. Nothing is known yet.';
    case 'withheld':
      return `What is open is ${WITHHELD[section.why]}.`;
    case 'failed':
      return `What is open could not be read: ${errorWords(section.error)}.`;
    case 'known':
      if (section.refresh.state === 'failed')
        return `What is open could not be read again: ${errorWords(section.refresh.error)}. There may be more.`;
      // Two sources that disagree may each have what the other lacks.
      if (section.content.kind === 'disagree') return 'What is open is told in two ways. There may be more.';
      return unreadIn(section).length > 0
        ? 'Part of what is open could not be read. There may be more.'
        : null;
  }
}

function homeWords(matters: HomeOfMatters, now: Instant): readonly HomeWords[] {
  const { name, state, unlisted } = matters;
  const how = unlistedState(unlisted);
  return [
    ...stateWords(matters, state, now),
    ...(how === null ? [] : [missing(`${name}: worries about people who are not on the list ${how}.`)]),
  ];
}

function stateWords(
  { home, name }: Pick<HomeOfMatters, 'home' | 'name'>,
  state: HomeOfMatters['state'],
  now: Instant,
): readonly HomeWords[] {
  switch (state.state) {
    case 'loading':
      return [missing(`${name}: loading. Nothing is known yet.`)];
    case 'failed':
      return [missing(`${name}: could not be read: ${errorWords(state.error)}.`)];
    case 'not-copied':
      return [
        missing(
          `${name}: this page keeps no copies of the home, so it cannot list what is open there. Open each resident.`,
        ),
      ];
    case 'read':
      return [...(home === NO_HOME ? [] : [listWords(name, state, now)]), ...unreadWords(name, state)];
  }
}

type ReadState = Extract<HomeOfMatters['state'], { readonly state: 'read' }>;

/** Whose matters were read, and when. */
function listWords(name: string, { asOf, residents }: ReadState, now: Instant): HomeWords {
  const read = residents === 0 ? 'nobody is on its list' : count(residents, 'resident');
  const isOld = isLongAgo(asOf, now);
  const since = isOld ? ' What was asked since may be missing.' : '';
  return {
    words: `${name}: ${read}, list read ${ago(asOf, now)}.${since}`,
    isAlarm: residents === 0 || isOld,
  };
}

/** Residents of the list whose matters are not among the rows. */
function unreadWords(name: string, { notRead, withheld, isIncomplete }: ReadState): readonly HomeWords[] {
  const lines: HomeWords[] = [];
  if (notRead > 0) lines.push(missing(`${name}: ${count(notRead, 'resident')} could not be read.`));
  if (withheld > 0) {
    const words = `${name}: ${count(withheld, 'resident')} not listed: sharing is not agreed.`;
    lines.push({ words, isAlarm: false });
  }
  if (isIncomplete) lines.push(missing(`${name}: the list of residents may not be whole.`));
  return lines;
}

/** [P] The list is read every quarter of an hour. When it failed twice, nobody knows what was asked meanwhile. */
const LONG_AGO_MS = 30 * 60_000;

/** A moment that lies well ahead, or cannot be read, says nothing either. */
function isLongAgo(asOf: Instant, now: Instant): boolean {
  const age = (readInstant(now) ?? Number.NaN) - (readInstant(asOf) ?? Number.NaN);
  return !(Math.abs(age) <= LONG_AGO_MS);
}

/** How their threads stand, in words; `null`: all of them were read. */
function unlistedState(section: HomeOfMatters['unlisted']): string | null {
  switch (section.state) {
    case 'loading':
      return 'are loading';
    case 'failed':
      return `could not be read: ${errorWords(section.error)}`;
    case 'withheld':
      return `are ${WITHHELD[section.why]}`;
    case 'known': {
      const unread = unreadIn(section);
      const isHalf = section.refresh.state === 'failed' || unread.length > 0;
      const what = unread.map((gap) => gap.what).join(', ');
      return isHalf ? `could not all be read${what === '' ? '' : `: ${what}`}` : null;
    }
  }
}

/**
 * What was being written about a thread that is not among the rows any more: it ended long ago, was joined by somebody, or
 * cannot be read now. Its words are its author's, and are not lost (SPEC I5). It names nobody.
 */
export function renderStray(session: InboxSession, rows: readonly MatterRow[]): readonly TemplateResult[] {
  const there = new Set(rows.map(({ thread }) => thread.id));
  return draftsOf(session)
    .filter(({ on }) => !there.has(on.id))
    .map(
      (draft) =>
        html`<div class="card">
          <p class="strong">
            ▲ What you were writing is NOT SENT. The matter is not in this list now, or was joined with another.
          </p>
          ${
            'words' in draft && draft.words !== ''
              ? html`<textarea rows="3" readonly aria-label="What you were writing" .value=${draft.words}></textarea>`
              : nothing
          }
          <button type="button" ${press({ kind: 'drop', thread: draft.on.id })}>Give it up</button>
        </div>`,
    );
}

/**
 * What was pressed about a resident who has left the screen, and no port has taken over (SPEC I7). It names nobody: whoever it
 * is about may not be who stands here.
 */
export function renderPressedBefore(left: readonly InboxSession[]): TemplateResult | typeof nothing {
  const all: readonly InboxPressed[] = left
    .flatMap(unsettledPresses)
    .filter(({ handing }) => handing.state !== 'on-its-way');
  if (all.length === 0) return nothing;
  return html`<div class="receipt not-sent" role="alert">
    <p class="strong">▲ What was pressed here before is NOT SENT, or not known to be. Ring the home if it matters.</p>
    ${all.map(({ entry, handing }) => html`<p>${again(entry.id, handing)}</p>`)}
  </div>`;
}
