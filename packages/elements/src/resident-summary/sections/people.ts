import { spanOf } from '@ehch/clinical';
import type { CivilDate, PartialDate, People } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { fact } from '../../internal/fact.ts';
import { factList } from '../../internal/fact-list.ts';
import { phone } from '../../internal/phone.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { data, joined, joinedLine, strong } from '../../internal/text.ts';
import { day } from '../../internal/when.ts';

export const people = defineSection({
  name: 'people',
  title: 'Contacts and care team',
  short: 'People',
  facts: ({ contacts, team }: People) => [...contacts, ...team],
  row: ({ contacts, team }, { today }) =>
    joinedLine([
      ...current(contacts, today)
        .slice(0, 1)
        .map(
          ({ name, relation }) =>
            html`${data(name)}${relation === null ? nothing : html`, ${data(relation)}`}`,
        ),
      ...current(team, today)
        .slice(0, 1)
        .map(({ name, role }) => html`${data(name)}${role === null ? nothing : html`, ${data(role)}`}`),
      contacts.length + team.length > 2 ? `${contacts.length + team.length - 2} more` : null,
    ]),
  body: ({ contacts, team }, telling) => html`
      ${factList(contacts, (contact) =>
        fact(
          joined([
            strong(contact.name),
            data(contact.relation),
            contact.roles.length === 0 ? null : data(contact.roles.join(', ')),
            ...contact.phones.map(phone),
            until(contact.until, telling.today),
          ]),
          contact,
          telling,
        ),
      )}
      ${factList(team, (member) =>
        fact(
          joined([
            strong(member.name),
            data(member.role),
            data(member.organisation),
            ...member.phones.map(phone),
            until(member.until, telling.today),
          ]),
          member,
          telling,
        ),
      )}
  `,
});

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
