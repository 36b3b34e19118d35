/** A place in the grid: rows and columns counted from 0, rows as they are looked at. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** A block of cells, its edges included. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** The block between two of its corners. */
export const areaOf = (one: Place, other: Place): Area => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
})

export const isOneCell = ({ top, left, bottom, right }: Area): boolean => top === bottom && left === right

export const isWithin = ({ top, left, bottom, right }: Area, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right
