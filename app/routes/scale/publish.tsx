import { randomUUID } from 'node:crypto';

import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { conflictFailure } from '#app/forms/conflict.ts';
import { scaleCorrectionSchema } from '#app/forms/fidelity/scale-correction.schema.ts';
import {
  scaleCorrectionLists,
  scaleCorrectionValues,
} from '#app/forms/fidelity/scale-correction.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { ChooseItem } from '#app/scale/choose-item.tsx';
import { CorrectionForm } from '#app/scale/correction-form.tsx';
import { publishCorrection } from '#app/scale/publish-correction.server.ts';
import { actorOf } from '#app/server/context.server.ts';
import { found } from '#app/server/route-params.server.ts';
import { countScaleVersions, findNewestScaleVersion } from '#db/queries/scale-versions.ts';

export const handle: RouteHandle = { title: 'Publish a corrected version of the scale' };

/** The newest version and the item in the address, if it names one. */
async function newestVersion({ db }: AppLoadContext, url: string) {
  const newest = found(await findNewestScaleVersion(db));
  const asked = new URL(url).searchParams.get('item');
  return { newest, item: newest.scale.items.find(({ number }) => String(number) === asked) };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { newest, item } = await newestVersion(context, request.url);
  const { scale } = newest;
  const validFrom = newest.validFrom > context.today ? newest.validFrom : context.today;
  const versions = await countScaleVersions(context.db);
  return {
    name: newest.name,
    items: scale.items.map(({ number, title }) => ({ number, title })),
    correction:
      item === undefined
        ? null
        : {
            item,
            scale,
            validFrom: newest.validFrom,
            initial: {
              submissionId: randomUUID(),
              ...scaleCorrectionValues(scale, item, { versions, validFrom }),
            },
          },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { newest, item } = await newestVersion(context, request.url);
  const { number } = found(item);
  const schema = scaleCorrectionSchema(newest.scale, found(item), newest.validFrom);
  const form = await parseForm(request, schema, scaleCorrectionLists);
  if (!form.ok) return data(form, { status: 400 });
  const { values } = form;
  const outcome = await publishCorrection(context.db, actorOf(context), number, form.value);
  if (outcome.kind === 'published') return redirect(outcome.location, 303);
  if (outcome.kind === 'refused') {
    return data({ errors: [outcome.error], values }, { status: 400 });
  }
  return data(conflictFailure(values, outcome.conflict), { status: 409 });
}

export default function PublishScale() {
  const { name, items, correction } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={correction === null ? '/scale' : '/scale/publish'}>
          {correction === null ? 'Back to the scale' : 'Choose another item'}
        </BackLink>
        {correction === null ? (
          <ChooseItem versionName={name} items={items} />
        ) : (
          <CorrectionForm key={correction.item.number} versionName={name} {...correction} />
        )}
      </div>
    </div>
  );
}
