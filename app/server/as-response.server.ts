interface DataWithInit {
  type: 'DataWithResponseInit';
  data: unknown;
  init: ResponseInit | null;
}

/**
 * Routes answer with data(value, { status }), the form that React Router 7 keeps. Remix 2 understands it only with
 * its single fetch switched on, which stays off here (docs/advisories.md), so it becomes a Response on the way out.
 */
export function asResponse<T>(answer: T): T | Response {
  return isDataWithInit(answer) ? Response.json(answer.data, answer.init ?? {}) : answer;
}

function isDataWithInit(answer: unknown): answer is DataWithInit {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'type' in answer &&
    answer.type === 'DataWithResponseInit' &&
    'init' in answer
  );
}
