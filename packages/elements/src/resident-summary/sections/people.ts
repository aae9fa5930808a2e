import { spanOf } from '@ehch/clinical';
import type { CivilDate, PartialDate, People } from '@ehch/clinical';
import { html } from 'lit';
import { fact } from '../../internal/fact.ts';
import { phone } from '../../internal/phone.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { count, data, joined, strong } from '../../internal/text.ts';
import { day } from '../../internal/when.ts';

export const people = defineSection({
  name: 'people',
  title: 'Contacts and care team',
  summary: ({ contacts, team }: People) =>
    `${count(contacts.length, 'contact')}, ${team.length} in the care team`,
  body: ({ contacts, team }, { today }) => html`
    <ul class="facts">
      ${contacts.map((contact) =>
        fact(
          joined([
            strong(contact.name),
            data(contact.relation),
            contact.roles.length === 0 ? null : data(contact.roles.join(', ')),
            ...contact.phones.map(phone),
            until(contact.until, today),
          ]),
          contact,
          today,
        ),
      )}
      ${team.map((member) =>
        fact(
          joined([
            strong(member.name),
            data(member.role),
            data(member.organisation),
            ...member.phones.map(phone),
            until(member.until, today),
          ]),
          member,
          today,
        ),
      )}
    </ul>
  `,
});

function until(date: PartialDate | null, today: CivilDate) {
  if (date === null) return null;
  const end = spanOf(date)?.to;
  return end !== undefined && end < today
    ? html`<strong class="old">until ${day(date)}, which has passed</strong>`
    : html`until ${day(date)}`;
}
