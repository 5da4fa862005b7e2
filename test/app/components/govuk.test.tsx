import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import type { ButtonProps } from '#app/components/govuk/button.tsx';
import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import type { ChoiceDivider, ChoiceItem } from '#app/components/govuk/choice-group.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { ErrorMessage } from '#app/components/govuk/error-message.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import type { FieldProps, TextSize } from '#app/components/govuk/field.ts';
import { Fieldset } from '#app/components/govuk/fieldset.tsx';
import { Hint } from '#app/components/govuk/hint.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { Label } from '#app/components/govuk/label.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { Pagination } from '#app/components/govuk/pagination.tsx';
import type { PaginationLink } from '#app/components/govuk/pagination.tsx';
import { PasswordInput } from '#app/components/govuk/password-input.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { ServiceNavigation } from '#app/components/govuk/service-navigation.tsx';
import { SkipLink } from '#app/components/govuk/skip-link.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { Tag } from '#app/components/govuk/tag.tsx';
import type { TagColour } from '#app/components/govuk/tag.tsx';
import { TaskList } from '#app/components/govuk/task-list.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import type { TextInputProps } from '#app/components/govuk/text-input.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { WarningText } from '#app/components/govuk/warning-text.tsx';

import { canonicalHtml } from './canonical-html.ts';
import { fixture } from './govuk-fixtures.ts';
import type { Cell, Item, Options, Row, Words } from './govuk-fixtures.ts';

/** React does not take HTML as text, so an example's HTML passes through as a mark. */
const marked: string[] = [];
const words = (given: Words | undefined) =>
  given?.html === undefined ? given?.text : `@@${marked.push(given.html) - 1}@@`;
const rendered = (element: ReactElement) =>
  canonicalHtml(
    renderToStaticMarkup(element).replace(/@@(\d+)@@/g, (_, index) => marked[Number(index)] ?? ''),
  );

const size = (classes: string | undefined) =>
  /--(s|m|l|xl)$/.exec(classes ?? '')?.[1] as TextSize | undefined;
const colour = (classes: string | undefined) =>
  /govuk-tag--(\w+)/.exec(classes ?? '')?.[1] as TagColour | undefined;

/** The options every field shares, as our props. */
function field(options: Options, label: Words | undefined): Omit<FieldProps, 'register'> {
  return {
    id: options.id ?? options.idPrefix ?? options.name ?? '',
    name: options.name ?? '',
    label: words(label),
    labelSize: size(label?.classes),
    labelIsHeading: label?.isPageHeading,
    hint: words(options.hint),
    errorMessage: options.errorMessage?.text,
    describedBy: options.describedBy ?? options.fieldset?.describedBy,
    disabled: options.disabled,
    className: options.classes,
  };
}

function choices(items: readonly Item[] = []): (ChoiceItem | ChoiceDivider)[] {
  return items.map((item) =>
    item.divider === undefined
      ? {
          value: String(item.value),
          label: words(item),
          hint: words(item.hint),
          conditional: item.conditional && words(item.conditional),
          disabled: item.disabled,
        }
      : { divider: item.divider },
  );
}

const checkedValues = (options: Options) =>
  options.values ??
  options.items?.filter((item) => item.checked).map((item) => String(item.value)) ??
  [];

function arrow(link: (Item & { labelText?: string }) | undefined): PaginationLink | undefined {
  return link && { href: link.href!, text: words(link), labelText: link.labelText };
}

function button(options: Options): ReactElement {
  const variant = /govuk-button--(\w+)/.exec(options.classes ?? '')?.[1] as ButtonProps['variant'];
  if (options.href !== undefined) {
    return (
      <ButtonLink href={options.href} variant={variant} start={options.isStartButton}>
        {words(options)}
      </ButtonLink>
    );
  }
  return (
    <Button
      type={options.type as ButtonProps['type']}
      name={options.name}
      value={options.value}
      id={options.id}
      variant={variant}
      disabled={options.disabled}
      preventDoubleClick={options.preventDoubleClick}
    >
      {words(options)}
    </Button>
  );
}

interface Comparison {
  examples: string[];
  draw: (options: Options) => ReactElement;
}

