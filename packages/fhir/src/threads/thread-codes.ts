import { byCode } from '../by-code.ts';

/** The extension that holds what an entry of a thread says beyond its words. Everything in it has a short name. */
export const THREAD_ENTRY = 'https://ehch-kit.example/StructureDefinition/thread-entry';

/** What an entry does: `worse`, `see`, `answer` and so on. It stands as the category of the Communication. */
export const THREAD_ACT = 'https://ehch-kit.example/CodeSystem/thread-act';

/** The kind of a thread, as the code of its Task: `worry`, `medicine-query` and so on. */
export const THREAD_KIND = 'https://ehch-kit.example/CodeSystem/thread-kind';

/**
 * A second category of a message about somebody who is not on the list: the home's id in the place's
 * configuration. Without a subject nothing else finds the message. The other side asks for those of its own
 * homes, and sees nobody else's.
 */
export const UNLISTED_AT = 'https://ehch-kit.example/CodeSystem/not-on-the-list-of';

/** The code of {@link UNLISTED_AT} where nobody said from which home the matter comes. */
export const NO_HOME = 'not-stated';

/** On the Provenance of a press: server time minus device time, in milliseconds. Absent: it is not known. */
export const CLOCK_OFFSET = 'https://ehch-kit.example/StructureDefinition/clock-offset';

/**
 * Identifies an intent. An entry of a thread names others by it, because a server may have given them ids of its
 * own.
 */
export const INTENT = 'https://ehch-kit.example/Id/intent';

/**
 * The parts of an entry that are read, with where each has its value. A value of another type makes the entry
 * unreadable, and parts of another version are shown beside its words: nothing of it is left out silently.
 */
export const ENTRY_PARTS = byCode<string>({
  thread: 'valueString',
  after: 'valueString',
  side: 'valueCode',
  name: 'valueString',
  role: 'valueString',
  'clock-offset': 'valueInteger',
  unlisted: 'valueBoolean',
  'typed-name': 'valueString',
  'typed-born': 'valueString',
  'typed-room': 'valueString',
  'typed-home': 'valueString',
  matter: 'valueCode',
  urgency: 'valueCode',
  sign: 'valueCode',
  since: 'valueString',
  observations: 'valueString',
  'asked-by': 'valueCode',
  'asked-by-name': 'valueString',
  'asked-by-relation': 'valueString',
  to: 'valueString',
  answered: 'valueBoolean',
  where: 'valueString',
  question: 'valueString',
  outcome: 'valueCode',
  further: 'extension',
  'promised-by': 'valueDateTime',
  answer: 'valueString',
  whom: 'valueString',
  into: 'valueString',
  why: 'valueCode',
  resident: 'valueString',
});

/** The parts of an answer, as the types of a Task's outputs. */
export const ANSWER_PART = 'https://ehch-kit.example/CodeSystem/answer-part';

/** The main outcomes of an answer: the kind of the thread, a full stop, and the outcome. */
export const ANSWER_OUTCOME = 'https://ehch-kit.example/CodeSystem/answer-outcome';

/** On the owner of a Task: the press by which they took it. An owner without it was named by another system. */
export const OWNER_PRESS = 'https://ehch-kit.example/StructureDefinition/taken-by-press';
