/** A page that needs nothing else to work: for answers given before, or instead of, the product's own pages. */
export function plainPage(title: string, text: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Golden Thread</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="/">Go to the start page</a></p>
</main>
</body>
</html>
`;
}

/** Fixed texts only: nothing of a request is ever written into them. */
export const refusalPages: Record<number, { title: string; text: string }> = {
  400: { title: 'Bad request', text: 'The address or the form could not be read.' },
  403: {
    title: 'The form was not accepted',
    text: 'It did not come from a page of this site. Go back, reload the page and send it again.',
  },
  404: { title: 'Page not found', text: 'Check the address, or start again from the start page.' },
  405: { title: 'Not possible', text: 'This address does not take that kind of request.' },
  411: { title: 'The form was not accepted', text: 'It did not say how long it is.' },
  413: { title: 'Too large', text: 'What was sent is larger than this address takes.' },
  415: {
    title: 'The form was not accepted',
    text: 'It was sent in a form this address does not take.',
  },
  500: {
    title: 'Sorry, there is a problem',
    text: 'Nothing more is known here; the problem has been recorded. Try again later.',
  },
  503: {
    title: 'Not available',
    text: 'The service is starting or stopping. Try again in a minute.',
  },
};
