import { Attached } from '../../project/attached';

/** Answers a question about something as a whole once, and remembers it as long as that lives. */
export function once<Whole extends object, Answer>(ask: (whole: Whole) => Answer): (whole: Whole) => Answer {
  const known = new Attached<Whole, { readonly answer: Answer }>();
  return (whole) => {
    const found = known.get(whole) ?? { answer: ask(whole) };
    known.set(whole, found);
    return found.answer;
  };
}
