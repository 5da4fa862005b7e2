import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { fieldError } from '#app/components/forms/form-error.ts';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { pageTitle } from '#app/components/layout/page-title.ts';
import { Page } from '#app/components/layout/page.tsx';

describe('page title', () => {
  test('names the page, then the product', () => {
    expect(pageTitle('Teams')).toBe('Teams – Golden Thread');
  });

  test('says Error first when a form was refused', () => {
    expect(pageTitle('Log a contact', { error: true })).toBe(
      'Error: Log a contact – Golden Thread',
    );
  });
});

describe('page', () => {
  const navigation = [
    { href: '/', text: 'Home' },
    { href: '/reviews', text: 'Reviews', active: true },
  ];
  const page = (props: object) =>
    renderToStaticMarkup(
      <Page navigation={navigation} {...props}>
        <h1>Reviews</h1>
      </Page>,
    );

  test('the skip link leads to the main content', () => {
    expect(page({})).toContain('<a href="#main-content" class="govuk-skip-link"');
    expect(page({})).toContain('id="main-content"');
  });

  test('says that figures are synthetic in a demonstration only', () => {
    const words = 'every figure about teams and people here is synthetic';
    expect(page({ demo: true })).toContain(words);
    expect(page({})).not.toContain(words);
  });

  test('signing out is a form that posts, shown to people who are signed in', () => {
    expect(page({})).not.toContain('Sign out');
    const html = page({ user: { name: 'Amara Okafor', detail: 'Reviewer' } });
    expect(html).toContain('Amara Okafor');
    expect(html).toContain('<form method="post" action="/sign-out">');
  });

  test('the thread says nothing to a screen reader', () => {
    expect(page({})).toMatch(/<svg class="gt-thread"[^>]*aria-hidden="true"/);
  });

  test('the foot of the page links to what it is given', () => {
    const links = [{ href: '/accessibility', text: 'Accessibility' }];
    expect(page({ footerLinks: links })).toContain('href="/accessibility"');
    expect(page({})).not.toContain('href="/scale"');
  });

  test('carries no style attribute and no script', () => {
    const html = page({ demo: true, wide: true, user: { name: 'A' } });
    expect(html).not.toMatch(/style=|<script/);
  });
});

describe('form errors', () => {
  const errors = [
    { field: 'employer', message: 'Enter the name of the employer' },
    { field: 'met', message: 'Enter the date you met' },
    { message: 'Somebody else saved this contact first' },
  ];

  test('each error links to its field with the words printed there', () => {
    const html = renderToStaticMarkup(
      <>
        <FormErrors errors={errors} fieldIds={{ met: 'met-day' }} />
        <TextInput
          id="employer"
          name="employer"
          label="Employer"
          errorMessage={fieldError(errors, 'employer')}
        />
      </>,
    );
    expect(html).toContain('<a href="#employer">Enter the name of the employer</a>');
    expect(html).toContain('<a href="#met-day">Enter the date you met</a>');
    expect(html).toContain('<li>Somebody else saved this contact first</li>');
    expect(html).toContain('Error:</span> Enter the name of the employer</p>');
    expect(html).toContain('aria-describedby="employer-error"');
  });

  test('nothing is printed when nothing is wrong', () => {
    expect(renderToStaticMarkup(<FormErrors errors={undefined} />)).toBe('');
    expect(renderToStaticMarkup(<FormErrors errors={[]} />)).toBe('');
    expect(fieldError(undefined, 'employer')).toBeUndefined();
  });
});

describe('submission fields', () => {
  test('carry what was given and nothing else', () => {
    expect(renderToStaticMarkup(<SubmissionFields submissionId="s-1" />)).toBe(
      '<input type="hidden" name="submissionId" value="s-1"/>',
    );
    expect(renderToStaticMarkup(<SubmissionFields version={0} />)).toBe(
      '<input type="hidden" name="version" value="0"/>',
    );
  });
});
