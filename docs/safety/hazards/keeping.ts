import { design, process, risks, tested, type Hazard } from '../hazard.ts';

export const KEEPING: readonly Hazard[] = [
  {
    id: 'K1',
    component: 'keeping and sending',
    hazard: 'What somebody signed or raised is lost',
    cause:
      'A crash, a full disk, a closed browser, a browser that makes room by itself, storage that is closed or cleared under an open page',
    effect: 'Care that nobody knows of',
    ...risks('major', 'high', 'low'),
    controls: [
      tested(
        'Whatever dies at whatever write, a draft is there whole or is not',
        'packages/store/src/sealed/kill.test.ts',
        'a draft is there whole, or is not, whenever the browser dies',
      ),
      design(
        'The outbox never makes room for anything',
        'packages/store/src/sealed/full-disk.test.ts',
        'D4: the outbox, drafts and acknowledgements never make room',
      ),
      design(
        'The browser is asked to erase nothing by itself, and the screen says where it did not promise that',
        'packages/sdk/src/create-ehch.test.ts',
        'D8: asks the browser once to erase nothing by itself',
      ),
      tested(
        'What the browser closes under an open page is opened again, and each press is kept once',
        'packages/store/src/sealed/closed-under.test.ts',
        'D9: a press that the closing cuts off is kept once, whether it was written or not',
      ),
      tested(
        'What was erased under an open page is said, with how much went with it, until a person has noted it',
        'packages/sync/src/device/closed-under.test.ts',
        'D9: after an erasure a new store begins, what went with the old one is counted, and stays so until it is noted',
      ),
    ],
  },
  {
    id: 'K2',
    component: 'keeping and sending',
    hazard: 'One person’s work is sent under another’s name',
    cause: 'A shared PC, a change of user',
    effect: 'A wrong author in the record',
    ...risks('major', 'medium', 'very low'),
    controls: [
      design(
        'Another person’s session sends only escalations, and both are named',
        'packages/sync/src/push/order-and-people.test.ts',
        'P5 P14 (24): after a 401 everything waits; another person’s session sends only escalations, and both are named',
      ),
    ],
  },
  {
    id: 'K3',
    component: 'keeping and sending',
    hazard: 'An escalation waits behind other work',
    cause: 'A queue, slow answers, an open circuit',
    effect: 'Delay',
    ...risks('catastrophic', 'medium', 'low'),
    controls: [
      design(
        'Escalations go before everything',
        'packages/sync/src/push/lanes.test.ts',
        'P6: escalations go before everything, also before what waits in their own resident’s lane',
      ),
    ],
  },
  {
    id: 'K4',
    component: 'keeping and sending',
    hazard: 'A lock keeps a worry from being sent',
    cause: 'An idle lock, a sign-out, a change of user',
    effect: 'Nobody comes',
    ...risks('catastrophic', 'medium', 'very low'),
    controls: [
      design(
        'While locked an escalation is kept, sent and accepted',
        'packages/store/src/sealed/key-modes.test.ts',
        'O5: while locked, an escalation is kept, read, sent and accepted, and its copy comes with the next pull',
      ),
      tested(
        'Pressed offline, locked, and sent once by a colleague, also after the browser was closed in between',
        'packages/sync/src/device/worry-of-the-home.test.ts',
        'O5, P5: with passphrases the same holds after the browser was closed and opened again',
      ),
    ],
  },
  {
    id: 'K5',
    component: 'keeping and sending',
    hazard: 'Records are left readable on a shared PC',
    cause: 'A stolen or shared PC',
    effect: 'A breach of confidence, and distress',
    ...risks('considerable', 'medium', 'low'),
    controls: [
      design(
        'No row has the root key, and no word lies open',
        'packages/store/src/sealed/at-rest.test.ts',
        'K1: no CryptoKey is ever in IndexedDB, and no row has the root key',
      ),
      process('Sign-out and passphrases on shared PCs'),
    ],
  },
  {
    id: 'K6',
    component: 'keeping and sending',
    hazard: 'A clock that is wrong puts events in the wrong order',
    cause: 'A PC’s clock or time zone',
    effect: 'A wrong account of the night',
    ...risks('significant', 'high', 'low'),
    controls: [
      design(
        'An entry comes after what its author had on screen, whatever the clocks say',
        'packages/clinical/src/thread/threads-of.test.ts',
        'E3: an entry comes after what its author had on screen, also if that clock is an hour slow',
      ),
      design(
        'A worry goes out from a PC whose clock is years off',
        'packages/fhir/src/threads/thread-resources.test.ts',
        'no integer is written that FHIR does not have: a clock that is years off stops no worry',
      ),
      design(
        'A withdrawn matter stays in sight, whatever the clock of that PC says',
        'packages/clinical/src/thread/matter-order.test.ts',
        'W1: a withdrawn thread stays as long in sight where the clock of the device was set back or runs ahead',
      ),
    ],
  },
];
