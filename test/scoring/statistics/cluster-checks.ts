import { kMeans } from '#scoring/statistics/clusters/k-means.ts';
import { standardised } from '#scoring/statistics/clusters/rows.ts';
import { silhouette } from '#scoring/statistics/clusters/silhouette.ts';
import { cutTree, wardTree } from '#scoring/statistics/clusters/ward-tree.ts';
import { pairedChanges } from '#scoring/statistics/paired-change.ts';
import extra from '#test/reference/statistics/clusters.expected.json' with { type: 'json' };
import expected from '#test/reference/statistics/wellbeing.expected.json' with { type: 'json' };

import { wellbeing } from './reference-data.ts';
import { Group, only, type ReferenceGroup } from './reference-group.ts';

const CLOSED_FORM = 1e-10;
const MEASURES = ['psychological', 'physical', 'quality_of_life'] as const;

const measures = () => MEASURES.map((name) => ({ name, scaleLength: 20, ...wellbeing(name) }));

/** Changes of the 241 synthetic clients in three measures, in standard units. */
export function standardisedChanges(): number[][] {
  const columns = measures().map(({ before, after }) =>
    after.map((value, i) => value - before[i]!),
  );
  return standardised(columns[0]!.map((_, i) => columns.map((column) => column[i]!)));
}

function sizesOf(assignment: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const cluster of assignment) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return [...sizes.values()].sort((a, b) => a - b);
}

/** Clusters and paired changes beside R. */
export function clusterGroups(): ReferenceGroup[] {
  const rows = standardisedChanges();
  const three = only(kMeans(rows, 3, { seed: 1 }), 'computed');
  const { centres, sizes, withinSS, silhouetteByCluster, wardHeights } = extra.wellbeing;
  const four = only(kMeans(extra.grid.rows, 4, { seed: 1 }), 'computed');
  const means = new Group()
    .value('wellbeing, total', three.totalWithinSS, expected.kmeans3.totalWithinSS)
    .list('wellbeing, sizes', sizesOf(three.assignment), expected.kmeans3.sizes)
    .list(
      'wellbeing, ordered sizes',
      three.clusters.map(({ size }) => size),
      sizes,
    )
    .list(
      'wellbeing, within',
      three.clusters.map((cluster) => cluster.withinSS),
      withinSS,
    )
    .list('wellbeing, centres', three.clusters.map(({ centre }) => centre).flat(), centres.flat())
    .value('grid, total', four.totalWithinSS, extra.grid.totalWithinSS);
  const tree = only(wardTree(rows), 'computed');
  const heights = tree.merges.map(({ height }) => height);
  const grid = only(wardTree(extra.grid.rows), 'computed');
  const ward = new Group()
    .list('wellbeing, sizes', sizesOf(cutTree(tree, 3)), expected.ward.sizes3)
    .list('wellbeing, last heights', heights.slice(-3), expected.ward.lastHeights)
    .list('wellbeing, heights', heights, wardHeights)
    .value(
      'grid, heights squared',
      grid.merges.reduce((total, { height }) => total + height * height, 0),
      extra.grid.totalHeightSquared,
    );
  const widths = only(silhouette(rows, three.assignment), 'computed');
  const cut = only(silhouette(extra.grid.rows, extra.grid.cut), 'computed');
  const changes = new Group();
  for (const change of pairedChanges(measures())) {
    const name = change.name as (typeof MEASURES)[number];
    const { mean: difference, standardisedResponseMean, wilcoxonP, ...t } = expected.change[name];
    changes
      .named(name, only(change.change, 'computed'), { difference, ...t })
      .value(`${name}, share`, change.shareOfScale, difference / 20)
      .value(`${name}, response mean`, change.standardisedResponseMean, standardisedResponseMean)
      .value(`${name}, Wilcoxon`, only(change.wilcoxon, 'computed').p, wilcoxonP)
      .value(`${name}, adjusted`, change.adjustedP, expected.benjaminiHochberg[name]);
  }
  return [
    changes.as('pairedChanges', CLOSED_FORM),
    means.as('kMeans', CLOSED_FORM),
    ward.as('wardTree, cutTree', CLOSED_FORM),
    new Group()
      .value('wellbeing', widths.value, extra.wellbeing.silhouette)
      .list('wellbeing, clusters', widths.byCluster, silhouetteByCluster)
      .value('grid', cut.value, extra.grid.silhouette)
      .list('grid, widths', cut.widths, extra.grid.widths)
      .as('silhouette', CLOSED_FORM),
  ];
}
