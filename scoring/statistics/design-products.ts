import { crossProduct } from './cross-product.ts';
import { columnProducts, linearPredictor } from './dense-columns.ts';
import type { Design } from './design.ts';
import { sparseColumnSums, sparseCrossProduct, sparsePredictor } from './sparse-rows.ts';
import type { Matrix, NumberList } from './vectors.ts';

/** A design, as far as its products need it. */
type Columns = Pick<Design, 'columns' | 'sparse'>;

// The products that every step of a regression takes of its design: of the entries that are not 0 where those are
// few, else of whole columns.

/** The log odds at given coefficients: X b plus the offset. */
export function predictorOf(
  { columns, sparse }: Columns,
  coefficients: NumberList,
  offset: NumberList,
): Float64Array {
  return sparse === undefined
    ? linearPredictor(columns, coefficients, offset)
    : sparsePredictor(sparse, coefficients, offset);
}

/** X' times one value per row: the slopes of a likelihood from those of its rows. */
export function columnSums({ columns, sparse }: Columns, perRow: Float64Array): number[] {
  return sparse === undefined
    ? columnProducts(columns, perRow)
    : sparseColumnSums(sparse, perRow, columns.length);
}

/** X'WX: the information, from the variance of each row. */
export function informationOf({ columns, sparse }: Columns, variances: Float64Array): Matrix {
  return sparse === undefined
    ? crossProduct(columns, variances)
    : sparseCrossProduct(sparse, variances, columns.length);
}
