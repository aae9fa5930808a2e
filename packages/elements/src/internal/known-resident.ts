import type { LinkCandidate, LocalResident } from '@ehch/clinical';
import { formatAge, formatName, roomName } from '@ehch/clinical/display';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { nhsNumber } from './nhs-number.ts';
import { data, joinedLine, strong } from './text.ts';
import { dayOr } from './when.ts';

/** Whoever is meant, by what tells people apart: name, date of birth, NHS number, and the room where it is known. */
export function knownResident(person: LocalResident | LinkCandidate, today: string): TemplateResult {
  const room = 'room' in person && person.room !== null ? html`Room ${data(roomName(person.room))}` : null;
  const years = formatAge(person.born, today);
  const age = years === null ? '' : ` (${years})`;
  return html`<span class="who">${strong(formatName(person.name))}</span>
    <span class="meta"
      >${joinedLine([
        html`Born ${dayOr(person.born, 'not recorded')}${age}`,
        html`NHS number ${nhsNumber(person.nhsNumber)}`,
        room,
      ])}</span
    >`;
}
