import { speakDate } from '../display/date.ts';
import type { Recorded } from '../recorded.ts';
import type { Section } from '../section.ts';
import { spanOf } from '../time/partial-date.ts';
import type { CivilDate, PartialDate } from '../time/types.ts';
import type { CarePlan, LimitsStrip, PlanBody } from './care-plan.ts';
import { planFieldWords } from './kinds.ts';
import type { PlanLine } from './line.ts';
import { unreadIn } from '../unread-in.ts';

/** One part of the copy for the resident and the family: a heading, and one sentence a line. */
export interface CopyPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** What may be given out, as the terms of the source of the records allow. */
export interface CopyTerms {
  /** Whether the source allows its facts to be given to families. */
  readonly mayGiveToFamily: boolean;
}

/**
 * The plan in plain English, for the resident and the people close to them. [P] It leaves out who may be told what, capacity,
 * proposals, the basis of sharing and where medicines lie: a sheet of paper is read by whoever finds it. What could not be read is said, so that
 * nobody takes the copy for the whole. `null`: the source does not allow it to be given out.
 */
export function planCopy(plan: CarePlan, today: CivilDate, terms: CopyTerms): readonly CopyPart[] | null {
  if (!terms.mayGiveToFamily) return null;
  return [
    part('What matters to me', plan.aboutMe, ({ entries }) =>
      entries.map((entry) => {
        const { text, line, by } = entry;
        return told(withSpeaker(text, line?.saidBy ?? by?.name ?? by?.role ?? null), entry);
      }),
    ),
    part('How to be with me', plan.body, ({ comfort, self }) => [
      ...comfort.map((line) => told(aboutLine(line, line.fields.saidBy), line)),
      ...self.map((line) => told(aboutLine(line, null), line)),
    ]),
    part('What I want to do', plan.body, goalLines),
    part('What is agreed about my treatment', plan.limits, limitLines),
    // "If I become unwell: nothing yet" would deny the limits, which stand in a part of their own.
    part(
      'What to do in each situation',
      plan.body,
      ({ unwell, anticipatory }) => [
        ...unwell.map(unwellLine),
        ...anticipatory.flatMap((one) => medicineLine(one, today)),
      ],
      'What to do in a situation, such as a fall, is not written down yet.',
    ),
    part('What we do next', plan.body, ({ actions }) =>
      actions
        .filter(({ fields }) => fields.state === 'to-do' || fields.state === 'under-way')
        .map((line) => {
          const { what, owner, due } = line.fields;
          return told(sentence([what, owned(owner), by(due)]), line);
        }),
    ),
    part('What we will decide together', plan.body, ({ decide }) =>
      decide.flatMap(({ decision, choices }) => [
        told(sentence([decision.fields.situation, by(decision.fields.by)]), decision),
        ...choices.map((line) =>
          told(sentence([`Choice: ${line.fields.choice ?? ''}`, line.fields.means]), line),
        ),
        ...(decision.fields.ask === null ? [] : [sentence([`You can ask ${decision.fields.ask}`])]),
      ]),
    ),
    part('Who helped to make this plan', plan.body, ({ helped }) =>
      helped.map((line) => told(sentence([line.fields.name, line.fields.how]), line)),
    ),
    part('When we look at it again', plan.body, ({ frame }) =>
      frame?.fields.reviewBy ? [told(sentence([`By ${speakDate(frame.fields.reviewBy)}`]), frame)] : [],
    ),
    {
      heading: 'About this copy',
      lines: [`Printed on ${speakDate(today)}. Ask the home for the newest one.`],
    },
  ];
}

