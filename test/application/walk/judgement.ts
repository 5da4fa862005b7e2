import type { VisitorName } from './expected-access.ts';
import type { Answer } from './walker.ts';

/** How an answer should be: what the table expects of it. */
export type Expected = 'given' | 'refused' | 'no such data' | 'no such form';

const isSignIn = ({ location }: Answer) => location.startsWith('/sign-in');

/** Without a session every refusal may be the way to the sign-in page. */
function isRefused(answer: Answer, visitor: VisitorName, isPost: boolean): boolean {
  if ([403, 404].includes(answer.status)) return true;
  if (isPost && answer.status === 405) return true;
  const isStranger = visitor === 'nobody' || visitor === 'disabled account';
  if (!isStranger) return false;
  // 401 is the sign-in page that keeps what was typed; a data request is led on with 204.
  return (
    (isPost && answer.status === 401) || ([303, 204].includes(answer.status) && isSignIn(answer))
  );
}

/** What is wrong with an answer, or undefined. */
export function wrongWith(
  answer: Answer,
  { expected, visitor, isPost }: { expected: Expected; visitor: VisitorName; isPost: boolean },
): string | undefined {
  const { status } = answer;
  const told = `answered ${status}${answer.location === '' ? '' : ` to ${answer.location}`}`;
  if (expected === 'refused') {
    return isRefused(answer, visitor, isPost) ? undefined : `should be refused, ${told}`;
  }
  if (expected === 'no such data' || expected === 'no such form') {
    const fine = isRefused(answer, visitor, isPost) || [400, 405].includes(status);
    return fine ? undefined : `should find nothing, ${told}`;
  }
  // 204 leads a data request on.
  const accepted = isPost ? [200, 303, 400, 409] : [200, 204, 303];
  const isLedAway = isSignIn(answer) && !answer.location.startsWith('/sign-in?signed-out');
  return accepted.includes(status) && !isLedAway ? undefined : `should be given, ${told}`;
}
