/** Joins the class names that apply; what is not set is left out. */
export function classNames(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/** Joins ids for aria-describedby; undefined when there is none, so that the attribute is not printed. */
export function idList(...ids: (string | false | undefined)[]): string | undefined {
  const joined = classNames(...ids);
  return joined === '' ? undefined : joined;
}
