import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import type { AnswerWords } from '#app/forms/conflict.ts';

import { AnswerList } from './answer-list.tsx';

interface Props {
  here: string;
  sections: {
    title: string;
    items: { number: number; title: string; answers: AnswerWords }[];
  }[];
  mayChange: boolean;
}

/** All of a reviewer's own answers, section by section, each with the way to change it. */
export function CheckedItems({ here, sections, mayChange }: Props) {
  return sections.map(({ title, items }) => (
    <section key={title}>
      <h2 className="govuk-heading-m">{title}</h2>
      <SummaryList
        rows={items.map((item) => ({
          key: <span id={`item-${item.number}`}>{`${item.number}. ${item.title}`}</span>,
          value: <AnswerList answers={item.answers} />,
          ...(mayChange
            ? {
                actions: [
                  {
                    href: `${here}/items/${item.number}`,
                    text: 'Change',
                    hiddenText: `item ${item.number}`,
                  },
                ],
              }
            : {}),
        }))}
      />
    </section>
  ));
}
