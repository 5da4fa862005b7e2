import { Form } from '@remix-run/react';

import { Table } from '../components/govuk/table.tsx';

export interface SessionRow {
  id: string;
  device: string;
  signedIn: string;
  lastSeen: string;
  isThis: boolean;
}

export function SessionTable({ sessions }: { sessions: readonly SessionRow[] }) {
  return (
    <Table
      caption="Where you are signed in"
      captionSize="m"
      wide
      columns={[
        { heading: 'Browser' },
        { heading: 'Signed in' },
        { heading: 'Last used' },
        { heading: 'End it' },
      ]}
      rows={sessions.map((session) => ({
        key: session.id,
        cells: [
          session.device,
          session.signedIn,
          session.lastSeen,
          session.isThis ? 'This browser' : <EndSession key="end" session={session} />,
        ],
      }))}
    />
  );
}

function EndSession({ session: { id, device, signedIn } }: { session: SessionRow }) {
  return (
    <Form method="post">
      <input type="hidden" name="sessionId" value={id} />
      <button type="submit" className="gt-link-button">
        Sign out
        <span className="govuk-visually-hidden">
          {' '}
          of {device}, signed in {signedIn}
        </span>
      </button>
    </Form>
  );
}
