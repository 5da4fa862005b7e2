/**
 * The thread of the name: an ornament that says nothing. It has no viewBox, so its units are pixels and
 * the loop keeps its size while the line runs past both edges of the header, which cuts it off.
 */
export function GoldenThread() {
  return (
    <svg className="gt-thread" width="100%" height="22" aria-hidden="true" focusable="false">
      <path d="M-3000 17H-260C-180 17-140 14-84 16C-40 17.5-22 17.5 2 17.5C22 17.5 32 12 32 6.5C32 3 29 1.5 26 1.5C23 1.5 20 3 20 6.5C20 12 32 17 52 17C120 17 170 19.5 250 17.5C310 16 350 17 420 17H4000" />
    </svg>
  );
}
