import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { Tag } from '#app/components/govuk/tag.tsx';
import { PageLinks } from '#app/components/lists/page-links.tsx';
import { pageOf } from '#app/components/lists/paging.ts';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { roleChoices, roleInWords } from '#app/forms/user-account.ts';
import { countUsers, listUsers } from '#db/queries/user-accounts.ts';

export const handle: RouteHandle = { title: 'Users' };

const usersPerPage = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const role = roleChoices.find((known) => known === search.get('role'));
  const page = pageOf(search.get('page'), await countUsers(context.db, { role }), usersPerPage);
  const { limit, offset } = page;
  const users = await listUsers(context.db, { role, limit, offset });
  return {
    page,
    role: role ?? '',
    users: users.map(({ id, name, role: own, teamName, hostServiceName, disabledAt }) => ({
      id,
      name,
      role: roleInWords(own),
      place: teamName ?? hostServiceName ?? '',
      isDisabled: disabledAt !== null,
    })),
  };
}

export default function Users() {
  const { page, role, users } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Users</h1>
      <ButtonLink href="/admin/users/new">Add a user</ButtonLink>
      <Form method="get" className="gt-filter">
        <Select
          id="role"
          name="role"
          label="Role"
          defaultValue={role}
          items={[
            { value: '', label: 'All roles' },
            ...roleChoices.map((value) => ({ value, label: roleInWords(value) })),
          ]}
        />
        <Button variant="secondary">Show</Button>
      </Form>
      {users.length === 0 ? (
        <p className="govuk-body">Nobody has this role.</p>
      ) : (
        <Table
          caption="Users by name"
          captionHidden
          wide
          columns={[
            { heading: 'Name' },
            { heading: 'Role' },
            { heading: 'Team or host service' },
            { heading: 'State' },
          ]}
          rows={users.map((user) => ({
            key: user.id,
            cells: [
              <a key="name" className="govuk-link" href={`/admin/users/${user.id}`}>
                {user.name}
              </a>,
              user.role,
              user.place === '' ? '–' : user.place,
              user.isDisabled ? (
                <Tag key="state" colour="grey">
                  Disabled
                </Tag>
              ) : (
                'Active'
              ),
            ],
          }))}
        />
      )}
      <PageLinks page={page} keep={{ role }} />
    </>
  );
}
