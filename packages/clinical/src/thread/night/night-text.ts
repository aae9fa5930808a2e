import { formatDateWithWeekday, formatTime } from '../../display/date.ts';
import type { Instant } from '../../time/types.ts';
import type { ThreadAct } from '../entry.ts';
import type { Standing } from '../standing.ts';
import { peopleIn, type Night, type NightMoment, type NightScreen } from './night-of.ts';

/** How a night is written. Without names, nobody's words stand in it either: words may name somebody. */
export interface NightTextOptions {
  readonly names: 'shown' | 'left-out';
}

/** The night on one page, as plain text: each moment by both clocks, and what each side's screen could say. */
export function nightText(night: Night, { names }: NightTextOptions): string {
  const people = peopleIn(night);
  const called = (name: string) => {
    if (names === 'shown') return name;
    const at = people.findIndex((one) => one.name === name);
    return `Person ${at + 1} (${people[at]?.role ?? 'somebody'})`;
  };
  const [first] = night.moments;
  return [
    `The night on one page, from ${first === undefined ? 'nothing' : formatDateWithWeekday(first.at)}`,
    'For learning, and without blame. It says what was pressed, what had reached the server, and what each screen could say.',
    names === 'shown' ? '' : 'Names and people’s words are left out.',
    ...night.moments.map((moment) => momentText(moment, called, names)),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function momentText(
  { what, at, deviceAt, screens }: NightMoment,
  called: (name: string) => string,
  names: NightTextOptions['names'],
): string {
  const clocks = deviceAt === null ? clock(at) : `${clock(at)} (${clock(deviceAt)} by the device)`;
  return [
    `${clocks}  ${whatWords(what, called, names)}`,
    ...(['home', 'practice'] as const).map((side) => `    ${side}: ${screenWords(screens[side], called)}`),
  ].join('\n');
}

function whatWords(
  what: NightMoment['what'],
  called: (name: string) => string,
  names: NightTextOptions['names'],
): string {
  if (what.kind === 'look') {
    const { name, organisation } = what.look;
    const where = names === 'shown' && organisation !== '' ? ` (${organisation})` : '';
    return `${called(name)}${where} looked at the record`;
  }
  const { by, act } = what.entry;
  if (what.kind === 'arrival') return `The server had “${ACTS[act.kind]}” of ${called(by.name)}`;
  const words = 'words' in act && act.words !== '' && names === 'shown' ? `: “${act.words}”` : '';
  return `${called(by.name)} pressed “${ACTS[act.kind]}”${words}`;
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

function screenWords(screen: NightScreen, called: (name: string) => string): string {
  if (screen.state === 'nothing') return 'nothing of it yet';
  if (screen.state === 'not-sent') return 'NOT SENT YET';
  return standingWords(screen.standing, called);
}

function standingWords(standing: Standing, called: (name: string) => string): string {
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
      return `answered by ${called(standing.by.by.name)}${promised(standing.promisedBy)}`;
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

function promised(by: Instant | null): string {
  return by === null ? '' : `, promised by ${clock(by)}`;
}

function clock(at: Instant): string {
  return formatTime(at);
}
