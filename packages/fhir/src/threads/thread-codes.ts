/** The extension that holds what an entry of a thread says beyond its words. Everything in it has a short name. */
export const THREAD_ENTRY = 'https://ehch-kit.example/StructureDefinition/thread-entry';

/** What an entry does: `worse`, `see`, `answer` and so on. It stands as the category of the Communication. */
export const THREAD_ACT = 'https://ehch-kit.example/CodeSystem/thread-act';

/** The kind of a thread, as the code of its Task: `worry`, `medicine-query` and so on. */
export const THREAD_KIND = 'https://ehch-kit.example/CodeSystem/thread-kind';

/** Identifies an intent. An entry of a thread names others by it, because a server may have given them ids of its own. */
export const INTENT = 'https://ehch-kit.example/Id/intent';
