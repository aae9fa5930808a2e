import type { WaitingForPerson } from '@ehch/clinical';

// What waits for a person, as an engine tells it. The people are fictional.

export const CONFLICT: WaitingForPerson = {
  intent: '5f0c2a1e-7d4b-4f7e-9a55-0c8f1f3a9d01',
  resident: 'resident-1',
  title: 'Care plan: moving and handling',
  pressedAt: '2026-11-21T09:40:00Z',
  author: 'Grace Mensah, nurse',
  state: 'conflict',
  words: [],
  fields: [
    {
      label: 'Transfers',
      before: 'One person',
      mine: 'Two people, and the standing hoist in the evening',
      theirs: 'Hoist for all transfers',
      choice: 'whole',
    },
    {
      label: 'Note for staff',
      before: null,
      mine: 'Right knee hurts after physiotherapy.\nAsk her first.',
      theirs: null,
      choice: 'whole',
    },
  ],
  changed: { by: 'Dr P. Adeyemi, GP', at: '2026-11-21T10:42:00Z' },
};

/** As the engine tells it: some fields to choose, one in its recorded form, one that somebody else alone has changed. */
export const BY_FIELD: WaitingForPerson = {
  intent: '5f0c2a1e-7d4b-4f7e-9a55-0c8f1f3a9d05',
  resident: 'resident-4',
  title: 'Change of a resident’s own details',
  pressedAt: '2026-11-21T11:20:00Z',
  author: 'Grace Mensah, nurse',
  state: 'conflict',
  words: [],
  fields: [
    {
      label: 'Telephone (mobile)',
      before: '07700 900001',
      mine: '07700 900002',
      theirs: '07700 900003',
      choice: 'telecom[phone|mobile|]',
    },
    {
      label: 'Address (home)',
      before: null,
      mine: 'Rowan Court, 12 Long Lane, Leeds, LS1 1AA',
      theirs: '2 High Street, Leeds, LS2 2BB',
      choice: 'address[home|]',
    },
    {
      label: 'photo.url',
      before: null,
      mine: 'https://record.example/fhir/Binary/17',
      theirs: null,
      choice: 'photo',
      asRecorded: true,
    },
    {
      label: 'GP practice',
      before: 'Long Lane Surgery',
      mine: 'Long Lane Surgery',
      theirs: 'Park Road Surgery',
      isTheirsAlone: true,
    },
  ],
  changed: { by: null, at: '2026-11-21T11:42:00Z' },
};

/** The versions of a decision, which nobody may mix. */
export const WHOLE: WaitingForPerson = {
  intent: '5f0c2a1e-7d4b-4f7e-9a55-0c8f1f3a9d06',
  resident: 'resident-5',
  title: 'Change of a care plan',
  pressedAt: '2026-11-21T12:05:00Z',
  author: 'Grace Mensah, nurse',
  state: 'conflict',
  words: [],
  fields: [
    {
      label: 'Title',
      before: 'Treatment escalation plan',
      mine: 'Treatment escalation plan, reviewed',
      theirs: 'Treatment escalation plan',
      choice: 'whole',
    },
    {
      label: 'Description',
      before: 'Hospital if reversible',
      mine: 'Treatment at home only',
      theirs: 'Hospital for fractures only',
      choice: 'whole',
    },
  ],
  changed: { by: null, at: '2026-11-21T12:30:00Z' },
};

export const GONE: WaitingForPerson = {
  intent: '5f0c2a1e-7d4b-4f7e-9a55-0c8f1f3a9d07',
  resident: 'resident-6',
  title: 'Change of a task',
  pressedAt: '2026-11-21T13:00:00Z',
  author: 'Grace Mensah, nurse',
  state: 'conflict',
  words: [],
  fields: [{ label: 'Note', before: null, mine: 'Weigh before breakfast.', theirs: null }],
  isDeleted: true,
};

export const REJECTED: WaitingForPerson = {
  intent: '5f0c2a1e-7d4b-4f7e-9a55-0c8f1f3a9d02',
  resident: 'resident-2',
  title: 'NEWS2 assessment',
  pressedAt: '2026-11-21T08:15:00Z',
  author: 'Grace Mensah, nurse',
  state: 'rejected',
  words: ['Observation.effectiveDateTime is in the future.', 'The transaction was not applied.'],
  fields: [{ label: 'NEWS2', before: null, mine: '4 of 20', theirs: null }],
};

export const HELD: WaitingForPerson = {
  intent: '5f0c2a1e-7d4b-4f7e-9a55-0c8f1f3a9d03',
  resident: 'resident-3',
  title: 'Weight',
  pressedAt: '2026-11-20T16:05:00Z',
  author: 'Tomasz Nowak, carer',
  state: 'held',
  words: ['Sharing with this home was withdrawn.'],
  fields: [{ label: 'Weight', before: '52.4 kg', mine: '48.2 kg', theirs: null }],
};

/** A decision that came too late, and that this person may not send. No server has said either. */
export const TOO_LATE: WaitingForPerson = {
  intent: '5f0c2a1e-7d4b-4f7e-9a55-0c8f1f3a9d0a',
  resident: 'resident-3',
  title: 'New in the care plan: CPR',
  pressedAt: '2026-11-20T21:05:00Z',
  author: 'Dr Obi, GP',
  state: 'held',
  words: [],
  why: [
    'This decision did not reach the server within ten minutes, so it is not in force. Look at what the server says now. Then send it, or give it up.',
    'The place names nobody who is signed in here for this decision. Propose it.',
  ],
  fields: [{ label: 'CPR', before: null, mine: 'Attempt CPR', theirs: null }],
};

/** As little as an engine can say of a row whose key is gone. */
export const UNREADABLE: WaitingForPerson = {
  intent: '5f0c2a1e-7d4b-4f7e-9a55-0c8f1f3a9d04',
  resident: null,
  title: 'Something that cannot be read',
  pressedAt: '',
  author: '',
  state: 'unreadable',
  words: [],
  fields: [],
};

/** Signed before anybody had signed in. */
export const OF_NOBODY: WaitingForPerson = {
  intent: '5f0c2a1e-7d4b-4f7e-9a55-0c8f1f3a9d05',
  resident: 'resident-4',
  title: 'Signed assessment: NEWS2',
  pressedAt: '2026-11-21T07:50:00Z',
  author: 'Grace Mensah',
  state: 'nobody-signed-in',
  words: [],
  fields: [
    { label: 'Respiration rate', before: null, mine: '22 /min', theirs: null },
    { label: 'Air or oxygen?', before: null, mine: 'Air', theirs: null },
    { label: 'NEWS2', before: null, mine: '4; on 21-Nov-2026 07:48', theirs: null },
  ],
};
