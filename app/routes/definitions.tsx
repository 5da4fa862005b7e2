import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { clocks } from '#app/definitions/clocks.ts';
import {
  benchmarksInForce,
  definitionsInForce,
  settings,
  smallNumberRules,
} from '#app/definitions/definitions-page.server.ts';
import { OutcomeTermsSection } from '#app/definitions/outcome-terms-section.tsx';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Definitions' };

export async function loader({ context: { db, today } }: LoaderFunctionArgs) {
  return {
    day: formatDay(today),
    definitions: await definitionsInForce(db, today),
    benchmarks: await benchmarksInForce(db, today),
    smallNumbers: await smallNumberRules(db, today),
    settings: await settings(db),
  };
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const sections = [
  { id: 'job-entry', title: 'Job-entry rates' },
  { id: 'benchmarks', title: 'Benchmarks' },
  { id: 'small-numbers', title: 'How small numbers are protected' },
  { id: 'settings', title: 'Settings' },
  { id: 'clocks', title: 'Clocks' },
  { id: 'outcomes', title: 'Employment outcomes' },
] as const;

export default function Definitions() {
  const loaded = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">Definitions</h1>
        <p className="govuk-body">
          What the figures mean, as it holds on {loaded.day}. The same clients give different rates
          under different definitions, so a rate always carries the name of its own.
        </p>
        <nav aria-label="On this page">
          <ul className="govuk-list">
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a className="govuk-link" href={`#${id}`}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <SectionTitle index={0} />
        <JobEntry definitions={loaded.definitions} />
        <SectionTitle index={1} />
        <Benchmarks benchmarks={loaded.benchmarks} />
        <SectionTitle index={2} />
        {loaded.smallNumbers.map((sentence) => (
          <p key={sentence} className="govuk-body">
            {sentence}
          </p>
        ))}
        <SectionTitle index={3} />
        <Settings settings={loaded.settings} />
        <SectionTitle index={4} />
        <p className="govuk-body">The days that figures are counted from.</p>
        <SummaryList rows={clocks.map(({ word, meaning }) => ({ key: word, value: meaning }))} />
        <SectionTitle index={5} />
        <OutcomeTermsSection />
      </div>
    </div>
  );
}

function SectionTitle({ index }: { index: 0 | 1 | 2 | 3 | 4 | 5 }) {
  const { id, title } = sections[index];
  return (
    <h2 className="govuk-heading-m" id={id}>
      {title}
    </h2>
  );
}

function JobEntry({ definitions }: { definitions: Loaded['definitions'] }) {
  if (definitions.length === 0)
    return <p className="govuk-body">No definitions are recorded yet.</p>;
  return definitions.map(({ key, name, window, source, versions, choices }) => (
    <section key={key} className="gt-section" id={`definition-${key}`}>
      <h3 className="govuk-heading-s">{name}</h3>
      <SummaryList
        rows={[
          ...versions.flatMap(({ days, numerator, denominator }) => [
            { key: labelled('Counted', days), value: numerator },
            { key: labelled('Out of', days), value: denominator },
          ]),
          { key: 'Looked for in', value: window },
          { key: 'Source', value: source },
          ...(choices.length === 0 ? [] : [{ key: 'Choices of ours', value: list(choices) }]),
        ]}
      />
    </section>
  ));
}

function labelled(word: string, days: string): string {
  return days === '' ? word : `${word}, ${days}`;
}

function list(sentences: readonly string[]) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Benchmarks({ benchmarks }: { benchmarks: Loaded['benchmarks'] }) {
  if (benchmarks.length === 0) return <p className="govuk-body">No benchmarks are recorded yet.</p>;
  return (
    <Table
      caption="Benchmarks in force"
      captionHidden
      wide
      columns={[
        { heading: 'Benchmark' },
        { heading: 'Value' },
        { heading: 'In force' },
        { heading: 'Source' },
      ]}
      rows={benchmarks.map(({ id, name, value, days, source }) => ({
        key: id,
        cells: [name, value, days, source],
      }))}
    />
  );
}

function Settings({ settings: rows }: { settings: Loaded['settings'] }) {
  return (
    <>
      <p className="govuk-body">
        Choices where no source decides, with the day from which each holds.
      </p>
      <Table
        caption="Settings, the newest value of each first"
        captionHidden
        wide
        columns={[
          { heading: 'Setting' },
          { heading: 'Value' },
          { heading: 'From' },
          { heading: 'Note' },
        ]}
        rows={rows.map(({ name, value, from, note }) => ({
          key: `${name} ${from}`,
          cells: [name, value, from, note],
        }))}
      />
    </>
  );
}
