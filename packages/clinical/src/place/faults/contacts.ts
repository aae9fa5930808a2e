import { formatDate } from '../../display/date.ts';
import { isNumberOld } from '../number-checked.ts';
import { refused, warned, type PlaceRule } from './fault.ts';

/** A service has a number, and somebody has rung it. */
export const contactsHaveNumbers: PlaceRule = (place, { today }) =>
  place.contacts.flatMap(({ name, phone, checkedOn }, index) => {
    const at = ['contacts', index] as const;
    if (!/\d{3}/.test(phone.replaceAll(/[\s()+-]/g, '')))
      return [
        refused([...at, 'phone'], `“${name}” has no number that can be rung. Write its telephone number.`),
      ];
    if (checkedOn === undefined)
      return [
        warned(at, `Nobody has said that the number of “${name}” is right. Ring it, then add “checkedOn”.`),
      ];
    if (checkedOn > today)
      return [
        refused(
          [...at, 'checkedOn'],
          `The number of “${name}” was checked on a day to come. Correct the date.`,
        ),
      ];
    const words = `The number of “${name}” was last checked on ${formatDate(checkedOn)}. Ring it again, and change the date.`;
    return isNumberOld(checkedOn, place, today) ? [warned([...at, 'checkedOn'], words)] : [];
  });