const comparisons: Record<string, Comparison> = {
  'back-link': {
    examples: ['with custom text and link', 'default', 'html', 'html as text'],
    draw: (options) => <BackLink href={options.href ?? '#'}>{words(options)}</BackLink>,
  },
  button: {
    examples: [
      'default',
      'disabled',
      'link',
      'secondary',
      'secondary disabled',
      'warning',
      'warning disabled',
      'inverse',
      'inverse disabled',
      'name',
      'type',
      'explicit link',
      'value',
      'html',
      'id',
      'start link',
      'prevent double click',
      "don't prevent double click",
    ],
    draw: button,
  },
  checkboxes: {
    examples: [
      'default',
      'with hint',
      'with pre-checked values',
      'with legend as a page heading',
      'with error message',
      'with very long option text',
      'with conditional items',
      'with conditional item checked',
      'small',
      'small with long text',
      'small with error',
      'small with conditional reveal',
      'with error message and hint',
      'with error, hint and fieldset describedBy',
      'with fieldset describedBy',
      'fieldset html params',
      'textarea in conditional',
    ],
    draw: (options) => (
      <Checkboxes
        {...field(options, options.fieldset?.legend)}
        items={choices(options.items)}
        defaultValues={checkedValues(options)}
      />
    ),
  },
  'date-input': {
    examples: [
      'default',
      'with values',
      'with values and name prefix',
      'with error message and hint',
      'with error on day input',
      'with error on month input',
      'with error on year input',
      'with hint and described by',
      'with error message and described by',
      'with error on single field',
      'fieldset html',
      'with autocomplete values',
    ],
    draw: dateInput,
  },
  details: {
    examples: [
      'default',
      'expanded',
      'id',
      'html as text',
      'html',
      'summary html as text',
      'classes',
    ],
    draw: (options) => (
      <Details
        summary={options.summaryText}
        open={options.open}
        id={options.id}
        className={options.classes}
      >
        {words(options)}
      </Details>
    ),
  },
  'error-message': {
    examples: ['default', 'id', 'html as text', 'html'],
    draw: (options) => <ErrorMessage id={options.id}>{words(options)}</ErrorMessage>,
  },
  'error-summary': {
    examples: [
      'default',
      'without links',
      'mixed with and without links',
      'with everything',
      'description',
      'html as titleText',
      'error list with html as text link',
    ],
    draw: (options) => (
      <ErrorSummary
        title={options.titleText}
        description={options.descriptionText}
        errors={options.errorList!.map(({ text = '', href }) => ({ text, href }))}
      />
    ),
  },
  fieldset: {
    examples: [
      'default',
      'styled as xl text',
      'styled as small text',
      'as page heading l',
      'as page heading without class',
      'html fieldset content',
      'with describedBy',
      'html',
      'classes',
      'role',
    ],
    draw: (options) => (
      <Fieldset
        legend={words(options.legend)}
        legendSize={size(options.legend?.classes)}
        legendIsHeading={options.legend?.isPageHeading}
        describedBy={options.describedBy}
        role={options.role as 'group'}
        className={options.classes}
      >
        {options.html !== undefined && words(options)}
      </Fieldset>
    ),
  },
  hint: {
    examples: ['default', 'with html', 'classes', 'id', 'html as text'],
    draw: (options) => (
      <Hint id={options.id} className={options.classes}>
        {words(options)}
      </Hint>
    ),
  },
  input: {
    examples: [
      'default',
      'with hint text',
      'with error message',
      'with error and hint',
      'with width-2 class',
      'with width-30 class',
      'with label as page heading',
      'with prefix',
      'with suffix',
      'with prefix and suffix',
      'with prefix and suffix and error',
      'with prefix and suffix and width modifier',
      'with extra letter spacing',
      'id',
      'custom type',
      'value',
      'with describedBy',
      'hint with describedBy',
      'error with describedBy',
      'with error, hint and describedBy',
      'inputmode',
      'with prefix with html',
      'with autocomplete attribute',
      'with spellcheck enabled',
      'with spellcheck disabled',
      'with autocapitalize turned off',
      'disabled',
    ],
    draw: (options) => (
      <TextInput
        {...field(options, options.label)}
        type={options.type}
        defaultValue={options.value}
        prefix={words(options.prefix)}
        suffix={words(options.suffix)}
        inputMode={options.inputmode as TextInputProps['inputMode']}
        autoComplete={options.autocomplete}
        autoCapitalize={options.autocapitalize}
        spellCheck={options.spellcheck}
      />
    ),
  },
  'inset-text': {
    examples: ['default', 'with html', 'id', 'html as text'],
    draw: (options) => <InsetText id={options.id}>{words(options)}</InsetText>,
  },
  label: {
    examples: ['for'],
    draw: (options) => <Label htmlFor={options.for!}>{words(options)}</Label>,
  },
  'notification-banner': {
    examples: [
      'default',
      'with type as success',
      'custom title',
      'custom title heading level',
      'custom title id',
      'custom title id with type as success',
      'html as text',
      'with text as html',
    ],
    draw: (options) => (
      <NotificationBanner
        type={options.type as 'success'}
        title={options.titleText}
        titleId={options.titleId}
        titleHeadingLevel={options.titleHeadingLevel as 2 | 3}
      >
        {options.html === undefined ? options.text : <>{words(options)}</>}
      </NotificationBanner>
    ),
  },
  pagination: {
    examples: [
      'default',
      'with many pages',
      'first page',
      'last page',
      'with prev and next only',
      'with prev and next only and labels',
      'with previous only',
      'with next only',
      'with custom navigation landmark',
    ],
    draw: (options) => (
      <Pagination
        previous={arrow(options.previous)}
        next={arrow(options.next)}
        label={options.landmarkLabel}
        items={options.items?.map((item) =>
          item.ellipsis
            ? 'ellipsis'
            : { number: item.number!, href: item.href!, current: item.current },
        )}
      />
    ),
  },
  radios: {
    examples: [
      'default',
      'with hint',
      'inline',
      'with legend as page heading',
      'with a divider',
      'with fieldset and error message',
      'with very long option text',
      'with conditional items',
      'with conditional item checked',
      'small with long text',
      'small inline',
      'small with a divider',
      'fieldset with describedBy',
      'with hints on parent and items',
      'with describedBy and hint',
      'with hint and error message',
      'with hint, error message and describedBy',
      'fieldset with html',
      'textarea in conditional',
    ],
    draw: (options) => (
      <Radios
        {...field(options, options.fieldset?.legend)}
        items={choices(options.items)}
        defaultValue={options.value ?? checkedValues(options)[0]}
      />
    ),
  },
  select: {
    examples: [
      'default',
      'hint',
      'hint and describedBy',
      'error',
      'error and describedBy',
      'id',
      'with selected value',
    ],
    draw: (options) => (
      <Select
        {...field(options, options.label)}
        items={(options.items ?? []).map((item) => ({
          value: String(item.value),
          label: item.text!,
          disabled: item.disabled,
        }))}
        defaultValue={
          options.value ?? options.items?.find((item) => item.selected)?.value?.toString()
        }
      />
    ),
  },
  'skip-link': {
    examples: ['default', 'custom href', 'html as text', 'html'],
    draw: (options) => <SkipLink href={options.href ?? '#content'}>{words(options)}</SkipLink>,
  },
  'summary-list': {
    examples: [
      'default',
      'with actions',
      'no-border',
      'extreme',
      'key with html',
      'value with html',
      'actions href',
      'actions with html',
      'single action with anchor',
    ],
    draw: (options) => (
      <SummaryList
        noBorder={options.classes?.includes('no-border')}
        rows={(options.rows as Row[]).map((row) => ({
          key: words(row.key),
          value: words(row.value),
          actions: row.actions?.items.map((action) => ({
            href: action.href,
            text: words(action),
            hiddenText: action.visuallyHiddenText,
          })),
        }))}
      />
    ),
  },
  table: {
    examples: ['with head and caption'],
    draw: (options) => (
      <Table
        caption={options.caption}
        captionSize={size(options.captionClasses)}
        firstCellIsHeader={options.firstCellIsHeader ?? false}
        columns={options.head!.map((cell) => ({
          heading: words(cell),
          numeric: cell.format === 'numeric',
        }))}
        rows={(options.rows as Cell[][]).map((cells, index) => ({
          key: String(index),
          cells: cells.map(words),
        }))}
      />
    ),
  },
  tag: {
    examples: ['default', 'grey', 'turquoise', 'purple', 'pink', 'orange', 'yellow', 'html'],
    draw: (options) => <Tag colour={colour(options.classes)}>{words(options)}</Tag>,
  },
  'task-list': {
    examples: ['default', 'with hint text and additional states', 'custom id prefix', 'html'],
    draw: (options) => (
      <TaskList
        idPrefix={options.idPrefix}
        items={options.items!.map((item) => ({
          title: words(item.title),
          href: item.href,
          hint: words(item.hint),
          status: {
            text:
              item.status?.tag && !colour(item.status.tag.classes) ? (
                <Tag>{words(item.status.tag)}</Tag>
              ) : (
                words(item.status?.tag ?? item.status)
              ),
            tagColour: colour(item.status?.tag?.classes),
            cannotStart: item.status?.classes?.includes('cannot-start-yet'),
          },
        }))}
      />
    ),
  },
  textarea: {
    examples: [
      'default',
      'with hint',
      'with error message',
      'with default value',
      'with custom rows',
      'with label as page heading',
      'id',
      'classes',
      'with describedBy',
      'with hint, error message and described by',
      'with autocomplete attribute',
      'with spellcheck enabled',
      'with spellcheck disabled',
    ],
    draw: (options) => (
      <Textarea
        {...field(options, options.label)}
        defaultValue={options.value}
        rows={options.rows as number | undefined}
        spellCheck={options.spellcheck}
        autoComplete={options.autocomplete}
      />
    ),
  },
  'warning-text': {
    examples: ['default', 'multiple lines', 'html', 'html as text', 'no icon fallback text'],
    draw: (options) => (
      <WarningText iconFallbackText={options.iconFallbackText}>{words(options)}</WarningText>
    ),
  },
};

