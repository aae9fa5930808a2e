import type { HomeMatters, HomeOfMatters, MatterRecord, OpenMatter } from '@ehch/clinical';
import { formatDate, formatName } from '@ehch/clinical/display';
import { draftsOf, unsettledPresses, type InboxPressed, type InboxSession } from '@ehch/clinical/session';
import { readInstant, type Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { WITHHELD, errorWords } from '../internal/section-words.ts';
import { count, data } from '../internal/text.ts';
import { inboxPresses } from './escalations-press.ts';
import { valueIn, type MatterRow, type RowSource } from './matter-rows.ts';
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
  const isWhole = words.every(({ isAlarm, isMatter }) => !isAlarm || isMatter === true);
  const none = words.some(({ isMatter }) => isMatter === true) ? 'Nothing else is' : 'Nothing is';
  const rest = isWhole
    ? `${none} open here, as far as was read${readWhen(source, now)}.`
    : 'Whether more is open is not known.';
  return [...words.map(notice), ...(rows === 0 ? [html`<p class="card">${rest}</p>`] : [])];
}

/** Beside one resident nothing else says how old "nothing" is. In the list of homes each home says it. */
function readWhen(source: RowSource, now: Instant): string {
  if (source.kind === 'homes') return '';
  const { open } = source.record.sections;
  return open.state === 'known' ? ` ${ago(open.asOf, now)}` : '';
}

function knownWords(source: RowSource, now: Instant): readonly HomeWords[] {
  if (source.kind === 'resident') return recordWords(source.record, '', now);
  const { homes, residents } = source.matters;
  if (homes.length === 0) return [{ words: 'No home is set up here, so nothing was read.', isAlarm: true }];
  return [
    ...homes.flatMap((home) => homeWords(home, now)),
    ...residents.flatMap((record) => recordWords(record, `${nameIn(record)}: `, now)),
  ];
}

/** What is not known of one resident's threads, and what waits there that is no thread. */
function recordWords({ sections: { open } }: MatterRecord, name: string, now: Instant): readonly HomeWords[] {
  const words = openWords(open);
  const others = (valueIn(open) ?? []).filter(({ thread }) => thread === undefined);
  const answered = others.filter((matter) => isAnswered(matter, now));
  const waiting = others.filter((matter) => !answered.includes(matter));
  return [
    ...(words === null ? [] : [{ words: `${name}${words}`, isAlarm: true }]),
    ...othersWords(waiting, name, ['matter waits', 'matters wait'], true),
    ...othersWords(answered, name, ['matter is answered', 'matters are answered']),
  ];
}

function othersWords(
  others: readonly OpenMatter[],
  name: string,
  [one, many]: readonly [string, string],
  isWaiting = false,
): readonly HomeWords[] {
  if (others.length === 0) return [];
  const told = others.map(({ text, on }) => `${text} (${formatDate(on)})`).join(' · ');
  // A message of a matter that is not here: the matter itself is missing, so the list is not whole.
  const isLost = others.some(({ kind }) => kind === 'message');
  return [
    {
      words: `${name}${count(others.length, `more ${one}`, `more ${many}`)} in the record and cannot be pressed on here: ${told}`,
      isAlarm: isLost || (isWaiting && others.some(({ kind }) => kind === 'worry')),
      ...(isLost ? {} : { isMatter: true }),
    },
  ];
}

/** An answer whose promise has passed is waited for again. */
function isAnswered({ progress }: OpenMatter, now: Instant): boolean {
  return progress.state === 'answered' && !hasPassed(progress.promisedBy, now);
}

function nameIn({ sections: { identity } }: MatterRecord): string {
  const person = valueIn(identity);
  return person === null ? 'A resident whose name is not shown here' : formatName(person.name);
}

/** The id under which a source lists matters that do not say their home. It has no list of residents. */
const NO_HOME = 'not-stated';

interface HomeWords {
  readonly words: string;
  /** Whether something is missing: the line then has a shape. */
  readonly isAlarm: boolean;
  /** It is itself a matter, so "nothing is open" would be untrue beside it. */
  readonly isMatter?: true;
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
      return section.gaps.length > 0 ? 'Part of what is open could not be read. There may be more.' : null;
  }
}

function homeWords({ home, name, state, unlisted }: HomeOfMatters, now: Instant): readonly HomeWords[] {
  return [stateWords({ home, name }, state, now), unlistedWords(name, unlisted)].flat();
}

function stateWords(
  { home, name }: Pick<HomeOfMatters, 'home' | 'name'>,
  state: HomeOfMatters['state'],
  now: Instant,
): readonly HomeWords[] {
  const isListless = home === NO_HOME;
  switch (state.state) {
    case 'loading':
      return [{ words: `${name}: loading. Nothing is known yet.`, isAlarm: true }];
    case 'failed':
      return [{ words: `${name}: could not be read: ${errorWords(state.error)}.`, isAlarm: true }];
    case 'not-copied':
      return [
        {
          words: `${name}: this page keeps no copies of the home, so it cannot list what is open there. Open each resident.`,
          isAlarm: true,
        },
      ];
    case 'read': {
      const { asOf, residents, notRead, withheld, isIncomplete } = state;
      const age = ago(asOf, now);
      const read =
        residents === 0 ? `${name}: nobody is on its list` : `${name}: ${count(residents, 'resident')}`;
      const isOld = isLongAgo(asOf, now);
      const words = `${read}, list read ${age}.${isOld ? ' What was asked since may be missing.' : ''}`;
      return [
        ...(isListless ? [] : [{ words, isAlarm: residents === 0 || isOld }]),
        ...(notRead === 0
          ? []
          : [{ words: `${name}: ${count(notRead, 'resident')} could not be read.`, isAlarm: true }]),
        ...(withheld === 0
          ? []
          : [
              {
                words: `${name}: ${count(withheld, 'resident')} not listed: sharing is not agreed.`,
                isAlarm: false,
              },
            ]),
        ...(isIncomplete
          ? [{ words: `${name}: the list of residents may not be whole.`, isAlarm: true }]
          : []),
      ];
    }
  }
}

/** [P] The list is read every quarter of an hour. When it failed twice, nobody knows what was asked meanwhile. */
const LONG_AGO_MS = 30 * 60_000;

/** A moment that lies well ahead, or cannot be read, says nothing either. */
function isLongAgo(asOf: Instant, now: Instant): boolean {
  const age = (readInstant(now) ?? Number.NaN) - (readInstant(asOf) ?? Number.NaN);
  return !(Math.abs(age) <= LONG_AGO_MS);
}

function unlistedWords(name: string, section: HomeOfMatters['unlisted']): readonly HomeWords[] {
  const about = `${name}: worries about people who are not on the list`;
  switch (section.state) {
    case 'loading':
      return [{ words: `${about} are loading.`, isAlarm: true }];
    case 'failed':
      return [{ words: `${about} could not be read: ${errorWords(section.error)}.`, isAlarm: true }];
    case 'withheld':
      return [{ words: `${about} are ${WITHHELD[section.why]}.`, isAlarm: true }];
    case 'known': {
      const isHalf = section.refresh.state === 'failed' || section.gaps.length > 0;
      const what = section.gaps.map((gap) => gap.what).join(', ');
      return isHalf
        ? [{ words: `${about} could not all be read${what === '' ? '' : `: ${what}`}.`, isAlarm: true }]
        : [];
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
