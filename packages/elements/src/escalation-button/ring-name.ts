import type { RingLine } from '@ehch/clinical/escalation';

/** Whom somebody rings, by name alone. */
export function ringName(one: RingLine): string {
  switch (one.kind) {
    case 'contact':
      return one.contact.name;
    case 'in-house':
      return one.who;
    case 'own-practice':
      return one.name;
    case '111':
      return 'NHS 111';
    case '999':
      return '999';
  }
}
