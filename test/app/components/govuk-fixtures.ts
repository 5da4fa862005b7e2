import { readFileSync } from 'node:fs';

/** The part of govuk-frontend's options that our components have props for. */
export interface Words {
  text?: string;
  html?: string;
  classes?: string;
  isPageHeading?: boolean;
}

export interface Item extends Words {
  value?: string;
  href?: string;
  hint?: Words;
  checked?: boolean;
  selected?: boolean;
  disabled?: boolean;
  divider?: string;
  conditional?: { html: string };
  current?: boolean;
  active?: boolean;
  ellipsis?: boolean;
  number?: number;
  title?: Words;
  status?: Words & { tag?: Words };
}

export interface Cell extends Words {
  format?: string;
}

export interface Row {
  key: Words;
  value: Words;
  actions?: { items: (Words & { href: string; visuallyHiddenText?: string })[] };
}

export interface Options extends Words {
  id?: string;
  name?: string;
  idPrefix?: string;
  namePrefix?: string;
  value?: string;
  values?: string[];
  type?: string;
  href?: string;
  label?: Words;
  hint?: Words;
  errorMessage?: Words;
  describedBy?: string;
  disabled?: boolean;
  fieldset?: { legend?: Words; describedBy?: string };
  legend?: Words;
  role?: string;
  items?: Item[];
  prefix?: Words;
  suffix?: Words;
  inputmode?: string;
  autocomplete?: string;
  autocapitalize?: string;
  spellcheck?: boolean;
  rows?: unknown;
  preventDoubleClick?: boolean;
  isStartButton?: boolean;
  summaryText?: string;
  open?: boolean;
  titleText?: string;
  titleId?: string;
  titleHeadingLevel?: number;
  headingLevel?: number;
  descriptionText?: string;
  errorList?: Item[];
  previous?: Item & { labelText?: string };
  next?: Item & { labelText?: string };
  landmarkLabel?: string;
  tag?: Words;
  iconFallbackText?: string;
  caption?: string;
  captionClasses?: string;
  firstCellIsHeader?: boolean;
  head?: Cell[];
  navigation?: Item[];
  navigationId?: string;
  navigationLabel?: string;
  for?: string;
}

export interface Fixture {
  name: string;
  options: Options;
  html: string;
}

const folder = new URL(
  '../../../node_modules/govuk-frontend/dist/govuk/components/',
  import.meta.url,
);

/** The HTML govuk-frontend publishes for a component, by the name of the example. */
export function fixture(component: string, name: string): Fixture {
  const file = readFileSync(new URL(`${component}/fixtures.json`, folder), 'utf8');
  const { fixtures } = JSON.parse(file) as { fixtures: Fixture[] };
  const found = fixtures.find((each) => each.name === name);
  if (!found) throw new Error(`govuk-frontend has no example "${name}" of ${component}`);
  return found;
}
