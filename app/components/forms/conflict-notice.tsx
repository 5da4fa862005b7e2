import type { Conflict } from '#app/forms/form-values.ts';

import { NotificationBanner } from '../govuk/notification-banner.tsx';
import { Table } from '../govuk/table.tsx';

export interface ConflictNoticeProps {
  conflict: Conflict | undefined;
  /** What was changed meanwhile, as it stands in a sentence: "item 7", "this rating". */
  what: string;
  /** The record is one person's own: the other version comes from their other tab or device. */
  isOwn?: boolean | undefined;
}

/**
 * Both versions side by side when somebody else saved first. The form under it still holds what was typed and
 * must send `conflict.version`: saving once more then writes over the other version knowingly.
 */
export function ConflictNotice({ conflict, what, isOwn = false }: ConflictNoticeProps) {
  if (conflict === undefined) return null;
  return (
    <NotificationBanner title="Changed meanwhile" titleId="conflict">
      <p className="govuk-notification-banner__heading">
        While you had this page open,{' '}
        {isOwn ? `you saved ${what} elsewhere` : `somebody else saved ${what}`}. Nothing is lost:
        compare the two.
      </p>
      <Table
        caption="Your version and the saved version"
        captionHidden
        columns={[
          { heading: 'Answer' },
          { heading: 'Yours, not saved yet' },
          { heading: 'Saved meanwhile' },
        ]}
        rows={conflict.rows.map(({ label, yours, theirs }) => ({
          key: label,
          cells: [
            label,
            <Version key="yours" text={yours} />,
            <Version key="theirs" text={theirs} />,
          ],
        }))}
      />
      <p className="govuk-body">
        The form below holds your version. Change it if you need to, then save again: your version
        will replace the saved one. To keep the saved version, leave this page without saving.
      </p>
    </NotificationBanner>
  );
}

function Version({ text }: { text: string }) {
  if (text === '') return <>Nothing entered</>;
  return <span className="gt-typed-text">{text}</span>;
}
