export interface ChartKeyItem {
  swatch:
    'dot' | 'diamond' | 'hollow' | 'interval' | 'line' | 'dashed' | 'reference' | 'band' | 'border';
  text: string;
}

export interface ChartKeyProps {
  items: readonly ChartKeyItem[];
}

const swatches = {
  dot: <path className="gt-chart__dots" d="M14 8h0" />,
  diamond: <path className="gt-chart__diamond" d="M14 2l6 6l-6 6l-6 -6z" />,
  hollow: <path className="gt-chart__hollow" d="M10 4h8v8h-8z" />,
  interval: <path className="gt-chart__interval" d="M14 1V15" />,
  line: <path className="gt-chart__line" d="M2 8H26" />,
  dashed: <path className="gt-chart__line gt-chart__line--dashed" d="M2 8H26" />,
  reference: <path className="gt-chart__reference" d="M2 8H26" />,
  band: <path className="gt-chart__band" d="M2 2H26V14H2z" />,
  border: <path className="gt-chart__border" d="M14 1V15" />,
};

/** What each shape means, in words under the chart. */
export function ChartKey({ items }: ChartKeyProps) {
  return (
    <ul className="gt-chart__key">
      {items.map(({ swatch, text }) => (
        <li key={text}>
          <svg width="28" height="16" viewBox="0 0 28 16" aria-hidden="true" focusable="false">
            {swatches[swatch]}
          </svg>{' '}
          {text}
        </li>
      ))}
    </ul>
  );
}
