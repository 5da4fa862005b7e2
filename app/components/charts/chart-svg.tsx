import type { ReactNode } from 'react';

export interface ChartSvgProps {
  id: string;
  /** Read out as the picture's name. */
  title: string;
  /** Read out as its description: what the figures say, not how they are drawn. */
  description: string;
  width: number;
  height: number;
  children: ReactNode;
}

export function ChartSvg({ id, title, description, width, height, children }: ChartSvgProps) {
  return (
    <svg
      className="gt-chart__svg"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      focusable="false"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {children}
    </svg>
  );
}
