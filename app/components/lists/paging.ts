export interface PageOfList {
  number: number;
  pages: number;
  limit: number;
  offset: number;
  total: number;
}

/** The asked page of a list, held to the pages there are. */
export function pageOf(asked: string | null, total: number, limit: number): PageOfList {
  const pages = Math.max(1, Math.ceil(total / limit));
  const wanted = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1;
  const number = Math.min(Math.max(1, wanted), pages);
  return { number, pages, limit, offset: (number - 1) * limit, total };
}

/** Numbers to link to: first, last, the present one and its neighbours; null stands for those left out. */
export function pageNumbers({ number, pages }: Pick<PageOfList, 'number' | 'pages'>) {
  const shown = [1, number - 1, number, number + 1, pages].filter((n) => n >= 1 && n <= pages);
  const sorted = [...new Set(shown)].toSorted((a, b) => a - b);
  return sorted.flatMap((n, index): (number | null)[] =>
    index > 0 && n - (sorted[index - 1] ?? n) > 1 ? [null, n] : [n],
  );
}
