import type { Nation } from '../place/place.ts';
import type { People } from '../resident/people.ts';
import type { CarePlanEntry, PlanSummary } from '../resident/plan.ts';
import type { ResidentView } from '../resident/view.ts';
import type { Section } from '../section.ts';
import { comparePartialDates } from '../time/partial-date.ts';
import type { CivilDate } from '../time/types.ts';
import type { CarePlan, PlanBody, ToldContact } from './care-plan.ts';
import { clockInWords, noClockInWords } from './clock-in-words.ts';
import type { PlanLine, PlanLineKind } from './line.ts';
import { limitsStrip } from './limits-strip.ts';
import { mapSection, valueIn } from './map-section.ts';
import { missingIn } from './missing.ts';
import { objectionsIn } from './objections.ts';

/**
 * The plan of a resident as the card shows it: from what the view holds, and from nothing else.
 *
 * @param nation the place's, which decides whether a clock runs; `null`: the place file does not say; absent: no place is known here
 */
export function carePlanOf(view: ResidentView, today: CivilDate, nation?: Nation | null): CarePlan {
  const { limits, aboutMe, people, plan } = view.sections;
  const parts = {
    resident: view.resident,
    limits: mapSection(limits, (value) => limitsStrip(value, today)),
    aboutMe,
    body: mapSection(plan, (value) => bodyOf(value, namesIn(people))),
    contacts: mapSection(people, (value) => toldContacts(value, plan)),
    objections: objectionsIn(plan),
  };
  // Guard: the clock is England's, whatever a source of records counts.
  const isEngland = nation === undefined || nation === 'england';
  const clock = isEngland ? (valueIn(plan)?.clock ?? null) : null;
  return {
    ...parts,
    clock: clock === null ? null : clockInWords(clock, today),
    noClock:
      clock === null
        ? noClockInWords(
            valueIn(view.sections.identity)?.stay ?? null,
            nation === undefined ? 'england' : nation,
          )
        : null,
    missing: missingIn(parts),
  };
}

function bodyOf({ plans, goals, lines = [] }: PlanSummary, named: ReadonlySet<string>): PlanBody {
  const ids = new Set(lines.map(({ id }) => id));
  const decides = inForce(lines, 'decide');
  const choices = inForce(lines, 'choice');
  const decisions = new Set<string | null>(decides.map(({ id }) => id));
  const [frame = null, ...otherFrames] = newestFirst(inForce(lines, 'frame'));
  return {
    unwell: inForce(lines, 'unwell'),
    // Where the conversation stood before stays readable below where it stands. What holds no longer is never where it stands.
    conversation: [
      ...newestFirst(inForce(lines, 'conversation')),
      ...newestFirst(ofKind(lines, 'conversation').filter(({ state }) => state === 'ended')),
    ],
    capacity: inForce(lines, 'capacity'),
    dols: inForce(lines, 'dols'),
    anticipatory: inForce(lines, 'anticipatory'),
    comfort: inForce(lines, 'comfort'),
    self: inForce(lines, 'self'),
    goals: inForce(lines, 'goal'),
    actions: inForce(lines, 'action'),
    sharing: inForce(lines, 'sharing'),
    decide: decides.map((decision) => ({
      decision,
      choices: choices.filter(({ fields }) => fields.of === decision.id),
    })),
    helped: inForce(lines, 'helped'),
    toldOthers: inForce(lines, 'told').filter(({ fields }) => !named.has(plainName(fields.person))),
    frame,
    proposals: lines.filter(({ state }) => state === 'proposed'),
    unplaced: [
      ...choices.filter(({ fields }) => !decisions.has(fields.of)),
      ...otherFrames,
      ...lines.filter(({ kind, state }) => state === 'in-force' && ELSEWHERE.has(kind)),
    ],
    ended: lines.filter(({ state, kind }) => state === 'ended' && kind !== 'conversation'),
    versions: lines
      .flatMap(({ history = [] }) => history)
      .toSorted((a, b) => comparePartialDates(a.at, b.at)),
    // What stands as a line stands there alone, unless the plan of another system says more than a line can.
    otherGoals: goals.filter(({ id }) => !ids.has(id)),
    otherPlans: plans.filter((one) => !ids.has(one.id) || saysMore(one)),
  };
}

/** Kinds that other sections tell. A line of one that comes here all the same, such as a decision on a mere form, is not dropped. */
const ELSEWHERE: ReadonlySet<PlanLineKind> = new Set([
  'about-me',
  'cpr',
  'form',
  'preferred-place',
  'decision-maker',
]);

/** Whether a plan says more than its title and its review. */
function saysMore({ description, actions, notes = [], more = [] }: CarePlanEntry): boolean {
  return description !== undefined || actions.length + notes.length + more.length > 0;
}

function ofKind<K extends PlanLineKind>(lines: readonly PlanLine[], kind: K): readonly PlanLine<K>[] {
  // The compiler does not follow a kind that is itself a variable.
  return lines.filter((one) => one.kind === kind) as readonly PlanLine[] as readonly PlanLine<K>[];
}

function inForce<K extends PlanLineKind>(lines: readonly PlanLine[], kind: K): readonly PlanLine<K>[] {
  return ofKind(lines, kind).filter(({ state }) => state === 'in-force');
}

function newestFirst<T extends { readonly on: PlanLine['on'] }>(lines: readonly T[]): readonly T[] {
  return lines.toSorted((a, b) => comparePartialDates(a.on, b.on));
}

/** Every name under which the card shows a contact, whichever of several records has it. */
function namesIn(people: Section<People>): ReadonlySet<string> {
  if (people.state !== 'known') return new Set();
  const { content } = people;
  const told =
    content.kind === 'recorded'
      ? [content.value]
      : content.kind === 'disagree'
        ? [...content.sides.map(({ value }) => value), ...(content.common === null ? [] : [content.common])]
        : [];
  return new Set(told.flatMap(({ contacts }) => contacts.map(({ name }) => plainName(name))));
}

/** Each contact with what may be told. Names are compared as written, but for spaces and capitals: whoever is not surely meant is not. */
function toldContacts({ contacts }: People, plan: Section<PlanSummary>): readonly ToldContact[] {
  const lines = linesIn(plan);
  return contacts.map((contact) => {
    const name = plainName(contact.name);
    const isAlone = contacts.filter((one) => plainName(one.name) === name).length === 1;
    const told = inForce(lines ?? [], 'told').filter(({ fields }) => plainName(fields.person) === name);
    return { contact, told: lines === null ? 'not-read' : isAlone ? told : told.map(ofOneOfSeveral) };
  });
}

/** [P] Of two contacts with one name, what must not be told holds for both, and what may be told for neither until somebody asks. */
function ofOneOfSeveral(line: PlanLine<'told'>): PlanLine<'told'> {
  const { may } = line.fields;
  const several = 'several contacts have this name: find out who is meant';
  const details = [
    ...(line.details ?? []),
    several,
    ...(may === null ? [] : [`one of them may be told: ${may}`]),
  ];
  return { ...line, fields: { ...line.fields, may: null }, details };
}

function plainName(name: string | null): string {
  return (name ?? '').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** `null`: the plan was not read, or its source cannot tell its lines. */
function linesIn(plan: Section<PlanSummary>): readonly PlanLine[] | null {
  if (plan.state === 'known' && plan.content.kind === 'not-recorded') return [];
  return valueIn(plan)?.lines ?? null;
}
