import { spanOf } from '@ehch/clinical/time';
import type { Contact, People, TeamMember } from '@ehch/clinical';
import type { CivilDate, PartialDate } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { commonRecord } from '../../internal/common-record.ts';
import { commonWords, fact } from '../../internal/fact.ts';
import { factList } from '../../internal/fact-list.ts';
import { phone } from '../../internal/phone.ts';
import { defineSection } from '../../internal/section-frame.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { data, joined, joinedLine, strong } from '../../internal/text.ts';
import { day } from '../../internal/when.ts';

/** [P] From this many on, the name of a team is said once, above its members. */
const TEAM_FROM = 3;

export const people = defineSection({
  name: 'people',
  title: 'Contacts and care team',
  short: 'People',
  facts: alone,
  row: ({ contacts, team }, { today }) => {
    const [contact] = current(contacts, today);
    const [member] = current(team, today);
    // Nobody vanishes behind a name: not the second contact of a resident who has no team.
    const more = [...contacts, ...team].filter((one) => one !== contact && one !== member).length;
    return joinedLine([
      contact === undefined ? null : nameAs(contact.name, contact.relation),
      member === undefined ? null : nameAs(member.name, member.role),
      more === 0 ? null : `${more} more`,
    ]);
  },
  body: (value, around) => html`
    ${factList(alone(value), (one) => person(one, around))}
    ${teamsIn(value).map(([name, members]) => {
      const common = commonRecord(members, true);
      return html`<p class="between">${data(name)} ${commonWords(common)}</p>
        ${factList(members, (one) => person({ ...one, organisation: null }, { ...around, common }))}`;
    })}
  `,
});

type Organised = readonly (readonly [name: string | null, members: readonly TeamMember[]])[];

/** The larger teams, each with its members. */
function teamsIn({ team }: People): Organised {
  return [...Map.groupBy(team, ({ organisation }) => organisation)].filter(
    ([name, { length }]) => name !== null && length >= TEAM_FROM,
  );
}

/** Contacts, and whoever belongs to no larger team. */
function alone(value: People): readonly (Contact | TeamMember)[] {
  const named = teamsIn(value).map(([name]) => name);
  return [...value.contacts, ...value.team.filter(({ organisation }) => !named.includes(organisation))];
}

function nameAs(name: string, as: string | null): TemplateResult {
  return html`${data(name)}${as === null ? nothing : html`, ${data(as)}`}`;
}

function person(one: Contact | TeamMember, around: SectionSurroundings): TemplateResult {
  const is =
    'roles' in one
      ? [data(one.relation), data(one.roles.join(', ') || null)]
      : [data(one.role), data(one.organisation)];
  return fact(
    joined([strong(one.name), ...is, ...one.phones.map(phone), until(one.until, around.today)]),
    one,
    around,
  );
}

/** Those whose time has not surely passed. */
function current<T extends { readonly until: PartialDate | null }>(some: readonly T[], today: CivilDate) {
  return some.filter((one) => (spanOf(one.until)?.to ?? today) >= today);
}

function until(date: PartialDate | null, today: CivilDate) {
  if (date === null) return null;
  const end = spanOf(date)?.to;
  return end !== undefined && end < today
    ? html`<strong class="old">until ${day(date)}, which has passed</strong>`
    : html`until ${day(date)}`;
}