function part<T>(
  heading: string,
  section: Section<T>,
  make: (value: T) => readonly string[],
  none = 'Nothing is written down yet.',
): CopyPart {
  if (section.state === 'withheld') return { heading, lines: ['This part is not shown here.'] };
  if (section.state !== 'known')
    return { heading, lines: ['This part could not be read when it was printed.'] };
  const { content } = section;
  const missing =
    unreadIn(section).length > 0 ? ['A part of this could not be read when it was printed.'] : [];
  if (content.kind === 'disagree')
    return { heading, lines: ['The records say different things. Please ask the home.', ...missing] };
  const lines = content.kind === 'recorded' ? make(content.value).filter((line) => line !== '') : [];
  return { heading, lines: [...(lines.length > 0 ? lines : [none]), ...missing] };
}

function goalLines({ goals, otherGoals }: PlanBody): readonly string[] {
  const own = goals.flatMap((goal) => {
    const { want, step, with: who } = goal.fields;
    return [
      told(sentence([want]), goal),
      ...(step === null ? [] : [sentence([`Today’s step: ${step}`, who === null ? null : `with ${who}`])]),
    ];
  });
  // A goal that is over or only proposed is not what somebody wants to do.
  const current = otherGoals.filter(({ status }) => status === 'current');
  return [...own, ...current.map((goal) => told(sentence([goal.text]), goal))];
}

function unwellLine(line: PlanLine<'unwell'>): string {
  const { situation, place, words, ring, agreedWith, agreedOn } = line.fields;
  const said = [
    sentence([`${situation ?? ''}: ${planFieldWords('unwell', 'place', place) ?? 'see what to do'}`]),
    sentence([words]),
    ring === null ? '' : sentence([`Call ${ring}`]),
    sentence([`Agreed with ${agreedWith ?? 'nobody named'}`, agreedOn === null ? null : speakDate(agreedOn)]),
  ];
  return told(said.filter((one) => one !== '').join(' '), line);
}

/** Medicines that are past their day are not medicines that somebody can count on. */
function medicineLine(line: PlanLine<'anticipatory'>, today: CivilDate): readonly string[] {
  const { state, expires } = line.fields;
  if (state !== 'in-the-home') return [];
  const end = spanOf(expires)?.to;
  const words =
    end !== undefined && end < today
      ? 'Medicines for comfort are in the home, and are past their date. Please ask the home.'
      : 'Medicines for comfort are in the home.';
  return [told(words, line)];
}

/** What stands beside a statement in the record may turn it round, and does not fit on this sheet. It is said that there is more. */
function told(words: string, { cautions, details = [], more = [], notes = [] }: Recorded): string {
  const isAll = cautions.length + details.length + more.length + notes.length === 0;
  return isAll || words === ''
    ? words
    : `${words} There is more in the record about this. Please ask the home.`;
}

/** Each limit in its own words, with where the signed original is. A passed day is said. */
function limitLines({ rows }: LimitsStrip): readonly string[] {
  return rows.map(({ title, text, original, isExpired, fact }) =>
    told(
      [
        sentence([`${title}: ${text}`]),
        original?.at ? sentence([`The signed paper is here: ${original.at}`]) : '',
        isExpired ? 'The day for looking at this again has passed.' : '',
      ]
        .filter((one) => one !== '')
        .join(' '),
      fact,
    ),
  );
}

const owned = (owner: string | null) => (owner === null ? null : `${owner} does this`);
const by = (on: PartialDate | null) => (on === null ? null : `by ${speakDate(on)}`);

function aboutLine({ kind, fields }: PlanLine<'comfort' | 'self'>, speaker: string | null): string {
  return withSpeaker(`${planFieldWords(kind, 'about', fields.about) ?? ''}: ${fields.text ?? ''}`, speaker);
}

function withSpeaker(text: string, speaker: string | null): string {
  return speaker === null ? sentence([text]) : `${sentence([text])} (said by ${speaker})`;
}

/** The parts as one sentence. Words that end in a full stop keep their own. */
function sentence(parts: readonly (string | null)[]): string {
  const said = parts.filter((one) => one !== null && one !== '').join(', ');
  return said === '' || /[.!?]$/.test(said) ? said : `${said}.`;
}
