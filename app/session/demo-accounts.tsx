import { Form } from '@remix-run/react';

import { Table } from '../components/govuk/table.tsx';

interface Account {
  email: string;
  password: string;
  name: string;
  roleLabel: string;
}

/** Only in the demonstration, whose passwords open nothing else. */
export function DemoAccounts({ accounts, next }: { accounts: readonly Account[]; next: string }) {
  return (
    <>
      <h2 className="govuk-heading-m">Accounts of the demonstration</h2>
      <Table
        caption="Sign in as"
        captionHidden
        wide
        columns={[
          { heading: 'Name' },
          { heading: 'Role' },
          { heading: 'Email address and password' },
          { heading: 'Sign in' },
        ]}
        rows={accounts.map((account) => ({
          key: account.email,
          cells: [
            account.name,
            account.roleLabel,
            <Secret key="secret" {...account} />,
            <SignInAs key="sign-in" account={account} next={next} />,
          ],
        }))}
      />
    </>
  );
}

function Secret({ email, password }: Account) {
  return (
    <>
      {email}
      <br />
      {password}
    </>
  );
}

function SignInAs({ account, next }: { account: Account; next: string }) {
  return (
    <Form method="post" action="/sign-in" reloadDocument>
      <input type="hidden" name="email" value={account.email} />
      <input type="hidden" name="password" value={account.password} />
      <input type="hidden" name="next" value={next} />
      <button type="submit" className="gt-link-button">
        Sign in<span className="govuk-visually-hidden"> as {account.name}</span>
      </button>
    </Form>
  );
}
