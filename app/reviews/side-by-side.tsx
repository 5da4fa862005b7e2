import { Table } from '#app/components/govuk/table.tsx';

interface Item {
  itemNumber: number;
  title: string;
  given: { name: string; score: number }[];
  agreed: number | null;
  mayChange: boolean;
}

/** Every reviewer's scores and the agreed ones, all of which are kept for good. */
export function SideBySide({ items }: { items: Item[] }) {
  const reviewers = items[0]?.given.map(({ name }) => name) ?? [];
  return (
    <Table
      caption="All scores"
      captionSize="m"
      wide
      columns={[
        { heading: 'Item' },
        ...reviewers.map((name) => ({ heading: name, numeric: true })),
        { heading: 'Agreed', numeric: true },
      ]}
      rows={items.map(({ itemNumber, title, given, agreed, mayChange }) => ({
        key: String(itemNumber),
        cells: [
          `${itemNumber}. ${title}`,
          ...given.map(({ score }) => score),
          <>
            {agreed ?? 'Not yet'}
            {mayChange && (
              <>
                {' '}
                <a className="govuk-link" href={`?change=${itemNumber}#item-${itemNumber}`}>
                  Change<span className="govuk-visually-hidden"> item {itemNumber}</span>
                </a>
              </>
            )}
          </>,
        ],
      }))}
    />
  );
}
