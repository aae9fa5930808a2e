import { plainText } from '../../display/plain-text.ts';
import type { StaffRoleLine } from '../place.ts';
import { refused, type PlaceRule } from './fault.ts';

/** Two lines for one role of a server: nobody would know which counts, and the program takes it for unknown. */
export const rolesMeanOneThing: PlaceRule = ({ staffRoles = [] }) => {
  const names = staffRoles.map(nameOf);
  return names.flatMap((name, index) => {
    const first = names.indexOf(name);
    return first === index
      ? []
      : [refused(['staffRoles', index], `Line ${first + 1} of this list names the same. Take one out.`)];
  });
};

function nameOf(line: StaffRoleLine): string {
  if (line.kind === 'words') return `words ${plainText(line.words).toLowerCase()}`;
  return `code ${line.system} ${line.code}`;
}