function dateInput(options: Options & Partial<Record<'day' | 'month' | 'year', unknown>>) {
  const parts = ['day', 'month', 'year'] as const;
  const prefix = options.namePrefix === undefined ? '' : `${options.namePrefix}-`;
  const values = (options.values ?? {}) as unknown as Record<string, number>;
  const each = <T,>(make: (part: (typeof parts)[number]) => T) =>
    Object.fromEntries(parts.map((part) => [part, make(part)])) as Record<
      (typeof parts)[number],
      T
    >;
  const completes = JSON.stringify(options.items ?? []).includes('bday');
  return (
    <DateInput
      {...field(options, options.fieldset?.legend)}
      names={each((part) => `${prefix}${part}`)}
      defaultValue={each((part) => values[`${prefix}${part}`]?.toString())}
      errorParts={parts.filter((part) => options[part] !== undefined)}
      autoComplete={completes ? 'bday' : undefined}
    />
  );
}

describe.each(Object.entries(comparisons))('%s as govuk-frontend prints it', (name, comparison) => {
  test.each(comparison.examples)('%s', (example) => {
    const { options, html } = fixture(name, example);
    expect(rendered(comparison.draw(options))).toBe(canonicalHtml(html));
  });
});

describe('service-navigation as govuk-frontend prints it, less its menu button', () => {
  test.each([
    'default',
    'with navigation with a current item',
    'with navigation with an active item',
  ])('%s', (example) => {
    const { options, html } = fixture('service-navigation', example);
    const items = options.navigation!.map(({ href, text, current, active }) => ({
      href: href!,
      text,
      current,
      active,
    }));
    expect(rendered(<ServiceNavigation items={items} />)).toBe(
      canonicalHtml(html.replace(/<button.*?<\/button>/s, '')),
    );
  });
});

