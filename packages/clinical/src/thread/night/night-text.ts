import { formatDateTime, formatDateWithWeekday, formatTime } from '../../display/date.ts';
import { civilDayOf } from '../../time/partial-date.ts';
import type { Instant } from '../../time/types.ts';
import type { ThreadAct, ThreadSide } from '../entry.ts';
import type { KindName } from '../kind.ts';
import { KINDS } from '../kinds/index.ts';
import type { Standing } from '../standing.ts';
import { peopleIn, type Night, type NightMoment, type NightScreen } from './night-of.ts';

/** How a night is written. Without names, nobody's words stand in it either: words may name somebody. */
export interface NightTextOptions {
  readonly names: 'shown' | 'left-out';
  /** The place's own words for an outcome. Without names the kit's stand instead: a place's words may name an organisation. */
  readonly outcomeWords?: (outcome: string) => string;
}

/** One moment in words. */
export interface NightRow {
  /** By the server's clock; `null`: the difference of the device's clock is not known, so nobody knows it. */
  readonly server: string | null;
  /** By the device's clock; `null`: no device has to do with it. */
  readonly device: string | null;
  readonly what: string;
  readonly screens: Readonly<Record<ThreadSide, string>>;
}

/** A night in words, as a table has it. */
export interface NightWords {
  readonly title: string;
  /** What whoever reads it has to know first. */
  readonly first: readonly string[];
  readonly rows: readonly NightRow[];
}

/** The night on one page, as plain text: each moment by both clocks, and what each side's screen could say. */
export function nightText(night: Night, options: NightTextOptions): string {
  const { title, first, rows } = nightWords(night, options);
  return [title, ...first, ...rows.map(rowText)].join('\n');
}

function rowText({ server, device, what, screens }: NightRow): string {
  const by = server ?? 'Server’s time not known';
  const clocks = device === null ? by : `${by} (${device} by the device)`;
  return `${clocks}  ${what}\n    home: ${screens.home}\n    practice: ${screens.practice}`;
}

/** The same for a table. */
export function nightWords(night: Night, options: NightTextOptions): NightWords {
  const { names } = options;
  const people = peopleIn(night);
  const [first] = night.moments;
  const telling: Telling = {
    ...options,
    kind: kindOf(night),
    called: (name) => {
      if (names === 'shown') return name;
      const at = people.findIndex((one) => one.name === name);
      return `Person ${at + 1} (${people[at]?.role ?? 'somebody'})`;
    },
    // The hour alone could be of any night.
    clock: (at) =>
      first !== undefined && civilDayOf(at) === civilDayOf(first.at) ? formatTime(at) : formatDateTime(at),
  };
  return {
    title: `The night on one page, from ${first === undefined ? 'nothing' : formatDateWithWeekday(first.at)}`,
    first: [
      'For learning, and without blame. It says what was pressed, what had reached the server, and what each screen could say.',
      ...(names === 'shown' ? [] : ['Names and people’s words are left out.']),
    ],
    rows: night.moments.map((moment) => rowOf(moment, telling)),
  };
}

/** What the words of one night are made with. */
interface Telling extends NightTextOptions {
  readonly kind: KindName | null;
  called(name: string): string;
  clock(at: Instant): string;
}

function kindOf({ moments }: Night): KindName | null {
  for (const { what } of moments)
    if (what.kind === 'press' && what.entry.act.kind === 'raise') return what.entry.act.matter;
  return null;
}

function rowOf({ what, at, deviceAt, screens }: NightMoment, telling: Telling): NightRow {
  const { clock } = telling;
  const isByDeviceAlone = what.kind === 'press' && what.entry.clockOffsetMs === null;
  return {
    server: isByDeviceAlone ? null : clock(at),
    device: deviceAt === null ? null : clock(deviceAt),
    what: whatWords(what, telling),
    screens: { home: screenWords(screens.home, telling), practice: screenWords(screens.practice, telling) },
  };
}

function whatWords(what: NightMoment['what'], telling: Telling): string {
  const { called, names } = telling;
  if (what.kind === 'look') {
    const { name, organisation } = what.look;
    const where = names === 'shown' && organisation !== '' ? ` (${organisation})` : '';
    return `${called(name)}${where} looked at the record`;
  }
  const { by, act } = what.entry;
  if (what.kind === 'arrival') return `The server had “${ACTS[act.kind]}” of ${called(by.name)}`;
  const words = 'words' in act && act.words !== '' && names === 'shown' ? `: “${act.words}”` : '';
  return `${called(by.name)} pressed “${ACTS[act.kind]}”${outcomeIn(act, telling)}${words}`;
}

/** An answer without its outcome is half of one. */
function outcomeIn(act: ThreadAct, { kind, names, outcomeWords }: Telling): string {
  if (act.kind !== 'answer') return '';
  if (names === 'shown' && outcomeWords !== undefined) return `, ${outcomeWords(act.outcome)}`;
  const known = kind === null ? undefined : KINDS[kind].outcomes.find(({ id }) => id === act.outcome);
  return `, ${known?.words ?? 'an outcome that is not known here'}`;
}

const ACTS: Readonly<Record<ThreadAct['kind'], string>> = {
  raise: 'raise',
  add: 'add',
  worse: 'worse',
  better: 'better now',
  call: 'telephone call',
  'went-to-hospital': 'gone to hospital',
  see: 'seen',
  take: 'I am on it',
  'let-go': 'I let it go',
  ask: 'question',
  reply: 'reply',
  answer: 'answer',
  happened: 'it happened',
  told: 'the relative was told',
  join: 'join',
  withdraw: 'withdraw',
  link: 'who it is',
};

function screenWords(screen: NightScreen, telling: Telling): string {
  if (screen.state === 'nothing') return 'nothing of it yet';
  if (screen.state === 'not-sent') return 'NOT SENT YET';
  return standingWords(screen.standing, telling);
}

function standingWords(standing: Standing, { called, clock }: Telling): string {
  switch (standing.state) {
    case 'waiting':
      return `nobody has seen it since ${clock(standing.since)}${standing.isLong ? ', which is too long' : ''}`;
    case 'seen':
      return `seen by ${called(standing.by.by.name)}, no answer yet`;
    case 'taken':
      return `${called(standing.by.by.name)} is on it`;
    case 'question':
      return `${called(standing.by.by.name)} asks, no answer yet`;
    case 'answered':
      return `answered by ${called(standing.by.by.name)}${promised(standing.promisedBy, clock)}`;
    case 'told-to-ring':
      return `answered by ${called(standing.by.by.name)}: ring 999 or 111`;
    case 'overdue':
      return `the promise for ${clock(standing.promisedBy)} has passed`;
    case 'closed':
      return `closed by ${called(standing.by.by.name)}`;
    case 'withdrawn':
      return `withdrawn by ${called(standing.by.by.name)}`;
  }
}

function promised(by: Instant | null, clock: Telling['clock']): string {
  return by === null ? '' : `, promised by ${clock(by)}`;
}
