import { formatDate } from '../../display/date.ts';
import { addDays } from '../../time/civil-date.ts';
import { refused, warned, type PlaceRule } from './fault.ts';

/** [P] Numbers of services change with the financial year at the latest. */
const CHECKED_WITHIN_DAYS = 365;

/** A service has a number, and somebody has rung it. */
export const contactsHaveNumbers: PlaceRule = ({ contacts, thresholds }, { today }) => {
  const within = thresholds?.numberCheckedWithinDays ?? CHECKED_WITHIN_DAYS;
  return contacts.flatMap(({ name, phone, checkedOn }, index) => {
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
    const isOld = addDays(checkedOn, within) < today;
    const words = `The number of “${name}” was last checked on ${formatDate(checkedOn)}. Ring it again, and change the date.`;
    return isOld ? [warned([...at, 'checkedOn'], words)] : [];
  });
};