describe('our own', () => {
  test('a password field never carries a value and can be filled by a password manager', () => {
    const html = renderToStaticMarkup(
      <PasswordInput id="password" name="password" label="Password" />,
    );
    expect(html).toContain('type="password"');
    expect(html).toContain('autoComplete="current-password"');
    expect(html).toContain('spellcheck="false"');
    expect(html).not.toContain('value=');
  });

  test('a wide table scrolls in a region that is named by its caption and takes focus', () => {
    const html = renderToStaticMarkup(
      <Table id="contacts" wide caption="Contacts" columns={[]} rows={[]} />,
    );
    expect(html).toContain(
      '<div class="gt-scroll" role="region" aria-labelledby="contacts-caption" tabindex="0">',
    );
    expect(html).toContain('<caption id="contacts-caption"');
  });

  test('an error summary without errors prints nothing', () => {
    expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toBe('');
  });

  test('react-hook-form reaches the element by three props and changes no server HTML', () => {
    const register = {
      name: 'other',
      required: true,
      ref: () => undefined,
      onChange: () => Promise.resolve(),
      onBlur: () => Promise.resolve(),
    };
    const props = { id: 'team', name: 'team', label: 'Team', defaultValue: 'Northbank' };
    expect(renderToStaticMarkup(<TextInput {...props} register={register} />)).toBe(
      renderToStaticMarkup(<TextInput {...props} />),
    );
  });

  test('a date names its fields after itself unless told otherwise', () => {
    const html = renderToStaticMarkup(<DateInput id="met" name="met" label="When?" />);
    for (const part of ['day', 'month', 'year']) {
      expect(html).toContain(`id="met-${part}" name="met-${part}"`);
    }
  });
});
