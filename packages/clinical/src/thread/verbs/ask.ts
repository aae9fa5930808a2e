import { isAsked, pressOf, type Verb } from './verb.ts';

/** The side that was asked needs to know something first. It answers nothing (SPEC P6). */
export const ask: Verb<'ask'> = (thread, entry, { words }) => {
  if (!isAsked(thread, entry)) return null;
  const press = pressOf(entry);
  return { ...thread, seen: thread.seen ?? press, questions: [...thread.questions, { ...press, words }] };
};

/** A reply to one question. Each question is replied to by itself. */
export const reply: Verb<'reply'> = (thread, entry, { question }) => {
  const questions = thread.questions.filter((one) => one.entry !== question);
  const isOpen = questions.length < thread.questions.length;
  return isAsked(thread, entry) || !isOpen ? null : { ...thread, questions };
};
