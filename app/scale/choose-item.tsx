import { Button } from '#app/components/govuk/button.tsx';
import { Select } from '#app/components/govuk/select.tsx';

interface Props {
  versionName: string;
  items: { number: number; title: string }[];
}

/** The first step: which item the new version corrects. It changes nothing, so it is a plain search form. */
export function ChooseItem({ versionName, items }: Props) {
  return (
    <>
      <h1 className="govuk-heading-l">Publish a corrected version of the scale</h1>
      <p className="govuk-body">
        The new version starts as a copy of “{versionName}”. You correct one item of it. Reviews
        that are scored on earlier versions keep them.
      </p>
      <form method="get" action="/scale/publish">
        <Select
          id="item"
          name="item"
          label="Item to correct"
          items={items.map(({ number, title }) => ({
            value: String(number),
            label: `${number}. ${title}`,
          }))}
        />
        <Button>Continue</Button>
      </form>
    </>
  );
}
