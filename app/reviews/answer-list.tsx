import type { AnswerWords } from '#app/forms/conflict.ts';

/** Answers under one another, each with its label; those without words are left out. */
export function AnswerList({ answers }: { answers: AnswerWords }) {
  const given = answers.filter(({ text }) => text !== '');
  if (given.length === 0) return <>Nothing recorded</>;
  return (
    <dl className="gt-answers">
      {given.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="gt-typed-text">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
