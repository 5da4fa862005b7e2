import type { RouteHandle } from '#app/components/route-handle.ts';

export const handle: RouteHandle = { title: 'Accessibility' };

export default function Accessibility() {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">Accessibility</h1>
        <p className="govuk-body">
          Golden Thread is meant to meet the Web Content Accessibility Guidelines 2.2 at level AA.
          Nobody outside the project has tested that yet, and no person who relies on assistive
          technology has tried it: this page says what was checked and how.
        </p>
        <h2 className="govuk-heading-m">What you should be able to do</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>use every page with a keyboard alone</li>
          <li>use every page with JavaScript switched off</li>
          <li>zoom to 400%, or use a screen 320 pixels wide, without scrolling sideways</li>
          <li>read every chart as a table, which stands beside it</li>
          <li>understand every state without seeing its colour</li>
        </ul>
        <h2 className="govuk-heading-m">What was checked</h2>
        <p className="govuk-body">
          The forms and pages are built from the GOV.UK Design System’s components. Each release is
          checked by an automatic checker (axe), which finds only some kinds of problems, and by
          tests that go through the main tasks in a browser with and without JavaScript.
        </p>
        <h2 className="govuk-heading-m">What is known not to work</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>
            wide tables scroll within their own frame on a small screen, and some have many columns
          </li>
          <li>downloaded spreadsheets and documents were not tested with a screen reader</li>
          <li>
            the notice before you are signed out needs JavaScript; without it a form that comes too
            late is kept and can be sent on after signing in again
          </li>
        </ul>
        <h2 className="govuk-heading-m">If something does not work for you</h2>
        <p className="govuk-body">
          Tell the administrator who gave you your account, and say which page it was and what you
          use to read it.
        </p>
      </div>
    </div>
  );
}
